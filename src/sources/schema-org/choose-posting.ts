import type { Document } from '../../ports/source.ts';
import type { RawPosting } from './find-posting.ts';

/**
 * The declaration that a page is about. Parts of one blog (the same address, other updates) are put together; of several
 * blogs the one at the page's own address counts, else the one with the most updates: pages repeat a declaration, sometimes
 * emptied, and name other live blogs beside their own.
 */
export function choosePosting(
  postings: readonly RawPosting[],
  document: Document,
  rest: string,
): RawPosting | undefined {
  const filled = postings.filter(({ updates }) => updates.length > 0);
  if (filled.length < 2) return filled[0] ?? postings[0];
  const blogs = new Map<string, RawPosting>();
  for (const posting of filled) {
    const address = addressOf(posting);
    const known = blogs.get(address);
    blogs.set(address, known === undefined ? posting : joined(known, posting));
  }
  const own = [document.url, canonicalOf(rest)].map(bare);
  const here = [...blogs].find(([address]) => address !== '' && own.includes(address));
  if (here !== undefined) return here[1];
  return [...blogs.values()].reduce((best, next) => (next.updates.length > best.updates.length ? next : best));
}

/** Two parts of one blog, in their order on the page; what both list is listed once. */
function joined(a: RawPosting, b: RawPosting): RawPosting {
  const known = new Set(a.updates.map(({ name }) => name));
  const more = b.updates.filter(({ name }) => !known.has(name));
  const { posting } = b.updates.length > a.updates.length ? b : a;
  const salvaged = a.salvaged === true || b.salvaged === true;
  return { posting, updates: [...a.updates, ...more], ...(salvaged && { salvaged }) };
}

function addressOf({ posting }: RawPosting): string {
  for (const written of [posting.url, posting.mainEntityOfPage, posting['@id']]) {
    const held = typeof written === 'object' && written !== null ? (written as { '@id'?: unknown })['@id'] : written;
    if (typeof held === 'string' && held !== '') return bare(held);
  }
  return '';
}

/** The address that a page names as its own; '' where it names none. */
export function canonicalOf(html: string): string {
  const link =
    /<link\b[^<>]{0,300}?\brel\s*=\s*["']?canonical\b[^<>]{0,2000}>/iu.exec(html.slice(0, 200_000))?.[0] ?? '';
  const shared = /<meta\b[^<>]{0,300}?\bproperty\s*=\s*["']?og:url\b[^<>]{0,2000}>/iu;
  const named = link === '' ? (shared.exec(html.slice(0, 200_000))?.[0] ?? '') : link;
  return /\b(?:href|content)\s*=\s*["']([^"']+)["']/iu.exec(named)?.[1] ?? '';
}

/** An address without what two addresses of one page may differ in. */
function bare(address: string): string {
  return address
    .replace(/[#?].*$/u, '')
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/iu, '')
    .replace(/\/$/u, '');
}
