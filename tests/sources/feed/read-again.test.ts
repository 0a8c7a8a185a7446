import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { atomSource, rssSource } from '../../../src/sources/feed/index.ts';

function item(n: number, more = ''): string {
  const date = `Thu, 05 Mar 2026 18:${String(n).padStart(2, '0')}:00 GMT`;
  const text = `<![CDATA[<p>Tide mark ${n}; so they write: </item> and &amp;</p>]]>`;
  return `<item><guid>u${n}</guid><title>Mark ${n}</title><pubDate>${date}</pubDate><description>${text}</description>${more}</item>\n`;
}

function rss(items: readonly string[], title = 'Saltmere', attributes = ''): string {
  return `<?xml version="1.0"?>\n<rss version="2.0"${attributes}><channel><title>${title}</title>${items.join('')}</channel></rss>`;
}

function entry(n: number): string {
  return `<entry><id>u${n}</id><title>Mark ${n}</title><updated>2026-03-05T18:${String(n).padStart(2, '0')}:00Z</updated><content type="html">&lt;p&gt;Tide mark ${n}&lt;/p&gt;</content></entry>`;
}

function atom(entries: readonly string[], author: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Saltmere</title>${entries.join('')}<author><name>${author}</name></author></feed>`;
}

function reader(source = rssSource): (text: string) => Snapshot {
  const body = createBodyMemo();
  return (text) => {
    body.nextRead();
    const document = { url: 'https://saltmere.example/feed', text, contentType: '', fetchedAt: 0 };
    const read = source.read(document, { body });
    if ('elsewhere' in read) throw new Error('led elsewhere');
    return read;
  };
}

const numbers = Array.from({ length: 10 }, (_, index) => 10 - index);
const ten = numbers.map((n) => item(n));

describe('a feed that is read again', () => {
  it.each<[string, string, number]>([
    ['with nothing new', rss(ten), 10],
    ['with one new on top', rss([item(11), ...ten]), 10],
    ['with one new on top and the oldest gone', rss([item(11), ...ten.slice(0, -1)]), 9],
    ['with one corrected', rss(ten.with(4, item(6).replace('Tide', 'Ebb'))), 9],
    ['with one withdrawn', rss(ten.toSpliced(4, 1)), 9],
    ['turned round', rss(ten.toReversed()), 10],
    ['with counters that a reader does not see', rss(numbers.map((n) => item(n, '<comments>7</comments>'))), 10],
    ['with one commented out', rss(ten.with(4, `<!-- ${item(6)} -->`)), 9],
    ['with a new title', rss(ten, 'Saltmere tonight'), 10],
    ['with all new', rss([30, 29, 28].map((n) => item(n))), 0],
    ['with none left', rss([]), 0],
  ])('%s keeps the items that say the same, and reads as if for the first time', (_, text, kept) => {
    const read = reader();
    const before = new Set(read(rss(ten)).entries);

    const after = read(text);

    expect(after).toEqual(reader()(text));
    expect(after.entries.filter((one) => before.has(one))).toHaveLength(kept);
  });

  it('reads items anew when what their prefixes stand for has changed', () => {
    const read = reader();
    const written = numbers.map((n) => item(n, '<x:creator>Ada Quill</x:creator>'));
    expect(read(rss(written, 'Saltmere', ' xmlns:x="urn:tides"')).entries[0]?.authors).toEqual([]);

    const after = read(rss(written, 'Saltmere', ' xmlns:x="http://purl.org/dc/elements/1.1/"'));

    expect(after.entries[0]?.authors).toEqual(['Ada Quill']);
  });

  it('reads entries anew when the author of the whole feed changes', () => {
    const read = reader(atomSource);
    const entries = numbers.map((n) => entry(n));
    read(atom(entries, 'Ada Quill'));

    expect(read(atom(entries, 'Ben Marsh')).entries.every(({ authors }) => authors[0] === 'Ben Marsh')).toBe(true);
  });

  it('says again which dates cannot be read', () => {
    const read = reader();
    const spoilt = ten.with(7, item(3).replace('Thu, 05 Mar 2026', 'the day after'));
    const { warnings } = read(rss(spoilt));

    expect(warnings).toHaveLength(1);
    expect(read(rss([item(11), ...spoilt])).warnings).toEqual(warnings);
  });

  it('says where the whole document breaks, not the part that is new', () => {
    const read = reader();
    read(rss(ten));

    const broken = rss([...ten, '<item><title>half</item>']);

    expect(read(broken).warnings[0]).toMatch(/line 12/u);
    expect(read(broken).warnings[0]).toMatch(/line 12/u);
    expect(read(rss(ten)).warnings).toEqual([]);
  });
});
