import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/entry.ts';
import { liveHtml } from '../../src/replay/live-html.ts';
import { recordedPage, recordingOf } from '../../src/replay/recording.ts';
import { htmlBody } from '../../src/sources/body/html-body.ts';
import { decodeText } from '../../src/sources/http/decode-text.ts';
import { readDocument } from '../../src/sources/read.ts';

const CAPTURES = resolve(import.meta.dirname, '../../../shared/fixtures');
const HERE = 'http://127.0.0.1:4040/';
const NOW = Date.UTC(2026, 10, 22, 12);

function read(url: string, text: string): Snapshot | undefined {
  const { result } = readDocument({ url, text, contentType: '', fetchedAt: NOW }, { body: htmlBody });
  return 'elsewhere' in result ? undefined : result;
}

const files = (folder: string) =>
  existsSync(join(CAPTURES, folder))
    ? readdirSync(join(CAPTURES, folder))
        .filter((name) => /\.(?:html|txt|json)$/u.test(name) && !/expected|blocks|excerpt|entry|edge/u.test(name))
        .map((name) => join(folder, name))
    : [];

/** Pages and transcripts: whole live blogs, not answers of an interface. */
const WHOLE = ['pages', 'transcript'].flatMap(files);

describe.skipIf(WHOLE.length === 0)('a real live blog told again (captures beside the project)', () => {
  it.each(WHOLE)('%s has the same entries when read from the replay', (file) => {
    let snapshot: Snapshot | undefined;
    try {
      snapshot = read('https://gazette.example/live', decodeText(readFileSync(join(CAPTURES, file)), ''));
    } catch {
      return; // no live blog we can read: another test's business
    }
    if (snapshot === undefined) return;

    const page = recordedPage(
      recordingOf(snapshot),
      Number.POSITIVE_INFINITY,
      (after) => NOW - 90 * 86_400_000 + after,
    );
    const again = read(HERE, liveHtml(page, HERE));

    expect(again?.entries).toHaveLength(snapshot.entries.length);
    const texts = new Set(again?.entries.map((entry) => entry.body.text));
    for (const entry of snapshot.entries) if (entry.body.text !== '') expect(texts).toContain(entry.body.text);
    const media = (of: Snapshot | undefined) =>
      of?.entries.flatMap((entry) => entry.body.media.map((item) => item.url));
    expect(media(again)?.toSorted()).toEqual(media(snapshot)?.toSorted());
  });
});
