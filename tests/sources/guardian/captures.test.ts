import { beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot, SourceEntry } from '../../../src/core/entry.ts';
import { guardian } from '../../../src/sources/guardian/index.ts';
import { capture, documentOf, haveCaptures, iso, snapshotOf } from '../reading.ts';

type ExpectedBlock = {
  id: string;
  title: string | null;
  createdOn: string;
  firstPublished: string | null;
  lastUpdated?: string;
  lastModified?: string;
  contributors: string[];
  attributes?: Record<string, boolean | string>;
  elementTypes: string[];
  textStart?: string;
  bodyHtml?: string;
};
type Expected = { webURL?: string; webUrl?: string; headline: string; blocks: ExpectedBlock[] };

const second = (time: string): number => Math.floor(Date.parse(time) / 1000);
const letters = (html: string): string =>
  html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&')
    .replace(/&[#\w]+;|[^\p{L}\p{N}]/gu, '');

describe.skipIf(!haveCaptures)('captures of the Guardian (../shared/fixtures/guardian)', () => {
  describe.each([
    ['dcr-nasa-perseverance-2026-07-01', 13, 16],
    ['dcr-nasa-perseverance-midshape-2022-02-07', 13, 16],
    ['dcr-nasa-perseverance-oldshape-2021-02-22', 13, 16],
    ['capi-clockwatch-2023-12-16', 67, 67],
  ])('%s', (name, inPage, inAll) => {
    let snapshot: Snapshot;
    let expected: Expected;
    let entryOf: ReadonlyMap<string | undefined, SourceEntry>;
    beforeAll(() => {
      snapshot = snapshotOf(guardian, documentOf(capture(`guardian/${name}.json`)));
      expected = JSON.parse(capture(`guardian/${name}.blocks.json`)) as Expected;
      entryOf = new Map(snapshot.entries.map((entry) => [entry.sourceId, entry]));
    });

    it('is recognised, named and counted', () => {
      expect(guardian.recognise(documentOf(capture(`guardian/${name}.json`)))).toBe('sure');
      expect(snapshot).toMatchObject({
        title: expected.headline,
        url: expected.webURL ?? expected.webUrl,
        live: false,
      });
      expect(snapshot.warnings).toEqual([]);
      expect(expected.blocks).toHaveLength(inPage);
      expect(snapshot.entries).toHaveLength(inAll);
      expect(snapshot.entries.filter((entry) => entry.aside)).toHaveLength(inAll - inPage);
    });

    it('agrees with the expected reading block by block', () => {
      for (const block of expected.blocks) {
        const entry = entryOf.get(block.id);
        const published = block.firstPublished ?? block.createdOn;
        const changed = block.lastUpdated ?? block.lastModified ?? '';
        const attributes = block.attributes ?? {};

        expect(entry?.title ?? null).toBe(block.title);
        expect(second(iso(entry?.publishedAt) ?? '')).toBe(second(published));
        expect(entry?.updatedAt).toBe(Date.parse(changed) > Date.parse(published) ? Date.parse(changed) : undefined);
        expect(entry?.authors).toEqual(block.contributors);
        expect(entry?.flags.includes('key')).toBe(String(attributes.keyEvent) === 'true');
        expect(entry?.flags.includes('summary')).toBe(String(attributes.summary) === 'true');
        if (block.bodyHtml === undefined) {
          expect(letters(entry?.body.text ?? '')).toContain(letters(block.textStart ?? '').slice(0, 60));
        } else if (!block.elementTypes.includes('TweetBlockElement')) {
          expect(letters(entry?.body.text ?? '')).toBe(letters(block.bodyHtml));
        }
        if (block.elementTypes.includes('ImageBlockElement')) expect(entry?.body.media[0]?.type).toBe('image');
      }
    });

    it('is in relay order', () => {
      const times = snapshot.entries.map((entry) => entry.publishedAt ?? 0);

      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
  });

  it('the Content API body as HTML has the same blocks at the same times', () => {
    const whole = snapshotOf(guardian, documentOf(capture('guardian/capi-clockwatch-2023-12-16.json')));
    const html = snapshotOf(guardian, documentOf(capture('guardian/capi-clockwatch-2023-12-16.fields-body.html')));
    const facts = (of: typeof whole) =>
      of.entries.map((entry) => [entry.sourceId, entry.title, iso(entry.publishedAt)?.slice(0, 19), entry.flags]);

    expect(facts(html)).toEqual(facts(whole));
  });

  it('lists of key events that repeat each other give each block once', () => {
    const snapshot = snapshotOf(guardian, documentOf(capture('guardian/dcr-key-event-blocks-2024-11-13.json')));

    expect(new Set(snapshot.entries.map((entry) => entry.sourceId)).size).toBe(snapshot.entries.length);
    expect(snapshot.entries).toHaveLength(4);
  });

  it('a poll answer gives its block, with the tweets as links', () => {
    const snapshot = snapshotOf(guardian, documentOf(capture('guardian/dcr-live-update-response.json')));
    const [entry] = snapshot.entries;

    expect(snapshot).toMatchObject({ coverage: 'increment', cursor: 'block-659c06188f08f409d77a8151' });
    expect(snapshot.entries).toHaveLength(1);
    expect([entry?.sourceId, iso(entry?.publishedAt)]).toEqual([
      '659c06188f08f409d77a8151',
      '2024-01-08T14:35:40.000Z',
    ]);
    expect(entry?.body.media.map((media) => media.type)).toEqual(['embed', 'embed', 'embed']);
  });

  it('the app page of 2014 agrees with its expected reading', () => {
    const page = 'pages/guardian-app-2014-02-24-guide-daily-live';
    const snapshot = snapshotOf(guardian, documentOf(capture(`${page}.html`)));
    const expected = JSON.parse(capture(`${page}.expected.json`)) as {
      updates: { id: string; title: string; time: string; updated_label: string | null }[];
    };

    expect(snapshot.entries.map((entry) => [`block-${entry.sourceId}`, entry.title, iso(entry.publishedAt)])).toEqual(
      expected.updates.map(({ id, title, time }) => [id, title, time.replace('Z', '.000Z')]).reverse(),
    );
    expect(snapshot.entries.map((entry) => entry.updatedAt !== undefined)).toEqual(
      expected.updates.map((update) => update.updated_label !== null).reverse(),
    );
    expect(JSON.stringify(snapshot)).not.toContain('x-gu:');
  });
});
