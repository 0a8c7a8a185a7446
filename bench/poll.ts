import Parser from 'rss-parser';
import type { Fetched, Fetcher } from '../src/ports/fetcher.ts';
import { noMetrics } from '../src/ports/metrics.ts';
import { createPoll } from '../src/relay/poll.ts';
import { createRecords } from '../src/relay/records.ts';
import { createRepostFinder } from '../src/relay/reposts.ts';
import { createSeenSets } from '../src/relay/seen-sets.ts';
import { createBodies, sourceReader } from '../src/sources/reader.ts';
import { systemClock } from '../src/system-clock.ts';
import { MemoryStore } from '../tests/support/memory-store.ts';
import { type Figure, medians, ratio } from './measure.ts';
import { liveBlogJson, liveBlogPage, rssFeed, sampleUpdate, sampleUpdates } from './sample-blog.ts';

const ENTRIES = 1000;
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A poll of a 1,000-entry blog – nothing new, one new entry, one edit – against the bare library on the same document. */
export async function pollBench(): Promise<Figure[]> {
  const parser = new Parser();
  return [
    ...(await figures(
      'JSON-LD',
      (updates) => liveBlogPage(liveBlogJson(updates)),
      'JSON.parse',
      (page) => JSON.parse(page.slice(page.indexOf('{"@context"'), page.indexOf('</script>'))),
    )),
    ...(await figures('RSS', rssFeed, 'rss-parser', (feed) => parser.parseString(feed))),
  ];
}

async function figures(
  name: string,
  compose: (updates: ReturnType<typeof sampleUpdates>) => string,
  library: string,
  bare: (document: string) => unknown,
): Promise<Figure[]> {
  // Decoded from bytes, as the fetcher does it: a string put together in memory is copied by whoever reads it first.
  const write = (list: ReturnType<typeof sampleUpdates>) => Buffer.from(compose(list)).toString();
  const updates = sampleUpdates(ENTRIES);
  const blog = createPolledBlog();
  let next = ENTRIES;
  const first = write(updates);
  await blog.poll(first);
  const grown = Array.from({ length: 60 }, () => {
    updates.push(sampleUpdate(next++, 'as first written'));
    return write(updates.slice(-ENTRIES));
  });
  const edited = Array.from({ length: 60 }, (_, i) => {
    const which = updates.length - 10 - i;
    updates[which] = sampleUpdate(which, `corrected ${i} times`);
    return write(updates.slice(-ENTRIES));
  });
  const times = await medians(
    [
      { name: 'bare', run: () => bare(first) },
      { name: 'same', run: () => blog.pollSame() },
    ],
    // Most polls of a bot that runs for weeks are of this kind: neither is measured cold.
    200,
  );
  const oneNew = await timed(grown, blog, bare);
  const oneEdit = await timed(edited, blog, bare);
  const base = times.get('bare') ?? Number.NaN;
  return [
    ratio(`${name}: nothing new (same body), against ${library}`, (times.get('same') ?? Number.NaN) / base, 0.05),
    ratio(`${name}: one new entry, against ${library}`, oneNew, 1.3),
    ratio(`${name}: one edit, against ${library}`, oneEdit, 1.3),
  ];
}

/** Median of poll time over bare time, document by document. */
async function timed(
  documents: readonly string[],
  blog: ReturnType<typeof createPolledBlog>,
  bare: (document: string) => unknown,
): Promise<number> {
  const ratios: number[] = [];
  for (const document of documents) {
    const a = performance.now();
    await bare(document);
    const b = performance.now();
    await blog.poll(document);
    ratios.push((performance.now() - b) / (b - a));
  }
  return ratios.toSorted((x, y) => x - y)[Math.floor(ratios.length / 2)] ?? Number.NaN;
}

function createPolledBlog() {
  let text = '';
  let same = false;
  const fetcher: Fetcher = {
    async fetch({ url, validators }): Promise<Fetched> {
      if (same) return { status: 'same', validators };
      const document = {
        url,
        text,
        contentType: text.startsWith('<?xml') ? 'application/rss+xml' : 'text/html',
        fetchedAt: Date.now(),
      };
      return { status: 'changed', document, validators: { etag: String(Math.random()) } };
    },
    close: async () => undefined,
  };
  const records = createRecords(new MemoryStore());
  const poll = createPoll({
    records,
    seenSets: createSeenSets(records, { shared: false }),
    reposts: createRepostFinder(),
    fetcher,
    reader: sourceReader,
    bodies: createBodies(),
    clock: systemClock,
    log: silent,
    metrics: noMetrics,
  });
  const settings = {
    name: 'storm',
    url: 'https://saltmere.example/live',
    origin: 'config',
    every: 10_000,
    max: 60_000,
  } as const;
  const signal = new AbortController().signal;
  return {
    poll: (document: string) => {
      text = document;
      same = false;
      return poll(settings, signal);
    },
    pollSame: () => {
      same = true;
      return poll(settings, signal);
    },
  };
}
