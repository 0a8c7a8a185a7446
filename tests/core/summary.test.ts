import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { porterStem } from '../../bench/porter-stem.ts';
import { rougeRecall } from '../../bench/rouge.ts';
import { summaryBench } from '../../bench/summary.ts';
import { finished } from '../../src/core/steps.ts';
import { stories } from '../../src/core/summary/stories.ts';
import { summarise, summarising } from '../../src/core/summary/summary.ts';
import { sentences } from '../../src/core/text/sentences.ts';
import { processorTime } from '../support/processor-time.ts';
import { writtenEntry } from '../support/written-entry.ts';

const evening = [
  writtenEntry({
    id: 'a',
    at: 1_000,
    title: 'Storm surge reaches the Saltmere sea wall',
    text: 'Waves are breaking over the sea wall. People on Quay Street have been told to leave. What comes next?',
    url: 'https://example.org/live#a',
  }),
  writtenEntry({ id: 'b', at: 2_000, text: 'Good evening and thank you for reading. Do write to us.' }),
  writtenEntry({
    id: 'c',
    at: 3_000,
    text: 'The ferry to Gull Island has been cancelled until Thursday. The company says the pier is damaged.',
  }),
  writtenEntry({
    id: 'd',
    at: 4_000,
    text: 'The ferry to Gull Island has been cancelled until Friday. The company says the pier is damaged.',
    repostOf: 'c',
  }),
  writtenEntry({
    id: 'e',
    at: 5_000,
    flags: ['key'],
    text: 'The harbour master has closed the inner basin to all ships.',
  }),
];

describe('a summary', () => {
  it('names the entries each bullet rests on, oldest first', () => {
    const bullets = summarise(evening, { max: 3 });

    expect(bullets.map((bullet) => bullet.entries)).toEqual([['a'], ['d', 'c'], ['e']]);
    expect(bullets[0]).toEqual({
      text: 'Storm surge reaches the Saltmere sea wall',
      entries: ['a'],
      url: 'https://example.org/live#a',
      publishedAt: 1_000,
    });
  });

  it('tells a story once, in its latest wording', () => {
    const text = summarise(evening)
      .map((bullet) => bullet.text)
      .join(' ');

    expect(text).toContain('cancelled until Friday');
    expect(text).not.toContain('cancelled until Thursday');
  });

  it('leaves out what was published before the span', () => {
    expect(summarise(evening, { since: 4_500 }).flatMap((bullet) => bullet.entries)).toEqual(['e']);
  });

  it('of nothing is empty', () => {
    expect(summarise([])).toEqual([]);
    expect(summarise([writtenEntry({ text: '' })])).toEqual([]);
  });

  it('keeps to a number of words', () => {
    const bullets = summarise(evening, { words: 12 });

    expect(bullets.flatMap((bullet) => bullet.text.split(' ')).length).toBeLessThanOrEqual(12);
  });

  it('is the same every time, never over its length, and never repeats an entry', () => {
    const word = fc.constantFrom(
      'storm',
      'ferry',
      'wall',
      'pier',
      'the',
      'closed',
      'Saltmere',
      'tide',
      'rises',
      'again.',
    );
    const entry = fc.array(word, { maxLength: 30 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (texts) => {
        const all = texts.map((text, index) => writtenEntry({ id: `e${index}`, at: index, text }));
        const bullets = summarise(all, { max: 4 });
        const named = bullets.flatMap((bullet) => bullet.entries);

        expect(bullets.length).toBeLessThanOrEqual(4);
        expect(new Set(named).size).toBe(named.length);
        expect(summarise(all, { max: 4 })).toEqual(bullets);
      }),
    );
  });

  it('of a thousand entries takes well under a second', () => {
    const many = Array.from({ length: 1_000 }, (_, number) => {
      const line = (at: number) =>
        `The w${(number * 7 + at * 13) % 900} of w${(number * 3 + at) % 700} has w${at} now.`;
      return writtenEntry({
        id: `e${number}`,
        at: number,
        text: Array.from({ length: 12 }, (_, at) => line(at)).join(' '),
      });
    });
    const spent = processorTime();

    expect(summarise(many)).toHaveLength(6);
    expect(spent()).toBeLessThan(1_500);
  });
});

describe('summarising', () => {
  /** Steps taken for so many entries of the same length. */
  function stepsFor(count: number): number {
    const all = Array.from({ length: count }, (_, n) =>
      writtenEntry({
        id: `e${n}`,
        at: n,
        text: `The ferry ${n} left pier ${n % 7} at dusk. Nobody was hurt at quay ${n}.`,
      }),
    );
    return [...summarising(all)].length;
  }

  it('gives way in every part of the work, the more often the longer the blog is', () => {
    expect(stepsFor(400)).toBeGreaterThan(1.9 * stepsFor(200));
    expect(stepsFor(400)).toBeGreaterThan(4 * 400);
  });
});

describe('stories', () => {
  it('gather entries that say nearly the same', () => {
    const near = [
      writtenEntry({
        id: '1',
        text: 'Two fishing boats sank outside the harbour of Saltmere during the storm this evening',
      }),
      writtenEntry({ id: '2', text: 'The school in Quay Street stays closed on Monday because of the flood' }),
      writtenEntry({
        id: '3',
        text: 'Two fishing boats have sunk outside the harbour of Saltmere during the storm this evening',
      }),
    ];

    expect(finished(stories(near)).map((story) => story.map((entry) => entry.id))).toEqual([['1', '3'], ['2']]);
  });
});

describe('sentences', () => {
  it('do not end at abbreviations, initials or decimals', () => {
    expect(
      sentences('Dr. A. Holm spoke at 6 p.m. yesterday. Waves reached 4.5 metres.\n\nNo. 7 pier is shut!'),
    ).toEqual(['Dr. A. Holm spoke at 6 p.m. yesterday.', 'Waves reached 4.5 metres.', 'No. 7 pier is shut!']);
  });
});

describe('the scorer', () => {
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['relational', 'relat'],
    ['hopping', 'hop'],
    ['happy', 'happi'],
    ['adjustment', 'adjust'],
    ['controlling', 'control'],
    ['rate', 'rate'],
  ])('stems %s to %s', (word, stem) => {
    expect(porterStem(word)).toBe(stem);
  });

  it('counts how much of the gold is found', () => {
    expect(rougeRecall(1, 'the gates closed', 'The gate is closed.')).toBe(0.75);
    expect(rougeRecall(2, 'the gates closed', 'The gate is closed.')).toBeCloseTo(1 / 3);
  });
});

const captures = resolve(import.meta.dirname, '../../../shared/fixtures/summaries');

describe.skipIf(!existsSync(captures))('on captured live blogs (skipped where the captures are absent)', () => {
  it.each(['bbc-sample15.jsonl', 'guardian-sample15.jsonl'])(
    '%s: beats LexRank, newest first and oldest first',
    (file) => {
      const [ours, ...others] = summaryBench(file);

      expect(ours?.rouge1).toBeGreaterThan(0.222);
      if (file.startsWith('bbc')) expect(ours?.rouge2).toBeGreaterThan(0.055);
      for (const other of others) {
        expect(ours?.rouge1).toBeGreaterThan(other.rouge1);
        expect(ours?.rouge2).toBeGreaterThan(other.rouge2);
      }
    },
  );
});
