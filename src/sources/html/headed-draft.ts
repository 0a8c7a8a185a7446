import type { Body, Flag } from '../../core/entry.ts';
import { plainText } from '../../core/text/body-text.ts';
import { labelOf } from '../../core/text/language-words.ts';
import { parseClock } from '../../core/time/clock-text.ts';
import { attribute, childrenOf, type DomElement, type DomNode, isElement, textOf } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { oneLine } from '../body/whitespace.ts';
import { isChrome } from './chrome.ts';
import type { Draft } from './entry.ts';
import type { HeadedEntry } from './headings.ts';
import { isTeaser } from './regions.ts';

/** Reads an entry told by its head: title, id and text; `base` is the page's address. */
export function headedDraft(headed: HeadedEntry, base: string): Draft {
  const { time, nodes, heading, lead } = headed;
  // A line of time may be followed by the heading proper.
  const proper = headed.title === '' ? leadingHeading(nodes) : undefined;
  const title = proper === undefined ? headed.title : oneLine(textOf([proper]));
  const id = heading.attribs.id ?? proper?.attribs.id ?? anchorBefore(heading);
  // An age is another one at every read.
  const isApart = (element: DomElement) =>
    element === proper ||
    isTeaser(element) ||
    isChrome(element) ||
    (time !== undefined && 'instant' in time && element === lead);
  const body = elementBody(nodes, base, isApart);
  return {
    entry: {
      ...(id !== undefined && id !== '' && { sourceId: id }),
      ...(title !== '' && { title }),
      body: heading.name === 'p' && lead === heading ? withoutClock(body) : body,
      authors: [],
      ...(id !== undefined && id !== '' && base !== '' && { url: `${base}#${id}` }),
      ...(time !== undefined && 'instant' in time && { publishedAt: time.instant }),
      flags: flagsIn(title),
    },
    ...(time !== undefined && 'clock' in time && { clock: time.clock }),
  };
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

/** The body without the time that its first paragraph begins with. */
function withoutClock(body: Body): Body {
  const [first, ...blocks] = body.tree.children;
  const [words, ...inline] = first?.type === 'paragraph' ? first.children : [];
  const rest = words?.type === 'text' ? parseClock(words.value)?.rest : undefined;
  if (first?.type !== 'paragraph' || words?.type !== 'text' || rest === undefined) return body;
  const paragraph = { ...first, children: [{ ...words, value: rest }, ...inline] };
  const tree = { ...body.tree, children: [paragraph, ...blocks] };
  return { ...body, tree, text: plainText(tree) };
}

/** "Pinned: …", "Eilmeldung – …": the label that a heading begins with. */
function flagsIn(title: string): Flag[] {
  const label = labelOf(/^([^:|–—]{3,30})[:|–—]/u.exec(title)?.[1] ?? '');
  return label === 'pinned' || label === 'key' || label === 'summary' || label === 'breaking' ? [label] : [];
}
