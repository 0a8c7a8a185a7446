import { createAlertIndex } from '../src/core/alerts/alert-index.ts';
import type { Entry } from '../src/core/entry.ts';
import { parseQuery } from '../src/core/query/query.ts';
import { paragraphs } from '../src/core/text/body-text.ts';

/** Milliseconds that one new entry takes against ten thousand alerts of every form: the median of many entries. */
export function alertsBench(): { readonly alerts: number; readonly medianMs: number; readonly hits: number } {
  const index = createAlertIndex();
  for (let number = 0; number < 10_000; number += 1) index.add(`a${number}`, parseQuery(queryNumber(number)));
  let hits = 0;
  const times = Array.from({ length: 200 }, (_, number) => {
    const entry = entryNumber(number);
    const started = performance.now();
    hits += index.match(entry).length;
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  return { alerts: index.size, medianMs: times[100] ?? Number.NaN, hits };
}

function word(number: number): string {
  return `w${((number * 2_654_435_761) >>> 0) % 4_000}`;
}

function queryNumber(n: number): string {
  const forms = [
    `common ${word(n)}`,
    `"${word(n)} ${word(n + 1)}"`,
    `${word(n)} OR ${word(n + 7)} OR ${word(n + 9)}`,
    `${word(n)} -${word(n + 3)}`,
    `${word(n).slice(0, 4)}* common`,
    `author:${word(n)} common`,
    'common',
    `is:key ${word(n)}`,
  ];
  return forms[n % forms.length] ?? 'common';
}

function entryNumber(number: number): Entry {
  const text = Array.from({ length: 180 }, (_, at) => (at % 20 === 0 ? 'common' : word(number * 181 + at))).join(' ');
  return {
    id: `e${number}`,
    title: `Entry ${word(number)}`,
    body: { tree: paragraphs(text), text, media: [], links: [] },
    authors: [word(number)],
    flags: [],
  };
}
