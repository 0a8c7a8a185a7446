import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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
    url: resolve(FOLDER, file),
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
