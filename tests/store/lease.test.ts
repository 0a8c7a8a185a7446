import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openStateWhenReady } from '../../src/app/state.ts';
import { noMetrics } from '../../src/ports/metrics.ts';
import type { OpenStore } from '../../src/ports/store.ts';
import type { LeaseTable } from '../../src/store/lease.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openRedis } from '../../src/store/redis.ts';
import { systemClock } from '../../src/system-clock.ts';
import { postgresService, redisService, type Service } from '../support/services.ts';

/*
 * One process per state, also where the state is on a server. Each run has a place of its own there: other tests, and
 * other runs of these, use the same server.
 */
const place = `lease_${process.pid}_${Date.now()}`;
const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

const redis = await redisService();
const postgres = await postgresService();
if (!('skip' in postgres)) {
  const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
  await pool.query(`CREATE SCHEMA ${place}`);
  afterAll(async () => {
    await pool.query(`DROP SCHEMA ${place} CASCADE`);
    await pool.end();
  });
}

const SERVERS: readonly (readonly [string, Service, (url: string) => Promise<{ lease: LeaseTable | undefined }>])[] = [
  ['Redis', ownDatabase(redis), (url) => closed(openRedis(url, 2000))],
  ['PostgreSQL', ownSchema(postgres), (url) => closed(openPostgres(url, 2000))],
];

describe.each(SERVERS)('a state on %s', (_, service, connect) => {
  const skip = 'skip' in service;
  const url = skip ? '' : service.url;

  it.skipIf(skip)('is refused to a second process, which is told who uses it and since when', async () => {
    await alone(url);

    const refused = await openStore(url, { aloneBy: systemClock }).catch((error: unknown) => error);

    expect(refused).toMatchObject({ name: 'StoreError', kind: 'locked' });
    expect(String(refused)).toMatch(
      new RegExp(`in use by process ${process.pid} on \\S+ since 20\\d\\d-.*stop that one`, 'u'),
    );
  });

  it.skipIf(skip)('may be read while a process uses it', async () => {
    const store = await alone(url);
    await store.set('tide', 'high');

    const reader = await openStore(url, { access: 'read' });
    closings.push(() => reader.close());

    expect(await reader.get('tide')).toBe('high');
  });

  it.skipIf(skip)('is waited for at start, and taken over when the first process ends', async () => {
    const first = await alone(url);
    const warnings: string[] = [];
    const log = {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: string) => void warnings.push(message),
      error: () => undefined,
    };
    const { signal } = new AbortController();
    const waiting = openStateWhenReady(url, { clock: systemClock, log, metrics: noMetrics, signal });
    await vi.waitFor(() => expect(warnings).toEqual(['another process uses the state and is waited for']));

    await first.close();
    const second = await waiting;
    closings.push(() => second.close());

    await expect(second.set('tide', 'low')).resolves.toBeUndefined();
  });

  it.skipIf(skip)('is free a while after its process was killed, and let go by nobody else', async () => {
    const { lease } = await connect(url);
    expect(await lease?.take('first', 500)).toBe('first');
    await lease?.drop('second');
    expect(await lease?.take('second', 500)).toBe('first');
    expect(await lease?.take('first', 500)).toBe('first');

    await sleep(700);

    expect(await lease?.take('second', 500)).toBe('second');
    await lease?.drop('second');
  });

  it.skipIf(skip)('is not written by a process that stood still until its hold was over', async () => {
    let now = Date.now();
    const stopped = { now: () => now, sleep: (_ms: number, signal?: AbortSignal) => until(signal) };
    const store = await alone(url, stopped);
    await store.set('tide', 'high');

    now += 21_000;

    await expect(store.set('tide', 'low')).rejects.toMatchObject({ name: 'StoreError' });
    await expect(store.get('tide')).rejects.toMatchObject({ name: 'StoreError' });
  });
});

async function alone(url: string, clock = systemClock): Promise<OpenStore> {
  const store = await openStore(url, { aloneBy: clock });
  closings.push(() => store.close());
  return store;
}

async function closed<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
  const backend = await opening;
  closings.push(() => backend.close());
  return backend;
}

function until(signal?: AbortSignal): Promise<void> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}

function ownDatabase(service: Service): Service {
  if ('skip' in service) return service;
  const url = new URL(service.url);
  url.pathname = `/${1 + Math.floor(Math.random() * 13)}`;
  return { url: url.href };
}

function ownSchema(service: Service): Service {
  if ('skip' in service) return service;
  const url = new URL(service.url);
  url.searchParams.set('options', `-csearch_path=${place}`);
  return { url: url.href };
}
