const TAG = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>|<!--/iu;
const BLOCK = /<(?:p|div|br|ul|ol|li|table|pre|blockquote|h[1-6]|section|article|figure)[\s/>]/iu;
const ESCAPED_TAG =
  /&(?:amp;)?(?:lt|#60|#x3c);\/?(?:p|br|a|b|i|em|strong|div|span|ul|ol|li|img|figure|blockquote|h[1-6]|iframe|table)(?:[\s/]|&(?:amp;)?(?:gt|#62|#x3e);)/iu;

/**
 * What HTML parsers take for a comment up to the next ">": instructions for other programs, the brackets of CDATA, and
 * "<!" that begins nothing.
 */
const NO_TAG = /<\?|<!(?!--|doctype)/iu;
const NO_TAGS = /<\?(?:(?!\?>)[^<])*\?>|<!\[CDATA\[|\]\]>|<!(?!--|doctype)/giu;

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
  if (TAG.test(trimmed)) return closeFrame(BLOCK.test(trimmed) ? trimmed : withLineBreaks(trimmed));
  if (ESCAPED_TAG.test(trimmed)) return asMarkup(unescapeOnce(trimmed));
  return withLineBreaks(trimmed.replaceAll('<', '&lt;'));
}

/** A frame that is never closed would take all that follows for its own fallback. */
function closeFrame(markup: string): string {
  const open = markup.lastIndexOf('<iframe');
  const end = open < 0 ? -1 : markup.indexOf('>', open);
  if (end < 0 || /<\/iframe/iu.test(markup.slice(end))) return markup;
  return `${markup.slice(0, end + 1)}</iframe>${markup.slice(end + 1)}`;
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

/** Undoes one level of escaping; `&amp;lt;` becomes `<` too when no single level is left (double-escaped feeds). */
function unescapeOnce(text: string): string {
  const single = text.replace(
    /&(lt|gt|quot|apos|#60|#62|#34|#39|#x3c|#x3e|#x22|#x27);/giu,
    (_, name: string) => NAMED[name.toLowerCase()] ?? '',
  );
  const whole = single === text ? text.replaceAll('&amp;', '&') : single.replaceAll('&amp;', '&');
  return TAG.test(whole) ? whole : text.replaceAll('&lt;', '&amp;lt;');
}
