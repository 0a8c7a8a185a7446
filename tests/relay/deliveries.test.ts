import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/core/delivery.ts';
import { createDeliveries } from '../../src/relay/deliveries.ts';
import { createRecords } from '../../src/relay/records.ts';
import { MemoryStore } from '../support/memory-store.ts';

const C = 'slack:C1';
const posted = (key: string, life = 1): Delivery => ({
  key,
  state: 'posted',
  life,
  at: 1,
  revision: 'r1',
  edits: {},
  message: { id: `m-${key}` },
  postedAt: 1,
});

const on = (store: MemoryStore, shared = false) => createDeliveries(createRecords(store), { shared });

describe('what we know of a channel', () => {
  it('is there in the next process', async () => {
    const store = new MemoryStore();
    await on(store).save(C, posted('a'));

    const deliveries = on(store.reopen());
    await deliveries.load(C, ['a', 'b']);

    expect([deliveries.get(C, 'a'), deliveries.get(C, 'b')]).toEqual([posted('a'), undefined]);
  });

  it('that cannot be read is an error, and never "nothing was posted"', async () => {
    const store = new MemoryStore();
    await on(store).save(C, posted('a'));
    store.failWith(() => 'unavailable');
    const deliveries = on(store);
    await expect(deliveries.load(C, ['a'])).rejects.toMatchObject({ name: 'StoreError' });

    store.failWith(() => 'ok');
    await deliveries.load(C, ['a']);
    expect(deliveries.get(C, 'a')).toEqual(posted('a'));
  });

  it.each(['lost', 'unavailable'] as const)(
    'after a write whose outcome is unknown (%s) is what the store says',
    async (fault) => {
      const store = new MemoryStore();
      const deliveries = on(store);
      await deliveries.save(C, posted('a'));
      store.failWith(() => fault);
      await expect(deliveries.save(C, posted('a', 2))).rejects.toMatchObject({ name: 'StoreError' });
      await expect(deliveries.drop(C, 'a')).rejects.toMatchObject({ name: 'StoreError' });

      store.failWith(() => 'ok');
      await deliveries.load(C, ['a']);
      expect(deliveries.get(C, 'a')).toEqual(fault === 'lost' ? undefined : posted('a'));
    },
  );

  it('that another process wrote is read again where the state is shared', async () => {
    const store = new MemoryStore();
    const [ours, theirs] = [on(store, true), on(store, true)];
    await ours.load(C, ['a']);
    await theirs.save(C, posted('a'));
    ours.begin(C);
    await ours.load(C, ['a']);
    await ours.load(C, ['b']);

    expect(ours.get(C, 'a')).toEqual(posted('a'));
  });

  it('is read once where the state is our own', async () => {
    const store = new MemoryStore();
    const deliveries = on(store);
    await deliveries.load(C, ['a', 'b']);
    store.failWith(() => 'unavailable');

    await deliveries.load(C, ['b', 'a']);
    expect(deliveries.get(C, 'a')).toBeUndefined();
  });
});
