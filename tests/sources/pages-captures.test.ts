import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/entry.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { readDocument } from '../../src/sources/read.ts';

// Captures of real pages stay outside the repository; where they are absent these tests say so and skip.
const FOLDER = resolve(import.meta.dirname, '../../../shared/fixtures/pages');
const absent = !existsSync(FOLDER);
if (absent) process.stderr.write(`skipped: ${FOLDER} is not here\n`);

type ExpectedUpdate = {
  readonly url?: string;
  readonly headline?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly authors?: readonly string[];
  readonly body_text_len?: number;
  readonly body_text_start?: string;
};

function read(file: string): Snapshot {
  const text = readFileSync(resolve(FOLDER, file), 'utf8');
  const document = {
    url: pathToFileURL(resolve(FOLDER, file)).href,
    text,
    contentType: 'text/html',
    fetchedAt: Date.parse('2026-07-01T12:00:00Z'),
  };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a capture is read where it is');
  return result;
}

function expected(file: string): { updates: readonly ExpectedUpdate[]; entries: number } {
  return JSON.parse(readFileSync(resolve(FOLDER, file.replace('.html', '.expected.json')), 'utf8'));
}

/** Our own rule: characters nobody sees are taken out, and white space is one space. */
function words(text: string): string {
  return text
    .replace(/[\u200B\uFEFF\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

describe
  .skipIf(absent)
  .each([
    'corkbeo-2020-10-05-level3-live.html',
    'express-2024-07-18-harry-meghan-live.html',
    'timesofindia-2020-10-02-csk-srh-ipl.html',
  ])('%s', (file) => {
  it('is read as schema.org with every update, oldest first', () => {
    const { entries, kind } = read(file);
    const { updates } = expected(file);

    expect(kind).toBe('schema.org');
    expect(entries.map((entry) => entry.url)).toEqual(updates.map((update) => update.url).toReversed());
    expect(entries.map((entry) => entry.sourceId)).toEqual(entries.map((entry) => entry.url));
  });

  it('agrees on titles, times to the millisecond and authors', () => {
    const ours = read(file).entries.map((entry) => ({
      headline: entry.title,
      published: new Date(entry.publishedAt ?? 0).toISOString(),
      modified: new Date(entry.updatedAt ?? 0).toISOString(),
      authors: entry.authors,
    }));

    expect(ours).toEqual(
      expected(file)
        .updates.map(({ headline, published, modified, authors }) => ({
          headline: words(headline ?? ''),
          published,
          modified,
          authors,
        }))
        .toReversed(),
    );
  });

  it('agrees on the plain text', () => {
    for (const [index, update] of expected(file).updates.toReversed().entries()) {
      const text = words(read(file).entries[index]?.body.text ?? '');
      expect(text.startsWith(words(update.body_text_start ?? ''))).toBe(true);
      expect(Math.abs(text.length - (update.body_text_len ?? 0))).toBeLessThanOrEqual(2);
    }
  });
});

describe.skipIf(absent)('br24-2024-08-27-nahost-ticker.html', () => {
  const FILE = 'br24-2024-08-27-nahost-ticker.html';
  type Told = {
    readonly display_time: string;
    readonly headline: string;
    readonly body_text_len: number;
    readonly body_text_start: string;
  };
  const told = (): readonly Told[] =>
    JSON.parse(readFileSync(resolve(FOLDER, FILE.replace('.html', '.expected.json')), 'utf8')).updates;

  it('has every heading with a clock time as an entry of Tuesday in Berlin', () => {
    const berlin = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const { entries, kind } = read(FILE);

    expect(kind).toBe('html');
    expect(entries.map((entry) => `${berlin.format(entry.publishedAt)} ${entry.title}`)).toEqual(
      told()
        .map(({ display_time, headline }) => `2024-08-27 ${display_time} ${headline}`)
        .toReversed(),
    );
  });

  it('agrees on the plain text and leaves the page around it out', () => {
    const texts = read(FILE).entries.map((entry) => words(entry.body.text));

    for (const [index, { body_text_start, body_text_len }] of told().toReversed().entries()) {
      expect(texts[index]?.startsWith(words(body_text_start))).toBe(true);
      expect(Math.abs((texts[index]?.length ?? 0) - body_text_len)).toBeLessThanOrEqual(2);
    }
  });

  it('gives the list on top as key points, without the times in them', () => {
    expect(read(FILE).keyPoints).toHaveLength(3);
    expect(read(FILE).keyPoints.join(' ')).not.toContain('Uhr');
  });
});

describe.skipIf(absent)('guardian-app-2014-02-24-guide-daily-live.html', () => {
  const FILE = 'guardian-app-2014-02-24-guide-daily-live.html';
  type Told = {
    readonly id: string;
    readonly title: string;
    readonly time: string;
    readonly body_text_len: number;
    readonly body_text_start: string;
  };

  it('has every block with its id, title, time and text', () => {
    const told: readonly Told[] = JSON.parse(
      readFileSync(resolve(FOLDER, FILE.replace('.html', '.expected.json')), 'utf8'),
    ).updates;
    const { entries } = read(FILE);

    // Our own rule: the Guardian's page writes "block-" before the id that its JSON has; ours is the one of the JSON.
    expect(entries.map((entry) => [`block-${entry.sourceId}`, entry.title, entry.publishedAt])).toEqual(
      told.map(({ id, title, time }) => [id, words(title), Date.parse(time)]).toReversed(),
    );
    // Our own rule: the caption of a video that stands above the text is told with the video.
    for (const [index, { body_text_start }] of told.toReversed().entries()) {
      const { text = '', media = [] } = entries[index]?.body ?? {};
      const said = [text, ...media.map(({ caption = '' }) => caption)].map((part) => words(part).slice(0, 20));
      expect(said).toContain(words(body_text_start).slice(0, 20));
    }
  });
});

describe.skipIf(absent)('the edge cases', () => {
  it('have as many entries as the reading says', () => {
    const told: Record<string, { updates: number }> = JSON.parse(
      readFileSync(resolve(FOLDER, 'edge/expected.json'), 'utf8'),
    );
    const counted = Object.keys(told).map((file) => [file, read(`edge/${file}`).entries.length]);

    expect(counted).toEqual(Object.entries(told).map(([file, { updates }]) => [file, updates]));
  });

  it('updates of a picture or a video alone keep it', () => {
    expect(read('edge/gotrafilatura-json-metadata-5.html').entries.map((entry) => entry.body.media[0]?.type)).toEqual([
      'image',
      'video',
    ]);
  });

  it('a feed without times marks its pinned entry and leaves the time-zone widget out', () => {
    const { entries } = read('edge/defuddle-live-blog-metadata.html');

    expect(entries.filter((entry) => entry.flags.includes('pinned'))).toHaveLength(1);
    expect(entries.some((entry) => entry.body.text.includes('City'))).toBe(false);
  });
});
