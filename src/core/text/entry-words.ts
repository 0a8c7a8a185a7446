import type { Entry } from '../entry.ts';
import { words } from './words.ts';

/** The words a reader sees of an entry, in order, and where each stands. '' separates parts, so no phrase spans two. */
export type EntryWords = {
  readonly all: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
};

const known = new WeakMap<Entry, EntryWords>();

/** The words of an entry's title, text, captions and alternative texts; remembered as long as the entry object lives. */
export function entryWords(entry: Entry): EntryWords {
  const remembered = known.get(entry);
  if (remembered !== undefined) return remembered;
  const all = entryWordsOnce(entry);
  const places = new Map<string, number[]>();
  all.forEach((word, place) => {
    const list = places.get(word);
    if (list === undefined) places.set(word, [place]);
    else list.push(place);
  });
  places.delete('');
  const result = { all, places };
  known.set(entry, result);
  return result;
}

/** The same words in order, not remembered: for whoever keeps them in another form. */
export function entryWordsOnce(entry: Entry): string[] {
  return readerParts(entry).flatMap((part) => [...words(part), '']);
}

/** The texts a reader sees of an entry, most telling first; a caption or link text that repeats the body is left out. */
export function readerParts(entry: Entry): string[] {
  const { text, media, links } = entry.body;
  const around = [...media.flatMap((item) => [item.caption, item.alt]), ...links.map((link) => link.text)].filter(
    (part) => part !== undefined && part !== '' && !text.includes(part),
  );
  return [...new Set([entry.title, text, ...around])].filter((part) => part !== undefined && part !== '') as string[];
}
