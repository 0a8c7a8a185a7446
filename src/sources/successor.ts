import type { Link, SourceEntry } from '../core/entry.ts';
import { anyPattern, inAll } from '../core/languages/in-all.ts';
import { LANGUAGES } from '../core/languages/languages.ts';
import { saysClosed } from '../core/text/closing-words.ts';

/** How newsrooms send readers on. */
const CONTINUES = new RegExp(
  LANGUAGES.flatMap(({ live }) => {
    if (live?.goesOn === undefined) return [];
    const [blog, before, after] = [live.goesOn.blog, live.goesOn.before, live.goesOn.after].map(anyPattern);
    return String.raw`(?<!\p{L})${before}.{0,80}(?<!\p{L})${blog}|${blog}.{0,60}(?<!\p{L})${after}`;
  }).join('|'),
  'iu',
);

/**
 * The live blog that continues this one: a link in one of the two newest entries, where that entry closes the blog or
 * says that coverage goes on elsewhere. Links to the same page, to other sites or to pages that do not sound live are none.
 */
export function successorOf(
  entries: readonly SourceEntry[],
  blogUrl: string,
): { url: string; title?: string } | undefined {
  for (const entry of entries.slice(-2).reverse()) {
    const link = entry.body.links.find((candidate) => isLiveElsewhere(candidate, blogUrl));
    if (link === undefined) continue;
    const text = `${entry.title ?? ''} ${entry.body.text}`;
    if (!CONTINUES.test(around(text, link.text)) && !saysClosed(text)) continue;
    return { url: link.url, ...(link.text !== link.url && { title: link.text }) };
  }
  return undefined;
}

const BLOGS = anyPattern(inAll(({ live }) => live?.goesOn?.blog));
/** In addresses as in titles; and the English words within others, such as "liveblog" and "newsticker". */
const SOUNDS_LIVE = new RegExp(
  `(?<![a-z])(?:${BLOGS}(?![a-z])|live(?!r|ly|stock|lihood|d(?![a-z])|s(?![a-z])))|(?<!s)ticker|blog|cobertura|coverage`,
  'iu',
);
/** What came before is no continuation. */
const EARLIER = new RegExp(String.raw`(?<!\p{L})${anyPattern(inAll(({ live }) => live?.earlier))}(?!\p{L})`, 'iu');

/** Characters before and after a link that may say what it leads to. */
const NEAR = 200;

function around(text: string, link: string): string {
  const at = text.lastIndexOf(link);
  return at < 0 ? text.slice(-2 * NEAR) : text.slice(Math.max(0, at - NEAR), at + link.length + NEAR);
}

function isLiveElsewhere(link: Link, blogUrl: string): boolean {
  if (!/^https?:/u.test(link.url) || withoutFragment(link.url) === withoutFragment(blogUrl)) return false;
  if (!isSameSite(link.url, blogUrl)) return false;
  return SOUNDS_LIVE.test(`${link.url} ${link.text}`) && !EARLIER.test(link.text);
}

/** The next blog of a series is of the same newsroom: its own site, or one beside it (`news.`, `m.`). */
function isSameSite(url: string, blogUrl: string): boolean {
  if (!URL.canParse(blogUrl) || !URL.canParse(url)) return true;
  const [there, here] = [url, blogUrl].map((address) =>
    new URL(address).hostname.replace(/^(?:www|m|amp|news)\./u, ''),
  );
  return there === here || `.${there}`.endsWith(`.${here}`) || `.${here}`.endsWith(`.${there}`);
}

function withoutFragment(url: string): string {
  return url.replace(/[#?].*$/u, '').replace(/\/$/u, '');
}
