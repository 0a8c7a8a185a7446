import { describe, expect, it } from 'vitest';
import { bbc } from '../../../src/sources/bbc/index.ts';
import { documentOf } from '../reading.ts';
import { asset, block, bodyOf, boxed, page, post, read } from './data.ts';

const NEWS = 'https://www.bbc.co.uk/news/live/uk-12345678';

describe('the box above the stream', () => {
  const box = (...results: object[]) => ({ content: { data: { results } } });

  it('adds a post that the stream does not show, and marks it as key', () => {
    const { entries } = read(page([post(3), post(2)], { keyHighlight: box(post(1)) }));

    expect(entries).toMatchObject([
      { sourceId: asset(1), title: 'Post 1', flags: ['key'], aside: true },
      { sourceId: asset(2), flags: [] },
      { sourceId: asset(3), flags: [] },
    ]);
  });

  it('marks a post of the stream, which is no second one', () => {
    const { entries } = read(page([post(2), post(1)], { keyHighlight: post(2) }));

    expect(entries).toMatchObject([
      { sourceId: asset(1), flags: [] },
      { sourceId: asset(2), flags: ['key'] },
    ]);
  });
});

describe('data that calls its stream something else', () => {
  const data = {
    data: {
      'live-header?id=1': { data: { title: 'Storm reaches Saltmere', isLive: false } },
      'stream?id=1': { data: { results: [post(2), post(1)], page: { index: 1, total: 2 } } },
    },
  };
  const html = `<html><head><title>Storm - BBC News</title></head><body><script>window.__INITIAL_DATA__=${JSON.stringify(JSON.stringify(data))};</script></body></html>`;

  it('is known by its posts, and says what it says of the page', () => {
    const snapshot = read(html, NEWS);

    expect(bbc.recognise(documentOf(html, NEWS))).toBe('sure');
    expect(snapshot).toMatchObject({ url: NEWS, title: 'Storm reaches Saltmere', live: false });
    expect(snapshot.entries.map((entry) => entry.sourceId)).toEqual([asset(1), asset(2)]);
  });
});

describe('a clip', () => {
  it('that is only named by its film plays under that name', () => {
    const clip = block('clipMedia', { type: 'video', video: { id: 'urn:bbc:pips:pid:p0abc123', title: 'Waves' } });

    expect(bodyOf(block('video', { blocks: [clip, boxed('caption', 'Over the wall')] })).media).toMatchObject([
      { type: 'video', url: 'https://www.bbc.com/programmes/p0abc123', caption: 'Over the wall' },
    ]);
  });
});
