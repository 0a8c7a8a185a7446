import type { Snapshot } from '../../../src/core/entry.ts';
import type { ReadContext } from '../../../src/ports/source.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { recogniseDocument } from '../../../src/sources/read.ts';

export const URL = 'https://news.saltmere.example/live/storm';
export const NOON = Date.parse('2031-03-03T12:00:00Z');

/** The page as the schema.org source reads it; anything else is an error. */
export function read(text: string, body: ReadContext['body'] = createBodyMemo()): Snapshot {
  const document = { url: URL, text, contentType: '', fetchedAt: NOON };
  const source = recogniseDocument(document);
  const result = source.read(document, { body });
  if ('elsewhere' in result || source.kind !== 'schema.org') throw new Error(`read as ${source.kind}`);
  return result;
}

export const script = (json: string, rest = ''): string =>
  `<!doctype html><html><head><script type="application/ld+json">${json}</script></head><body>${rest}</body></html>`;
export const update = (n: number, more: object = {}) => ({
  '@type': 'BlogPosting',
  headline: `Entry ${n}`,
  url: `${URL}#post-${n}`,
  datePublished: `2031-03-03T1${n}:00:00+01:00`,
  articleBody: `<p>The tide is ${n} feet high.</p>`,
  author: { '@type': 'Person', name: 'Ana Voss' },
  ...more,
});
export const blog = (updates: unknown, more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'LiveBlogPosting',
  url: URL,
  headline: 'Storm over Saltmere',
  liveBlogUpdate: updates,
  ...more,
});
