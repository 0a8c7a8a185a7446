import { EventEmitter } from 'node:events';
import type { KeyvStoreAdapter, StoredData } from 'keyv';
import type Database from 'libsql';

type Write = {
  readonly key: string;
  /** undefined = delete. */
  readonly value: string | undefined;
  readonly done: (existed: boolean) => void;
  readonly failed: (error: unknown) => void;
};

type Row = { readonly key: string; readonly value: string };

/**
 * Keyv's storage adapter over an SQLite table. All writes of one turn of the event loop share one transaction and
 * resolve after its COMMIT, or fail together with nothing of them written. Reads see committed values only.
 */
export class SqliteAdapter extends EventEmitter implements KeyvStoreAdapter {
  /** Keyv offers iteration only to dialects it knows. */
  readonly opts = { dialect: 'sqlite', url: 'sqlite:' };
  namespace?: string | undefined;
  readonly #db: Database.Database;
  readonly #select: Database.Statement;
  readonly #selectMany: Database.Statement;
  readonly #page: Database.Statement;
  readonly #list: Database.Statement;
  readonly #upsert: Database.Statement;
  readonly #remove: Database.Statement;
  #waiting: Write[] = [];
  #closed = false;

  constructor(db: Database.Database) {
    super();
    this.#db = db;
    this.#select = db.prepare('SELECT value FROM kv WHERE key = ?');
    this.#selectMany = db.prepare('SELECT key, value FROM kv WHERE key IN (SELECT value FROM json_each(?))');
    this.#page = db.prepare('SELECT key, value FROM kv WHERE key > ? ORDER BY key LIMIT 500');
    // U+10FFFF ends the range: no character sorts behind it.
    this.#list = db.prepare('SELECT key FROM kv WHERE key >= ?1 AND key < ?1 || char(1114111)');
    this.#upsert = db.prepare(
      'INSERT INTO kv (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    this.#remove = db.prepare('DELETE FROM kv WHERE key = ?');
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = this.#select.get(key) as Row | undefined;
    return row?.value as StoredData<Value> | undefined;
  }

  async getMany<Value>(keys: string[]): Promise<StoredData<Value | undefined>[]> {
    const rows = this.#selectMany.all(JSON.stringify(keys)) as Row[];
    const values = new Map(rows.map((row) => [row.key, row.value]));
    return keys.map((key) => values.get(key) as StoredData<Value | undefined>);
  }

  async keys(prefix: string): Promise<string[]> {
    return (this.#list.all(prefix) as Row[]).map((row) => row.key);
  }

  async set(key: string, value: string): Promise<void> {
    await this.#write(key, value);
  }

  delete(key: string): Promise<boolean> {
    return this.#write(key, undefined);
  }

  async clear(): Promise<void> {
    this.#db.exec('DELETE FROM kv');
  }

  async *iterator<Value>(): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
    let last = '';
    for (;;) {
      const rows = this.#page.all(last) as Row[];
      for (const row of rows) yield [row.key, row.value];
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.key;
    }
  }

  /** Writes what still waits and takes no more. */
  async disconnect(): Promise<void> {
    this.#flush();
    this.#closed = true;
  }

  #write(key: string, value: string | undefined): Promise<boolean> {
    return new Promise((done, failed) => {
      if (this.#closed) return failed(new Error('The state file is closed.'));
      if (this.#waiting.length === 0) setImmediate(() => this.#flush());
      this.#waiting.push({ key, value, done, failed });
    });
  }

  #flush(): void {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    try {
      const existed = this.#commit(batch);
      for (const [index, write] of batch.entries()) write.done(existed[index] === true);
    } catch (error) {
      for (const write of batch) write.failed(error);
    }
  }

  #commit(batch: readonly Write[]): boolean[] {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const existed = batch.map(({ key, value }) =>
        value === undefined ? this.#remove.run(key).changes > 0 : this.#upsert.run(key, value).changes > 0,
      );
      this.#db.exec('COMMIT');
      return existed;
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}
