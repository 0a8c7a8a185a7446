import { anyPattern, inAll } from '../../core/languages/in-all.ts';
import type { Document } from '../../ports/source.ts';
import { pageOf } from '../page.ts';
import { headOf } from './page/head.ts';

/** It says so to search engines, though its entries are read from the page itself. */
const DECLARED = /"LiveBlogPosting"/u;
const TITLES = new RegExp(anyPattern(inAll(({ live }) => live?.titles)), 'iu');
const CALLED =
  /class\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)(?:live-?(?:blog|ticker|feed|update|post)|newsticker|timeline)/iu;

/** True where the page says in JSON-LD that it is a live blog. */
export function isDeclaredLive({ text }: Document): boolean {
  return DECLARED.test(text);
}

/** A page of dated articles is no live blog; one that calls itself live, a ticker or updates is. */
export function soundsLive(document: Document): boolean {
  const page = pageOf(document);
  const { title, heading, canonical, body, metas } = headOf(page);
  const words = [title, heading].map((element) => (element === undefined ? '' : page(element).text()));
  const said = `${document.url} ${words.join(' ')} ${canonical?.attribs.href ?? ''} ${body?.attribs.class ?? ''} ${metas.get('description') ?? ''}`;
  return isDeclaredLive(document) || TITLES.test(said) || CALLED.test(document.text);
}
