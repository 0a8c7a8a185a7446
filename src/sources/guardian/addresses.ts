import { addressPart } from '../../core/web-address.ts';
import { permalink } from '../wire/links.ts';

/** A live blog's own address: no `.json`, no query, no page of it, no fragment. */
export function blogAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  address.pathname = address.pathname.replace(/\.json$/u, '');
  address.search = '';
  address.hash = '';
  return address.href;
}

/** Where a reader finds one block: the page of the blog that holds it, at the block. */
export function linkTo(blog: string, id: string): { url?: string } {
  return permalink(blog, `?page=with:block-${id}#block-${id}`);
}

/** A block's page as JSON (`page` as pagination writes it: `?page=with:block-…`). */
export function pageAddress(blog: string, page: string): string {
  return `${blog}.json?dcr&${page.replace(/^\?/u, '')}`;
}

/** What changed since a block, as the page itself asks for it. */
export function pollAddress(blog: string, cursor: string): string {
  return `${blog}.json?lastUpdate=${addressPart(cursor)}&isLivePage=true&dcr=true`;
}

const HOST = /^(?:[\w-]+\.)*theguardian\.com$/u;
const LIVE_PATH = /\/live\/\d{4}\/[a-z]{3}\/\d{2}\//u;

/**
 * True for addresses under which page JSON and polls are known to live: the Guardian's own live blogs, and any address that
 * already names page JSON.
 */
export function servesPageJson(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  return pathname.endsWith('.json')
    ? /\.json$/u.test(pathname) && LIVE_PATH.test(pathname)
    : HOST.test(hostname) && LIVE_PATH.test(pathname);
}
