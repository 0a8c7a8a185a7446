import type { Document } from '../ports/source.ts';
import { type Page, parseHtml } from './body/dom.ts';

const pages = new WeakMap<Document, Page>();

/** The parsed page of a document; parsed once, however many sources ask whether it is theirs. */
export function pageOf(document: Document): Page {
  const known = pages.get(document);
  if (known !== undefined) return known;
  const page = parseHtml(document.text);
  pages.set(document, page);
  return page;
}

/** True for documents that are worth parsing as HTML: by media type, else by how they begin. */
export function isHtml(document: Document): boolean {
  if (/html/u.test(document.contentType)) return true;
  const start = document.text.slice(0, 4000);
  if (/^[\s\uFEFF]*(?:[{[]|<\?xml|<rss|<feed|<rdf)/iu.test(start)) return /<html[\s>]/iu.test(start);
  return /<(?:!doctype html|html|head|body|div|p|section|article|ul|script|main|span|h[1-6])[\s>]/iu.test(start);
}

/** Where relative addresses start from: the document's own address; '' for a file. */
export function baseOf(document: Document): string {
  return /^https?:/iu.test(document.url) ? document.url : '';
}

/** The page's own address, whatever it was asked for by or saved as. */
export function canonicalOf(page: Page): string | undefined {
  const href = page('link[rel="canonical"]').attr('href') ?? page('meta[property="og:url"]').attr('content');
  return href !== undefined && URL.canParse(href) ? href : undefined;
}
