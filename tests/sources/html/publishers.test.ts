import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import * as pages from './publisher-pages.ts';

const NOON = Date.parse('2031-03-03T12:00:00Z');
const told = pages.REPORTS.toReversed().map(({ title, text, utc }) => [title, utc, text]);

function read(text: string, url: string): Snapshot {
  const document = { url, text, contentType: 'text/html', fetchedAt: NOON };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const time = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString().slice(11, 16));
const reports = ({ entries }: Snapshot) =>
  entries
    .filter(({ aside }) => aside !== true)
    .map(({ title, publishedAt, body }) => [title, time(publishedAt), body.text]);

describe('pages in the manner of publishers', () => {
  it.each([
    [
      'one long box of times, headings and paragraphs',
      pages.flatTicker,
      'https://news.example.de/live',
      'meldung-4',
      [],
    ],
    ['days in words', pages.relativeDays, 'https://news.example.fr/live', '65e4', ['Claire Duval']],
    ['times for scripts beside ages', pages.scriptTimes, 'https://cnn.example/live', 'h_4abc0123456789', ['Dana Pike']],
    ['elements of their own', pages.ownElements, 'https://ap.example/live', '00000194-aaaa', ['Dana Pike']],
    ['three times to an entry', pages.manyTimes, 'https://elpais.example/live', '774', ['Ana Vela']],
    ['a pinned entry in its box', pages.pinnedBox, 'https://nyt.example/live', '40f1e2d3c', ['Dana Pike']],
    ['ids a level deeper', pages.nestedIds, 'https://abc.example/live', 'post-104', ['Dana Pike']],
    ['times in boxes without a name', pages.namelessTimes, 'https://zdf.example.de/live', undefined, []],
    ['the hour and the day apart', pages.hourAndDay, 'https://onet.example.pl/live', 'a4b', []],
    ['titles in boxes', pages.boxedTitles, 'https://news.sky.com/live', 'ncpost-41188', []],
    ['a line that says who reports', pages.reportingLine, 'https://reuters.example/live', 'post-4AB12', ['Dana Pike']],
    ['a store by keys', pages.apollo, 'https://aj.example/live', '4', ['Dana Pike']],
    ['a flat state', pages.flatState, 'https://nuxt.example/live', '4', ['Dana Pike']],
    ['content elements', pages.contentElements, 'https://arc.example/live', '4', ['Dana Pike']],
    ['messages', pages.messages, 'https://arena.example/live', '4', ['Dana Pike']],
    ['a list of news', pages.newsList, 'https://lb24.example/live', '4', ['Dana Pike']],
    ['paragraphs as nodes', pages.paragraphNodes, 'https://verge.example/live', '4', ['Dana Pike']],
  ])('%s: every report, with its time, id and author, and nothing else', (_, html, url, id, authors) => {
    const snapshot = read(html, url);

    expect(reports(snapshot)).toEqual(told);
    expect(snapshot.entries.at(-1)?.sourceId).toBe(id);
    expect(snapshot.entries.at(-1)?.authors).toEqual(authors);
    expect(snapshot.warnings).toEqual([]);
    expect(snapshot.live).toBe(true);
  });

  it.each([
    ['rows of a table', pages.table, ''],
    ['paragraphs that begin with a time', pages.paragraphs, '\n\nNobody is hurt.'],
  ])('%s are entries without a title', (_, html, rest) => {
    expect(reports(read(html, 'https://bote.example.co.uk/live'))).toEqual(
      told.map(([, utc, text]) => [undefined, utc, `${text}${rest}`]),
    );
  });

  it.each([
    [
      'in a box that is no figure',
      pages.scriptTimes,
      'https://media.example/4-l.jpg',
      'The pier on Monday.',
      'Tom Hale',
    ],
    ['in parts', pages.manyTimes, 'https://img.example/4.jpg?w=828', 'El muelle, el lunes.', 'Tomás Ruiz'],
    ['with a lead', pages.pinnedBox, 'https://img.example/4.jpg', 'The pier on Monday.', 'Tom Hale for The Gazette'],
    ['of a content element', pages.contentElements, 'https://img.example/4.jpg', 'The pier', 'Tom Hale'],
  ])('a caption %s tells who made the picture', (_, html, url, caption, credit) => {
    expect(read(html, 'https://news.example.de/live').entries.at(-1)?.body.media).toEqual([
      expect.objectContaining({ type: 'image', url, caption, credit }),
    ]);
  });

  it('a pinned entry stands aside; one that is shown twice is pinned in its place', () => {
    const [pinned] = read(pages.pinnedBox, 'https://nyt.example/live').entries;
    const twice = pages.pinnedBox
      .replace('What to know', 'Wind turns')
      .replace(/Here is what[^<]*/u, pages.REPORTS[3]?.text ?? '');

    expect(pinned).toMatchObject({ title: 'What to know', flags: ['pinned'], aside: true });
    expect(read(twice, 'https://nyt.example/live').entries.map(({ title, flags }) => [title, ...flags])).toEqual([
      ['Wind turns', 'pinned'],
      ['Wall holds'],
      ['Ferries wait'],
      ['Harbour closed'],
    ]);
  });

  it('key points and key events are the publisher’s own', () => {
    expect(read(pages.relativeDays, 'https://news.example.fr/live').keyPoints).toEqual([
      'Le port est fermé.',
      'Les ferries attendent.',
    ]);
    expect(read(pages.scriptTimes, 'https://cnn.example/live').keyPoints).toEqual([
      'The harbour is closed.',
      'Ferries are waiting.',
    ]);
    expect(read(pages.nestedIds, 'https://abc.example/live').entries.at(-1)?.flags).toEqual(['key']);
  });

  it('a line after the entries that says it is over ends the blog', () => {
    const over = pages.manyTimes.replace(
      '</section></main>',
      '</section><p><strong>This live blog is closed.</strong></p></main>',
    );

    expect(read(over, 'https://elpais.example/live').live).toBe(false);
  });

  it('an entry links to its own place on the page', () => {
    expect(read(pages.manyTimes, 'https://elpais.example/live').entries.at(-1)?.url).toBe(
      'https://elpais.example/live#lb-post-4',
    );
    expect(read(pages.nestedIds, 'https://abc.example/live').entries.at(-1)?.url).toBe(
      'https://abc.example/live#post-104',
    );
  });
});
