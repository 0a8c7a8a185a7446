import { parseQuery } from '../src/core/query/query.ts';
import { createSearchIndex } from '../src/core/search/search-index.ts';
import { paragraphs } from '../src/core/text/body-text.ts';
import { median } from './measure.ts';

const QUERIES = ['w17 w23', '"w1 w2"', 'w3 OR w4 OR w5', 'w9* -w1', 'w1 w2 w3', 'is:key', 'nothing'];

/** An index of blogs × entries of 150 words: milliseconds to fill it, and of processor time for the slowest of several queries. */
export function searchBench(blogs: number, entries: number): { readonly fillMs: number; readonly slowestMs: number } {
  const index = createSearchIndex();
  let seed = 1;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const word = () => `w${Math.floor(20_000 * next() ** 3)}`;
  const started = performance.now();
  for (let blog = 0; blog < blogs; blog += 1) {
    const filling = index.fill(`b${blog}`, 1);
    for (let number = 0; number < entries; number += 1) {
      const text = Array.from({ length: 150 }, word).join(' ');
      const body = { tree: paragraphs(''), text, media: [], links: [] };
      const entry = { id: `e${number}`, body, authors: [], flags: [] };
      filling.put({ entry, revision: 'r', at: number, corrected: false, withdrawn: false });
    }
    filling.done();
  }
  const fillMs = performance.now() - started;
  const times = QUERIES.map((text) => {
    const query = parseQuery(text);
    const once = () => {
      const begun = process.cpuUsage();
      index.search(query, { now: entries, limit: 10 });
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1_000;
    };
    return median([once(), once(), once()]);
  });
  return { fillMs, slowestMs: Math.max(...times) };
}
