import KeyvRedis, { createClient } from '@keyv/redis';
import { Keyv } from 'keyv';
import { describeStateLocation } from '../core/state-location.ts';
import { StoreError } from '../ports/store.ts';
import { withDeadline } from './deadline.ts';
import { jsonOnly } from './json.ts';
import type { Backend } from './keyv-store.ts';

/** Our keys in a shared database: `liveblog::…`. */
const NAMESPACE = 'liveblog';

/** Beside our keys, and expiring by itself. */
const LEASE = `${NAMESPACE}-holder`;
/** A script is one step to the server: https://redis.io/docs/latest/develop/programmability/eval-intro/ */
const TAKE = `local held = redis.call('GET', KEYS[1])
if held and held ~= ARGV[1] then return held end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`;
const DROP = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 0";

/**
 * A Redis server. Without its offline queue the client refuses calls at once while the connection is down, instead of
 * keeping them for later; it reconnects by itself for as long as it is open. How durable a write is, is the server's
 * setting: with `appendfsync everysec` its crash (not ours) may lose a second.
 */
export async function openRedis(url: string, timeout: number): Promise<Backend> {
  const name = `Redis at ${describeStateLocation(url)}`;
  let reason = 'no connection';
  const client = createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 30_000,
    socket: { connectTimeout: timeout, reconnectStrategy: (attempt) => Math.min(100 * 2 ** attempt, 2000) },
  });
  client.on('error', (error: unknown) => {
    reason = reasonOf(error);
  });
  const explain = (error: unknown) => explainRedis(error, name);
  try {
    await withDeadline(client.connect(), timeout, name);
  } catch (error) {
    client.destroy();
    throw new StoreError('unavailable', `${name} cannot be reached: ${reason}. Is it running there?`, { cause: error });
  }
  // The adapter would log and swallow, and answer a failed read with undefined, unless told otherwise here too.
  const adapter = new KeyvRedis<string>(client, { namespace: NAMESPACE, throwOnErrors: true });
  const keyv = new Keyv({ ...jsonOnly, namespace: NAMESPACE, store: adapter });
  const keys = async (prefix: string) => {
    const found = new Set<string>();
    const pattern = `${NAMESPACE}::${prefix.replace(/[*?[\]\\^-]/g, '\\$&')}*`;
    // A scan may name a key twice.
    for await (const page of client.scanIterator({ MATCH: pattern, COUNT: 1000 })) {
      for (const key of page) found.add(key.slice(NAMESPACE.length + 2));
    }
    return [...found];
  };
  const call = (script: string, ...words: string[]) => client.eval(script, { keys: [LEASE], arguments: words });
  const lease = {
    take: async (holder: string, ms: number) => String(await call(TAKE, holder, String(ms))),
    drop: async (holder: string) => void (await call(DROP, holder)),
  };
  return { keyv, keys, name, explain, lease, close: () => closeClient(client, timeout, name) };
}

async function closeClient(client: { close(): Promise<void>; destroy(): void }, timeout: number, name: string) {
  try {
    await withDeadline(client.close(), timeout / 2, name);
  } catch {
    // Gone already: nothing was promised about calls that never answered.
    client.destroy();
  }
}

/** Replies of the server begin with a code word: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
function explainRedis(error: unknown, name: string): StoreError {
  if (error instanceof StoreError) return error;
  const reason = reasonOf(error);
  if (/^READONLY/.test(reason)) {
    return new StoreError('read-only', `${name} is a read-only replica: name the primary in the configuration.`, {
      cause: error,
    });
  }
  if (/^(?:OOM|MISCONF)/.test(reason)) {
    return new StoreError('full', `${name} takes no writes: ${reason}. Nothing is lost; make room.`, { cause: error });
  }
  return new StoreError('unavailable', `${name} did not do it: ${reason}.`, { cause: error });
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
