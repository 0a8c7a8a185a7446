import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/core/delivery.ts';
import { diff, noteKeys } from '../../src/core/diff.ts';
import type { Wanted } from '../../src/core/wanted.ts';
import { HARBOUR, sampleView } from '../contracts/sample-posts.ts';

const NOW = 1_000_000;
const MESSAGE = { id: 'm1' };
const there = {
  key: 'k',
  life: 1,
  at: NOW - 60_000,
  revision: 'r1',
  edits: {},
  message: MESSAGE,
  postedAt: NOW - 60_000,
};

/** Every state a delivery can be in, showing revision r1 (an edit under way was to make it r1). */
const DELIVERIES: Readonly<Record<'none' | Delivery['state'], Delivery | undefined>> = {
  none: undefined,
  removed: { key: 'k', life: 1, at: NOW - 60_000, state: 'removed' },
  gone: { key: 'k', life: 1, at: NOW - 60_000, state: 'gone' },
  posting: { key: 'k', life: 1, at: NOW, state: 'posting', revision: 'r1', edits: {}, token: 't', since: NOW },
  posted: { ...there, state: 'posted' },
  editing: { ...there, state: 'editing', was: { revision: 'r0', edits: {} } },
  removing: { ...there, state: 'removing' },
  refused: { ...there, state: 'refused', cannot: 'edit' },
  failed: { key: 'k', life: 1, at: NOW - 60_000, state: 'failed', revision: 'r1', edits: {}, reason: 'no' },
};

function wanting(rest: Partial<Wanted> = {}): Wanted {
  const revision = rest.revision ?? 'r1';
  return {
    key: 'k',
    want: 'show',
    revision,
    follow: true,
    dueAt: NOW,
    order: [0, 0],
    edits: {},
    editGap: 0,
    breaks: false,
    post: () => ({ kind: 'entry', key: 'k', revision, blog: HARBOUR, view: sampleView() }),
    note: undefined,
    ...rest,
  };
}

const only = (delivery: Delivery | undefined) => (key: string) => (key === 'k' ? delivery : undefined);
const does = (wanted: Wanted, delivery: Delivery | undefined) =>
  diff([wanted], only(delivery), NOW).steps.map((step) => step.do);

describe('a post that is wanted', () => {
  it.each([
    ['none', 'r1', ['post']],
    ['removed', 'r1', ['post']],
    ['posting', 'r1', ['find']],
    ['posting', 'r2', ['find']],
    ['posted', 'r1', []],
    ['posted', 'r2', ['edit']],
    ['editing', 'r1', ['edit']],
    ['editing', 'r2', ['edit']],
    ['removing', 'r1', ['remove']],
    ['failed', 'r1', []],
    ['failed', 'r2', ['post']],
    ['gone', 'r1', []],
    ['gone', 'r2', []],
    ['refused', 'r2', []],
  ] as const)('when its delivery is %s and it is at %s, needs %j', (state, revision, steps) => {
    expect(does(wanting({ revision }), DELIVERIES[state])).toEqual(steps);
  });

  it('is left as it is once posted, where it is not followed', () => {
    expect(does(wanting({ revision: 'r2', follow: false }), DELIVERIES.posted)).toEqual([]);
  });

  it.each([
    ['none', 1],
    ['removed', 2],
    ['failed', 2],
  ] as const)('after %s begins life %i', (state, life) => {
    expect(diff([wanting({ revision: 'r2' })], only(DELIVERIES[state]), NOW).steps).toMatchObject([
      { do: 'post', life },
    ]);
  });
});

describe('a post that is withdrawn', () => {
  it.each([
    ['none', []],
    ['removed', []],
    ['posting', ['find']],
    ['posted', ['remove']],
    ['editing', ['remove']],
    ['removing', ['remove']],
    ['refused', ['remove']],
    ['failed', []],
    ['gone', []],
  ] as const)('when its delivery is %s, needs %j', (state, steps) => {
    expect(does(wanting({ want: 'withdrawn' }), DELIVERIES[state])).toEqual(steps);
  });

  it('that the platform will not remove is left', () => {
    expect(does(wanting({ want: 'withdrawn' }), { ...there, state: 'refused', cannot: 'remove' })).toEqual([]);
  });
});

describe('a post that is to be kept true if it is there', () => {
  it.each([
    ['none', []],
    ['removed', []],
    ['posting', ['find']],
    ['posted', ['edit']],
    ['editing', ['edit']],
    ['removing', ['remove']],
    ['failed', []],
    ['gone', []],
  ] as const)('when its delivery is %s, needs %j', (state, steps) => {
    expect(does(wanting({ want: 'keep', revision: 'r2' }), DELIVERIES[state])).toEqual(steps);
  });
});

