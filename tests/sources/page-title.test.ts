import { describe, expect, it } from 'vitest';
import type { Elsewhere } from '../../src/ports/source.ts';
import { htmlBody } from '../../src/sources/body/html-body.ts';
import { pageTitle } from '../../src/sources/page-title.ts';
import { readDocument } from '../../src/sources/read.ts';

describe('the title of a page', () => {
  it.each([
    ['<meta property="og:title" content="Storm &amp; tide"><title>Storm – Gazette</title>', 'Storm & tide'],
    ['<title>Storm over\n Saltmere</title>', 'Storm over Saltmere'],
    ['<h1>No title</h1>', undefined],
  ])('of %s is %s', (html, title) => {
    expect(pageTitle(html)).toBe(title);
  });

  it('goes along when the page says that its entries are elsewhere', () => {
    const text =
      '<title>Storm night</title><script>var liveblog_settings = {"endpoint_url":"https://saltmere.example/wp-json/liveblog/v1/7/","post_id":"7"};</script>';
    const document = { url: 'https://saltmere.example/storm', text, contentType: 'text/html', fetchedAt: 0 };

    expect(readDocument(document, { body: htmlBody }).result).toMatchObject({ title: 'Storm night' });
  });
});

describe('the end of a blog, on the page that says where its entries are', () => {
  const settings = (rest: object = {}) =>
    `<script>var liveblog_settings = ${JSON.stringify({ endpoint_url: 'https://saltmere.example/wp-json/liveblog/v1/7/', post_id: '7', ...rest })};</script>`;
  const theme = (rest: string) =>
    `<script>window.LB_API_HOST = "https://live.saltmere.example/"; window._initialState = {"blog":{"_id":"0123456789abcdef01234567"${rest}}};</script>`;
  const END = '2031-03-03T18:00:00Z';

  it.each([
    [
      'a sentence',
      `<p class="note">This live blog has now closed. Thank you for reading.</p>${settings()}`,
      { ended: true },
    ],
    ['a German sentence', `<p><b>Der Liveblog ist beendet.</b></p>${settings()}`, { ended: true }],
    ['an archived blog of the plugin', settings({ state: 'archive' }), { ended: true }],
    ['the notice of the plugin', `<div class="liveblog-archived-message">Archived</div>${settings()}`, { ended: true }],
    ['a closed blog of the platform', theme(',"blog_status":"closed"'), { ended: true }],
    [
      'an announced end',
      `<script type="application/ld+json">{"coverageEndTime":"${END}"}</script>${settings()}`,
      { coverageEnd: Date.parse(END) },
    ],
    [
      'a running blog',
      `<p>Roads are closed in Saltmere.</p><p>The ferry pause is over.</p>${settings({ state: 'enable' })}`,
      {},
    ],
    ['an open blog of the platform', theme(',"blog_status":"open"'), {}],
    [
      'a script that knows such words',
      `<script>var t = {closed: "<p>This live blog has now closed.</p>"};</script>${settings()}`,
      {},
    ],
  ])('%s', (_, text, end) => {
    const document = { url: 'https://saltmere.example/storm', text, contentType: 'text/html', fetchedAt: 0 };
    const { ended, coverageEnd } = readDocument(document, { body: htmlBody }).result as Elsewhere;

    expect({ ...(ended !== undefined && { ended }), ...(coverageEnd !== undefined && { coverageEnd }) }).toEqual(end);
  });
});
