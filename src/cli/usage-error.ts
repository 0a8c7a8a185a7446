/** The command line asks for something that makes no sense; ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
