import { describe, expect, it } from 'vitest';
import { processorTime } from '../../support/processor-time.ts';
import { inspected } from './inspected.ts';
import { atom, rss } from './reading.ts';

const idsIn = (text: string) => inspected(text).entries.map(({ id }) => id);
const json = (...items: readonly object[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Saltmere', items });

describe('a feed shows as many entries as it has', () => {
  it.each([
    ['entries that show nothing', atom('<entry></entry><entry></entry><entry/>'), 3],
    ['items that show nothing', rss('<item/><item></item><item><author>Ada Quay</author></item>'), 3],
    ['items beside empty ones', rss('<item/><item><title>Pier shut</title></item>'), 2],
    [
      'entries that name a contributor only',
      atom('<entry><contributor><name>Bo</name></contributor></entry>'.repeat(2)),
      2,
    ],
    ['entries that say a time only', atom('<entry><updated>2023-06-05T07:16:00Z</updated></entry>'.repeat(2)), 2],
    ['the same words twice', rss('<item><title>Pier shut</title></item>'.repeat(2)), 2],
    ['the same words twice in JSON', json({ content_text: 'Pier shut' }, { content_text: 'Pier shut' }), 2],
    ['ids here and there', rss('<item><guid>1</guid></item><item><guid>2</guid></item><item/><item/><item/>'), 5],
    [
      'addresses here and there',
      rss(
        '<item><link>https://saltmere.example/1</link></item><item><link>https://saltmere.example/2</link></item><item/>',
      ),
      3,
    ],
    ['ids here and there in JSON', json({ id: '1' }, { id: '2' }, {}, { url: 'https://saltmere.example/3' }), 4],
    ['one id twice', rss('<item><guid>7</guid><title>Pier shut</title></item>'.repeat(2)), 1],
    ['one address twice', rss('<item><link>https://saltmere.example/7</link></item>'.repeat(2)), 1],
  ])('with %s', (_, text, count) => {
    const ids = idsIn(text);

    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
  });

  it('and those that have ids go by them, although others have none', () => {
    const ids = idsIn(
      rss('<item><title>Pier shut</title></item><item/><item><guid>7</guid><title>Ferry late</title></item>'),
    );

    expect(ids[0]).toBe('7');
  });

  it('and each keeps its id when a new one says the same', () => {
    const item = '<item><title>Pier shut</title></item>';
    const before = idsIn(rss(item.repeat(2)));

    expect(before).toHaveLength(2);
    expect(idsIn(rss(item.repeat(3))).slice(0, 2)).toEqual(before);
  });

  it('also thousands that say the same, within a second', () => {
    const spent = processorTime();
    const ids = idsIn(rss('<item><title>Pier shut</title></item>'.repeat(5000)));

    expect(new Set(ids).size).toBe(5000);
    expect(spent()).toBeLessThan(2500);
  });
});
