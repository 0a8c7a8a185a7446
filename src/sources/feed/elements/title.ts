import { load } from 'cheerio/slim';

const TAG = /<\/?([a-zA-Z][\w-]*)(?:\s[^<>]*|\/)?>/g;
/** Elements of HTML that text comes in, and those that are whole without an end. */
const TAGS = new Set(
  [
    'a abbr acronym b big bdi bdo blink cite code del dfn em font i ins kbd mark q s samp script small span strike strong',
    'style sub sup time tt u var address article aside blockquote center div footer h1 h2 h3 h4 h5 h6 header nav p pre',
    'section dl dt dd li ol ul table caption colgroup tbody td tfoot th thead tr figure figcaption picture audio video',
    'iframe object form label button noscript svg math applet frameset noframes marquee nobr html head body',
    'fieldset legend select option optgroup textarea menu map dir details summary dialog main ruby rp rt data meter',
    'progress output template hgroup canvas datalist listing xmp',
  ].flatMap((names) => names.split(' ')),
);
const EMPTY = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'param', 'source', 'track', 'wbr']);
/** Of these only with an attribute: without one they are talked about. */
const HEADS = new Set(['base', 'frame', 'link', 'meta']);

const INLINE = /^(?:a|b|em|font|i|small|span|strong|u)$/i;

/** Markup that stands within a line. */
export function isInline(name: string | undefined): boolean {
  return name !== undefined && INLINE.test(name);
}

/** A title that may hold markup and entities, as the plain text a reader sees; undefined when nothing is left. */
export function plainTitle(title: string): string | undefined {
  return htmlTitle(!title.includes('<') || isMarkup(title) ? title : title.replaceAll('<', '&lt;'));
}

/** The same of a title that is HTML for certain. */
export function htmlTitle(html: string): string | undefined {
  return textTitle(html.includes('<') || html.includes('&') ? stripped(html) : html);
}

/** A title that is text already; undefined when it is blank. */
export function textTitle(text: string): string | undefined {
  const title = (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
  return title === '' ? undefined : title;
}

/**
 * Feeds often do not say whether something is text or HTML. It is HTML when all its tags are HTML's and one of them is
 * closed or needs no end, or it has a comment: "Tide < 2 m" and "How <code> looks" keep their signs.
 */
export function isMarkup(html: string): boolean {
  let whole = html.includes('<!--');
  for (const [tag, name = ''] of html.matchAll(TAG)) {
    const lower = name.toLowerCase();
    const empty = EMPTY.has(lower) || (HEADS.has(lower) && tag.includes('='));
    if (!empty && !TAGS.has(lower)) return false;
    whole ||= empty || tag.startsWith('</');
  }
  return whole;
}

/** Elements that part the words around them. */
const APART =
  'br, hr, p, div, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, blockquote, pre, section, article, header, footer, figure, figcaption, summary, legend';
const LIMIT = 4000;
const known = new Map<string, string>();

/** Remembered, because a poll meets the same titles again. */
function stripped(html: string): string {
  const remembered = known.get(html);
  if (remembered !== undefined) return remembered;
  const document = load(html.slice(0, LIMIT), null, false);
  document('script, style').remove();
  document(APART).before(' ').after(' ');
  const text = document.root().text();
  if (known.size >= LIMIT) known.clear();
  known.set(html, text);
  return text;
}
