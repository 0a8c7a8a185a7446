import { describe, expect, it } from 'vitest';
import { EVENING, snapshotOf, update } from '../../support/entries.ts';
import { createSeen } from '../../support/seen.ts';

const minute = (n: number) => EVENING + n * 60_000;
const tide = update('tide', 'The tide is three metres over the quay wall.', { minute: 1 });
const ferry = update('ferry', 'The evening ferry has turned back to the island.', { minute: 2 });
const lamp = update('lamp', 'The harbour lamp went out and the pilot boat is leading.', { minute: 3 });
const pumps = update('pumps', 'Pumps from the county are at the fish market.', { minute: 4 });

describe('an entry that slides out of the window', () => {
  it('is not removed', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));

    seen.look(snapshotOf([ferry, lamp, pumps]), minute(6));
    seen.look(snapshotOf([ferry, lamp, pumps]), minute(7));
    const last = seen.lookAgain(minute(8));

    expect(last.removed).toBe(0);
    expect(seen.record('tide')?.removedAt).toBeUndefined();
  });
});

describe('an entry that is missing between two others', () => {
  it('is removed at the second look and not at the first', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));

    expect(seen.look(snapshotOf([tide, lamp]), minute(6)).removed).toBe(0);
    expect(seen.look(snapshotOf([tide, lamp]), minute(7)).removed).toBe(1);
    expect(seen.record('ferry')?.removedAt).toBe(minute(7));
  });

  it('is removed when the second look is an unchanged page', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));
    seen.look(snapshotOf([tide, lamp]), minute(6));

    expect(seen.lookAgain(minute(7)).removed).toBe(1);
  });

  it('stays when it is back at the second look', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));
    seen.look(snapshotOf([tide, lamp]), minute(6));
    seen.look(snapshotOf([tide, ferry, lamp]), minute(7));

    expect(seen.look(snapshotOf([tide, lamp]), minute(8)).removed).toBe(0);
  });

  it('comes back as itself when the page shows it again later', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));
    seen.look(snapshotOf([tide, lamp]), minute(6));
    seen.look(snapshotOf([tide, lamp]), minute(7));

    const back = seen.look(snapshotOf([tide, ferry, lamp]), minute(8));

    expect(back).toMatchObject({ added: 0, restored: 1 });
    expect(seen.record('ferry')?.removedAt).toBeUndefined();
  });

  it('is gone at the newest end only once something newer stands there', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));

    seen.look(snapshotOf([tide, ferry]), minute(6));
    seen.look(snapshotOf([tide, ferry]), minute(7));
    expect(seen.record('lamp')?.removedAt).toBeUndefined();

    seen.look(snapshotOf([tide, ferry, pumps]), minute(8));
    seen.look(snapshotOf([tide, ferry, pumps]), minute(9));
    expect(seen.record('lamp')?.removedAt).toBe(minute(9));
  });
});

describe('a pinned copy on top of the page', () => {
  it('does not make what lies between it and the rest look removed', () => {
    const pinned = update('tide', 'The tide is three metres over the quay wall.', {
      minute: 1,
      flags: ['pinned'],
      aside: true,
    });
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));

    seen.look(snapshotOf([pinned, lamp, pumps]), minute(6));
    seen.look(snapshotOf([pinned, lamp, pumps]), minute(7));

    expect(seen.record('ferry')?.removedAt).toBeUndefined();
  });
});

describe('a moved date', () => {
  it('is neither new nor an edit (catalogue 1)', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry]), minute(5));

    const moved = seen.look(snapshotOf([{ ...tide, publishedAt: minute(40) }, ferry]), minute(6));

    expect(moved).toMatchObject({ added: 0, edited: 0, records: [] });
  });
});

describe('a back-dated entry in the middle of the list', () => {
  it('is new (catalogue 2)', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, lamp]), minute(5));

    const late = update('late', 'A note from this morning that was left lying.', { minute: -420 });

    expect(seen.look(snapshotOf([tide, late, lamp]), minute(6)).added).toBe(1);
    expect(seen.record('late')?.baseline).toBe(false);
  });
});

describe('old entries that resurface', () => {
  it('are history when one of the page vanished (catalogue 8)', () => {
    const seen = createSeen();
    seen.look(snapshotOf([ferry, lamp, pumps]), minute(5));

    seen.look(snapshotOf([tide, ferry, pumps]), minute(6));

    expect(seen.record('tide')?.baseline).toBe(true);
  });
});

describe('an entry that is corrected as its id changes', () => {
  it('is told by its time', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));
    const corrected = update('lamp-2', 'The harbour lamp went out and a tug is leading.', { minute: 3 });

    expect(seen.look(snapshotOf([tide, ferry, corrected]), minute(6))).toMatchObject({ added: 0, edited: 1 });
  });

  it('is not taken for a new one where several have one time, as in feeds that give days alone', () => {
    const seen = createSeen();
    const count = (n: number) =>
      update(`count-${n}`, `Count ${n}: the wardens have closed ${n} streets.`, { minute: 0 });
    seen.look(snapshotOf([count(1), count(2), count(3)]), minute(5));

    expect(seen.look(snapshotOf([count(2), ferry, count(3), count(4)]), minute(6))).toMatchObject({
      added: 2,
      edited: 0,
    });
  });
});

