import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStore, StoreError } from '../../src/ports/store.ts';

export type StoreHarness = {
  readonly open: () => Promise<OpenStore>;
  /** A second opening of the same data after the first was closed; absent where nothing outlives the process. */
  readonly reopen?: () => Promise<OpenStore>;
};

const AWKWARD_KEYS = ['liveblog:x', 'liveblog::x', 'keyv:x', ' ', 'a%b_c', "it's", 'Zürich/東京/🚢', 'k'.repeat(500)];
const AWKWARD_VALUES: readonly (readonly [string, unknown])[] = [
  ['an object with nothing in it', {}],
  ['null', null],
  ['false', false],
  ['zero', 0],
  ['an empty string', ''],
  ['text that looks like a serialised buffer', ':base64:aGVsbG8='],
  ['text that begins with a colon', { text: ':tide' }],
  ['a NUL and a lone surrogate', 'a\u0000b\ud800c'],
  ['all scripts', 'Ærø – Οδησσός – Одеса – 大阪 – 🌊'],
  ['a megabyte', 'x'.repeat(1_000_000)],
  ['__proto__ as plain data', JSON.parse('{"__proto__":{"a":1}}')],
];

/** What every implementation of the `Store` port keeps to. */
export function storeContract(name: string, harness: StoreHarness): void {
  describe(`${name} keeps the store contract`, () => {
    let store: OpenStore;
    let prefix: string;

    beforeEach(async () => {
      store = await harness.open();
      prefix = `test-${process.pid}-${Math.random().toString(36).slice(2)}`;
    });

    afterEach(async () => {
      await store.close();
    });

    const key = (name: string) => `${prefix}:${name}`;

    it('a key that was never set is undefined', async () => {
      expect(await store.get(key('none'))).toBeUndefined();
    });

    it('a value is read as it was written, and the last write wins', async () => {
      await store.set(key('tide'), { height: 3.4, at: ['12:01', '12:02'] });
      await store.set(key('tide'), { height: 3.6 });

      expect(await store.get(key('tide'))).toEqual({ height: 3.6 });
    });

    it.each(AWKWARD_VALUES)('%s comes back unchanged', async (_, value) => {
      await store.set(key('awkward'), value);

      expect(JSON.stringify(await store.get(key('awkward')))).toBe(JSON.stringify(value));
    });

    it('awkward keys are kept apart, in single and in many reads alike', async () => {
      await Promise.all(AWKWARD_KEYS.map((name) => store.set(key(name), name)));
      await Promise.all(AWKWARD_KEYS.map((name) => store.set(name, `plain ${name}`)));

      const single = await Promise.all(AWKWARD_KEYS.map((name) => store.get(name)));
      const many = await store.getMany(AWKWARD_KEYS);

      expect(single).toEqual(AWKWARD_KEYS.map((name) => `plain ${name}`));
      expect(many).toEqual(single);
      expect(await store.getMany(AWKWARD_KEYS.map(key))).toEqual(AWKWARD_KEYS);
      await Promise.all(AWKWARD_KEYS.map((name) => store.delete(name)));
    });

    it('many keys are answered in the order asked, repeats and gaps included', async () => {
      await store.set(key('a'), 1);
      await store.set(key('b'), 2);

      expect(await store.getMany([key('b'), key('none'), key('a'), key('b')])).toEqual([2, undefined, 1, 2]);
      expect(await store.getMany([])).toEqual([]);
    });

    it('two thousand keys written at once are all there and read in one go', async () => {
      const keys = Array.from({ length: 2000 }, (_, index) => key(`entry-${index}`));

      await Promise.all(keys.map((name, index) => store.set(name, index)));

      expect(await store.getMany(keys)).toEqual(keys.map((_, index) => index));
      await Promise.all(keys.map((name) => store.delete(name)));
    });

    it('writes to one key end in the order they were made', async () => {
      await Promise.all([1, 2, 3, 4].map((value) => store.set(key('order'), value)));

      expect(await store.get(key('order'))).toBe(4);
    });

    it('a deleted key is gone, and deleting it again is no error', async () => {
      await store.set(key('ferry'), 'late');
      await store.delete(key('ferry'));
      await store.delete(key('ferry'));

      expect(await store.get(key('ferry'))).toBeUndefined();
    });

    it('the keys with a prefix are listed, special characters taken as they are', async () => {
      const names = ['blog:a', 'blog:b%', 'blog:b*', 'blog:b[1]', 'blog:bé🌊', 'blogs', 'route:a'].map(key);
      await Promise.all(names.map((name) => store.set(name, 1)));
      await store.delete(key('blog:a'));

      expect((await store.keys(key('blog:'))).sort()).toEqual(names.slice(1, 5).sort());
      expect(await store.keys(key('blog:b['))).toEqual([key('blog:b[1]')]);
      expect(await store.keys(key('blog:b*'))).toEqual([key('blog:b*')]);
      expect(await store.keys(key('none'))).toEqual([]);
      await Promise.all(names.map((name) => store.delete(name)));
    });

    it('what is read is a copy: changing it changes nothing in the store', async () => {
      await store.set(key('copy'), { list: [1] });
      const read = await store.get<{ list: number[] }>(key('copy'));
      read?.list.push(2);

      expect(await store.get(key('copy'))).toEqual({ list: [1] });
    });

    it('a closed store refuses every call with a StoreError, and closing twice is no error', async () => {
      await store.close();
      await store.close();

      const calls = [store.get('a'), store.getMany(['a']), store.set('a', 1), store.delete('a'), store.keys('')];
      for (const outcome of await Promise.allSettled(calls)) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreError', kind: 'unavailable' } });
        expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(StoreError);
      }
    });

    it.runIf(harness.reopen !== undefined)('values outlive the process that wrote them', async () => {
      await store.set(key('kept'), 'yes');
      await store.close();

      store = (await harness.reopen?.()) ?? store;

      expect(await store.get(key('kept'))).toBe('yes');
      await store.delete(key('kept'));
    });
  });
}