describe('a post that is not mentioned', () => {
  it.each(Object.entries(DELIVERIES))('is left alone when its delivery is %s', (_state, delivery) => {
    expect(diff([], only(delivery), NOW)).toEqual({ steps: [], nextAt: undefined });
  });
});

describe('time', () => {
  it('a post waits until it is due, and the difference says until when', () => {
    expect(
      diff([wanting({ dueAt: NOW + 500 }), wanting({ key: 'l', dueAt: NOW + 900 })], only(undefined), NOW),
    ).toEqual({
      steps: [],
      nextAt: NOW + 500,
    });
  });

  it('a post that nobody knows the time of is not waited for', () => {
    expect(diff([wanting({ dueAt: undefined })], only(undefined), NOW)).toEqual({ steps: [], nextAt: undefined });
  });

  it('an edit keeps its gap to the last change of the message', () => {
    const posted = { ...there, state: 'posted', at: NOW - 3_000 } as const;

    expect(diff([wanting({ revision: 'r2', editGap: 5_000 })], only(posted), NOW).nextAt).toBe(NOW + 2_000);
    expect(does(wanting({ revision: 'r2', editGap: 3_000 }), posted)).toEqual(['edit']);
  });

  it('a withdrawal waits for no gap and no hold', () => {
    const posted = { ...there, state: 'posted', at: NOW } as const;

    expect(does(wanting({ want: 'withdrawn', dueAt: undefined, editGap: 5_000 }), posted)).toEqual(['remove']);
  });

  it.each(['posting', 'editing', 'removing'] as const)('what was begun is finished at once: %s', (state) => {
    expect(does(wanting({ dueAt: undefined, editGap: 5_000 }), DELIVERIES[state])).toHaveLength(1);
  });
});

describe('order', () => {
  it('is what was left unfinished, removals, posts in order of time, edits', () => {
    const deliveries: Record<string, Delivery> = {
      edit: { ...there, key: 'edit', state: 'posted' },
      gone: { ...there, key: 'gone', state: 'posted' },
      lost: { key: 'lost', life: 1, at: NOW, state: 'posting', revision: 'r1', edits: {}, token: 't', since: NOW },
    };
    const wanted = [
      wanting({ key: 'edit', revision: 'r2', order: [0, 0] }),
      wanting({ key: 'late', order: [9, 1] }),
      wanting({ key: 'early', order: [3, 7] }),
      wanting({ key: 'early too', order: [3, 8] }),
      wanting({ key: 'gone', want: 'withdrawn', order: [20, 0] }),
      wanting({ key: 'lost', order: [30, 0] }),
    ];

    const { steps } = diff(wanted, (key) => deliveries[key], NOW);

    expect(steps.map((step) => step.wanted.key)).toEqual(['lost', 'gone', 'early', 'early too', 'late', 'edit']);
  });
});

describe('a correction in a message of its own', () => {
  const corrects = { key: 'original', seq: 4, edits: 2 };
  const needed = (original: Delivery | undefined) =>
    diff([wanting({ corrects })], (key) => (key === 'original' ? original : undefined), NOW).steps.length === 1;

  it.each([
    ['shows no correction yet', {}, true],
    ['shows an earlier correction', { 4: 1 }, true],
    ['shows this correction', { 4: 2 }, false],
    ['shows a later one', { 4: 3 }, false],
  ])('is due where the message %s: %s', (_what, edits, due) => {
    expect(needed({ ...there, key: 'original', state: 'posted', edits })).toBe(due);
  });

  it('is not due where the message is not there', () => {
    expect(needed(undefined)).toBe(false);
    expect(needed({ key: 'original', life: 1, at: 0, state: 'gone' })).toBe(false);
  });
});

describe('a message that can no longer be changed', () => {
  const note = () => wanting().post();
  const refused = (cannot: 'edit' | 'remove') => ({ ...there, state: 'refused', cannot }) as const;

  it('is followed by a note under it for each revision it does not show', () => {
    const wanted = wanting({ revision: 'r2', note });
    const [step] = diff([wanted], only(refused('edit')), NOW).steps;

    expect(step).toMatchObject({ do: 'post', wanted: { under: 'k', follow: false } });
    expect([step?.wanted.key]).toEqual(noteKeys([wanted], only(refused('edit'))));
    expect(noteKeys([wanting({ revision: 'r3', note })], only(refused('edit')))).not.toEqual([step?.wanted.key]);
  });

  it('is followed by one note when it cannot be removed', () => {
    expect(noteKeys([wanting({ want: 'withdrawn', note })], only(refused('remove')))).toEqual(['k!withdrawn']);
  });

  it('needs no note while it shows what it should', () => {
    expect(noteKeys([wanting({ note })], only(refused('edit')))).toEqual([]);
  });
});
