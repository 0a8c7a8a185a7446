import { Keyv } from 'keyv';
import pg from 'pg';
import { describeStateLocation } from '../core/state-location.ts';
import { StoreError, type StoreErrorKind } from '../ports/store.ts';
import { withDeadline } from './deadline.ts';
import { jsonOnly } from './json.ts';
import type { Backend } from './keyv-store.ts';
import type { LeaseTable } from './lease.ts';
import { OwnPool } from './postgres-pool.ts';

const TABLE = 'liveblog_relay';
const LEASE = 'liveblog_relay_holder';
/** No row comes back when another one holds it. */
const TAKE = `INSERT INTO ${LEASE} VALUES (1, $1, now() + $2 * interval '1 ms') ON CONFLICT (id) DO UPDATE
  SET holder = excluded.holder, until = excluded.until
  WHERE ${LEASE}.holder = excluded.holder OR ${LEASE}.until < now() RETURNING holder`;
/** Characters in a key; a btree entry holds 2,704 bytes. */
const KEY_SIZE = 600;
const CONNECTIONS = 10;

/** A PostgreSQL database; the table is made at the first start. */
export async function openPostgres(url: string, timeout: number): Promise<Backend> {
  const name = `PostgreSQL at ${describeStateLocation(url)}`;
  const explain = (error: unknown) => explainPostgres(error, name);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: timeout,
    query_timeout: timeout,
    statement_timeout: timeout,
    keepAlive: true,
  });
  // An idle connection that the server cuts is an event of the pool; unheard, it would end the process.
  pool.on('error', () => undefined);
  try {
    await withDeadline(pool.query('SELECT 1'), timeout, name);
    const adapter = new OwnPool({ uri: url, table: TABLE, keySize: KEY_SIZE, pool });
    adapter.on('error', () => undefined);
    await adapter.get('');
    const keyv = new Keyv({ ...jsonOnly, store: adapter });
    const keys = async (prefix: string) => {
      const { rows } = await pool.query<{ key: string }>(`SELECT key FROM ${TABLE} WHERE starts_with(key, $1)`, [
        prefix,
      ]);
      return rows.map((row) => row.key);
    };
    const close = async () => {
      await adapter.settle();
      await pool.end();
    };
    return { keyv, keys, name, explain, lease: leaseIn(pool), close };
  } catch (error) {
    void pool.end().catch(() => undefined);
    throw explain(error);
  }
}

/** One row in a table of its own. Times are the server's. */
function leaseIn(pool: pg.Pool): LeaseTable {
  let made = false;
  const make = async () => {
    await pool.query(
      `CREATE TABLE IF NOT EXISTS ${LEASE} (id int PRIMARY KEY, holder text NOT NULL, until timestamptz NOT NULL)`,
    );
    made = true;
  };
  return {
    async take(holder, ms) {
      if (!made) await make();
      const { rows } = await pool.query<{ holder: string }>(TAKE, [holder, ms]);
      if (rows[0] !== undefined) return rows[0].holder;
      const held = await pool.query<{ holder: string }>(`SELECT holder FROM ${LEASE}`);
      return held.rows[0]?.holder ?? 'nobody any more';
    },
    async drop(holder) {
      await pool.query(`DELETE FROM ${LEASE} WHERE holder = $1`, [holder]);
    },
  };
}

/** SQLSTATE classes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const KINDS: readonly (readonly [RegExp, StoreErrorKind, string])[] = [
  [/^25006$/, 'read-only', 'is read-only: name the primary in the configuration'],
  [/^53[12]00$/, 'full', 'is out of room; nothing is lost'],
  [/^XX00[12]$/, 'corrupt', 'reports damaged data'],
  [/^28/, 'unavailable', 'refused the user or password'],
  [/^3D000$/, 'unavailable', 'has no such database'],
];

function explainPostgres(error: unknown, name: string): StoreError {
  if (error instanceof StoreError) return error;
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  const [, kind, what] =
    KINDS.find(([pattern]) => pattern.test(code)) ?? (['', 'unavailable', 'did not do it'] as const);
  const reason = first instanceof Error ? first.message : String(first);
  return new StoreError(kind as StoreErrorKind, `${name} ${what}: ${reason}.`, { cause: error });
}
