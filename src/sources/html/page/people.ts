import type { DomElement, Page } from '../../body/dom.ts';
import { plainLine } from '../../body/plain-line.ts';
import { headOf, meta } from './head.ts';

/** People of other stories are named further down. */
const LONGEST_SCRIPT = 20_000;
const MOST_SCRIPTS = 10;
const PERSON = /"@type"\s*:\s*"Person"[^{}[\]]{0,300}?"name"\s*:\s*"([^"\\]{5,50})"/gu;

/** Whom a page names as its authors, in its head and its JSON-LD. */
export function peopleOf(page: Page): ReadonlySet<string> {
  const people = new Set<string>();
  for (const script of headOf(page).linkedData.slice(0, MOST_SCRIPTS)) {
    for (const [, name = ''] of textIn(script).slice(0, LONGEST_SCRIPT).matchAll(PERSON)) people.add(plainLine(name));
  }
  for (const name of (meta(page, 'author') ?? '').split(/\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b)\s*/u)) {
    if (/\S\s\S/u.test(name)) people.add(name);
  }
  return people;
}

function textIn(script: DomElement): string {
  const [first] = script.children;
  return first !== undefined && 'data' in first ? first.data : '';
}
