import type { Delivery, DeliveryIn } from './delivery.ts';
import { hash } from './hash.ts';
import type { Post } from './post.ts';
import type { Wanted } from './wanted.ts';

/**
 * One thing to do in a channel. `find`: an intent to post was left behind, look whether the message is there. `post`,
 * `edit`, `remove`: as they say. `inChannel`: not in the thread where it belongs, which cannot be opened for minutes.
 */
export type Step =
  | { readonly do: 'find'; readonly wanted: Wanted; readonly delivery: DeliveryIn<'posting'> }
  | { readonly do: 'post'; readonly wanted: Wanted; readonly life: number; readonly inChannel?: true }
  | { readonly do: 'edit'; readonly wanted: Wanted; readonly delivery: DeliveryIn<'posted' | 'editing'> }
  | { readonly do: 'remove'; readonly wanted: Wanted; readonly delivery: HasMessage };

type HasMessage = DeliveryIn<'posted' | 'editing' | 'removing' | 'refused'>;

export type Difference = {
  /** In the order to be done: what was left unfinished, removals, posts in order of time, edits. */
  readonly steps: readonly Step[];
  /** When something that is not due yet will be, epoch ms. */
  readonly nextAt: number | undefined;
};

/** What has to be done so that the channel shows what it should; a function of what is wanted and what we know is there. */
export function diff(
  wanted: readonly Wanted[],
  delivered: (key: string) => Delivery | undefined,
  now: number,
): Difference {
  const steps: Step[] = [];
  let nextAt: number | undefined;
  for (const item of [...wanted, ...notesFor(wanted, delivered)]) {
    const delivery = delivered(item.key);
    if (isIdle(item, delivery, delivered)) continue;
    const dueAt = dueTime(item, delivery);
    if (dueAt === undefined) continue;
    if (dueAt > now) nextAt = Math.min(nextAt ?? dueAt, dueAt);
    else steps.push(stepFor(item, delivery));
  }
  return { steps: steps.toSorted((a, b) => RANK[a.do] - RANK[b.do] || inTime(a.wanted, b.wanted)), nextAt };
}

const RANK: Readonly<Record<Step['do'], number>> = { find: 0, remove: 1, post: 2, edit: 3 };

function inTime(a: Wanted, b: Wanted): number {
  return a.order[0] === b.order[0] ? a.order[1] - b.order[1] : a.order[0] < b.order[0] ? -1 : 1;
}

/** Nothing to do, now or later, unless the facts change. */
function isIdle(
  item: Wanted,
  delivery: Delivery | undefined,
  delivered: (key: string) => Delivery | undefined,
): boolean {
  if (delivery === undefined || delivery.state === 'removed') {
    return item.want !== 'show' || (item.corrects !== undefined && !needsCorrection(item.corrects, delivered));
  }
  switch (delivery.state) {
    case 'gone':
      return true;
    case 'posting':
    case 'editing':
    case 'removing':
      return false;
    case 'posted':
      return item.want !== 'withdrawn' && (!item.follow || item.revision === delivery.revision);
    case 'refused':
      return item.want !== 'withdrawn' || delivery.cannot === 'remove';
    case 'failed':
      return item.want !== 'show' || item.revision === delivery.revision;
  }
}

/** Where a message can no longer be changed, what should have changed is said in a message under it. */
function notesFor(wanted: readonly Wanted[], delivered: (key: string) => Delivery | undefined): Wanted[] {
  return wanted.flatMap((item) => {
    const delivery = delivered(item.key);
    if (delivery?.state !== 'refused' || item.note === undefined) return [];
    const withdrawn = item.want === 'withdrawn' && delivery.cannot === 'remove';
    const differs = item.want !== 'withdrawn' && item.follow && item.revision !== delivery.revision;
    return withdrawn || differs ? [noteOn(item, item.note, withdrawn)] : [];
  });
}

/** Keys of the notes that `diff` may ask about. */
export function noteKeys(wanted: readonly Wanted[], delivered: (key: string) => Delivery | undefined): string[] {
  return notesFor(wanted, delivered).map((note) => note.key);
}

function noteOn(item: Wanted, post: () => Post, withdrawn: boolean): Wanted {
  const key = `${item.key}!${withdrawn ? 'withdrawn' : hash(item.revision)}`;
  const { corrects: _corrects, ...rest } = item;
  return {
    ...rest,
    key,
    want: 'show',
    revision: '1',
    follow: false,
    under: item.key,
    post: () => ({ ...post(), key, revision: '1' }),
    note: undefined,
  };
}

function needsCorrection(
  corrects: NonNullable<Wanted['corrects']>,
  delivered: (key: string) => Delivery | undefined,
): boolean {
  const original = delivered(corrects.key);
  if (original?.state !== 'posted') return false;
  return (original.edits[corrects.seq] ?? 0) < corrects.edits;
}

/** Only posting waits for its time, and edits for their gap; what was begun is finished at once. */
function dueTime(item: Wanted, delivery: Delivery | undefined): number | undefined {
  if (delivery === undefined || delivery.state === 'removed' || delivery.state === 'failed') return item.dueAt;
  if (delivery.state === 'posted' && item.want !== 'withdrawn') return delivery.at + item.editGap;
  return 0;
}

function stepFor(wanted: Wanted, delivery: Delivery | undefined): Step {
  switch (delivery?.state) {
    case undefined:
      return { do: 'post', wanted, life: 1 };
    case 'removed':
    case 'failed':
    case 'gone':
      return { do: 'post', wanted, life: delivery.life + 1 };
    case 'posting':
      return { do: 'find', wanted, delivery };
    case 'removing':
    case 'refused':
      return { do: 'remove', wanted, delivery };
    case 'posted':
    case 'editing':
      return wanted.want === 'withdrawn' ? { do: 'remove', wanted, delivery } : { do: 'edit', wanted, delivery };
  }
}
