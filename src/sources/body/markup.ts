const TAG = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>|<!(?:--|doctype\b)/iu;
const BLOCK = /<(?:p|div|br|ul|ol|li|table|pre|blockquote|h[1-6]|section|article|figure)[\s/>]/iu;
/** A tag that may stand alone, or the end of one: "&lt;b&gt;" without an end is talked about. */
const ESCAPED_TAG =
  /&(?:amp;)?(?:lt|#60|#x3c);(?:\/(?:a|b|i|em|strong|span)|\/?(?:p|br|div|ul|ol|li|img|figure|blockquote|h[1-6]|iframe|table))(?:[\s/]|&(?:amp;)?(?:gt|#62|#x3e);)/iu;

/**
 * What HTML parsers take for a comment up to the next ">": instructions for other programs, the brackets of CDATA, and
 * "<!" that begins nothing.
 */
const NO_TAG = /<\?|<!(?!--|doctype)/iu;
const NO_TAGS = /<\?(?:(?!\?>)[^<])*\?>|<!\[(?:if|endif)[^\]<>]{0,80}\]>|<!\[CDATA\[|\]\]>|<!(?!--|doctype)/giu;

function noTag(match: string): string {
  return match === '<!' ? '&lt;!' : '';
}

/**
 * Whatever a source wrote as markup to parse. Escaped HTML (`&lt;p&gt;`) is unescaped once; plain text gets its line
 * breaks as markup: one for a line, two for a paragraph, and a `<` of its own stays text.
 */
export function asMarkup(text: string): string {
  const trimmed = (NO_TAG.test(text) ? text.replace(NO_TAGS, noTag) : text).trim();
  if (trimmed === '') return '';
  if (TAG.test(trimmed)) return closeUnread(escapedOnce(BLOCK.test(trimmed) ? trimmed : withLineBreaks(trimmed)));
  const unescaped = ESCAPED_TAG.test(trimmed) ? unescapedTags(trimmed) : undefined;
  return unescaped === undefined
    ? withLineBreaks(escapedOnce(trimmed.replaceAll('<', '&lt;'), ESCAPED_SIGN))
    : asMarkup(unescaped);
}

/** Elements whose text is not read; one that is never closed would take all that follows for its own. */
const UNREAD =
  /<(iframe|object|video|audio|canvas|form|aside|svg|frameset|xml|title|textarea|select|nav|menu|dialog|template|noframes|noembed|button)\b/giu;
/** The tag of such an element, and what it plays. */
const HEAD = /^<[^<>]*>(?:\s*<(?:source|param|track)\b[^<>]*>)*/iu;

function closeUnread(markup: string): string {
  const last = new Map<string, number>();
  for (const { 1: name = '', index } of markup.matchAll(UNREAD)) last.set(name.toLowerCase(), index);
  let closed = markup;
  // From behind, so that what is put in moves no place that is still to come.
  for (const [name, at] of [...last].sort(([, a], [, b]) => b - a)) {
    const head = HEAD.exec(markup.slice(at))?.[0];
    if (head === undefined || new RegExp(`</${name}\\b`, 'iu').test(markup.slice(at))) continue;
    closed = `${closed.slice(0, at)}${head}</${name}>${closed.slice(at + head.length)}`;
  }
  return closed;
}

function withLineBreaks(text: string): string {
  return text.includes('\n') ? text.replace(/\r\n?/gu, '\n').replace(/\n/gu, '<br>') : text;
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#60': '<',
  '#62': '>',
  '#34': '"',
  '#39': "'",
  '#x3c': '<',
  '#x3e': '>',
  '#x22': '"',
  '#x27': "'",
};

/** Feeds have been seen to escape twice; more is text about escaping. */
const MOST_ESCAPED = 3;

/** Escaped markup with as many levels of escaping undone as it takes for a tag to appear; undefined when none does. */
function unescapedTags(escaped: string): string | undefined {
  let text = escaped;
  for (let level = 0; level < MOST_ESCAPED; level += 1) {
    text = unescapeOnce(text);
    if (TAG.test(text)) return text;
  }
  return undefined;
}

function unescapeOnce(text: string): string {
  return text
    .replace(
      /&(lt|gt|quot|apos|#60|#62|#34|#39|#x3c|#x3e|#x22|#x27);/giu,
      (_, name: string) => NAMED[name.toLowerCase()] ?? '',
    )
    .replaceAll('&amp;', '&');
}

/** Entities that nobody means to show, escaped once too often. */
const ESCAPED_ENTITY = /&amp;(?=(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[\da-f]{2,5});)/giu;

/** The same in a text without markup, where half a tag is talked about. */
const ESCAPED_SIGN =
  /&amp;(?=(?:amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#(?!6[02];)\d{2,6}|#x(?!3[ce];)[\da-f]{2,5});)/giu;

function escapedOnce(markup: string, pattern = ESCAPED_ENTITY): string {
  return markup.includes('&amp;') ? markup.replace(pattern, '&') : markup;
}
