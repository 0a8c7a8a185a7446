import { describe, expect, it } from 'vitest';
import { detect } from '../../src/core/detect/detect.ts';
import { unseen } from '../../src/core/seen-set.ts';
import { type BlogRecord, createRecords } from '../../src/relay/records.ts';
import { createSeenSets } from '../../src/relay/seen-sets.ts';
import { EVENING, snapshotOf, update } from '../support/entries.ts';
import { MemoryStore } from '../support/memory-store.ts';

const URL = 'https://saltmere.example/live';
const tide = update('tide', 'The tide is over the quay wall.', { minute: 0 });
const ferry = update('ferry', 'The evening ferry has turned back.', { minute: 1 });
const lamp = update('lamp', 'The harbour lamp is out.', { minute: 2 });

function recordOf(version: number, facts: BlogRecord['facts']): BlogRecord {
  return {
    name: 'storm',
    version,
    facts,
    face: { live: true, keyPoints: [] },
    validators: { [URL]: { etag: `"${version}"` } },
    polledAt: EVENING + version * 1000,
    savedAt: 0,
    changedAt: EVENING,
    warnings: [],
    readAt: EVENING,
  };
}

/** What two polls would write: the first with one entry, the second with two more. */
function polls() {
  const empty = unseen(URL, EVENING);
  const first = detect(empty, snapshotOf([tide]), EVENING, { firstSight: true });
  const seen = { facts: first.facts, records: first.records };
  const second = detect(seen, snapshotOf([tide, ferry, lamp]), EVENING + 1000, { firstSight: false });
  return [
    { record: recordOf(1, first.facts), changed: first.records },
    { record: recordOf(2, second.facts), changed: second.records },
  ] as const;
}

const setsOn = (store: MemoryStore) => createSeenSets(createRecords(store), { shared: true });
const idsOf = (known: Awaited<ReturnType<ReturnType<typeof setsOn>['load']>>) =>
  known?.seen.records.map(({ entry }) => entry.id);

describe('a seen-set', () => {
  it('that was never written is undefined: first sight', async () => {
    expect(await setsOn(new MemoryStore()).load('storm')).toBeUndefined();
  });

  it('comes back as it was saved, in another process', async () => {
    const store = new MemoryStore();
    for (const { record, changed } of polls()) await setsOn(store).save(record, changed);

    const known = await setsOn(store.reopen()).load('storm');

    expect(idsOf(known)).toEqual(['tide', 'ferry', 'lamp']);
    expect(known?.record).toMatchObject({ version: 2, savedAt: EVENING + 2000 });
  });

  it.each(['unavailable', 'corrupt'] as const)(
    'that cannot be read (%s) is an error and never first sight',
    async (fault) => {
      const store = new MemoryStore();
      const [{ record, changed }] = polls();
      const sets = setsOn(store);
      await sets.save(record, changed);
      for (const operation of ['get', 'getMany']) {
        store.failWith((call) => (call.operation === operation ? fault : 'ok'));
        await expect(setsOn(store).load('storm')).rejects.toMatchObject({ name: 'StoreError', kind: fault });
      }

      store.failWith(() => 'ok');
      expect(idsOf(await sets.load('storm'))).toEqual(['tide']);
    },
  );

  it('of which an entry is missing is an error that says what to do', async () => {
    const store = new MemoryStore();
    const [, { record }] = polls();
    await createRecords(store).saveBlog(record);

    await expect(setsOn(store).load('storm')).rejects.toThrow(/entry 0 of storm is missing\. Restore/u);
  });

  it.each([0, 1, 2, 3])(
    'killed after %i writes of a poll is the set before it or the set after it, and can be saved anew',
    async (writes) => {
      const [first, second] = polls();
      const store = new MemoryStore();
      await setsOn(store).save(first.record, first.changed);
      store.failWith(() => 'ok');
      store.killAfter(writes);
      await setsOn(store)
        .save(second.record, second.changed)
        .catch(() => undefined);

      const sets = setsOn(store.reopen());
      const known = await sets.load('storm');
      const isAfter = known?.record.version === 2;
      expect(idsOf(known)).toEqual(isAfter ? ['tide', 'ferry', 'lamp'] : ['tide']);
      expect(known?.record.validators[URL]?.etag).toBe(isAfter ? '"2"' : '"1"');

      await sets.save(second.record, second.changed);
      expect(idsOf(await sets.load('storm'))).toEqual(['tide', 'ferry', 'lamp']);
    },
  );

  it('whose write had an unknown outcome is read again', async () => {
    const [first, second] = polls();
    const store = new MemoryStore();
    const sets = setsOn(store);
    await sets.save(first.record, first.changed);
    store.failWith(({ key }) => (key === 'blog:storm' ? 'lost' : 'ok'));
    await expect(sets.save(second.record, second.changed)).rejects.toMatchObject({ name: 'StoreError' });

    store.failWith(() => 'ok');
    expect(idsOf(await sets.load('storm'))).toEqual(['tide', 'ferry', 'lamp']);
  });

  it('that another process moved on is read again', async () => {
    const [first, second] = polls();
    const store = new MemoryStore();
    const [ours, theirs] = [setsOn(store), setsOn(store)];
    await ours.save(first.record, first.changed);
    await theirs.load('storm');
    await theirs.save(second.record, second.changed);

    expect(idsOf(await ours.load('storm'))).toEqual(['tide', 'ferry', 'lamp']);
  });

  it('remembers the times of a poll that found nothing without a write', async () => {
    const [first] = polls();
    const store = new MemoryStore();
    const sets = setsOn(store);
    const record = await sets.save(first.record, first.changed);
    store.failWith(({ operation }) => (operation === 'set' ? 'unavailable' : 'ok'));
    sets.touch({ ...record, polledAt: EVENING + 99_000 });

    expect((await sets.load('storm'))?.record.polledAt).toBe(EVENING + 99_000);
  });

  it('of more blogs than memory is given to is whole, and knows the times of its last poll', async () => {
    const entries = Array.from({ length: 3000 }, (_, n) => update(`u${n}`, `Tide ${n}.`, { minute: n }));
    const { facts, records } = detect(unseen(URL, EVENING), snapshotOf(entries), EVENING, { firstSight: true });
    const sets = setsOn(new MemoryStore());
    const names = ['storm', 'vote', 'match', 'trial'];
    for (const name of names) {
      const record = await sets.save({ ...recordOf(1, facts), name }, records);
      sets.touch({ ...record, polledAt: EVENING + 99_000 });
    }

    for (const name of [...names, ...names]) {
      const known = await sets.load(name);

      expect(known?.record.polledAt).toBe(EVENING + 99_000);
      expect(known?.seen.records).toHaveLength(3000);
      expect(known?.seen.records.at(-1)).toEqual(records.at(-1));
    }
  });
});
