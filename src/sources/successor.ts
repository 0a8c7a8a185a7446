import type { Link, SourceEntry } from '../core/entry.ts';
import { saysClosed } from '../core/text/language-words.ts';

const CONTINUES =
  /(?:follow|continu|carry on|moved|new|latest|next|join us|switch|over to|here)\b.{0,80}\b(?:live|blog|coverage)|(?:neue[rn]?|weiter|hier geht).{0,60}(?:live|ticker|blog)|(?:nouveau|suite|suivez).{0,60}(?:direct|live)|(?:sigue|nuevo|continúa).{0,60}(?:directo|vivo|minuto)|(?:nuova|segui|continua).{0,60}(?:diretta|live)|(?:nowa|dalsza).{0,40}relacj|(?:novo|siga|continua).{0,60}(?:vivo|minuto|direto)|(?:nieuw|verder|volg).{0,60}(?:live|blog)/iu;

/**
 * The live blog that continues this one: a link in one of the two newest entries, where that entry closes the blog or
 * says that coverage goes on elsewhere. Links to the same page or to pages that do not sound live are none.
 */
export function successorOf(
  entries: readonly SourceEntry[],
  blogUrl: string,
): { url: string; title?: string } | undefined {
  for (const entry of entries.slice(-2).reverse()) {
    const link = entry.body.links.find((candidate) => isLiveElsewhere(candidate, blogUrl));
    if (link === undefined) continue;
    const text = `${entry.title ?? ''} ${entry.body.text}`;
    if (!saysClosed(text) && !CONTINUES.test(text)) continue;
    return { url: link.url, ...(link.text !== link.url && { title: link.text }) };
  }
  return undefined;
}

function isLiveElsewhere(link: Link, blogUrl: string): boolean {
  if (!/^https?:/u.test(link.url) || withoutFragment(link.url) === withoutFragment(blogUrl)) return false;
  return /live|ticker|direct|vivo|diretta|relacja|minuto|blog/iu.test(`${link.url} ${link.text}`);
}

function withoutFragment(url: string): string {
  return url.replace(/[#?].*$/u, '').replace(/\/$/u, '');
}
