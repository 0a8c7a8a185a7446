/**
 * A key-value store without transactions. Values are JSON-serialisable. A failed call throws `StoreError`;
 * `undefined` always means "there is no such key" and never "could not be read".
 */
export interface Store {
  get<T>(key: string): Promise<T | undefined>;
  /** In the order of `keys`. Others have their turn before it begins, and while it lasts. */
  getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]>;
  /** Durable when it resolves: a kill right after keeps the value. Several calls in flight may share one transaction. */
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Every key that begins with `prefix`, in no particular order. For start-up and listings, not for hot paths. */
  keys(prefix: string): Promise<string[]>;
}

/** What opening a store gives: the store, and how to let go of it. */
export type OpenStore = Store & {
  /** Writes out what is pending and releases the file or connection. */
  close(): Promise<void>;
};

export type StoreErrorKind = 'unavailable' | 'locked' | 'read-only' | 'full' | 'corrupt' | 'newer';

/** The store did not do what it was asked. `message` says which store, what failed and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.kind = kind;
  }
}
