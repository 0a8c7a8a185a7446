import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { ASIA_PACIFIC } from './pages/asia-pacific.ts';
import { BRITISH_AMERICAN } from './pages/british-american.ts';
import { GERMAN } from './pages/german.ts';
import { LEADS } from './pages/leads.ts';
import { NORTHERN } from './pages/northern.ts';
import { OWN_SYSTEMS } from './pages/own-systems.ts';
import { PLAIN } from './pages/plain.ts';
import { ROMANCE } from './pages/romance.ts';
import { OLDEST_FIRST, type Sample, textOf } from './pages/saltmere.ts';
import { STATES } from './pages/states.ts';
import { SYSTEMS } from './pages/systems.ts';

const NOON = Date.parse('2031-03-03T12:00:00Z');

function read({ html, url }: Sample): Snapshot {
  const document = { url, text: html, contentType: 'text/html', fetchedAt: NOON };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const instant = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
const run = ({ entries }: Snapshot) => entries.filter(({ title }) => title !== 'Was wir wissen');
const shown = ({ shows }: Sample) => OLDEST_FIRST.filter(({ n }) => shows === undefined || shows.includes(n));

describe.each([
  ['English', BRITISH_AMERICAN],
  ['German', GERMAN],
  ['Romance', ROMANCE],
  ['northern', NORTHERN],
  ['Asian and Pacific', ASIA_PACIFIC],
  ['system', SYSTEMS],
  ['lead', LEADS],
  ['own system', OWN_SYSTEMS],
  ['state', STATES],
  ['plain', PLAIN],
])('%s pages:', (_, samples) => {
  describe.each(samples.map((sample) => [sample.manner, sample] as const))('%s', (_manner, sample) => {
    it('shows every report once, in order, with its time and words, and nothing else', () => {
      const snapshot = read(sample);

      expect(
        run(snapshot).map(({ title, publishedAt, body }) => [
          title,
          instant(publishedAt)?.replace('.000Z', 'Z'),
          body.text,
        ]),
      ).toEqual(
        shown(sample).map((report) => [
          sample.titles === false ? undefined : (sample.titles?.(report) ?? report.title),
          report.at,
          sample.text?.(report) ?? textOf(report),
        ]),
      );
    });

    it('gives ids, addresses, authors and flags as the page does', () => {
      const snapshot = read(sample);
      const { id, link, authors = [], flags = {}, updated = {} } = sample;

      expect(
        run(snapshot).map((entry) => [
          entry.sourceId,
          link === undefined ? undefined : entry.url,
          entry.authors,
          entry.flags,
          instant(entry.updatedAt),
        ]),
      ).toEqual(
        shown(sample).map(({ n }) => [
          id?.(n),
          link === undefined ? undefined : new URL(link(n), sample.url).href,
          authors,
          flags[n] ?? [],
          updated[n],
        ]),
      );
    });

    it('knows the zone, that it runs, its key points and its pictures', () => {
      const snapshot = read(sample);

      expect(snapshot.kind).toBe('html');
      expect(snapshot.warnings).toEqual(
        sample.guessed === true ? [expect.stringContaining('a guess by its language')] : [],
      );
      expect(snapshot.live).toBe(sample.live ?? true);
      expect(snapshot.keyPoints).toEqual(sample.keyPoints ?? []);
      expect(run(snapshot).flatMap(({ body }) => body.media.filter(({ type }) => type !== 'embed'))).toEqual(
        sample.picture === undefined ? [] : [expect.objectContaining(sample.picture)],
      );
    });
  });
});
