import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Migration, RecordForm } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open-store.ts';
import { redisService } from '../support/services.ts';

const folder = mkdtempSync(join(tmpdir(), 'liveblog-migrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nameEntries: Migration = {
  to: 2,
  why: 'entries are kept under their blog',
  record: (key, value) => (key.startsWith('entry:') ? { key: key.replace('entry:', 'storm:entry:'), value } : 'keep'),
};
const dropNotes: Migration = {
  to: 3,
  why: 'notes are not read any more',
  record: (key) => (key.startsWith('note:') ? 'delete' : 'keep'),
};
const second: RecordForm = { version: 2, migrations: [nameEntries] };
const third: RecordForm = { version: 3, migrations: [nameEntries, dropNotes] };

let location: string;
let count = 0;
beforeEach(() => {
  count += 1;
  location = `sqlite:${join(folder, `${count}.db`)}`;
});

async function plant(form?: RecordForm): Promise<void> {
  const store = await openStore(location, form === undefined ? {} : { form });
  await Promise.all(Array.from({ length: 1200 }, (_, n) => store.set(`entry:${n}`, n)));
  await store.set('note:1', 'spare');
  await store.close();
}

describe('records of an older version', () => {
  it('are brought up to date step by step, none lost', async () => {
    await plant();

    const store = await openStore(location, { form: third });

    const moved = await store.getMany(Array.from({ length: 1200 }, (_, n) => `storm:entry:${n}`));
    expect(moved).toEqual(Array.from({ length: 1200 }, (_, n) => n));
    expect(await store.get('entry:0')).toBeUndefined();
    expect(await store.get('note:1')).toBeUndefined();
    await store.close();
  });

  it('are brought up to date too after a step that broke off in the middle', async () => {
    await plant();
    let seen = 0;
    const breaking: Migration = {
      ...nameEntries,
      record: (key, value) => {
        seen += 1;
        if (seen > 300) throw new Error('killed here');
        return nameEntries.record(key, value);
      },
    };
    await expect(openStore(location, { form: { version: 2, migrations: [breaking] } })).rejects.toThrow('killed here');

    const store = await openStore(location, { form: second });

    expect(await store.getMany(['storm:entry:0', 'storm:entry:1199', 'entry:700'])).toEqual([0, 1199, undefined]);
    await store.close();
  });

  it('are not touched by a reader, which says that a start is due', async () => {
    await plant();

    await expect(openStore(location, { access: 'read', form: second })).rejects.toThrow('Start the bot once first');

    const store = await openStore(location);
    expect(await store.get('entry:5')).toBe(5);
    await store.close();
  });
});

describe('records of a newer version', () => {
  it.each(['write', 'read'] as const)('are refused for %s with both versions named', async (access) => {
    await plant(third);

    await expect(openStore(location, { access })).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'newer',
      message: expect.stringMatching(/version 3.*knows 1/),
    });
  });
});

const redis = await redisService();
describe.skipIf('skip' in redis)('records in a shared Redis', () => {
  it('of other programs are not handed to a migration', async () => {
    if ('skip' in redis) return;
    const keys: string[] = [];
    const store = await openStore(redis.url);
    await store.set('entry:own', 1);
    await store.close();

    const look: Migration = {
      to: 2,
      why: 'to see what comes by',
      record: (key) => {
        keys.push(key);
        return 'keep';
      },
    };
    const migrated = await openStore(redis.url, { form: { version: 2, migrations: [look] } });
    await migrated.set('store:form', { version: 1 });
    await migrated.delete('entry:own');
    await migrated.close();

    expect(keys).toContain('entry:own');
  });
});
