import { anyPattern, anyWord, inAll } from '../../core/languages/in-all.ts';
import { childrenOf, type DomElement, findElement, isElement, textOf } from './dom.ts';
import type { Run } from './runs.ts';
import { oneLine } from './whitespace.ts';

const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};

/** Raised numbers as characters of their own: "10" with a 6 above it is not 106. Raised letters (1st, M^me) read well as they are. */
export function raised(element: DomElement): string | undefined {
  const text = textOf(childrenOf(element)).trim();
  if (!/^[-+−]?\d{1,4}$/u.test(text)) return undefined;
  const linked = findElement(childrenOf(element), ({ attribs }) => /^[^#]/u.test(attribs.href ?? ''));
  return linked === undefined ? [...text].map((digit) => RAISED[digit] ?? digit).join('') : undefined;
}

/** A formula on one line, without the copy of it that is written for other programs. */
export function formula(element: DomElement): string {
  const [only] = childrenOf(element).filter(isElement);
  const inside = only?.name === 'semantics' ? childrenOf(only) : childrenOf(element);
  return oneLine(textOf(inside.filter((node) => !isElement(node) || !node.name.startsWith('annotation'))));
}

const PLACE = anyPattern(inAll(({ windows }) => windows?.place));
const MAYBE = new RegExp(String.raw`${PLACE}[)\].]{0,2}\s*$`, 'iu');
const OPENS = anyPattern(inAll(({ windows }) => windows?.opens));
const INTO = anyWord(inAll(({ windows }) => windows?.into));
const FRESH = anyPattern(inAll(({ windows }) => windows?.fresh));
const WINDOW = new RegExp(
  String.raw`[\s,–-]*(?:[([]\s*)?${OPENS}\s+${INTO}\s+(?:\p{L}+[\s-]){0,3}${PLACE}[)\].]{0,2}\s*$|\s*[([]${FRESH} ${PLACE}[)\]]\s*$`,
  'iu',
);

/** What links say to those who hear a page ("opens in new tab") is no part of their text; the last run is a link's. */
export function withoutWindow(runs: Run[]): void {
  const last = runs.at(-1);
  if (last === undefined || !('text' in last) || !MAYBE.test(last.text)) return;
  const text = last.text.replace(WINDOW, '');
  if (text !== last.text) runs.splice(-1, 1, { ...last, text });
}
