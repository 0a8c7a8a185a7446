import { describe, expect, it } from 'vitest';
import { bbc } from '../../../src/sources/bbc/index.ts';
import { documentOf, iso } from '../reading.ts';
import { read } from './data.ts';

const page = (commentary: string, date = '2012/05/03 08:00:00'): string =>
  `<html><head><title>BBC News - Storm in Saltmere</title><meta name="OriginalPublicationDate" content="${date}"></head><body><h1>Storm in Saltmere</h1>${commentary}</body></html>`;
const read2012 = (commentary: string) => {
  const { entries } = read(page(commentary));
  return entries.map((entry) => [entry.title, entry.body.text, iso(entry.publishedAt)]);
};
const boxes = (...items: string[]): string => `<div id="live-event"><ol>${items.join('')}</ol></div>`;

describe('a live page of before 2014', () => {
  it('has boxes that begin with a time of four digits', () => {
    const html = boxes(
      '<li id="entry_22"><p class="timestamp">1240: </p><h3>Ferry back</h3><p>The ferry is back.</p></li>',
      '<li id="entry_21" class="class-BREAKING"><p class="timestamp">1120: </p><p>The pier is shut.</p></li>',
    );

    expect(bbc.recognise(documentOf(page(html)))).toBe('sure');
    expect(read2012(html)).toEqual([
      [undefined, 'The pier is shut.', '2012-05-03T10:20:00.000Z'],
      ['Ferry back', 'The ferry is back.', '2012-05-03T11:40:00.000Z'],
    ]);
    expect(read(page(html)).entries).toMatchObject([
      { sourceId: 'entry_21', flags: ['breaking'] },
      { sourceId: 'entry_22', flags: [] },
    ]);
  });

  it('has paragraphs one after another, of which only some begin with a time', () => {
    const html =
      '<div class="live-text"><p><b>1240: </b>The ferry is back.</p><p>It sails at noon.</p><p><b>1120: </b>The pier is shut.</p></div>';

    expect(read2012(html)).toEqual([
      [undefined, 'The pier is shut.', '2012-05-03T10:20:00.000Z'],
      [undefined, 'The ferry is back.\n\nIt sails at noon.', '2012-05-03T11:40:00.000Z'],
    ]);
  });

  it('runs on after midnight from the day in its head', () => {
    const html = boxes(
      '<li><b>0020:</b><p>Water falls.</p></li>',
      '<li><b>2350:</b><p>Water rises.</p></li>',
      '<li><b>2110:</b><p>Wind rises.</p></li>',
    );

    expect(read2012(html).map(([, , at]) => at)).toEqual([
      '2012-05-03T20:10:00.000Z',
      '2012-05-03T22:50:00.000Z',
      '2012-05-03T23:20:00.000Z',
    ]);
  });

  it('may tell the story in its own order, and name instants', () => {
    const html = `<ul class="sport-stream">${[20, 40]
      .map(
        (minute) =>
          `<li><abbr title="2013-02-18T20:${minute}:00+00:00">20:${minute}</abbr><p>Minute ${minute}.</p></li>`,
      )
      .join('')}</ul>`;

    expect(read2012(html)).toEqual([
      [undefined, 'Minute 20.', '2013-02-18T20:20:00.000Z'],
      [undefined, 'Minute 40.', '2013-02-18T20:40:00.000Z'],
    ]);
  });

  it('is not what another site calls so', () => {
    const html = boxes('<li><b>12:40</b><p>One.</p></li>', '<li><b>11:20</b><p>Two.</p></li>');

    expect(bbc.recognise(documentOf(`<html><body><a href="https://www.bbc.co.uk/">BBC</a>${html}</body></html>`))).toBe(
      'no',
    );
  });
});
