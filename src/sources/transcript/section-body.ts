import type { BlockContent, Paragraph, Root } from 'mdast';
import type { Body, Link } from '../../core/entry.ts';
import { anyPattern, inAll } from '../../core/languages/in-all.ts';
import { plainText } from '../../core/text/body-text.ts';
import { isReadMore } from '../../core/text/language-words.ts';

/**
 * The body of a section. Lines that begin with a dash are a list. A last short line without a full stop is the headline
 * of a linked story: it becomes a link to `page`, where the story is linked from – the copy has lost its own address –
 * and the line that leads to it ("Read the full story:", "Ana Voss reports:") goes.
 */
export function sectionBody(paragraphs: readonly string[], page: string): Body {
  const kept = paragraphs.filter((line) => !isShareWord(line));
  const headline = headlineOf(kept);
  const text = kept.slice(0, headline === undefined ? kept.length : -1);
  while (text.length > 0 && isLead(text.at(-1) ?? '')) text.pop();
  const blocks = blocksOf(text.filter((line) => !isReadMore(line, 0)));
  if (headline !== undefined) blocks.push(headlineBlock(headline, page));
  const tree: Root = { type: 'root', children: blocks };
  const links: Link[] = headline === undefined ? [] : [{ text: headline, url: page }];
  return { tree, text: plainText(tree), media: [], links };
}

function headlineBlock(headline: string, page: string): Paragraph {
  const text = { type: 'text' as const, value: headline };
  return {
    type: 'paragraph',
    children: [page === '' ? { type: 'emphasis', children: [text] } : { type: 'link', url: page, children: [text] }],
  };
}

const LONGEST_HEADLINE = 160;

function headlineOf(lines: readonly string[]): string | undefined {
  const last = lines.at(-1);
  if (last === undefined || lines.length < 2 || last.length > LONGEST_HEADLINE) return undefined;
  if (/[.!…:;,"”’')»]$/u.test(last) || /^["“‘«•–-]/u.test(last)) return undefined;
  return last.split(' ').length >= 4 ? last : undefined;
}

const REPORTS =
  /^(?:\p{Lu}[\p{L}'’.-]*\s){1,5}(?:reports?|writes|explains|has (?:more|the (?:full )?(?:story|details)))(?: here)?:$/u;

function isLead(line: string): boolean {
  return isReadMore(line, 0) || REPORTS.test(line);
}

const SHARE = new RegExp(
  `^(?:tweet|print|comments|facebook|twitter|whatsapp|email|${anyPattern(inAll(({ furniture }) => furniture?.share))})$`,
  'iu',
);

const LONGEST_SHARE_WORD = 12;

function isShareWord(line: string): boolean {
  return line.length <= LONGEST_SHARE_WORD && SHARE.test(line);
}

/**
 * The last section of a copy ends with the page's own foot: share buttons, and all the leads of the page run together in
 * one line. Both are told by their words, never by their place.
 */
export function withoutFoot(paragraphs: readonly string[]): readonly string[] {
  const kept = [...paragraphs];
  while (kept.length > 0 && isFoot(kept.at(-1) ?? '')) kept.pop();
  return kept;
}

function isFoot(line: string): boolean {
  if (isShareWord(line)) return true;
  const leads = line.match(
    /(?:read (?:the )?(?:full|whole) (?:story|article|report)|\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+ reports):/giu,
  );
  return (leads?.length ?? 0) >= 2;
}

function blocksOf(lines: readonly string[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  for (const line of lines) {
    const item = /^[-–•*]\s+(.+)$/u.exec(line)?.[1];
    const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: item ?? line }] };
    const last = blocks.at(-1);
    if (item === undefined) blocks.push(paragraph);
    else if (last?.type === 'list') last.children.push({ type: 'listItem', spread: false, children: [paragraph] });
    else
      blocks.push({
        type: 'list',
        ordered: false,
        spread: false,
        children: [{ type: 'listItem', spread: false, children: [paragraph] }],
      });
  }
  return blocks;
}
