import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OpenStore } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postgresService, redisService, type Service } from '../support/services.ts';
import { TcpGate } from '../support/tcp-gate.ts';

const TIMEOUT = 400;

const services: [string, Service, number][] = [
  ['Redis', await redisService(), 6379],
  ['PostgreSQL', await postgresService(), 5432],
];

describe.each(services)('%s behind a bad connection', (_, service, standardPort) => {
  const skip = 'skip' in service;
  let gate: TcpGate;
  let store: OpenStore;

  const begin = async () => {
    if ('skip' in service) throw new Error(service.skip);
    const url = new URL(service.url);
    gate = new TcpGate({ host: url.hostname, port: Number(url.port || standardPort) });
    const behind = new URL(service.url);
    behind.hostname = '127.0.0.1';
    behind.port = String(await gate.listen());
    store = await openStore(behind.href, { timeout: TIMEOUT });
  };

  afterEach(async () => {
    if (skip) return;
    await store.close().catch(() => undefined);
    await gate.stop();
  });

  it.skipIf(skip)(
    'a cut connection is an error at once or in time, never an empty answer, and mends by itself',
    async () => {
      await begin();
      await store.set('outage:tide', 'high');

      gate.close();
      const began = performance.now();
      await expect(store.get('outage:tide')).rejects.toMatchObject({ name: 'StoreError', kind: 'unavailable' });
      await expect(store.getMany(['outage:tide'])).rejects.toMatchObject({ kind: 'unavailable' });
      await expect(store.set('outage:tide', 'low')).rejects.toMatchObject({ kind: 'unavailable' });
      await expect(store.delete('outage:tide')).rejects.toMatchObject({ kind: 'unavailable' });
      expect(performance.now() - began).toBeLessThan(4 * TIMEOUT + 2_000);

      gate.open();
      await vi.waitFor(async () => expect(await store.get('outage:tide')).toBe('high'), {
        timeout: 10_000,
        interval: 100,
      });
    },
  );

  it.skipIf(skip)('a server that does not answer is an error within the time-out', async () => {
    await begin();
    await store.set('outage:wind', 'west');

    gate.freeze();
    const began = performance.now();
    const calls = await Promise.allSettled([
      store.get('outage:wind'),
      store.getMany(['outage:wind']),
      store.set('outage:wind', 'east'),
    ]);

    expect(performance.now() - began).toBeLessThan(TIMEOUT + 2_000);
    for (const call of calls) expect(call).toMatchObject({ status: 'rejected', reason: { kind: 'unavailable' } });
    gate.open();
    await vi.waitFor(async () => expect(await store.get('outage:wind')).toBeDefined(), {
      timeout: 10_000,
      interval: 100,
    });
  });
});

describe('a server that is not there', () => {
  it.each(['redis://:hunter2-secret@127.0.0.1:1/0', 'postgres://bot:hunter2-secret@127.0.0.1:1/liveblog'])(
    '%s is refused at the start with its name and without its password',
    async (url) => {
      const opening = openStore(url, { timeout: 1500 });

      const error = await opening.then(
        () => undefined,
        (reason: unknown) => reason as Error,
      );
      expect(error).toMatchObject({ name: 'StoreError', kind: 'unavailable' });
      expect(error?.message).toContain('127.0.0.1:1');
      expect(error?.message).not.toContain('hunter2');
    },
  );
});
