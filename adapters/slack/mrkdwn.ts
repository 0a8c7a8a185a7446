import { escapeMrkdwn, mrkdwnUrl } from './plain.ts';
import type { Inline } from './rich-text.ts';

/** Slack styles words only where these, or nothing, stand around them. */
const BEFORE = /(?:^|[\s([{"'“‘«—–-])$/u;
const AFTER = /^(?:$|[\s.,;:!?)\]}"'”’»…—–-])/u;
/** What could be taken for a style, the end of an address, an emoji or a quotation. */
const MARKUP = /[*`~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:[\p{L}\p{N}_+'-]+:|^>/mu;

/**
 * Rich text as mrkdwn, for the one place where Slack takes no rich text: beside a menu. With `&`, `<` and `>` escaped no
 * mention, link or date can begin, and the text object that carries it says `verbatim`, so that addresses and names stay
 * words. undefined where Slack would read something in the words as markup: they are shown as they were written, or not here.
 * A style that Slack would not take at its place is left out.
 */
export function mrkdwnOf(parts: readonly Inline[]): string | undefined {
  let said = '';
  for (const [at, part] of parts.entries()) {
    if (part.type === 'date' || part.type === 'channel') return undefined;
    if (MARKUP.test(part.text ?? '')) return undefined;
    const next = parts[at + 1];
    const follows = next === undefined || !('text' in next) || AFTER.test(next.text ?? '');
    said += part.type === 'link' ? styled(linkOf(part), part, said, follows) : aroundSpaces(part, said, follows);
  }
  return said;
}

type Words = Extract<Inline, { type: 'text' }>;
type Link = Extract<Inline, { type: 'link' }>;

/** A style must not begin or end with a space. */
function aroundSpaces(part: Words, before: string, follows: boolean): string {
  const [, head = '', core = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part.text) ?? [];
  return `${head}${core === '' ? '' : styled(escapeMrkdwn(core), part, before + head, follows || tail !== '')}${tail}`;
}

/** A line break would end the link. */
function linkOf({ url, text }: Link): string {
  return `<${mrkdwnUrl(url)}|${escapeMrkdwn((text ?? url).replace(/\s+/gu, ' '))}>`;
}

function styled(words: string, { style }: Words | Link, before: string, follows: boolean): string {
  if (style === undefined || !BEFORE.test(before) || !follows || words.includes('\n')) return words;
  const italic = style.italic === true ? `_${words}_` : words;
  const bold = style.bold === true ? `*${italic}*` : italic;
  return style.strike === true ? `~${bold}~` : bold;
}
