import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/entry.ts';
import { identify } from '../../src/core/identity.ts';
import { createRepostIndex, findRepost, markReposts } from '../../src/core/reposts/reposts.ts';
import { paragraphs } from '../../src/core/text/body-text.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { readDocument } from '../../src/sources/read.ts';
import { processorTime } from '../support/processor-time.ts';

const HOUR = 3_600_000;
const NIGHT = Date.parse('2031-03-02T18:00:00Z');

function entry(id: string, hours: number, text: string): Entry {
  return {
    id,
    body: { tree: paragraphs(text), text, media: [], links: [] },
    authors: [],
    publishedAt: NIGHT + hours * HOUR,
    flags: [],
  };
}

const STORY =
  'The lifeboat crew of Saltmere has spent six hours at sea in the search for the trawler Margaret, which lost its engine off the island in the first gusts of the storm, the harbour office said. All four fishermen are safe and well, and the boat is in tow.';
const RETOLD =
  'All four fishermen are safe and well, and the boat is in tow: the lifeboat crew of Saltmere has spent six hours at sea in the search for the trawler Margaret, which lost its engine off the island. The mayor thanked the volunteers and promised them a new boathouse by the autumn, for which money has been collected since last winter.';

const repostOf = (entries: readonly Entry[]) => markReposts(entries).map((marked) => marked.repostOf);

describe('stories told again', () => {
  it('word for word, hours later, are marked', () => {
    expect(repostOf([entry('a', 0, STORY), entry('b', 5, STORY)])).toEqual([undefined, 'a']);
  });

  it('in other words are marked', () => {
    expect(repostOf([entry('a', 0, STORY), entry('b', 5, RETOLD)])).toEqual([undefined, 'a']);
  });

  it('a third time, point to the first telling', () => {
    expect(repostOf([entry('a', 0, STORY), entry('b', 5, STORY), entry('c', 9, RETOLD)])).toEqual([
      undefined,
      'a',
      'a',
    ]);
  });

  it('are the later ones, in whatever order the page lists them', () => {
    expect(repostOf([entry('late', 5, STORY), entry('early', 0, STORY)])).toEqual(['early', undefined]);
  });
});

describe('look-alikes are not re-posts', () => {
  it.each([
    ['in the same minute', [entry('a', 0, STORY), entry('b', 0, STORY)]],
    [
      'when they differ in a number',
      [entry('a', 0, STORY), entry('b', 5, STORY.replace('four', '4').replace('six hours', '7 hours'))],
    ],
    ['when they differ in a name', [entry('a', 0, STORY), entry('b', 5, STORY.replace('Margaret', 'Petrel'))]],
    ['when they are short', [entry('a', 0, 'The ferry is late again.'), entry('b', 5, 'The ferry is late again.')]],
    [
      'when only the agency phrase is the same',
      [
        entry(
          'a',
          0,
          `${'The harbour office said on its channel on Sunday evening that '}the outer basin was closed to all boats until the morning tide, and asked owners to check their lines twice.`,
        ),
        entry(
          'b',
          5,
          `${'The harbour office said on its channel on Sunday evening that '}a crane had fallen across the fish market roof, where nobody was at work, and that divers would look at the quay.`,
        ),
      ],
    ],
  ])('%s', (_name, entries) => {
    expect(repostOf(entries)).toEqual([undefined, undefined]);
  });

  it('a thousand warnings from one template are a thousand warnings', () => {
    const places = 'abcdefghij'.split('').map((letter) => `${letter.toUpperCase()}${letter}mere`);
    const warnings = Array.from({ length: 1000 }, (_, n) =>
      entry(
        `w${n}`,
        n,
        `Flood warning ${n} for the parish of ${places[n % 10]}: river levels at the gauge below ${places[(n * 7) % 10]} bridge have reached ${n / 10} metres and are rising, and residents of low streets should move what they can upstairs before the evening tide.`,
      ),
    );

    expect(repostOf(warnings).filter(Boolean)).toEqual([]);
  });
});

it('finding one story among a thousand takes well under a millisecond', () => {
  const words = STORY.split(' ');
  const others = Array.from({ length: 1000 }, (_, n) =>
    entry(
      `e${n}`,
      n / 10,
      Array.from({ length: 120 }, (__, k) => `${words[(k * (n + 3)) % words.length]}${(k * n) % 97}`).join(' '),
    ),
  );
  const index = createRepostIndex([...others, entry('a', 0, STORY)]);
  const spent = processorTime();
  for (let n = 0; n < 200; n += 1) expect(findRepost(index, entry('b', 5, STORY))).toBe('a');

  expect(spent() / 200).toBeLessThan(1);
});

const CAPTURE = resolve(import.meta.dirname, '../../../shared/fixtures/transcript/independent-2023-06-05-ukraine.txt');
const absent = !existsSync(CAPTURE);
if (absent) process.stderr.write(`skipped: ${CAPTURE} is not here\n`);

it.skipIf(absent)('finds the seven stories that a real live blog told twice, and no others', () => {
  const document = { url: 'copy.txt', text: readFileSync(CAPTURE, 'utf8'), contentType: '', fetchedAt: 0 };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a copy is read where it is');
  const { entries } = identify(result.entries, result.url);
  const marked = markReposts(entries.map(({ id, entry: read }) => ({ ...read, id })));
  const at = new Map(marked.map((told) => [told.id, told.publishedAt ?? 0]));
  const clock = (time: number | undefined) => new Date(time ?? 0).toISOString().slice(8, 16);

  expect(
    marked.flatMap((told) =>
      told.repostOf === undefined ? [] : `${clock(told.publishedAt)} ${clock(at.get(told.repostOf))}`,
    ),
  ).toEqual([
    '04T14:40 04T11:25',
    '05T00:00 04T17:00',
    '05T01:00 04T13:05',
    '05T02:00 04T18:00',
    '05T03:00 04T17:30',
    '05T04:00 04T12:35',
    '05T05:00 04T11:03',
  ]);
});
