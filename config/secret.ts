import { inspect } from 'node:util';

/** A value that must not be seen: everything that prints it, logs it or makes JSON of it shows dots. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself; only to be handed to what needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '••••';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
