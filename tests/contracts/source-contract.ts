import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Snapshot, SourceEntry } from '../../src/core/entry.ts';
import { type Document, type Source, SourceError } from '../../src/ports/source.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { bytesHeldBy } from '../support/collect-garbage.ts';

export type SourceFacts = {
  readonly source: Source;
  /** A document of its kind with three entries. */
  readonly sample: Document;
  /** Documents of the other kinds. */
  readonly others: readonly Document[];
  /** Entries that did not change are the same objects at the next read. */
  readonly sameEntries: boolean;
};

/** Hostile documents tried on each source. SOURCE_RUNS sets how many. */
const RUNS = Number(process.env.SOURCE_RUNS ?? 100);

/** Characters of a long page. */
const LONG = 4_000_000;

/** What every source promises (src/ports/source.ts), whoever wrote the document. */
export function sourceContract({ source, sample, others, sameEntries }: SourceFacts): void {
  describe(`the ${source.kind} source`, () => {
    it('recognises its own document, and is sure of no other kind’s', () => {
      expect(source.recognise(sample)).not.toBe('no');
      expect(others.filter((other) => source.recognise(other) === 'sure').map(({ url }) => url)).toEqual([]);
    });

    it('reads its entries oldest first, with absolute links and nothing that runs', () => {
      const snapshot = read(source, sample);

      expect(snapshot.kind).toBe(source.kind);
      expect(snapshot.entries).toHaveLength(3);
      const times = snapshot.entries.map(({ publishedAt }) => publishedAt ?? Number.NaN);
      expect(times).toEqual(['10:05', '11:20', '11:40'].map((clock) => Date.parse(`2031-03-03T${clock}:00Z`)));
      expectSafe(snapshot);
      expect(snapshot.entries.map(({ body }) => body.text).join()).not.toMatch(/boo|onclick|onerror/u);
    });

    it('reads the same document twice into the same entries', () => {
      const body = createBodyMemo();
      const first = read(source, sample, body);
      body.nextRead();
      const second = read(source, sample, body);

      expect(second).toEqual(first);
      expect(second.entries.map((entry) => entry.body.tree)).toEqual(first.entries.map((entry) => entry.body.tree));
      if (source.kind !== 'transcript') {
        for (const [i, entry] of second.entries.entries()) expect(entry.body).toBe(first.entries[i]?.body);
      }
      if (sameEntries) for (const [i, entry] of second.entries.entries()) expect(entry).toBe(first.entries[i]);
    });

    it('keeps nothing of a page but what it makes of it', async () => {
      const long = () => ({ ...sample, text: Buffer.from(`${sample.text}${' '.repeat(LONG)}`).toString() });
      read(source, long());

      const { bytes } = await bytesHeldBy(() => {
        const body = createBodyMemo();
        read(source, long(), body);
        return body;
      });

      expect(bytes).toBeLessThan(LONG / 2);
    });

    it('asks for an address on the web', () => {
      const url = 'https://saltmere.example/live';
      for (const full of [true, false]) {
        const request = source.request({ url, full, now: sample.fetchedAt, cursor: 'a cursor of another kind' });
        expect(new URL(request.url).protocol).toBe('https:');
      }
    });

    it('takes half a character for what it is, wherever it stands', () => {
      for (const text of halved(sample.text)) expectTaken(source, { ...sample, text });
    });

    it(
      'takes a hostile document for what it is: a reading that is safe, or a SourceError that says what it is',
      () => {
        fc.assert(
          fc.property(mutated(sample.text), (text) => expectTaken(source, { ...sample, text })),
          { numRuns: RUNS },
        );
      },
      Math.max(120_000, RUNS * 100),
    );
  });
}

function read(source: Source, document: Document, body = createBodyMemo()): Snapshot {
  const result = source.read(document, { body });
  if ('elsewhere' in result) throw new Error(`${source.kind} leads elsewhere: ${result.elsewhere}`);
  return result;
}

function expectTaken(source: Source, document: Document): void {
  expect(['sure', 'likely', 'no']).toContain(source.recognise(document));
  try {
    const result = source.read(document, { body: createBodyMemo() });
    if (!('elsewhere' in result)) expectSafe(result);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    expect(error.message).toMatch(/\S{3}.*\.$/su);
    expect(error.message.length).toBeLessThan(600);
  }
}

