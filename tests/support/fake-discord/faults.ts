/**
 * What befalls a request. `cut`: the connection drops before anything is done; `lost`: after; `hang`: no answer;
 * `broken`: 500; `limited`: 429; `code`: Discord's own error of that number.
 */
export type Fault =
  | { readonly kind: 'cut' | 'lost' | 'hang' | 'broken' }
  | { readonly kind: 'limited'; readonly retryAfter: number; readonly global?: boolean; readonly shared?: boolean }
  | { readonly kind: 'code'; readonly status: number; readonly code: number; readonly message?: string };

type Armed = { readonly fault: Fault; readonly when: (method: string, path: string) => boolean; left: number };

/** Faults waiting for the request they are meant for. */
export class Faults {
  readonly #armed: Armed[] = [];

  /** The next `times` requests that match meet this fault; by default any that writes a message. */
  next(fault: Fault, when: (method: string, path: string) => boolean = writesMessage, times = 1): void {
    this.#armed.push({ fault, when, left: times });
  }

  take(method: string, path: string): Fault | undefined {
    const index = this.#armed.findIndex(({ when }) => when(method, path));
    const armed = this.#armed[index];
    if (armed === undefined) return undefined;
    armed.left -= 1;
    if (armed.left <= 0) this.#armed.splice(index, 1);
    return armed.fault;
  }
}

export function writesMessage(method: string, path: string): boolean {
  if (method === 'POST') return /^\/channels\/\d+\/messages$/u.test(path);
  return (method === 'PATCH' || method === 'DELETE') && /^\/channels\/\d+\/messages\/\d+$/u.test(path);
}
