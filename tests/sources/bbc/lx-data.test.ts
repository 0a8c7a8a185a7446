import { describe, expect, it } from 'vitest';
import { bbc } from '../../../src/sources/bbc/index.ts';
import { documentOf, iso } from '../reading.ts';
import { read } from './data.ts';

const id = (digit: number): string => String(digit).repeat(24);
const text = (words: string) => ({ name: 'text', text: words });
const node = (name: string, ...children: object[]) => ({ name, children, attributes: [] });

/** A post as live pages of 2016 to 2022 fetched it. */
function lxPost(digit: number, rest: object = {}) {
  return {
    assetId: id(digit),
    type: 'POST',
    title: `Post ${digit}`,
    dateAdded: `2019-02-18T1${digit}:00:00.000Z`,
    lastUpdated: `2019-02-18T1${digit}:00:00.000Z`,
    body: [node('paragraph', text(`Text ${digit}`))],
    options: { isBreakingNews: false },
    ...rest,
  };
}

const answer = (...results: object[]) => ({ payload: [{ body: { results, page: { index: 1, total: 4 } } }] });
const ASKED =
  'https://push.api.bbci.co.uk/batch?t=%2Fdata%2Fbbc-morph-lx-commentary-data-paged%2FassetUri%2F%252Fnews%252Flive%252Fuk-12345678%2FisUk%2Ftrue';
const bodyOf = (rest: object) => read(answer(lxPost(1, rest))).entries[0]?.body;

describe('what live pages of 2016 to 2022 fetched', () => {
  it('gives its posts oldest first, under the ids and links they have on the page', () => {
    const breaking = {
      lastUpdated: '2019-02-18T12:30:00.000Z',
      options: { isBreakingNews: true },
      contributor: { name: 'Ana Voss', role: 'Harbour correspondent' },
    };

    const snapshot = read(answer(lxPost(2, breaking), lxPost(1)), ASKED);

    expect(bbc.recognise(documentOf(answer(lxPost(1))))).toBe('sure');
    expect(snapshot).toMatchObject({ kind: 'bbc', url: 'https://www.bbc.co.uk/news/live/uk-12345678' });
    expect(snapshot.entries).toMatchObject([
      { sourceId: id(1), title: 'Post 1', body: { text: 'Text 1' }, flags: [] },
      {
        sourceId: id(2),
        authors: ['Ana Voss'],
        flags: ['breaking'],
        url: `https://www.bbc.co.uk/news/live/uk-12345678#post_${id(2)}`,
      },
    ]);
    expect(snapshot.entries.map(({ publishedAt, updatedAt }) => [iso(publishedAt), iso(updatedAt)])).toEqual([
      ['2019-02-18T11:00:00.000Z', undefined],
      ['2019-02-18T12:00:00.000Z', '2019-02-18T12:30:00.000Z'],
    ]);
  });

  it('is read out of the scripts of a page that shows no posts', () => {
    const payload = JSON.stringify({ body: { results: [lxPost(1)] } });
    const html = `<html><head><title>Storm reaches Saltmere - BBC News</title></head><body><script>Morph.setPayload('/data/other/version/1', {"a":1}); Morph.setPayload('/data/bbc-morph-lx-commentary-data-paged/assetUri/x/version/1.5.6', ${payload});</script></body></html>`;

    expect(bbc.recognise(documentOf(html))).toBe('sure');
    expect(read(html)).toMatchObject({ title: 'Storm reaches Saltmere', entries: [{ sourceId: id(1) }] });
  });

  it('names posts of a match by its minute where they have no headline', () => {
    const goal = lxPost(2, { title: 'Goal!', time: "45'+2" });
    const { entries } = read(answer(goal, lxPost(1, { title: '', time: "1'" })));

    expect(entries.map(({ title }) => title)).toEqual(["1'", 'Goal!']);
    expect(read(answer(lxPost(1, { title: '', time: ' ' }))).entries[0]).not.toHaveProperty('title');
  });

  it('tells the times and marks of posts that a page draws as well', () => {
    const drawn = (digit: number, clock: string) =>
      `<li class="lx-stream__post-container"><article id="post_${id(digit)}" class="lx-stream-post"><span class="lx-stream-post__meta-time">${clock}</span><h3 class="lx-stream-post__header-title">Drawn ${digit}</h3><div class="lx-stream-post-body"><p>Words ${digit}</p></div></article></li>`;
    const told = [
      lxPost(3, {
        dateAdded: '2019-02-16T09:00:00.000Z',
        lastUpdated: '2019-02-16T09:00:00.000Z',
        options: { isPinnedPost: true },
      }),
      lxPost(2, { lastUpdated: '2019-02-18T12:30:00.000Z', options: { isBreakingNews: true } }),
    ];
    const payload = (results: unknown) =>
      `<script>Morph.setPayload('/data/bbc-morph-lx-commentary-data-paged/x', ${JSON.stringify({ body: { results } })});</script>`;
    const html = (results: unknown) =>
      `<html><body><h1>Storm</h1><ol class="lx-stream__feed">${drawn(3, '09:00')}${drawn(2, '12:00')}${drawn(1, '11:00 18 Feb')}</ol>${payload(results)}</body></html>`;

    expect(
      read(html(told)).entries.map(({ title, publishedAt, updatedAt, flags }) => [
        title,
        iso(publishedAt),
        iso(updatedAt),
        flags,
      ]),
    ).toEqual([
      ['Drawn 3', '2019-02-16T09:00:00.000Z', undefined, ['pinned']],
      ['Drawn 1', expect.stringContaining('02-18T11:00'), undefined, []],
      ['Drawn 2', '2019-02-18T12:00:00.000Z', '2019-02-18T12:30:00.000Z', ['breaking']],
    ]);
    expect(read(html([{ assetId: id(9) }, 7])).entries).toHaveLength(3);
  });

  it('keeps emphasis, links, lists and quotes of the text', () => {
    const href = { name: 'href', value: 'https://saltmere.example/tides' };
    const link = { ...node('link', node('caption', text('tide table')), { name: 'url', attributes: [href] }) };
    const body = bodyOf({
      body: [
        node('paragraph', text('See the '), link, text(', '), node('bold', text('now')), text('.')),
        node('list', node('listItem', text('North gate')), node('listItem', text('South gate'))),
        node('quote', node('quoteText', text('Stay inside')), node('quoteAttribution', text('Tom Reed'))),
      ],
    });

    expect(body?.text).toBe('See the tide table, now.\n\nNorth gate\nSouth gate\n\nStay inside\n\n— Tom Reed');
    expect(body?.links).toEqual([{ text: 'tide table', url: 'https://saltmere.example/tides' }]);
    expect(JSON.stringify(body?.tree)).toContain('"strong"');
  });

  it('shows the pictures filed beside the text, each once', () => {
    const picture = (name: string) => ({
      href: `https://ichef.bbci.co.uk/${name}.jpg`,
      altText: 'A pier',
      caption: 'At noon',
    });
    const body = bodyOf({
      body: [
        node('paragraph', text('The pier:')),
        { name: 'image', children: [{ name: 'id', children: [text('/a')] }] },
      ],
      media: { images: { body: { '/a': picture('a'), '/b': picture('b') } } },
    });

    expect(body?.media).toMatchObject([
      { type: 'image', url: 'https://ichef.bbci.co.uk/a.jpg', alt: 'A pier', caption: 'At noon' },
      { type: 'image', url: 'https://ichef.bbci.co.uk/b.jpg' },
    ]);
  });
});
