import { plainLine } from './body/plain-line.ts';

const SHARED = /<meta\s[^>]*property\s?=\s?["']?og:title["'\s>][^>]*>?/iu;
const CONTENT = /\scontent\s?=\s?(?:"([^"]*)"|'([^']*)')/iu;
const TITLE = /<title[^>]*>([^<]{1,500})<\/title>/iu;

/** What a page calls itself, found by string search; undefined when it does not say. */
export function pageTitle(html: string): string | undefined {
  const head = html.slice(0, 200_000);
  const shared = CONTENT.exec(SHARED.exec(head)?.[0] ?? '');
  const title = plainLine(shared?.[1] ?? shared?.[2] ?? TITLE.exec(head)?.[1] ?? '');
  return title === '' ? undefined : title;
}
