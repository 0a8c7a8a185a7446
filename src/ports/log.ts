export type Facts = Readonly<Record<string, unknown>>;

/**
 * Where the program says what it does. The message is static, the facts are fields. info: a person would see it in the
 * channel; warn: will be retried; error: needs a person.
 */
export interface Log {
  debug(message: string, facts?: Facts): void;
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, facts?: Facts): void;
}