describe('regenerated guids', () => {
  it('announce nothing, and the entries stay what they were (catalogue 7)', () => {
    const seen = createSeen();
    const all = [tide, ferry, lamp, pumps];
    seen.look(snapshotOf(all), minute(5));

    const again = seen.look(snapshotOf(all.map((entry, i) => ({ ...entry, sourceId: `fresh-${i}` }))), minute(6));
    const edited = seen.look(
      snapshotOf(
        all.map((entry, i) =>
          i === 1
            ? update('fresh-1', 'The evening ferry has sunk.', { minute: 2 })
            : { ...entry, sourceId: `fresh-${i}` },
        ),
      ),
      minute(7),
    );

    expect(again).toMatchObject({ added: 0, edited: 0, removed: 0 });
    expect(edited).toMatchObject({ added: 0, edited: 1 });
    expect(seen.record('ferry')?.entry.body.text).toBe('The evening ferry has sunk.');
  });
});

describe('a guid that all items share', () => {
  it('is not their identity (catalogue 7)', () => {
    const seen = createSeen();
    const shared = [tide, ferry, lamp].map((entry) => ({ ...entry, sourceId: 'same' }));
    seen.look(snapshotOf(shared), minute(5));

    expect(seen.set.facts.count).toBe(3);
    expect(seen.look(snapshotOf([...shared, { ...pumps, sourceId: 'same' }]), minute(6)).added).toBe(1);
  });
});

describe('two entries with one date', () => {
  it('are two entries (catalogue 3)', () => {
    const seen = createSeen();
    seen.look(snapshotOf([]), minute(1));

    const twins = [
      update(undefined, 'Gate one is shut.', { minute: 2 }),
      update(undefined, 'Gate two is shut.', { minute: 2 }),
    ];

    expect(seen.look(snapshotOf(twins), minute(3)).added).toBe(2);
    expect(seen.look(snapshotOf(twins), minute(4)).added).toBe(0);
  });
});

describe('a page that suddenly shows nothing or far less', () => {
  it.each([0, 1, 2, 4])('changes nothing when %i of ten entries are left', (left) => {
    const ten = Array.from({ length: 10 }, (_, i) =>
      update(`e${i}`, `Report number ${i} from the quay.`, { minute: i }),
    );
    const seen = createSeen();
    seen.look(snapshotOf(ten), minute(11));

    const detection = seen.look(snapshotOf(ten.slice(0, left)), minute(12));
    seen.look(snapshotOf(ten.slice(0, left)), minute(13));

    expect(detection).toMatchObject({ quarantined: true, added: 0, removed: 0, records: [] });
    expect(seen.set.facts.quarantine?.polls).toBe(2);
    expect(seen.look(snapshotOf(ten), minute(14))).toMatchObject({ quarantined: false, added: 0, removed: 0 });
  });

  it('is taken as it is when it stays so and shows entries we know', () => {
    const ten = Array.from({ length: 10 }, (_, i) =>
      update(`e${i}`, `Report number ${i} from the quay.`, { minute: i }),
    );
    const seen = createSeen();
    seen.look(snapshotOf(ten), minute(11));
    for (let i = 0; i < 4; i++) seen.look(snapshotOf(ten.slice(6)), minute(12 + i));

    const accepted = seen.look(snapshotOf([...ten.slice(7), pumps]), minute(20));

    expect(accepted).toMatchObject({ quarantined: false, added: 1, removed: 0 });
  });
});

describe('an explicit deletion', () => {
  it('removes at once, and one for an unknown id is nothing (catalogue 13)', () => {
    const seen = createSeen();
    seen.look(snapshotOf([tide, ferry, lamp]), minute(5));

    const detection = seen.look(snapshotOf([], { coverage: 'increment', deleted: ['ferry', 'never-seen'] }), minute(6));

    expect(detection.removed).toBe(1);
    expect(seen.record('ferry')?.removedAt).toBe(minute(6));
  });
});

describe('an empty feed', () => {
  it('is followed, and what comes later is new (catalogue 6)', () => {
    const seen = createSeen();
    seen.look(snapshotOf([]), minute(1));

    expect(seen.look(snapshotOf([tide]), minute(2)).added).toBe(1);
    expect(seen.record('tide')?.baseline).toBe(false);
  });
});

describe('ids made of time and author', () => {
  const bare = (text: string, at: number) => update(undefined, text, { minute: at });

  it('keep an entry through a correction of its time', () => {
    const seen = createSeen();
    seen.look(
      snapshotOf([bare('The tide is over the quay wall now.', 1), bare('The ferry has turned back again.', 2)]),
      minute(5),
    );

    const moved = seen.look(
      snapshotOf([bare('The tide is over the quay wall now.', 1), bare('The ferry has turned back again.', 3)]),
      minute(6),
    );

    expect(moved).toMatchObject({ added: 0, edited: 0, removed: 0 });
  });

  it('keep an entry through an edit of its text', () => {
    const seen = createSeen();
    seen.look(
      snapshotOf([bare('The tide is over the quay wall now.', 1), bare('Two ferries turned back.', 2)]),
      minute(5),
    );

    const edited = seen.look(
      snapshotOf([bare('The tide is over the quay wall now.', 1), bare('Three ferries turned back.', 2)]),
      minute(6),
    );

    expect(edited).toMatchObject({ added: 0, edited: 1 });
  });
});

describe('revisions of an entry', () => {
  it('are kept from the first, however many there are', () => {
    const seen = createSeen();
    for (let i = 0; i < 30; i++) seen.look(snapshotOf([update('a', `The ferry carries ${i} people.`)]), i * 1000);

    const texts = seen.record('a')?.past.map(({ text }) => text) ?? [];
    expect(texts[0]).toBe('The ferry carries 0 people.');
    expect(texts.at(-1)).toBe('The ferry carries 28 people.');
    expect(texts.length).toBeLessThanOrEqual(10);
    expect(seen.record('a')?.edits).toBe(29);
  });
});
