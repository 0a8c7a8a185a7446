import { describe, expect, it } from 'vitest';
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
