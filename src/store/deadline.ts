import { StoreError } from '../ports/store.ts';

/**
 * Gives up on `work` after `ms`. The work itself cannot be called back: it may still happen later, so a failed write
 * means "perhaps written".
 */
export async function withDeadline<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreError('unavailable', `${what} did not answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
