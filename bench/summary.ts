import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entry } from '../src/core/entry.ts';
import { summarise } from '../src/core/summary/summary.ts';
import { paragraphs } from '../src/core/text/body-text.ts';
import { lexRank } from './lex-rank.ts';
import { firstWords, rougeRecall } from './rouge.ts';

type Sample = {
  readonly summary: readonly string[];
  readonly documents: readonly { readonly block_id: string; readonly text: readonly string[] }[];
};
type System = (entries: readonly Entry[], length: number) => string;

const lines = (entries: readonly Entry[]) => entries.map((entry) => entry.body.text).join('\n');

const SYSTEMS: Readonly<Record<string, System>> = {
  ours: (entries, length) =>
    summarise(entries, { words: length })
      .map((bullet) => bullet.text)
      .join('\n'),
  LexRank: (entries, length) =>
    lexRank(
      entries.flatMap((entry) => entry.body.text.split('\n')),
      length,
    ).join('\n'),
  'newest first': (entries) => lines(entries.toReversed()),
  'oldest first': (entries) => lines(entries),
};

/** Mean ROUGE-1 and -2 recall at the length of the human summary, titles unseen, on one captured sample file. */
export function summaryBench(file: string): readonly { system: string; rouge1: number; rouge2: number }[] {
  const path = resolve('..', 'shared/fixtures/summaries', file);
  const samples = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample);
  return Object.entries(SYSTEMS).map(([system, write]) => {
    const scores = samples.map((sample) => scoreOf(sample, write));
    const mean = (pick: 0 | 1) => scores.reduce((sum, score) => sum + score[pick], 0) / scores.length;
    return { system, rouge1: mean(0), rouge2: mean(1) };
  });
}

function scoreOf(sample: Sample, write: System): readonly [number, number] {
  const gold = sample.summary.join('\n');
  const length = gold.split(/\s+/).length;
  const text = firstWords(write(entriesOf(sample), length), length);
  return [rougeRecall(1, text, gold), rougeRecall(2, text, gold)];
}

/** The files list the newest entry first. */
function entriesOf(sample: Sample): Entry[] {
  return sample.documents.toReversed().map((document) => {
    const text = document.text.join('\n');
    return {
      id: document.block_id,
      body: { tree: paragraphs(text), text, media: [], links: [] },
      authors: [],
      flags: [],
    };
  });
}
