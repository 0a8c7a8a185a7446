import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'cheerio';
import Parser from 'rss-parser';
import { lastEvening } from '../src/demo/evening.ts';
import { pageAt, playLength } from '../src/demo/sample-state.ts';
import { story } from '../src/demo/story/story.ts';
import { type Document, SourceError } from '../src/ports/source.ts';
import { jsonFeed, rssFeed } from '../src/replay/live-feeds.ts';
import { liveHtml } from '../src/replay/live-html.ts';
import { createBodyMemo } from '../src/sources/body/body-memo.ts';
import { readDocument } from '../src/sources/read.ts';
import { type Figure, ratio } from './measure.ts';

/** Where the page is said to stand that each document is read as. */
const ADDRESS = 'https://saltmere.example/live';
const CAPTURES = resolve('..', 'shared/fixtures');
/** Shorter captures say more about the timer than about reading. */
const LEAST = 10_000;
/** As many as it takes until all of it runs compiled, as in a process that polls for days. */
const ROUNDS = 150;
const WARM_UP = 30;

type Sample = { readonly name: string; readonly text: string };

/**
 * Reading a document for the first time (recognising it included), and again when nothing in it is new, against the bare
 * parse of the same text: cheerio for a page, rss-parser for a feed, `JSON.parse` for JSON – and cheerio for the HTML that
 * stands in feed or JSON, each piece once, which has to be parsed by whoever reads it. Plain text has no parser of its own;
 * a copied page is held to what cheerio takes for it, as if it had been pasted as HTML.
 */
export async function readingBench(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const samples = [...ownSamples(), ...captures()].filter(isReadable);
  // Reading and parsing some times each: the first sample is not the one that pays for compiling either.
  for (let round = 0; round < WARM_UP; round += 1) {
    for (const { text } of samples) {
      await bareParse(text)();
      readDocument(documentOf(text), { body: createBodyMemo() });
    }
  }
  for (const sample of samples) figures.push(...(await figuresOf(sample)));
  return figures;
}

/** The sample blog of the demo as it stands when it has closed. */
function ownSamples(): Sample[] {
  const page = pageAt(story, playLength(story.steps), lastEvening(Date.UTC(2026, 2, 6), 'UTC'));
  return [
    { name: 'our sample page', text: liveHtml(page, ADDRESS) },
    { name: 'our sample feed', text: rssFeed(page, ADDRESS) },
    { name: 'our sample JSON feed', text: jsonFeed(page, ADDRESS) },
  ];
}

function captures(): Sample[] {
  if (!existsSync(CAPTURES)) {
    process.stdout.write('  (no captures beside the checkout: only our own sample is read)\n');
    return [];
  }
  return readdirSync(CAPTURES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:html|xml|json|rss|atom|txt)$/u.test(path) && !/expected|output|summaries/u.test(path))
    .toSorted()
    .map((path) => ({
      name: path.endsWith('.txt') ? `${path} (text, against cheerio)` : path,
      text: readFileSync(join(CAPTURES, path), 'utf8'),
    }))
    .filter(({ text }) => text.length >= LEAST);
}

/** Not every file there is a live blog by itself. */
function isReadable({ text }: Sample): boolean {
  try {
    return 'entries' in readDocument(documentOf(text), { body: createBodyMemo() }).result;
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}

async function figuresOf({ name, text }: Sample): Promise<Figure[]> {
  const body = createBodyMemo();
  const { source } = readDocument(documentOf(text), { body });
  const readAgain = () => {
    body.nextRead();
    readDocument(documentOf(text), { body }, source.kind);
  };
  const bare = bareParse(text);
  const least = { bare: Infinity, first: Infinity, again: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    least.bare = Math.min(least.bare, await took(bare));
    least.first = Math.min(least.first, await took(() => readDocument(documentOf(text), { body: createBodyMemo() })));
    least.again = Math.min(least.again, await took(readAgain));
  }
  return [
    ratio(`${name}: read`, least.first / least.bare, 2),
    ratio(`${name}: nothing new`, least.again / least.bare, 1.2),
  ];
}

/** Of many rounds the least counts: documents are small, and what else the machine does is no part of reading them. */
async function took(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** A new object each time: sources remember what they made of a document. */
function documentOf(text: string): Document {
  return { url: ADDRESS, text, contentType: '', fetchedAt: Date.UTC(2026, 2, 6) };
}

function bareParse(text: string): () => unknown {
  if (/^\s*[[{]/u.test(text)) return () => loadHtml(JSON.parse(text), new Set());
  if (!/^\s*(?:<\?xml|<rss|<feed|<rdf)/iu.test(text)) return () => load(text);
  const parser = new Parser();
  return () =>
    parser.parseString(text).then(
      ({ items }) => loadHtml(items, new Set()),
      () => load(text, { xml: true }),
    );
}

function loadHtml(value: unknown, seen: Set<string>): void {
  if (typeof value === 'string' && !seen.has(value) && /<[a-z]/iu.test(value)) {
    seen.add(value);
    load(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) loadHtml(inner, seen);
  }
}
