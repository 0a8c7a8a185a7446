import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { sliceFacts, withoutTold } from '../../../src/sources/schema-org/page-slices.ts';
import { blog, read, script, URL, update } from './storm-page.ts';

const more = '<p>The quay is being watched by three wardens tonight, and the lamps are lit.</p>'.repeat(8);
const shown = (n: number, words = `The tide is ${n} feet high.`, attributes = '') =>
  `<div class="entry" id="post-${n}" data-post-time="2031-03-03T1${n}:00:00+01:00" ${attributes}><h3>Entry ${n}</h3><p>${words}</p></div>`;
const page = (declared: readonly number[], ...elements: string[]) =>
  script(JSON.stringify(blog(declared.map((n) => update(n)))), `${more}${elements.join('')}`);

describe('entries that only the page has', () => {
  const both = page([3, 2], shown(4), shown(3), shown(2), shown(1));

  it('are read from it in their place, aside of the run, and a warning says so', () => {
    const { entries, warnings } = read(both);

    expect(entries.map(({ sourceId, title, aside }) => [sourceId, title, aside])).toEqual([
      [`${URL}#post-1`, 'Entry 1', true],
      [`${URL}#post-2`, 'Entry 2', undefined],
      [`${URL}#post-3`, 'Entry 3', undefined],
      [`${URL}#post-4`, 'Entry 4', true],
    ]);
    expect(entries[3]).toMatchObject({ url: `${URL}#post-4`, publishedAt: Date.parse('2031-03-03T13:00:00Z') });
    expect(warnings).toEqual([expect.stringMatching(/^2 entries stand on the page and not in its JSON-LD/u)]);
  });

  it('are the same as they will be once JSON-LD has them', () => {
    const later = read(page([4, 3, 2], shown(4), shown(3), shown(2)));
    const { aside, ...early } = read(both).entries[3] ?? { aside: undefined };

    expect(aside).toBe(true);
    expect(later.entries.at(-1)).toMatchObject({ ...early, authors: ['Ana Voss'] });
  });

  it('are named like the declared ones, also where those are named in the query of their address', () => {
    const ids = ['4711003', '4711002'].map((id, place) =>
      update(3 - place, { url: `${URL}?update=${id}`, headline: id }),
    );
    const element = (n: number) =>
      `<li class="item" id="liveblog-471100${n}" data-post-time="2031-03-03T1${n}:00:00+01:00"><h2>Entry ${n}</h2><p>The tide is ${n} feet high.</p></li>`;
    const { entries } = read(script(JSON.stringify(blog(ids)), more + [3, 2, 1].map(element).join('')));

    expect(entries.map(({ sourceId, url, aside }) => [sourceId, url, aside])).toEqual([
      [`${URL}?update=4711001`, `${URL}?update=4711001`, true],
      [`${URL}?update=4711002`, `${URL}?update=4711002`, undefined],
      [`${URL}?update=4711003`, `${URL}?update=4711003`, undefined],
    ]);
  });

  it('have the authors that their elements name', () => {
    const signed = shown(4).replace('</h3>', '</h3><p class="live-author">Ida Thornby</p>');

    expect(read(page([3, 2], signed, shown(3), shown(2))).entries.at(-1)).toMatchObject({
      authors: ['Ida Thornby'],
      body: { text: 'The tide is 4 feet high.' },
    });
  });

  it('are the very same when the page is read again', () => {
    const body = createBodyMemo();
    const before = read(both, body).entries;

    expect(before).toHaveLength(4);
    expect(read(both, body).entries.every((entry, place) => entry === before[place])).toBe(true);
  });

  it.each([
    ['an advert in such an element', shown(9).replace('post-9', 'advert-9')],
    ['an element without a time', shown(9).replace(/ data-post-time="[^"]*"/u, '')],
    ['an element without words', `<div class="entry" id="post-9" data-post-time="2031-03-03T12:30:00Z"></div>`],
    ['another element', shown(9).replace('class="entry"', 'class="teaser"')],
  ])('are not %s', (_, element) => {
    expect(read(page([3, 2], shown(3), element, shown(2))).entries).toHaveLength(2);
  });
});

describe('the element of an entry', () => {
  const time = (minute: number) => `data-post-time="2031-03-03T09:${minute}:00Z"`;
  const json = (...ids: string[]) =>
    JSON.stringify(blog(ids.map((id, place) => update(2 - place, { url: `${URL}#${id}` }))));
  const times = (text: string) =>
    read(text).entries.map(({ publishedAt = 0 }) => new Date(publishedAt).toISOString().slice(14, 16));

  it('may have another word before the same number', () => {
    const elements = `<article class="post" id="post-1288915" ${time(20)}><p>The tide is 2 feet high.</p></article><article class="post" id="post-1288914" ${time(10)}><p>The tide is 1 feet high.</p></article>`;

    expect(times(script(json('liveblogPost1288915', 'liveblogPost1288914'), more + elements))).toEqual(['10', '20']);
    expect(times(script(json('page2', 'page1'), more + elements.replaceAll('12889', 'x')))).toEqual(['00', '00']);
  });

  it('may be named in the query of its address', () => {
    const ids = ['4711002', '4711001'].map((id) => update(1, { url: `${URL}?update=${id}`, headline: id }));
    const element = `<div id="liveblog-4711001" ${time(10)}><p>The tide is 1 feet high.</p></div>`;

    expect(times(script(JSON.stringify(blog(ids)), more + element))).toEqual(['10', '00']);
  });

  it('is not the line that lists it among the key events, and the line makes it one', () => {
    const line = '<li data-id="e-2" data-post-time="2031-03-03T09:59:00Z"><a href="#e-2">Pier</a></li>';
    const elements = [2, 1].map(
      (n) => `<div class="entry" id="e-${n}" ${time(n * 10)}><p>The tide is ${n} feet high.</p></div>`,
    );
    const text = script(json('e-2', 'e-1'), `${more}<ul class="key-events">${line}</ul>${elements.join('')}`);

    expect(times(text)).toEqual(['10', '20']);
    expect(read(text).entries.map(({ flags }) => flags)).toEqual([[], ['key']]);
  });

  it('need not have an id for the entry to be a key event', () => {
    const text = script(json('e-2', 'e-1'), `${more}<ul class="key-events"><li><a href="#e-1">Pier</a></li></ul>`);

    expect(read(text).entries.map(({ flags }) => flags)).toEqual([['key'], []]);
  });
});

describe('words on which JSON-LD and page disagree', () => {
  it('are those of JSON-LD, and a warning says so', () => {
    const { entries, warnings } = read(page([2, 1], shown(2), shown(1, 'Nobody may enter the pier.')));

    expect(entries[0]?.body.text).toBe('The tide is 1 feet high.');
    expect(warnings).toEqual([expect.stringMatching(/disagree on the words of 1 entries \(first: “Entry 1”\)/u)]);
  });

  it.each([
    ['more of them', 'The tide is 1 feet high. The pier is shut.'],
    ['fewer of them', 'The tide is 1 feet'],
    ['others only in their marks', '“The tide is 1 feet high”'],
    ['none', ''],
  ])('are not those of a page that has %s', (_, words) => {
    expect(read(page([2, 1], shown(2), shown(1, words))).warnings).toEqual([]);
  });
});

describe('what JSON-LD has told already', () => {
  const told = '<p>The pier is shut.</p>';
  const slice = (words: string) =>
    `<div data-post-time="2031-03-03T10:00:00Z"><h3>Pier</h3>${words}<p>And the quay.</p></div>`;

  it('is not read a second time, and all else of the slice is', () => {
    const facts = sliceFacts(withoutTold(slice(told), told), URL);

    expect(facts?.body.text).toBe('And the quay.');
    expect(facts?.publishedAt).toBe(Date.parse('2031-03-03T10:00:00Z'));
  });

  it.each([
    ['is written otherwise', slice('<p>The <b>pier</b> is shut.</p>'), told],
    ['is a part of the title', '<div><h3>Pier</h3><p>Pier</p></div>', 'Pier'],
    ['is nothing', slice(told), ''],
    ['only begins with an element', slice(`${told}shut`), '<p>The pier is shut.</p>shut'],
  ])('is left where it is when it %s', (_, html, words) => {
    expect(withoutTold(html, words)).toBe(html);
  });
});