function expectSafe(snapshot: Snapshot): void {
  for (const entry of snapshot.entries) {
    for (const time of [entry.publishedAt, entry.updatedAt])
      expect(time === undefined || Number.isFinite(time)).toBe(true);
    expect(entry.title?.trim()).toBe(entry.title);
    expect(addressesOf(entry).filter((url) => !isOnTheWeb(url))).toEqual([]);
    expect(nodesOf(entry.body.tree).filter(({ type }) => type === 'html')).toEqual([]);
  }
}

function addressesOf({ url, body }: SourceEntry): string[] {
  const inTree = nodesOf(body.tree).flatMap((node) => ('url' in node ? [node.url] : []));
  const media = body.media.map((item) => item.url);
  return [...(url === undefined ? [] : [url]), ...inTree, ...media, ...body.links.map((link) => link.url)];
}

function isOnTheWeb(url: string): boolean {
  return URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
}

function nodesOf(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesOf)] : [node];
}

const HALF = '\ud83d';

/** The document with half of a surrogate pair at the beginning of each of its texts in turn. */
function halved(text: string): string[] {
  if (!isJson(text)) return [text.replace(/(?<=[>"'])(?=[^\s<>"'])/gu, HALF)];
  const json: unknown = JSON.parse(text);
  return placesIn(json).flatMap((path) => {
    const value = at(json, path);
    if (typeof value !== 'string') return [];
    const copy: unknown = structuredClone(json);
    put(copy, path, `${HALF}${value}`);
    return [JSON.stringify(copy)];
  });
}

/** What a document may become on its way, or in the hands of somebody who means harm. */
function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: text.length });
  const junk = fc.constantFrom(
    '',
    'null',
    '0',
    '-1e999',
    '[]',
    '{}',
    '"',
    '\\',
    '<',
    '</',
    '<![CDATA[',
    ']]>',
    '&#x0;',
    '&',
    '\u0000',
    '\ud83d',
    'javascript:alert(1)',
    '//evil.example/',
    '2031-13-45T99:99:99Z',
    '9'.repeat(400),
  );
  const spliced = fc
    .array(fc.tuple(place, fc.nat({ max: 60 }), junk), { minLength: 1, maxLength: 6 })
    .map((edits) => edits.reduce((all, [at, cut, put]) => all.slice(0, at) + put + all.slice(at + cut), text));
  const doubled = fc.tuple(place, place).map(([a, b]) => text.slice(0, Math.max(a, b)) + text.slice(Math.min(a, b)));
  const cut = place.map((at) => text.slice(0, at));
  const whole = [cut, doubled, spliced, fc.constant(text.repeat(2))];
  return isJson(text) ? fc.oneof(...whole, wrongTypes(text)) : fc.oneof(...whole, wrongData(text));
}

function isJson(text: string): boolean {
  return /^\s*[{[]/u.test(text);
}

const ODD = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    'x',
    [],
    {},
    [[[]]],
    '\u0000',
    'javascript:alert(1)',
    '//a.example',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The JSON with some of its values replaced by values of other types. */
function wrongTypes(text: string): fc.Arbitrary<string> {
  const places = placesIn(JSON.parse(text));
  return fc
    .array(fc.tuple(fc.nat({ max: Math.max(0, places.length - 1) }), ODD), { minLength: 1, maxLength: 4 })
    .map((edits) => {
      const copy: unknown = JSON.parse(text);
      // Copies, for a later edit may reach into what an earlier one put: the odd values are the same objects in every run.
      for (const [which, value] of edits) put(copy, places[which] ?? [], structuredClone(value));
      return JSON.stringify(copy);
    });
}

/** A page whose embedded data has values of other types. */
function wrongData(text: string): fc.Arbitrary<string> {
  const data = /(<script type="application\/ld\+json">)(.*?)(<\/script>)/su.exec(text);
  const json = data?.[2];
  if (json === undefined) return fc.constant(text.replaceAll('>', ' >').replaceAll('"', "'"));
  return wrongTypes(json).map((wrong) => text.replace(json, () => wrong.replaceAll('<', '\\u003c')));
}

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]));
  return [path, ...inner];
}

function at(root: unknown, path: Path): unknown {
  return path.reduce((node, key) => (node as Record<string, unknown>)[key], root);
}

function put(root: unknown, path: Path, value: unknown): void {
  let node = root;
  for (const key of path.slice(0, -1)) {
    if (typeof node !== 'object' || node === null) return;
    node = (node as Record<string, unknown>)[key];
  }
  const last = path.at(-1);
  if (typeof node === 'object' && node !== null && last !== undefined) (node as Record<string, unknown>)[last] = value;
}
