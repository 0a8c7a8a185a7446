import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/ports/source.ts';
import { atomSource, rssSource } from '../../../src/sources/feed/index.ts';
import { decodeText } from '../../../src/sources/http/decode-text.ts';
import { recogniseDocument } from '../../../src/sources/read.ts';
import { read } from './reading.ts';

const FEEDS = resolve(import.meta.dirname, '../../../../shared/fixtures/feeds');
const present = existsSync(FEEDS);
const BASE = 'https://feeds.saltmere.example/';

const files = (folder: string) =>
  present ? readdirSync(resolve(FEEDS, folder)).filter((name) => !name.endsWith('.html')) : [];
const readCapture = (folder: string, name: string) =>
  read(decodeText(readFileSync(resolve(FEEDS, folder, name)), ''), BASE);

type Expected = {
  readonly title?: string;
  readonly items: readonly {
    readonly title?: string;
    readonly link?: string;
    readonly guid?: string;
    readonly id?: string;
    readonly isoDate?: string;
  }[];
};

/** Titles in the expected readings still have their entities, or the marks of a charset nobody decoded. */
const words = (title: string | undefined) => (title ?? '').replace(/\s+/g, ' ').trim();
const comparable = (title: string | undefined) => (/\ufffd|&#?\w+;|<\w/.test(title ?? '') ? undefined : words(title));

describe.skipIf(!present)('the captures of rss-parser (../shared/fixtures/feeds/rss-parser)', () => {
  const named = files('rss-parser/input').filter((name) =>
    existsSync(resolve(FEEDS, 'rss-parser/output', name.replace(/\.\w+$/, '.json'))),
  );

  it.each(named)('%s comes out as expected', (name) => {
    const { feed } = JSON.parse(
      readFileSync(resolve(FEEDS, 'rss-parser/output', name.replace(/\.\w+$/, '.json')), 'utf8'),
    ) as { feed: Expected };
    const { entries } = readCapture('rss-parser/input', name);
    const find = (address: string | undefined) =>
      address === undefined ? undefined : entries.find(({ sourceId, url }) => sourceId === address || url === address);

    expect(entries).toHaveLength(feed.items.length);
    for (const item of feed.items) {
      const link = item.link === undefined ? undefined : new URL(item.link.trim(), BASE).href;
      const entry = find((item.guid ?? item.id)?.trim()) ?? find(item.link?.trim()) ?? find(link);
      if (item.guid === undefined && item.id === undefined && item.link === undefined) continue;
      expect(entry).toBeDefined();
      if (item.link !== undefined) expect([item.link.trim(), link]).toContain(entry?.url);
      if (comparable(item.title) !== undefined) expect(words(entry?.title)).toBe(comparable(item.title));
      if (item.isoDate !== undefined)
        expect([entry?.publishedAt, entry?.updatedAt]).toContain(Date.parse(item.isoDate));
    }
  });

  it('refuses what is no feed', () => {
    expect(() => readCapture('rss-parser/input', 'unrecognized.rss')).toThrow(SourceError);
  });
});

const COUNTS: readonly (readonly [string, number])[] = [
  ['miniflux/parser/encoding_ISO-8859-1.xml', 40],
  ['miniflux/parser/encoding_WINDOWS-1251.xml', 50],
  ['miniflux/parser/large_atom.xml', 25],
  ['miniflux/parser/large_rss.xml', 25],
  ['miniflux/parser/no_encoding_ISO-8859-1.xml', 10],
  ['miniflux/parser/rdf_UTF8.xml', 60],
  ['miniflux/parser/small_atom.xml', 20],
  ['miniflux/parser/urdu_UTF8.xml', 26],
  ['miniflux/encoding/invalid-prolog.xml', 1],
  ['miniflux/encoding/iso-8859-1.xml', 0],
  ['miniflux/encoding/koi8r.xml', 2],
  ['miniflux/encoding/utf8-incorrect-prolog.xml', 1],
  ['miniflux/encoding/utf8.xml', 1],
  ['miniflux/encoding/windows-1252-incorrect-prolog.xml', 0],
  ['miniflux/encoding/windows-1252.xml', 0],
];

describe.skipIf(!present)('the captures of miniflux (../shared/fixtures/feeds/miniflux)', () => {
  it.each(COUNTS)('%s has %i entries, in letters people can read', (name, count) => {
    const { entries, title } = readCapture('.', name);

    expect(entries).toHaveLength(count);
    expect(`${title} ${entries.map((entry) => `${entry.title} ${entry.body.text}`).join(' ')}`).not.toContain('\ufffd');
  });
});

describe.skipIf(!present)('every captured feed', () => {
  const all = ['rss-parser/input', 'miniflux/parser', 'miniflux/encoding'].flatMap((folder) =>
    files(folder).map((name) => [folder, name] as const),
  );

  it.each(all.filter(([, name]) => name !== 'unrecognized.rss'))(
    '%s/%s is recognised as what it is',
    (folder, name) => {
      const document = {
        url: BASE,
        text: decodeText(readFileSync(resolve(FEEDS, folder, name)), ''),
        contentType: '',
        fetchedAt: 0,
      };
      const { kind } = read(document.text, BASE);
      const [right, wrong] = kind === 'rss' ? [rssSource, atomSource] : [atomSource, rssSource];

      expect(right.recognise(document)).not.toBe('no');
      expect(wrong.recognise(document)).toBe('no');
      expect(recogniseDocument(document).kind).toBe(kind);
    },
  );
});
