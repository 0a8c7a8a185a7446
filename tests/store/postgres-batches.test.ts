import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postgresService } from '../support/services.ts';

const service = await postgresService();
const skip = 'skip' in service ? ` (${service.skip})` : '';

describe.skipIf('skip' in service)(`writes of one turn in PostgreSQL${skip}`, () => {
  const url = 'url' in service ? service.url : '';
  let store: OpenStore;
  let prefix: string;
  const key = (name: string | number) => `${prefix}:${name}`;

  beforeEach(async () => {
    store = await openStore(url);
    prefix = `test-batch-${process.pid}-${Math.random().toString(36).slice(2)}`;
  });
  afterEach(async () => {
    for (const name of await store.keys(prefix)) await store.delete(name);
    await store.close();
  });

  /** In how many transactions the rows that are there were written. */
  async function transactions(): Promise<number> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const sql = 'SELECT count(DISTINCT xmin::text)::int AS n FROM liveblog_relay WHERE starts_with(key, $1)';
    const { rows } = await client.query<{ n: number }>(sql, [prefix]);
    await client.end();
    return rows[0]?.n ?? 0;
  }

  it('are one transaction, as the entries of a blog seen for the first time', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => store.set(key(n), { n })));

    expect(await store.getMany([key(0), key(199)])).toEqual([{ n: 0 }, { n: 199 }]);
    expect(await transactions()).toBe(1);
  });

  it('fail alone where the database will not have one of them', async () => {
    const names = ['tide', 'a\u0000b', 'ferry'];
    const outcomes = await Promise.allSettled(names.map((name) => store.set(key(name), name)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.getMany([key('tide'), key('ferry')])).toEqual(['tide', 'ferry']);
  });

  it('to one key end in the order they were made, and deletions among them', async () => {
    const turn = () => new Promise((done) => setImmediate(done));
    const writes = [store.set(key('pier'), 1), store.set(key('pier'), 2), store.set(key('quay'), 1)];
    await turn();
    writes.push(store.delete(key('pier')), store.delete(key('quay')));
    await turn();
    writes.push(store.set(key('pier'), 3));
    await Promise.all(writes);

    expect(await store.getMany([key('pier'), key('quay')])).toEqual([3, undefined]);
  });

  it('are written before the store is closed', async () => {
    const written = store.set(key('lamp'), 'lit');
    await new Promise((done) => process.nextTick(done));
    await store.close();
    await written;

    store = await openStore(url);
    expect(await store.get(key('lamp'))).toBe('lit');
  });

  it('after others that are still under way come after them', async () => {
    const first = store.set(key('mole'), 1);
    await new Promise((done) => setImmediate(done));
    const second = Promise.all([store.set(key('mole'), 2), store.set(key('mill'), 2)]);
    await new Promise((done) => setImmediate(done));
    await Promise.all([first, second, store.set(key('mole'), 3)]);

    expect(await store.getMany([key('mole'), key('mill')])).toEqual([3, 2]);
  });
});
