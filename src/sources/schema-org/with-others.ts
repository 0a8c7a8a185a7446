import type { SourceEntry } from '../../core/entry.ts';

/** A list of entries with others put in their place in time; without them it is the very same. */
export function withOthers(listed: SourceEntry[], others: readonly SourceEntry[]): SourceEntry[] {
  if (others.length === 0) return listed;
  const [first, last] = [listed.at(0)?.publishedAt ?? 0, listed.at(-1)?.publishedAt ?? 0];
  const isNewestFirst = first >= last;
  const all = [...listed];
  for (const other of others) {
    const time = other.publishedAt ?? 0;
    const place = all.findIndex(({ publishedAt = 0 }) => (isNewestFirst ? publishedAt < time : publishedAt > time));
    all.splice(place === -1 ? all.length : place, 0, other);
  }
  return all;
}
