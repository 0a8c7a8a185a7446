import type { SourceEntry } from '../../core/entry.ts';
import { keptEntry } from '../../core/kept-entry.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { ReadContext } from '../../ports/source.ts';
import { cleanUrl } from '../body/urls.ts';
import { assemble } from '../wire/assemble.ts';
import { remember } from '../wire/remember.ts';
import { sliceAuthors, sliceFacts, sliceTitle } from './page-slices.ts';

/** Pages that show more than this beside their JSON-LD repeat something else in elements like those of entries. */
const MOST = 300;

export type PageOnly = {
  readonly slices: ReadonlyMap<string, string>;
  readonly keyIds: ReadonlySet<string>;
  readonly url: string;
  /** Ids are written as the declared updates write theirs. */
  readonly sourceId: (id: string) => string | undefined;
};

/**
 * The entries that only the page has, where its JSON-LD lists some of them: what is written in elements just like those
 * of declared updates, and has a machine-readable time and something to read. They stand aside of the run: which ones a
 * page shows beside its JSON-LD is a matter of caches and of how far it was scrolled, and proves nothing.
 */
export function pageOnlyEntries({ slices, keyIds, url, sourceId }: PageOnly, context: ReadContext): SourceEntry[] {
  if (slices.size > MOST) return [];
  return [...slices].flatMap(([id, slice]) => {
    const name = sourceId(id);
    const key = keyIds.has(id);
    if (name === undefined) return [];
    const kept = remember(context, ownCopy(`${name} ${key} ${slice}`), () => {
      const entry = read(slice, id, name, url, key);
      return { entry: entry && keptEntry(entry) };
    });
    return kept.entry ?? [];
  });
}

function read(slice: string, id: string, sourceId: string, url: string, key: boolean): SourceEntry | undefined {
  const facts = sliceFacts(slice, url, key);
  if (facts?.publishedAt === undefined) return undefined;
  const title = sliceTitle(slice);
  if (title === undefined && facts.body.text === '' && facts.body.media.length === 0) return undefined;
  const { publishedAt, updatedAt } = facts;
  const entry = assemble({
    sourceId,
    title,
    body: facts.body,
    authors: facts.authors.length > 0 ? facts.authors : sliceAuthors(slice),
    publishedAt,
    updatedAt: updatedAt !== undefined && updatedAt > publishedAt ? updatedAt : undefined,
    url: cleanUrl(/^https?:/u.test(sourceId) ? sourceId : `${url.replace(/#.*$/u, '')}#${id}`, url),
    flags: facts.flags,
  });
  return { ...entry, aside: true };
}
