import type { Body } from '../../../core/entry.ts';
import { plainText } from '../../../core/text/body-text.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, textOf } from '../../body/dom.ts';
import { elementBody } from '../../body/html-body.ts';
import { oneLine } from '../../body/whitespace.ts';
import { flagsInTitle } from '../../entry-marks.ts';
import { namesIn } from '../byline-names.ts';
import { saidLine } from '../entry/bylines.ts';
import { isChrome } from '../entry/chrome.ts';
import type { Draft } from '../entry/entry.ts';
import { isTeaser } from '../regions.ts';
import { endsLine, written } from './bold-titles.ts';
import { type HeadedEntry, readHead } from './headings.ts';

/** Reads an entry told by its head: title, id and text; `base` is the page's address, and ages are counted from `fetchedAt`. */
export function headedDraft(headed: HeadedEntry, base: string, fetchedAt: number): Draft {
  const { time, nodes, heading, lead, above } = headed;
  // A line of time may be followed by the heading proper.
  const proper = headed.title === '' ? (leadingHeading(nodes) ?? headed.line) : undefined;
  const bold = boldTitle(headed);
  const title = bold ?? (proper === undefined ? headed.title : oneLine(textOf([proper])));
  const id = heading.attribs.id ?? proper?.attribs.id ?? above?.attribs.id ?? anchorBefore(above ?? heading);
  const byline = saidLine(nodes, []);
  // An age is another one at every read.
  const isApart = (element: DomElement) =>
    element === proper ||
    (bold !== undefined && element === (isWhole(headed) ? heading : lead)) ||
    element === byline?.element ||
    isTeaser(element) ||
    isChrome(element) ||
    (time !== undefined && 'instant' in time && element === lead);
  const body = elementBody(nodes, base, isApart);
  return {
    entry: {
      ...(id !== undefined && id !== '' && { sourceId: id }),
      ...(title !== '' && { title }),
      body: /^(?:b|strong)$/u.test(heading.name)
        ? parted(body)
        : BOX.test(heading.name) && time !== undefined && bold === undefined
          ? withoutClock(body, fetchedAt)
          : body,
      authors: byline === undefined ? [] : namesIn(byline.text),
      ...(id !== undefined && id !== '' && base !== '' && { url: `${base}#${id}` }),
      ...(time !== undefined && 'instant' in time && { publishedAt: time.instant }),
      flags: flagsInTitle(title),
    },
    ...(time !== undefined && 'clock' in time && { clock: time.clock }),
  };
}

/** What may begin with its time in bold. */
const BOX = /^(?:p|li|dd|td|div)$/u;
const LONGEST_TITLE = 160;

/** A paragraph all in bold, "11.04am: Pier shut", over others that tell of it; or its first line. */
function boldTitle({ heading, lead, nodes, said }: HeadedEntry): string | undefined {
  if (!BOX.test(heading.name) || lead === heading || said === undefined || said === '' || said.length > LONGEST_TITLE)
    return undefined;
  if (!isWhole({ heading, lead })) return endsLine(written(lead.next, (node) => node.next)) ? said : undefined;
  return nodes.some((node) => node !== heading && /\S/u.test(textOf([node]))) ? said : undefined;
}

function isWhole({ heading, lead }: Pick<HeadedEntry, 'heading' | 'lead'>): boolean {
  return oneLine(textOf([lead])) === oneLine(textOf([heading]));
}

/** The heading that nodes begin with, in boxes or not. */
function leadingHeading(nodes: readonly DomNode[]): DomElement | undefined {
  let first = nodes.find((node) => isElement(node) || textOf([node]).trim() !== '');
  while (first !== undefined && isElement(first) && /^(?:div|dd|section|header)$/u.test(first.name)) {
    first = childrenOf(first).find((node) => isElement(node) || textOf([node]).trim() !== '');
  }
  return first !== undefined && isElement(first) && /^h[1-6]$/u.test(first.name) ? first : undefined;
}

/** `<a id="…"></a>` right before a heading names it. */
function anchorBefore(heading: DomElement): string | undefined {
  let before = heading.prev;
  while (before !== null && !isElement(before) && textOf([before]).trim() === '') before = before.prev;
  if (before === null || !isElement(before) || before.name !== 'a' || textOf([before]).trim() !== '') return undefined;
  return attribute(before, 'id') ?? attribute(before, 'name');
}

type Inline = Extract<Body['tree']['children'][number], { type: 'paragraph' }>['children'][number];

/** The body without the time that its first paragraph begins with, in bold or not. */
function withoutClock(body: Body, fetchedAt: number): Body {
  const [first, ...blocks] = body.tree.children;
  if (first?.type !== 'paragraph') return body;
  const children = withoutLead(first.children, fetchedAt);
  if (children === undefined) return body;
  const tree = { ...body.tree, children: [{ ...first, children }, ...blocks] };
  return { ...body, tree, text: plainText(tree) };
}

function withoutLead([words, ...others]: readonly Inline[], fetchedAt: number): Inline[] | undefined {
  if (words?.type === 'strong') {
    const inner = withoutLead(words.children as Inline[], fetchedAt);
    if (inner === undefined) return undefined;
    return inner.length > 0 ? [{ ...words, children: inner }, ...others] : withoutParting(others);
  }
  if (words?.type !== 'text') return undefined;
  const rest = readHead(words.value, fetchedAt)?.title;
  if (rest === undefined) return undefined;
  return rest === '' ? withoutParting(others) : [{ ...words, value: rest }, ...others];
}

/** The body without the colon or dash that stands between it and its time. */
function parted(body: Body): Body {
  const [first, ...blocks] = body.tree.children;
  if (first?.type !== 'paragraph') return body;
  const tree = { ...body.tree, children: [{ ...first, children: withoutParting(first.children) }, ...blocks] };
  return { ...body, tree, text: plainText(tree) };
}

/** What follows a time, without the colon or dash between them. */
function withoutParting([next, ...others]: readonly Inline[]): Inline[] {
  if (next?.type !== 'text') return next === undefined ? [] : [next, ...others];
  const value = next.value.replace(/^[\s:–—-]+/u, '');
  return value === '' ? others : [{ ...next, value }, ...others];
}
