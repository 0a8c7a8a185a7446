import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { schemaOrg } from '../../../src/sources/schema-org/schema-org.ts';

type Update = Readonly<Record<string, unknown>>;

function update(n: number, more: Update = {}): Update {
  const at = `2026-03-05T18:${String(n).padStart(2, '0')}:00Z`;
  const articleBody = `<p>Tide mark ${n}, "so they say": {high} \\ ]</p>`;
  return { '@type': 'BlogPosting', '@id': `u${n}`, headline: `Mark ${n}`, datePublished: at, articleBody, ...more };
}

function page(updates: readonly Update[], write: (json: unknown) => string = JSON.stringify): string {
  const blog = { '@context': 'https://schema.org', '@type': 'LiveBlogPosting', headline: 'Saltmere' };
  return `<html><script type="application/ld+json">${write({ ...blog, liveBlogUpdate: updates, inLanguage: 'en' })}</script></html>`;
}

function reader(): (text: string) => Snapshot {
  const body = createBodyMemo();
  return (text) => {
    body.nextRead();
    const document = { url: 'https://saltmere.example/live', text, contentType: 'text/html', fetchedAt: 0 };
    const read = schemaOrg.read(document, { body });
    if ('elsewhere' in read) throw new Error('led elsewhere');
    return read;
  };
}

const ten = Array.from({ length: 10 }, (_, index) => update(10 - index));

describe('a page that is read again', () => {
  it.each<[string, readonly Update[], number]>([
    ['with nothing new', ten, 10],
    ['with one new on top', [update(11), ...ten], 10],
    ['with one new on top and the oldest gone', [update(11), ...ten.slice(0, -1)], 9],
    ['with one corrected', ten.with(4, update(6, { articleBody: '<p>Corrected.</p>' })), 9],
    ['with one withdrawn', ten.toSpliced(4, 1), 9],
    ['turned round', ten.toReversed(), 10],
    ['with a counter that a reader does not see', ten.map((one) => ({ ...one, commentCount: 7 })), 10],
    ['with other white space', ten, 10],
  ])('%s keeps the entries that say the same, and reads as if for the first time', (name, updates, kept) => {
    const write = name.includes('white space') ? (json: unknown) => JSON.stringify(json, null, 2) : JSON.stringify;
    const read = reader();
    const before = new Set(read(page(ten)).entries);

    const after = read(page(updates, write)).entries;

    expect(after).toEqual(reader()(page(updates, write)).entries);
    expect(after.filter((entry) => before.has(entry))).toHaveLength(kept);
  });

  it('keeps its entries over many reads', () => {
    const read = reader();
    const first = read(page(ten)).entries;
    for (let n = 11; n < 20; n += 1) read(page([update(n), ...ten]));

    expect(read(page(ten)).entries.every((entry, index) => entry === first[index])).toBe(true);
  });

  it('reads an entry anew when the headline of the blog changes, for it may be the title of no update', () => {
    const read = reader();
    expect(read(page(ten)).entries[0]?.title).toBe('Mark 1');

    const renamed = page(ten).replace('"headline":"Saltmere"', '"headline":"Mark 1"');

    expect(read(renamed).entries[0]?.title).toBeUndefined();
  });
});

describe('a list of updates that is not plain', () => {
  it.each<[string, (json: string) => string]>([
    ['with a comma too many', (json) => json.replace('}],', '},],')],
    ['with a raw line break in a string', (json) => json.replace('Mark 3"', 'Mark\n3"')],
    ['with another live blog beside it', (json) => `[${json},{"@type":"LiveBlogPosting","liveBlogUpdate":[]}]`],
    [
      'with lists in the list',
      (json) =>
        json
          .replace('},{"@type":"BlogPosting","@id":"u5"', '}],[{"@type":"BlogPosting","@id":"u5"')
          .replace('[{', '[[{')
          .replace('}],"in', '}]],"in'),
    ],
    [
      'with the words of its key in a text',
      (json) => json.replace('"headline":"Saltmere"', '"headline":"\\"liveBlogUpdate\\": [{"'),
    ],
  ])('%s gives every entry, at each read', (_, spoil) => {
    const read = reader();
    const text = page(ten, (json) => spoil(JSON.stringify(json)));

    expect(read(text).entries).toHaveLength(10);
    expect(read(text).entries).toHaveLength(10);
  });
});
