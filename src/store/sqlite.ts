import { Keyv } from 'keyv';
import { jsonOnly } from './json.ts';
import type { Backend } from './keyv-store.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';
import { explainSqlite } from './sqlite-errors.ts';
import { openForReading, openForWriting } from './sqlite-file.ts';

/** The embedded default: one file, one writing process. */
export function openSqlite(file: string, access: 'write' | 'read', maxPages?: number): Backend {
  const opened = access === 'write' ? openForWriting(file, maxPages) : openForReading(file);
  const explain = (error: unknown) => explainSqlite(error, file);
  try {
    const adapter = new SqliteAdapter(opened.db);
    return {
      keyv: new Keyv({ ...jsonOnly, store: adapter }),
      keys: (prefix) => adapter.keys(prefix),
      name: `The state file ${file}`,
      explain,
      lease: undefined,
      close: async () => {
        await adapter.disconnect();
        opened.close();
      },
    };
  } catch (error) {
    opened.close();
    throw explain(error);
  }
}
