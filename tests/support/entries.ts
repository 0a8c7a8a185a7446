import type { Body, Snapshot, SourceEntry } from '../../src/core/entry.ts';
import { paragraphs, plainText } from '../../src/core/text/body-text.ts';

/** A body of plain paragraphs. */
export function textBody(text: string): Body {
  const tree = paragraphs(text);
  return { tree, text: plainText(tree), media: [], links: [] };
}

/** An update as a source would read it; `minute` is minutes after 18:00 UTC on the evening of the tests. */
export function update(
  id: string | undefined,
  text: string,
  rest: Partial<SourceEntry> & { minute?: number } = {},
): SourceEntry {
  const { minute, ...others } = rest;
  return {
    ...(id === undefined ? {} : { sourceId: id }),
    body: textBody(text),
    authors: ['Ada Quill'],
    flags: [],
    ...(minute === undefined ? {} : { publishedAt: EVENING + minute * 60_000 }),
    ...others,
  };
}

/** 2026-03-05 18:00 UTC. */
export const EVENING = Date.UTC(2026, 2, 5, 18);

/** What a fetch of the sample blog shows, oldest first. */
export function snapshotOf(entries: readonly SourceEntry[], rest: Partial<Snapshot> = {}): Snapshot {
  return {
    kind: 'schema.org',
    url: 'https://saltmere.example/live',
    title: 'Storm over Saltmere',
    live: true,
    coverage: 'window',
    entries,
    deleted: [],
    keyPoints: [],
    warnings: [],
    ...rest,
  };
}
