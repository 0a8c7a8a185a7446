import type { Trouble } from '../ports/newsroom.ts';

/** True while something does not work. */
export function isFailing(trouble: Trouble | undefined): boolean {
  return trouble !== undefined && trouble.endedAt === undefined;
}
