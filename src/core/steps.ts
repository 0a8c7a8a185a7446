/** Long work that gives way: between two steps whoever drives it may do something else. */
export type Steps<T> = Generator<undefined, T>;

/** Takes all steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
