import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { each, iso, OLDEST_FIRST, page, paragraphs, type Report, textOf } from './pages/saltmere.ts';

function read(html: string): Snapshot {
  const fetchedAt = Date.parse('2031-03-03T12:00:00Z');
  const document = { url: 'https://www.saltmere.example/live/storm', text: html, contentType: 'text/html', fetchedAt };
  const { result } = readDocument(document, { body: createBodyMemo() });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

/** A live blog whose entries have these lines before and after what was written. */
const signed = (before: string, after = ''): Snapshot => {
  const post = (report: Report) =>
    `<article class="live-post" id="p-${report.n}71"><time datetime="${iso(report, 0)}"></time><h3>${report.title}</h3>${before}<div class="text">${paragraphs(report)}${after}</div></article>`;
  return read(page('en-GB', 'Storm live', each(post)));
};
const names = ({ entries }: Snapshot) => [...new Set(entries.map(({ authors }) => authors.join(' + ')))];
const texts = ({ entries }: Snapshot) => entries.map(({ body }) => body.text);
const WRITTEN = OLDEST_FIRST.map(textOf);

describe('who wrote an entry', () => {
  it.each<[string, string, string]>([
    [
      'what somebody is stands after a dash',
      '<div class="c-byline"><span>Dana Pike</span><span> - Harbour Correspondent</span></div>',
      'Dana Pike',
    ],
    ['what somebody is stands before a dash', '<p class="byline">Harbour correspondent – Dana Pike</p>', 'Dana Pike'],
    [
      'what it is called and what it holds are one word',
      '<div class="meta"><span class="authorText">Dana Pike</span></div>',
      'Dana Pike',
    ],
    ['it is called so in German', '<span class="ticker__autor">Dana Pike</span>', 'Dana Pike'],
    ['it is called so in Finnish', '<p class="kirjoittaja">Dana Pike</p>', 'Dana Pike'],
    ['it is called so in French', '<p class="auteur">Dana Pike</p>', 'Dana Pike'],
    [
      'its name leads to the page of an author',
      '<div class="lb_au"><a href="/autor/dana-pike/">Dana Pike</a></div>',
      'Dana Pike',
    ],
    [
      'names lead to pages of authors',
      '<div class="x1">By <a href="/people/dana-pike">Dana Pike</a> and <a href="/people/ida-thornby">Ida Thornby</a></div>',
      'Dana Pike + Ida Thornby',
    ],
    [
      'a word and a colon stand before the name',
      '<div class="field"><span class="label">By: </span><span>Dana Pike</span></div>',
      'Dana Pike',
    ],
    ['a label says what the name is', '<span class="post__author">Autor: Dana Pike</span>', 'Dana Pike'],
    ['a label says so of a woman', '<span class="post__author">Autorin: Dana Pike</span>', 'Dana Pike'],
    [
      'it stands beside a portrait',
      '<div class="top"><img src="/f.jpg" alt="" width="48" height="48"><span>Dana Pike</span></div>',
      'Dana Pike',
    ],
  ])('is told where %s', (_, byline, expected) => {
    const snapshot = signed(byline);

    expect(names(snapshot)).toEqual([expected]);
    expect(texts(snapshot)).toEqual(WRITTEN);
    expect(snapshot.entries.flatMap(({ body }) => body.media)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['after a hyphen', '<p>- Dana Pike</p>', 'Dana Pike'],
    ['after a hyphen and for whom', "<p>-Harbour News' Dana Pike</p>", 'Dana Pike'],
    ['after a dash, two of them', '<p>— Dana Pike and Ida Thornby</p>', 'Dana Pike + Ida Thornby'],
  ])('signs at its end: %s', (_, line, expected) => {
    const snapshot = signed('', line);

    expect(names(snapshot)).toEqual([expected]);
    expect(texts(snapshot)).toEqual(WRITTEN);
  });

  it('is nobody in a list of names', () => {
    expect(names(signed('', '<p>- Dana Pike</p><p>- Ida Thornby</p>'))).toEqual(['']);
  });

  it('is nobody whom the text speaks of and links to', () => {
    const snapshot = signed('', '<p>So says <a href="/people/dana-pike">Dana Pike</a> at the pier.</p>');

    expect(names(snapshot)).toEqual(['']);
    expect(texts(snapshot)).toEqual(WRITTEN.map((text) => `${text}\n\nSo says Dana Pike at the pier.`));
  });
});
