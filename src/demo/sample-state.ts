import type { LiveEntry, LivePage } from '../replay/live-page.ts';
import type { Step, StoryEntry } from './story-step.ts';

/** Entries the page shows; older ones slide out, as they do on real pages. */
export const WINDOW = 25;

type Told = Pick<LivePage, 'publisher' | 'description'> & { readonly title: string; readonly steps: readonly Step[] };

/**
 * The sample page `second` seconds into its play. `epoch` gives the moment of a clock time of the evening. Depends on
 * nothing else, so two requests in the same second see the same page.
 */
export function pageAt(story: Told, second: number, epoch: (time: string) => number): LivePage {
  const done = story.steps.filter((step) => step.at <= second);
  const first = story.steps[0];
  const closing = done.find((step) => step.do === 'close');
  const pinned = done.findLast((step) => step.do === 'pin')?.id;
  const entries = entriesAfter(done, epoch, pinned);
  const pinnedEntry = entries.find((entry) => entry.id === pinned);
  return {
    title: closing?.title ?? story.title,
    live: closing === undefined,
    keyPoints: done.findLast((step) => step.do === 'key-points')?.points ?? [],
    entries: entries.toReversed().slice(0, WINDOW),
    ...(story.publisher === undefined ? {} : { publisher: story.publisher }),
    ...(story.description === undefined ? {} : { description: story.description }),
    ...(first === undefined ? {} : { startedAt: epoch(first.time) }),
    ...(closing === undefined ? {} : { endedAt: epoch(closing.time) }),
    ...(pinnedEntry === undefined ? {} : { pinned: pinnedEntry }),
  };
}

/** How many seconds the play takes at speed 1: until a moment after its last step. */
export function playLength(steps: readonly Step[]): number {
  return Math.max(0, ...steps.map((step) => step.at)) + 1;
}

function entriesAfter(
  steps: readonly Step[],
  epoch: (time: string) => number,
  pinned: string | undefined,
): LiveEntry[] {
  const entries = new Map<string, LiveEntry>();
  for (const step of steps) {
    if (step.do === 'publish')
      entries.set(step.entry.id, liveEntry(step.entry, epoch(step.time), step.entry.id === pinned));
    if (step.do === 'withdraw') entries.delete(step.id);
    const before = step.do === 'correct' ? entries.get(step.id) : undefined;
    if (step.do === 'correct' && before !== undefined) {
      entries.set(step.id, { ...before, ...step.to, updatedAt: epoch(step.time) });
    }
  }
  return [...entries.values()];
}

function liveEntry({ flags = [], ...entry }: StoryEntry, publishedAt: number, pinned: boolean): LiveEntry {
  return { ...entry, publishedAt, flags: pinned ? ['pinned', ...flags] : flags };
}
