import type { Flag } from '../core/entry.ts';
import { labelOf } from '../core/text/language-words.ts';
import { type DomElement, textOf } from './body/dom.ts';
import { shortText } from './body/short-text.ts';
import { oneLine } from './body/whitespace.ts';

const LABELLED = new Set('span div p strong b em small label mark h2 h3 h4 h5 h6 a li header'.split(' '));

/** A short element whose whole text is a known label: "Pinned", "Key event". */
export function isLabel(element: DomElement): boolean {
  if (!LABELLED.has(element.name)) return false;
  const text = shortText(element, 40);
  return text !== undefined && labelOf(text) !== undefined;
}

const CALLED: readonly (readonly [RegExp, Flag])[] = [
  [/(?:^|[\s_-])(?:is-)?(?:pinned|sticky)(?=$|[\s_-])/iu, 'pinned'],
  [/(?:^|[\s_-])(?:is-)?(?:key-?event|key-?moment|key-?post|highlight(?:ed)?)(?=$|[\s_-])/iu, 'key'],
  [/(?:^|[\s_-])(?:is-)?breaking(?:-?news)?(?=$|[\s_-])/iu, 'breaking'],
  [/(?:^|[\s_-])is-summary(?=$|[\s_-])/iu, 'summary'],
];

/** Part of every word above; most names have none of them. */
const MAY_MARK = /pinned|sticky|key|highlight|breaking|summary/iu;

const BADGE = /badge|label|flag|tag|icon/iu;

/** True for an element that is called a badge or the like. */
export function isBadge(element: DomElement): boolean {
  return isCalled(element, BADGE);
}

/** What marks an entry: its labels, what its element is called, and what the badges in it are called. */
export function flagsOf(element: DomElement, labels: readonly DomElement[], badges: readonly DomElement[]): Flag[] {
  const flags = new Set<Flag>();
  for (const label of labels) {
    const said = labelOf(oneLine(textOf([label])));
    if (said === 'pinned' || said === 'key' || said === 'summary' || said === 'breaking') flags.add(said);
  }
  const marks = [element, ...badges].map(namesOf).join(' ');
  if (!MAY_MARK.test(marks)) return [...flags];
  for (const [pattern, flag] of CALLED) if (pattern.test(marks)) flags.add(flag);
  return [...flags];
}

/** True when one of the element's names is such a word; they are asked one by one, for joining them takes longer. */
export function isCalled({ attribs }: DomElement, word: RegExp): boolean {
  const { class: classes, id, 'data-testid': test, 'data-component': component } = attribs;
  return (
    (classes !== undefined && word.test(classes)) ||
    (id !== undefined && word.test(id)) ||
    (test !== undefined && word.test(test)) ||
    (component !== undefined && word.test(component))
  );
}

/** The element's names: what its author calls it. */
export function namesOf(element: DomElement): string {
  const { class: classes, id, 'data-testid': test, 'data-component': component } = element.attribs;
  return `${classes ?? ''} ${id ?? ''} ${test ?? ''} ${component ?? ''}`;
}

/** "Pinned: …", "Eilmeldung – …": the label that a title begins with. */
export function flagsInTitle(title: string): Flag[] {
  const label = labelOf(/^([^:|–—]{3,30})[:|–—]/u.exec(title)?.[1] ?? '');
  return label === 'pinned' || label === 'key' || label === 'summary' || label === 'breaking' ? [label] : [];
}
