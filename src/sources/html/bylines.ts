import { childrenOf, type DomElement, isElement, textOf, walk } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';
import { oneLine } from '../body/whitespace.ts';

const CALLED =
  /(?:^|[\s_-])(?:byline|author|author-?name|contributor|reporter)(?=$|[\s_-])|(?:^|\s)\w+-(?:author|byline)(?:Name|-name)(?=$|\s)/iu;

/** No entry has more authors; a page that calls everything so is none. */
const MOST = 30;

/** The bylines in an entry, its foot included, and the names in them: of one inside another the inner one says them. */
export function bylinesIn(element: DomElement): { elements: readonly DomElement[]; names: string[] } {
  const elements: DomElement[] = [];
  for (const node of walk(childrenOf(element))) {
    if (isElement(node) && isByline(node)) elements.push(node);
    if (elements.length >= MOST) break;
  }
  const bare = elements.filter((byline) => !elements.some((other) => other !== byline && holds(byline, other)));
  const trimmed = elements.flatMap((byline) => lineOf(byline) ?? []);
  return { elements: [...elements, ...trimmed], names: [...new Set(bare.flatMap(namesIn))] };
}

/** "Reporting by Dana Pike": the line around a name that says nothing but that. */
function lineOf(byline: DomElement): DomElement | undefined {
  const line = parentElement(byline);
  const text = line && /^(?:p|div|span|li)$/u.test(line.name) ? shortText(line, 100) : undefined;
  if (line === undefined || text === undefined) return undefined;
  const rest = text.replace(oneLine(textOf([byline])), '').trim();
  return /^(?:(?:reporting|written|edited|posted|text)\s+)?(?:by|von|par|por|di|door|przez)$/iu.test(rest)
    ? line
    : undefined;
}

function parentElement(element: DomElement): DomElement | undefined {
  const { parent } = element;
  return parent !== null && isElement(parent) ? parent : undefined;
}

function holds(outer: DomElement, inner: DomElement): boolean {
  for (let up = inner.parent; up !== null; up = up.parent) {
    if (up === outer) return /\p{Lu}/u.test(textOf([inner]));
  }
  return false;
}

function isByline(element: DomElement): boolean {
  const { rel, itemprop, class: names = '' } = element.attribs;
  if (rel === 'author' || itemprop === 'author') return true;
  if (!CALLED.test(names)) return false;
  const text = shortText(element, 80);
  return text !== undefined && /\p{Lu}/u.test(text) && !/^(?:by|von|par|por|di|door|przez)$/iu.test(text);
}

const LEAD =
  /^(?:(?:by|von|par|por|di|door|przez|from|analysis by|reporting by)\s+|[\p{Lu}\d]{2,12}['’]s\s+|(?:reporting|live)\s+(?:from|in)\s+.*$)+/iu;
/** "in Saltmere", "Reporting from the harbour", "Harbour correspondent": where and what, not who. */
const REST = /\s+(?:in|at|reporting|live)\s+(?:from\s+)?(?:the\s+)?\p{L}.*$/iu;

function namesIn(byline: DomElement): string[] {
  return oneLine(textOf([byline]))
    .replace(LEAD, '')
    .split(/\s*(?:,|\||\band\b|\bund\b|\bet\b|\by\b)\s*/u)
    .map((name) => name.replace(LEAD, '').replace(REST, '').trim())
    .filter((name) => name.length > 1 && name.length < 60 && !/\d/u.test(name) && /\p{Lu}/u.test(name));
}
