import { KeyvPostgres, type KeyvPostgresOptions } from '@keyv/postgres';
import type pg from 'pg';
import { InOrder } from './in-order.ts';

type Row = { readonly key: string; readonly value: unknown };
type Write = Row & {
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

/** Rows in one statement, a few megabytes. */
const MOST = 1000;
/** SQLSTATE class 22, "data exception": the database will not have a value, however often it is asked. */
const DATA = /^22/;

/**
 * Keyv's adapter keeps one pool for the whole process, without a listener for lost connections; ours is per store. On a
 * pool, two writes to one key travel on two connections and may arrive in either order: here they queue up. All sets of one
 * turn of the event loop share one statement, so that the entries of a blog seen for the first time are one round trip.
 */
export class OwnPool extends KeyvPostgres {
  readonly #writes = new InOrder();
  #waiting: Write[] = [];

  constructor(options: KeyvPostgresOptions & { readonly pool: pg.Pool }) {
    super(options);
  }

  override async connect(): Promise<(sql: string, values?: unknown) => Promise<unknown[]>> {
    const { pool } = this.opts as KeyvPostgresOptions & { readonly pool: pg.Pool };
    return async (sql, values) => (await pool.query(sql, values as unknown[])).rows;
  }

  override set(key: string, value: unknown): Promise<void> {
    return new Promise((done, failed) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#flush());
      this.#waiting.push({ key, value, done, failed });
    });
  }

  override delete(key: string): Promise<boolean> {
    this.#flush();
    return this.#writes.run([key], () => super.delete(key));
  }

  /** Resolves when all writes asked for so far are done, or failed. */
  async settle(): Promise<void> {
    this.#flush();
    await this.#writes.done();
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let at = 0; at < waiting.length; at += MOST) this.#write(waiting.slice(at, at + MOST));
  }

  /** Of several writes to one key the last one counts: a statement cannot write a row twice. */
  #write(batch: readonly Write[]): void {
    const rows = [...new Map(batch.map(({ key, value }) => [key, { key, value }])).values()];
    const keys = rows.map(({ key }) => key);
    this.#writes
      .run(keys, () => this.#upsert(rows))
      .then(
        (refused) => {
          for (const { key, done, failed } of batch) {
            if (refused.has(key)) failed(refused.get(key));
            else done();
          }
        },
        (error: unknown) => {
          for (const { failed } of batch) failed(error);
        },
      );
  }

  /** The rows the database would not have: one of them is not to make the others fail. */
  async #upsert(rows: readonly Row[]): Promise<ReadonlyMap<string, unknown>> {
    const refused = new Map<string, unknown>();
    try {
      await this.setMany([...rows]);
    } catch (error) {
      if (!isRefused(error)) throw error;
      for (const { key, value } of rows) {
        await super.set(key, value).catch((again: unknown) => {
          if (!isRefused(again)) throw again;
          refused.set(key, again);
        });
      }
    }
    return refused;
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DATA.test(String(error.code));
}
