import { resolve } from 'node:path';
import { describeStateLocation, parseStateLocation, STATE_LOCATIONS } from '../core/state-location.ts';
import type { Clock } from '../ports/clock.ts';
import { type OpenStore, StoreError } from '../ports/store.ts';
import { type Backend, type CallOptions, KeyvStore } from './keyv-store.ts';
import { type Lease, takeLease } from './lease.ts';
import { checkForm, migrate } from './migrate.ts';
import { currentForm, type RecordForm } from './migrations.ts';
import { openSqlite } from './sqlite.ts';

export type StoreOptions = {
  /** Milliseconds any call may take, opening included. */
  readonly timeout?: number;
  /** `read`: for commands that look at the state of a running bot; no lock is taken and nothing is changed. */
  readonly access?: 'write' | 'read';
  /** No other process may use the state meanwhile, by this clock. A state file is always for one process alone. */
  readonly aloneBy?: Clock;
  readonly onCall?: CallOptions['onCall'];
  readonly form?: RecordForm;
  /** SQLite only: the file may not grow over so many pages of 4 KiB. */
  readonly maxPages?: number;
};

const TIMEOUT = 5000;

/**
 * Opens the state that `state:` names – `sqlite:FILE`, `redis://…`, `postgres://…` – checks that it can be read and
 * brings its records up to date. Throws a `StoreError` that says what to do.
 */
export async function openStore(location: string, options: StoreOptions = {}): Promise<OpenStore> {
  const { timeout = TIMEOUT, access = 'write', form = currentForm, onCall } = options;
  const backend = await openBackend(location, { ...options, timeout, access });
  let lease: Lease | undefined;
  try {
    if (options.aloneBy !== undefined && backend.lease !== undefined) {
      lease = await takeLease(backend.lease, backend.name, options.aloneBy);
    }
    if (access === 'write') await migrate(backend.keyv, form, backend.name);
    else await checkForm(backend.keyv, form, backend.name);
  } catch (error) {
    await lease?.release().catch(() => undefined);
    await backend.close();
    throw error instanceof StoreError ? error : backend.explain(error);
  }
  return new KeyvStore(lease === undefined ? backend : releasing(backend, lease), {
    timeout,
    onCall,
    check: lease?.check,
  });
}

function releasing(backend: Backend, lease: Lease): Backend {
  const close = async () => {
    // Where the server is gone the lease runs out by itself.
    await lease.release().catch(() => undefined);
    await backend.close();
  };
  return { ...backend, close };
}

type OpenOptions = StoreOptions & { readonly timeout: number; readonly access: 'write' | 'read' };

/** The driver of a server is loaded only where the state is there: most programs never need it. */
async function openBackend(location: string, { timeout, access, maxPages }: OpenOptions): Promise<Backend> {
  const parsed = parseStateLocation(location);
  if (parsed === undefined) {
    const given = describeStateLocation(location);
    throw new StoreError('unavailable', `The state "${given}" is not known: write ${STATE_LOCATIONS}.`);
  }
  switch (parsed.kind) {
    case 'sqlite':
      return openSqlite(resolve(parsed.file), access, maxPages);
    case 'redis': {
      const { openRedis } = await import('./redis.ts');
      return openRedis(parsed.url, timeout);
    }
    case 'postgres': {
      const { openPostgres } = await import('./postgres.ts');
      return openPostgres(parsed.url, timeout);
    }
  }
}
