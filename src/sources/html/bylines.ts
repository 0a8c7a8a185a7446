import { childrenOf, type DomElement, findElement, isElement, isText, textOf, walk } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';
import { oneLine } from '../body/whitespace.ts';

const CALLED =
  /(?:^|[\s_-])(?:byline|by|author|author-?name|editor-?name|nick(?:name)?|contributor|reporter)(?=$|[\s_-])|(?:^|\s)\w+-(?:author|byline)(?:Name|-name)(?=$|\s)/iu;

/** No entry has more authors; a page that calls everything so is none. */
const MOST = 30;

/** The bylines in an entry, its foot included, and the names in them: of one inside another the inner one says them. */
export function bylinesIn(
  element: DomElement,
  times: readonly DomElement[],
): { elements: readonly DomElement[]; names: string[] } {
  const elements: DomElement[] = [];
  for (const node of walk(childrenOf(element))) {
    if (isElement(node) && isByline(node)) elements.push(node);
    if (elements.length >= MOST) break;
  }
  const line = elements.length === 0 ? (saidLine(element, times) ?? signature(element, times)) : undefined;
  if (line !== undefined) return { elements: [line.element], names: namesIn(line.text) };
  const bare = elements.filter((byline) => !elements.some((other) => other !== byline && holds(byline, other)));
  const trimmed = elements.flatMap((byline) => [...(lineOf(byline, element) ?? []), ...rolesBeside(byline)]);
  return {
    elements: [...elements, ...trimmed],
    names: [...new Set(bare.flatMap((byline) => namesIn(blockText(byline))))],
  };
}

