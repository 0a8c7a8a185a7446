import type { Document, Elsewhere } from '../../ports/source.ts';
import { holds } from '../rare-mark.ts';
import { absoluteUrl } from '../wire/links.ts';
import { blogAddress, postsAddress } from './addresses.ts';

/** One of these, or `client_blogs`, stands in every such page; asked one by one, and not ignoring case: together they take longer. */
const MARKS = [/[aA][pP][iI]_?[hH][oO][sS][tT]/u, /\/(?:blogs|embed)\/[\da-fA-F]{24}/u];
/** How far from its host a theme's settings may name the blog. */
const REACH = 100_000;
const API = /\/client_blogs\/[\da-f]{24}/gu;
/** The settings of a theme, of several ages: `api_host: '…'`, `"apiHost":"…"`, `LB_API_HOST = "…"`, `data-api-host="…"`. */
const HOST = /api[_-]?host["']?\s*[:=]\s*["']([^"']+)["']/iu;
const BLOG_ID = /blog[_-]?id["']?\s*[:=]\s*["']([\da-f]{24})["']/iu;
/** The first such id in the blog's own data, whose keys are sorted: those of people in it come later. */
const BLOG = /\bblog["']?\s*:\s*\{[\s\S]{0,3000}?["']_id["']\s*:\s*["']([\da-f]{24})["']/u;
const SELF = /["']client_blogs\/([\da-f]{24})["']/u;
/** The blog's own data in the page of its theme. */
const CLOSED = /\bblog_status["']?\s*:\s*["']closed["']/u;
const FRAME = /\/(?:blogs|embed)\/[\da-f]{24}(?:[/?][^"'<>]{0,300})?(?=["'])/giu;
/** How far before an address its beginning, or the tag it stands in, is looked for; and how many are looked at. */
const LOOK_BACK = 500;
const MENTIONS = 50;

/**
 * Where a page that shows a Sourcefabric blog has it from: the address of the API, the settings of the blog's theme, or the
 * frame it stands in (which is a page of that theme). undefined when the page shows none.
 */
export function blogIn(document: Document): Elsewhere | undefined {
  if (!document.text.includes('<') || !isMarked(document.text)) return undefined;
  const text = document.text.includes('\\/') ? document.text.replaceAll('\\/', '/') : document.text;
  const direct = absoluteUrl(before(text, API, /(?:https?:)?\/\/[^"'\s<>\\]+$/u), document.url);
  const blog = direct === undefined ? fromTheme(text, document) : blogAddress(direct);
  if (blog !== undefined) {
    const ended = CLOSED.test(text) ? ({ ended: true } as const) : {};
    return { ...elsewhere(postsAddress(blog), 'reads its posts from the platform’s API'), ...ended };
  }
  const framed = before(
    text,
    FRAME,
    /(?<=<(?:amp-)?(?:iframe|script)\s(?:[^>]*\s)?(?:data-(?:[a-z]+-)?)?src=["'])[^"']*$/iu,
  );
  const frame = absoluteUrl(framed?.replaceAll('&amp;', '&'), document.url);
  return frame === undefined || frame === document.url ? undefined : elsewhere(frame, 'shows it in a frame');
}

function isMarked(text: string): boolean {
  return holds(text, '_blogs') || MARKS.some((mark) => mark.test(text));
}

/** The first address whose end matches `end` and whose beginning, looked for backwards from there, matches `start`. */
function before(text: string, end: RegExp, start: RegExp): string | undefined {
  let mention = 0;
  for (const match of text.matchAll(end)) {
    mention += 1;
    if (mention > MENTIONS) return undefined;
    const found = start.exec(text.slice(Math.max(0, match.index - LOOK_BACK), match.index));
    if (found !== null) return `${found[0]}${match[0]}`;
  }
  return undefined;
}

function fromTheme(text: string, document: Document): string | undefined {
  const found = HOST.exec(text);
  const host = absoluteUrl(found?.[1], document.url);
  const near = text.slice(Math.max(0, (found?.index ?? 0) - REACH), (found?.index ?? 0) + REACH);
  const blog = [BLOG, BLOG_ID, SELF].map((place) => place.exec(near)?.[1]).find((id) => id !== undefined);
  if (host === undefined || blog === undefined) return undefined;
  return `${host.replace(/\/(?:api\/?)?$/u, '')}/api/client_blogs/${blog}`;
}

function elsewhere(url: string, how: string): Elsewhere {
  return { elsewhere: url, kind: 'sourcefabric', why: `the page holds a Sourcefabric live blog and ${how}` };
}
