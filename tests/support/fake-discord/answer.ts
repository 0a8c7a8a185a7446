/** What a route answers; `undefined` body = 204. */
export type Answer = { readonly status: number; readonly body?: unknown };

/** A request as routes get it, without the version prefix. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
};

export type Route = (call: Call, ids: readonly string[]) => Answer;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export const NO_CONTENT: Answer = { status: 204 };

/** An error in Discord's shape. */
export function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { message, code } };
}
