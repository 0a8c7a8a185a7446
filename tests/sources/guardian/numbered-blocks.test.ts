import { describe, expect, it } from 'vitest';
import { guardian } from '../../../src/sources/guardian/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const BLOG = 'https://www.theguardian.com/uk/blog/2010/mar/01/saltmere-storm-live';
const read = (content: unknown) => snapshotOf(guardian, documentOf(content, BLOG));
const piece = (number: number, time: string, text: string): string =>
  `<!-- Block ${number} --><p><strong>${time}: </strong>${text}</p><p>More of ${number}.</p>`;
const times = (content: unknown) =>
  read(content).entries.map((entry) => [entry.sourceId, iso(entry.publishedAt), entry.body.text]);

const EXPECTED = [
  ['1', '2010-03-01T09:05:00.000Z', 'The ferry stops.\n\nMore of 1.'],
  ['2', '2010-03-01T09:40:00.000Z', 'The pier is shut.\n\nMore of 2.'],
  ['3', '2010-03-01T13:10:00.000Z', 'Trains run.\n\nMore of 3.'],
];

describe('blogs of before 2012, whose blocks are numbered in comments', () => {
  const newestFirst =
    piece(3, '1.10pm', 'Trains run.') +
    piece(2, '9.40am', 'The pier is shut.') +
    piece(1, '9.05am', 'The ferry stops.');

  it('are read out of their page', () => {
    const html = `<html><head><link rel="canonical" href="${BLOG}"></head><body><h1>Storm</h1><div id="article-body-blocks"><p>Good morning.</p>${newestFirst}</div><div id="related" class="block-list"><p>More on this story</p></div></body></html>`;

    expect(guardian.recognise(documentOf(html))).toBe('sure');
    expect(times(html)).toEqual(EXPECTED);
    expect(read(html)).toMatchObject({ title: 'Storm', url: BLOG });
  });

  it('are read out of the Content API', () => {
    const content = {
      id: 'uk/blog/2010/mar/01/saltmere-storm-live',
      webUrl: BLOG,
      fields: { headline: 'Storm', body: newestFirst },
    };

    expect(times({ response: { status: 'ok', content } })).toEqual(EXPECTED);
  });
});
