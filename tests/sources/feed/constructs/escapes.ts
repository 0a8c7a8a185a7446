import { type Format, type Row, RSS_ALL } from './row.ts';

const XHTML = (inner: string) => `<div xmlns="http://www.w3.org/1999/xhtml"><b>${inner}</b></div>`;

/** Every way to write a sign, in every element that may be markup: what the reader sees is the sign. */
const SIGNS = [
  ['&amp;', '&'],
  ['&#38;', '&'],
  ['&#x26;', '&'],
  ['&lt;', '<'],
  ['&#60;', '<'],
  ['&#x3C;', '<'],
] as const;

type Way = readonly [way: string, formats: readonly Format[], item: (reference: string) => string];

const twice = (reference: string) => reference.replace('&', '&amp;');
const WAYS: readonly Way[] = [
  ['escaped twice', RSS_ALL, (sign) => both('', `&lt;b>${twice(sign)}&lt;/b>`)],
  ['escaped once', RSS_ALL, (sign) => both('', `&lt;b>${sign}&lt;/b>`)],
  ['in CDATA', RSS_ALL, (sign) => both('', `<![CDATA[<b>${sign}</b>]]>`)],
  ['in HTML', ['atom'], (sign) => both(' type="html"', `&lt;b>${twice(sign)}&lt;/b>`)],
  ['in HTML in CDATA', ['atom'], (sign) => both(' type="html"', `<![CDATA[<b>${sign}</b>]]>`)],
  ['in escaped HTML', ['atom03'], (sign) => both(' type="text/html" mode="escaped"', `&lt;b>${twice(sign)}&lt;/b>`)],
  ['in XHTML', ['atom'], (sign) => both(' type="xhtml"', XHTML(sign))],
  ['in XHTML', ['atom03'], (sign) => both(' type="application/xhtml+xml"', XHTML(sign))],
  ['in text', ['atom'], (sign) => both(' type="text"', sign)],
  ['alone', ['rss', 'rdf', 'atom', 'atom03'], (sign) => both('', sign)],
];

function both(type: string, written: string): string {
  return `<title${type}>${written}</title><description>${written}</description><summary${type}>${written}</summary>`;
}

export const ESCAPES: readonly Row[] = WAYS.flatMap(([way, formats, item]) =>
  SIGNS.map(([reference, sign]): Row => {
    const seen = { title: sign, text: sign };
    return { construct: `${reference} ${way}`, formats, item: item(reference), seen };
  }),
);
