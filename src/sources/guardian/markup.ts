/** What a reader's comment is called, which the body reader takes for the comments under a page. */
export const COMMENT = /\b(?:element|d2)-comment\b/gu;
/** Evenings with the paper, and forms for readers to fill in. */
export const PROMOTED = /\belement-(?:membership|form|callout)\b/gu;
/** Words of the text in large letters: written beside it, but not about the page. */
const PULLED = /<aside\s[^>]{0,200}\belement-pullquote\b[^>]{0,200}>((?:(?!<aside\s)[\s\S])*?)<\/aside>/giu;
const FORM_FRAME = /<iframe\s[^>]{0,2000}(?:theguardian\.com\/email\/form\/|formstack\.com\/)[^>]*>(?:<\/iframe>)?/giu;

/**
 * A block's HTML under the names that the body reader knows. Each name is looked for before anything is replaced: most
 * blocks have none of them.
 */
export function readable(html: string): string {
  let text = html;
  if (text.includes('nojs-tweet')) text = text.replaceAll('nojs-tweet', 'twitter-tweet');
  if (text.includes('-comment')) text = text.replace(COMMENT, 'element-remark');
  if (text.includes('element-')) {
    text = text.replace(PROMOTED, 'element-advert');
    if (text.includes('element-pullquote')) text = text.replace(PULLED, '<div>$1</div>');
  }
  return text.includes('<iframe') ? text.replace(FORM_FRAME, '') : text;
}

const NUMBERED = /<!--\s?Block (\d{1,4})\s?-->/gu;
const NUMBERED_TIME =
  /<!--\s?Block (\d{1,4})\s?-->\s*(?:<p>\s*)?(?:<a(?:\s[^<>]{0,200})?>\s*(?:<\/a>\s*)?)?<(strong|b|span)(?:\s[^>]{0,100})?>\s*(\d{1,2}[.:]\d\d\s?(?:[ap]m)?(?:\s[A-Z]{3,4})?)\s*:?\s*<\/\2>(?:<\/a>)?\s*:?/gu;

/** True for pages of before 2012, which number their blocks in comments. */
export function areNumbered(html: string): boolean {
  return html.includes('!-- Block ');
}

/**
 * Blocks that begin at a comment, as boxes: each closes the one before it, and the first what holds them all, so that the
 * end of that closes the last. Their times stand at the beginning of their text.
 */
export function boxed(html: string): string {
  return html
    .replace(NUMBERED_TIME, '</div><div id="block-$1" class="block"><p class="block-time">$3</p><p>')
    .replace(NUMBERED, '</div><div id="block-$1" class="block">');
}
