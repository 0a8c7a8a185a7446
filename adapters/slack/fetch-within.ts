/** The SDK sets no limit of time on answers to `response_url`s. */
export function fetchWithin(timeout: number): typeof fetch {
  return (input, init) => fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeout) });
}
