import { load } from 'cheerio/slim';

/** A tag, not any "<": "Tide < 2 m" keeps its sign. */
const TAG = /<\/?[a-zA-Z][^<>]*>|<!--/;

/** A title that may hold markup and entities, as the plain text a reader sees; undefined when nothing is left. */
export function plainTitle(html: string): string | undefined {
  const text = TAG.test(html) || /&(?:#\w|\w+;)/.test(html) ? stripped(html) : html;
  return textTitle(text);
}

/** A title that is text already; undefined when it is blank. */
export function textTitle(text: string): string | undefined {
  const title = text.replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title;
}

const LIMIT = 4000;
const known = new Map<string, string>();

/** Remembered, because a poll meets the same titles again. */
function stripped(html: string): string {
  const remembered = known.get(html);
  if (remembered !== undefined) return remembered;
  const document = load(html.slice(0, LIMIT), null, false);
  document('script, style').remove();
  document('br, p, div, li').after(' ');
  const text = document.root().text();
  if (known.size >= LIMIT) known.clear();
  known.set(html, text);
  return text;
}
