/**
 * Settings and options that are agreed but whose feature is not there yet: refused, with the reason, rather than
 * ignored. Each line goes when its feature comes.
 */
export type NotYet = { readonly path: string; readonly values: readonly unknown[]; readonly why: string };

export const notYet: readonly NotYet[] = [
  {
    path: 'role',
    values: ['worker', 'gateway'],
    why: 'several processes need the shared workqueue; one process with "all" does everything',
  },
];

/** Why this value is refused for now; undefined when it is not. */
export function whyNotYet(path: string, value: unknown): string | undefined {
  const entry = notYet.find((one) => one.path === path && one.values.includes(value));
  return entry === undefined ? undefined : `"${String(value)}" is not yet available: ${entry.why}`;
}
