import type { Snapshot } from './entry.ts';

/** What the page of a blog said of its end, for blogs whose entries are read from another address. Epoch ms. */
export type PageWord = { readonly at: number; readonly ended?: true; readonly coverageEnd?: number };

/** The word of one page that leads to another, added to what those before it said. */
export function addWord(
  word: PageWord | undefined,
  { ended, coverageEnd }: Omit<PageWord, 'at'>,
  at: number,
): PageWord {
  return { ...word, at, ...(ended !== undefined && { ended }), ...(coverageEnd !== undefined && { coverageEnd }) };
}

const HOUR = 60 * 60_000;

/**
 * Whether a blog runs, by its entries and by its page. A page that says it has ended is believed until an entry comes after
 * that; an announced end counts when it has passed and nothing came for an hour. `newest` is when the newest entry came.
 */
export function liveBy(
  page: PageWord | undefined,
  live: Snapshot['live'],
  newest: number,
  now: number,
): Snapshot['live'] {
  if (page === undefined || live === false) return live;
  if (page.ended === true && newest <= page.at) return false;
  const { coverageEnd } = page;
  return coverageEnd !== undefined && coverageEnd < now && newest < now - HOUR ? false : live;
}

/** When the newest of some entries was published, epoch ms; 0 when none says. A late correction opens no blog again. */
export function newestOf({ entries }: Pick<Snapshot, 'entries'>): number {
  return entries.reduce((at, { publishedAt = 0 }) => Math.max(at, publishedAt), 0);
}
