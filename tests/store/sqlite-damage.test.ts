import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'liveblog-damage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let file: string;
let count = 0;
beforeEach(() => {
  count += 1;
  file = join(folder, `state-${count}.db`);
});

/** A closed state file of about half a megabyte. */
async function fill(): Promise<void> {
  const store = await openStore(`sqlite:${file}`);
  await Promise.all(Array.from({ length: 500 }, (_, n) => store.set(`entry:${n}`, 'The ferry is late. '.repeat(50))));
  await store.close();
}

const refusal = async (location = `sqlite:${file}`) =>
  openStore(location).then(
    () => undefined,
    (error: unknown) => error as Error,
  );

describe('a damaged state file is refused and left as it was', () => {
  it.each<[string, (file: string) => void]>([
    ['cut in the middle', (file) => truncateSync(file, 100_000)],
    ['cut to nothing', (file) => truncateSync(file, 0)],
    ['overwritten with text', (file) => writeFileSync(file, 'state: gone\n'.repeat(1000))],
    ['with a page of rubbish', (file) => writeFileSync(file, readFileSync(file).fill(7, 8192, 16384))],
    ['with a destroyed header', (file) => writeFileSync(file, readFileSync(file).fill(0, 0, 100))],
  ])('%s', async (_, damage) => {
    await fill();
    damage(file);
    const before = readFileSync(file);

    const error = await refusal();

    expect(error).toMatchObject({ name: 'StoreError', kind: 'corrupt' });
    expect(error?.message).toContain(file);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a place where no state can be', () => {
  it.each<[string, () => string, string]>([
    ['a folder instead of a file', () => `sqlite:${folder}`, 'is a folder'],
    ['a file where the folder should be', () => `sqlite:${join(import.meta.filename, 'state.db')}`, 'cannot be made'],
    ['a scheme nobody knows', () => 'mongodb://user:hunter2@host/db', 'sqlite:FILE'],
    ['no file name', () => 'sqlite:', 'sqlite:FILE'],
    ['memory, which would forget', () => 'sqlite::memory:', 'sqlite:FILE'],
    ['an empty setting', () => '', 'sqlite:FILE'],
  ])('%s is refused with what to do', async (_, location, words) => {
    const error = await refusal(location());

    expect(error?.name).toBe('StoreError');
    expect(error?.message).toContain(words);
    expect(error?.message).not.toContain('hunter2');
  });

  it('a missing folder is made', async () => {
    const deep = join(folder, 'a', 'b', 'state.db');

    const store = await openStore(`sqlite:${deep}`);
    await store.close();

    expect(existsSync(deep)).toBe(true);
  });

  it.runIf(process.platform === 'linux')('a folder that cannot be made is named at once', async () => {
    const error = await refusal('sqlite:/proc/saltmere/data/state.db');

    expect(error).toMatchObject({ name: 'StoreError', kind: 'unavailable' });
    expect(error?.message).toMatch(
      /folder of the state file \/proc\/saltmere\/data\/state\.db cannot be made .*mkdir/u,
    );
  });

  it.skipIf(process.getuid?.() === 0)('a folder without write access is refused as read-only', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o555);

    expect(await refusal(`sqlite:${join(closed, 'state.db')}`)).toMatchObject({ kind: 'read-only' });
  });

  it('a file that cannot be changed is refused as read-only', async (context) => {
    await fill();
    // A copy, since SQLite would use a descriptor again that this process still has of the file itself.
    const copy = `${file}.copy`;
    copyFileSync(file, copy);
    if (spawnSync('chattr', ['+i', copy]).status !== 0) context.skip('this file system has no immutable flag for us');

    const error = await refusal(`sqlite:${copy}`);
    spawnSync('chattr', ['-i', copy]);

    expect(error).toMatchObject({ name: 'StoreError', kind: 'read-only' });
  });

  it('looking at a state that was never made does not make one', async () => {
    await expect(openStore(`sqlite:${file}`, { access: 'read' })).rejects.toMatchObject({ name: 'StoreError' });

    expect(existsSync(file)).toBe(false);
  });
});

describe('a disk that runs full', () => {
  it('fails the writes that do not fit as full, keeps all that was written, and goes on after room was made', async () => {
    const store = await openStore(`sqlite:${file}`, { maxPages: 40 });
    await store.set('first', 'kept');

    const writes = Array.from({ length: 100 }, (_, n) => store.set(`big:${n}`, 'x'.repeat(5000)));
    const outcomes = await Promise.allSettled(writes);

    expect(outcomes.every((one) => one.status === 'rejected')).toBe(true);
    expect(outcomes[0]).toMatchObject({ reason: { name: 'StoreError', kind: 'full' } });
    expect(await store.get('first')).toBe('kept');
    expect(await store.get('big:0')).toBeUndefined();
    await store.set('small', 'fits');
    await store.close();
    const roomier = await openStore(`sqlite:${file}`);
    await roomier.set('big:0', 'x'.repeat(500_000));
    expect(await roomier.getMany(['first', 'small'])).toEqual(['kept', 'fits']);
    await roomier.close();
  });
});

describe('one process per file', () => {
  it('a second opening is refused with the process id, and welcome after the first is closed', async () => {
    const first = await openStore(`sqlite:${file}`);

    expect(await refusal()).toMatchObject({
      kind: 'locked',
      message: expect.stringContaining(`process ${process.pid}`),
    });

    await first.close();
    const second = await openStore(`sqlite:${file}`);
    await second.close();
  });

  it('a state file that another program locks is refused as locked, in well under the time-out', async () => {
    const other = new Database(file);
    other.exec('CREATE TABLE kv (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
    other.exec('BEGIN EXCLUSIVE');

    const began = performance.now();
    const error = await refusal();
    other.exec('ROLLBACK');
    other.close();

    expect(error).toMatchObject({ name: 'StoreError', kind: 'locked' });
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
