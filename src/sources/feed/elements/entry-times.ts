import type { DateReader } from './dated.ts';
import type { Node } from './node.ts';

const ISSUED = [
  // Written without the capital too, which `canonical.ts` does not look for.
  ...(['published', 'issued', 'pubDate', 'pubdate', 'dcterms:issued', 'atom:published', 'atom:issued'] as const),
  ...(['created', 'dcterms:created', 'atom:created'] as const),
] as const;
const CHANGED = [
  ...(['updated', 'modified', 'atom:updated', 'atom:modified', 'dcterms:modified', 'lastBuildDate'] as const),
] as const;
const EITHER = ['dc:date'] as const;

export type TimeElement = (typeof ISSUED | typeof CHANGED)[number] | (typeof EITHER)[number];
export type EntryTimes = { readonly publishedAt: number | undefined; readonly updatedAt: number | undefined };

/**
 * When an entry came out and was changed last. Feeds mix the elements of all formats, so all of them count in each; what
 * only says when it was changed stands in for the other. `dc:date` says either (https://www.dublincore.org, "a point or
 * period of time associated with an event"): of two the first is when it came out, and the last when it was changed.
 */
export function entryTimes(
  item: { readonly [name in TimeElement]?: readonly Node[] | undefined },
  dates: DateReader,
): EntryTimes {
  const issued = dates.first(item, ISSUED);
  const changed = dates.first(item, CHANGED);
  const last = dates.first(item, EITHER);
  const several = (item['dc:date']?.length ?? 0) > 1;
  const first = several ? dates.first({ 'dc:date': item['dc:date']?.slice(0, 1) }, EITHER) : undefined;
  return { publishedAt: issued ?? first ?? last ?? changed, updatedAt: changed ?? last };
}
