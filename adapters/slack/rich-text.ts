import type { types } from '@slack/bolt';
import type { List, PhrasingContent, Root, RootContent } from 'mdast';
import { inlineText, plainText } from '../../src/core/text/body-text.ts';
import { SHARE, SLACK } from './limits.ts';
import { clean, webAddress } from './plain.ts';

export type Style = { readonly bold?: true; readonly italic?: true; readonly strike?: true; readonly code?: true };
export type Inline = types.RichTextText | types.RichTextLink | types.RichTextDate | types.RichTextChannelMention;
export type Section = types.RichTextBlockElement;

/**
 * Gives out addresses until a message's share of characters is spent, so that a text full of long links cannot outgrow
 * a message. What it refuses stays as plain words.
 */
export type Addresses = (url: string | undefined) => string | undefined;

export function addresses(characters: number = SHARE.addresses): Addresses {
  let left = characters;
  return (url) => {
    const address = webAddress(url, SHARE.address);
    if (address === undefined || address.length > left) return undefined;
    left -= address.length;
    return address;
  };
}

/** Between two paragraphs of one section, in a part of its own. */
export const PARAGRAPH_GAP = '\n\n';

export function textPart(text: string, style: Style = {}): Inline[] {
  const parts: Inline[] = [];
  const shown = clean(text);
  for (let at = 0; at < shown.length; ) {
    let end = Math.min(shown.length, at + SLACK.textObject);
    if (end < shown.length && /[\ud800-\udbff]/u.test(shown.charAt(end - 1))) end -= 1;
    parts.push({ type: 'text', text: shown.slice(at, end), ...styled(style) });
    at = end;
  }
  return parts;
}

/** A link, or its words where the address is none or there is no room for it. */
export function linkPart(text: string, url: string | undefined, give: Addresses, style: Style = {}): Inline[] {
  const shown = clean(text).slice(0, SLACK.textObject).trim();
  const address = give(url);
  if (address === undefined) return textPart(shown, style);
  return [{ type: 'link', url: address, ...(shown === '' ? {} : { text: shown }), ...styled(style) }];
}

export function section(parts: readonly Inline[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: [...parts] };
}

export function richText(sections: readonly Section[]): types.RichTextBlock {
  return { type: 'rich_text', elements: [...sections] };
}

/**
 * A body as rich text. Nothing in it is markup to Slack: every word is the value of a text element, so it can neither
 * mention anyone nor break out of its formatting.
 */
export function treeSections(tree: Root, give: Addresses, style: Style = {}): Section[] {
  const sections: Section[] = [];
  let run: Inline[] = [];
  const flush = () => {
    if (run.length > 0) sections.push(section(run));
    run = [];
  };
  for (const node of tree.children) {
    const parts = flowParts(node, give, style);
    if (parts !== undefined) {
      if (run.length > 0 && parts.length > 0) run.push(...textPart(PARAGRAPH_GAP));
      run.push(...parts);
      continue;
    }
    flush();
    sections.push(...structures(node, give, style));
  }
  flush();
  return sections;
}

/** The parts of a block that reads as lines of text; undefined when it is a structure of its own. */
function flowParts(node: RootContent, give: Addresses, style: Style): Inline[] | undefined {
  switch (node.type) {
    case 'paragraph':
      return inlineParts(node.children, give, style);
    case 'heading':
      return inlineParts(node.children, give, { ...style, bold: true });
    case 'table':
      return textPart(plainText({ type: 'root', children: [node] }), style);
    case 'list':
    case 'blockquote':
    case 'code':
      return undefined;
    default:
      return inlineParts([node as PhrasingContent], give, style);
  }
}

function structures(node: RootContent, give: Addresses, style: Style): Section[] {
  if (node.type === 'list') return listSections(node, give, style, 0);
  if (node.type === 'blockquote') {
    const quoted = treeSections({ type: 'root', children: node.children }, give, style).flatMap(inlineOf);
    return quoted.length === 0 ? [] : [{ type: 'rich_text_quote', elements: quoted }];
  }
  const code = node.type === 'code' ? clean(node.value) : '';
  if (code.trim() === '') return [];
  return [{ type: 'rich_text_preformatted', elements: textPart(code) as types.RichTextText[] }];
}

/** The inline parts of anything, list items on lines of their own. */
function inlineOf(part: Section, index: number): Inline[] {
  const gap = index === 0 ? [] : textPart('\n');
  if (part.type !== 'rich_text_list') return [...gap, ...(part.elements as Inline[])];
  return part.elements.flatMap((item, at) => [
    ...(index + at === 0 ? [] : textPart('\n')),
    ...textPart('• '),
    ...(item.elements as Inline[]),
  ]);
}

const MAX_INDENT = 6;

/** Slack nests lists by `indent` on lists that follow each other, not by lists inside items. */
function listSections(list: List, give: Addresses, style: Style, indent: number): Section[] {
  const sections: Section[] = [];
  let items: types.RichTextSection[] = [];
  const flush = () => {
    if (items.length > 0)
      sections.push({
        type: 'rich_text_list',
        style: list.ordered === true ? 'ordered' : 'bullet',
        indent,
        elements: items,
      });
    items = [];
  };
  for (const item of list.children) {
    const nested = item.children.filter((child) => child.type === 'list');
    const rest = item.children.filter((child) => child.type !== 'list');
    const parts = treeSections({ type: 'root', children: rest }, give, style).flatMap(inlineOf);
    if (parts.length > 0) items.push(section(parts));
    if (nested.length === 0) continue;
    flush();
    for (const inner of nested) sections.push(...listSections(inner, give, style, Math.min(indent + 1, MAX_INDENT)));
  }
  flush();
  return sections;
}

export function inlineParts(nodes: readonly PhrasingContent[], give: Addresses, style: Style): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return textPart(node.value, style);
      case 'strong':
        return inlineParts(node.children, give, { ...style, bold: true });
      case 'emphasis':
        return inlineParts(node.children, give, { ...style, italic: true });
      case 'delete':
        return inlineParts(node.children, give, { ...style, strike: true });
      case 'inlineCode':
        return textPart(node.value, { ...style, code: true });
      case 'link':
        return linkPart(inlineText(node.children), node.url, give, style);
      case 'break':
        return textPart('\n', style);
      default:
        return 'children' in node ? inlineParts(node.children as PhrasingContent[], give, style) : [];
    }
  });
}

function styled(style: Style): { style?: Style } {
  return Object.keys(style).length === 0 ? {} : { style };
}
