import type { Media, Snapshot, SourceKind } from '../../../src/core/entry.ts';
import { identify } from '../../../src/core/identity.ts';
import { type Document, SourceError } from '../../../src/ports/source.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';

/** An entry as a reader of it would tell it, flat and in plain values. */
export type ReadEntry = {
  readonly id: string;
  readonly title: string | undefined;
  readonly text: string;
  readonly authors: readonly string[];
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly url: string | undefined;
  readonly flags: readonly string[];
  readonly media: readonly Media[];
  readonly aside: boolean;
};

/** What was read of a document; `refused` where it is no live blog we can read. */
export type Reading = Pick<Snapshot, 'kind' | 'url' | 'title' | 'live' | 'coverage' | 'keyPoints'> & {
  readonly entries: readonly ReadEntry[];
};

export type Field = keyof ReadEntry | Exclude<keyof Reading, 'entries'>;

const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

export function readingOf(document: Document, as?: SourceKind): Reading {
  const { result } = readDocument(document, { body: createBodyMemo() }, as);
  if ('elsewhere' in result) throw new SourceError('malformed', `led elsewhere: ${result.elsewhere}`);
  const { kind, url, title, live, coverage, keyPoints } = result;
  return {
    kind,
    url,
    ...(title !== undefined && { title }),
    live,
    coverage,
    keyPoints,
    entries: identify(result.entries, url).entries.map(({ id, entry }) => ({
      id,
      title: entry.title,
      text: entry.body.text,
      authors: entry.authors,
      published: iso(entry.publishedAt),
      updated: iso(entry.updatedAt),
      url: entry.url,
      flags: [...entry.flags].sort(),
      media: entry.body.media,
      aside: entry.aside === true,
    })),
  };
}

/** What is different in a reading, in words; empty where it says the same. */
export function differences(read: Reading, expected: Reading, ignored: ReadonlySet<Field>): string[] {
  const said: string[] = [];
  const compare = (where: string, a: object, b: object) => {
    for (const field of Object.keys({ ...a, ...b })) {
      if (field === 'entries' || ignored.has(field as Field)) continue;
      const [is, was] = [a, b].map((side) => JSON.stringify((side as Record<string, unknown>)[field]) ?? 'none');
      if (is !== was) said.push(`${where}${field}: ${excerpt(is)} for ${excerpt(was)}`);
    }
  };
  compare('', read, expected);
  if (read.entries.length !== expected.entries.length)
    said.push(`${read.entries.length} entries for ${expected.entries.length}`);
  else
    expected.entries.forEach((entry, place) => {
      compare(`entry ${place + 1} `, read.entries[place] ?? {}, entry);
    });
  return said;
}

const excerpt = (text = '') => (text.length > 160 ? `${text.slice(0, 80)} … ${text.slice(-70)}` : text);