const LINE =
  /^(?:by|von|par|por|di|door|przez|av|af)\s+(?:\p{Lu}[\p{L}'’.-]+\s+){1,3}\p{Lu}[\p{L}'’.-]+(?:\s*(?:,|and|und|et|y|e|i|en|och|og)\s+(?:\p{Lu}[\p{L}'’.-]+\s+){1,3}\p{Lu}[\p{L}'’.-]+){0,3}(?:\s+in\s+(?:\p{Lu}\p{L}+\s?){1,3})?$/u;

/** "— Dana Pike": under an entry that is who wrote it, under a quotation who said it. */
const SIGNED = /^[–—]\s*((?:\p{Lu}[\p{L}'’.-]+\s+){1,3}\p{Lu}[\p{L}'’.-]+)$/u;

function isOfQuote(line: DomElement): boolean {
  let before = line.prev;
  while (before !== null && !isElement(before)) before = before.prev;
  const parent = parentElement(line);
  const quotes = [before, parent].some(
    (each) => each !== null && each !== undefined && /^(?:blockquote|q)$/u.test(each.name),
  );
  return quotes || (before !== null && /["'”’»“]\s*$/u.test(textOf([before])));
}

/** "By Dana Pike", alone on a line or after the time, that nobody calls a byline. */
function saidLine(element: DomElement, times: readonly DomElement[]) {
  for (const node of walk(childrenOf(element))) {
    if (!isElement(node) || !/^(?:p|div|span|em|i|small)$/u.test(node.name)) continue;
    let text = shortText(node, 120);
    if (text === undefined) continue;
    for (const time of times) text = text.replace(shortText(time, 60) ?? '', '');
    const line = text
      .trim()
      .replace(/^\((.+)\)$/u, '$1')
      .replace(/^\p{L}/u, (letter) => letter.toLowerCase());
    if (LINE.test(line)) return { element: node, text: line };
    const signed = node.name === 'p' ? SIGNED.exec(line)?.[1] : undefined;
    if (signed !== undefined && !isOfQuote(node)) return { element: node, text: signed };
  }
  return undefined;
}

const NAME = /^(?:\p{Lu}\p{L}+[ -]){1,2}\p{Lu}\p{L}+$/u;

/** "Dana Pike · 11:44": a name beside the time, in an entry that has a heading, so that it is no title. */
function signature(element: DomElement, times: readonly DomElement[]) {
  if (findElement([element], ({ name }) => /^h[1-6]$/u.test(name)) === undefined) return undefined;
  for (const time of times) {
    const line = parentElement(time);
    if (line === undefined || line === element || !/^(?:p|div|span|small|header)$/u.test(line.name)) continue;
    const text = times.reduce((said, each) => said.replace(shortText(each, 80) ?? '', ' '), shortText(line, 80) ?? '');
    const name = text.replace(/^[\s·•|/,–—-]+|[\s·•|/,–—-]+$/gu, '');
    if (NAME.test(name)) return { element: line, text: name };
  }
  return undefined;
}

/** "Reporting by Dana Pike", or her portrait and her name: the line around a name that says nothing but that. */
function lineOf(byline: DomElement, entry: DomElement): DomElement[] {
  const line = parentElement(byline);
  if (line === undefined || line === entry || !/^(?:p|div|span|li)$/u.test(line.name)) return [];
  const text = shortText(line, 100);
  if (text === undefined) return [];
  const rest = text.replace(oneLine(textOf([byline])), '').trim();
  return rest === '' ||
    /^(?:(?:reporting|written|edited|posted|text)\s+)?(?:by|von|par|por|di|door|przez)$/iu.test(rest)
    ? [line]
    : [];
}

/** "Harbour correspondent", beside the name and in a box of its own. */
function rolesBeside(byline: DomElement): DomElement[] {
  const siblings = childrenOf(parentElement(byline) ?? byline).filter(isElement);
  return siblings.filter(
    (each) => each !== byline && !/^h[1-6]$/u.test(each.name) && isRole(shortText(each, 60) ?? ''),
  );
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
  if (names === '' || !CALLED.test(names)) return false;
  const text = shortText(element, 80);
  return text !== undefined && /\p{Lu}/u.test(text) && !/^(?:by|von|par|por|di|door|przez)$/iu.test(text);
}

/** A byline's words; what stands in a box of its own, or right beside a name without a space, is told apart. */
function blockText(byline: DomElement): string {
  let text = '';
  for (const node of walk(childrenOf(byline))) {
    if (isElement(node)) text += BOX.test(node.name) ? ' | ' : '';
    else if (isText(node)) text += parting(text, node.data) + node.data;
  }
  return oneLine(text);
}

/** "Dana PikeReporter": what no space parts is drawn apart; given name and family name may be two words of one name. */
function parting(before: string, after: string): string {
  if (!/[\p{L}.]$/u.test(before) || !/^\p{Lu}/u.test(after)) return '';
  return /(?:^|\|\s*)\S+$/u.test(before) && !/\s\S/u.test(after) ? ' ' : ' | ';
}

const BOX = /^(?:p|div|h[1-6]|li|br)$/u;

const LEAD =
  /^(?:(?:by|von|par|por|di|door|przez|from|analysis by|reporting by)\s+|[\p{Lu}\d]{2,12}['’]s\s+|(?:reporting|live)\s+(?:from|in)\s+.*$)+/iu;
/** "in Saltmere", "Reporting from the harbour", "Harbour correspondent": where and what, not who. */
const REST = /\s+(?:in|at|reporting|live)\s+(?:from\s+)?(?:the\s+)?\p{L}.*$/iu;

/** "Harbour correspondent", "Political Editor": what somebody is. */
const ROLE_WORD =
  '(?:correspondent|editor|reporter|journalist|writer|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondant[es]?|periodista|redactora?|corresponsal|giornalista|inviat[oa]|dziennikar(?:z|ka)|jornalista|verslaggever|redacteur)';
const ROLE = new RegExp(`${ROLE_WORD}$|^${ROLE_WORD}(?:\\s|$)`, 'iu');

function isRole(text: string): boolean {
  return ROLE.test(text) && /^\p{L}[\p{L}\s,&’'-]*$/u.test(text);
}

function namesIn(byline: string): string[] {
  return byline
    .replace(LEAD, '')
    .split(/\s*(?:,|\||\band\b|\bund\b|\bet\b|\by\b)\s*/u)
    .map((name) => name.replace(LEAD, '').replace(REST, '').trim())
    .filter((name) => name.length > 1 && name.length < 60 && !/\d/u.test(name) && /\p{Lu}/u.test(name))
    .filter((name) => !ROLE.test(name));
}
