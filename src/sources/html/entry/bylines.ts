import { anyPattern, anyWord, eitherCase, inAll } from '../../../core/languages/in-all.ts';
import {
  childrenOf,
  type DomElement,
  type DomNode,
  findElement,
  isElement,
  isText,
  textOf,
  walk,
} from '../../body/dom.ts';
import { shortText } from '../../body/short-text.ts';
import { oneLine } from '../../body/whitespace.ts';
import { portraitName } from '../../portrait.ts';
import { isRole, nameBesideTime, namesIn, PERSON } from '../byline-names.ts';

const CALLED = new RegExp(
  String.raw`(?:^|[\s_-])${anyPattern(inAll(({ called }) => called?.author))}(?=$|[\s_-])|(?:^|\s)\w+-(?:author|byline)(?:Name|-name)(?=$|\s)`,
  'iu',
);
/** Where newsrooms keep the pages of those who write. */
const OF_AUTHOR =
  /\/(?:authors?|autor(?:es|en|i)?|auteurs?|people|person|profiles?|staff|journalists?|journalistes?|reporters?|contributors?|redakteure?)\/[^/?#]+\/?$/iu;

const CAPITAL = /\p{Lu}/u;
const FIRST_CAPITAL = /^\p{Lu}/u;
const FIRST_LETTER = /^\p{L}/u;

/** No entry has more authors; a page that calls everything so is none. */
const MOST = 30;

/** The bylines in an entry, its foot included, and the names in them: of one inside another the inner one says them. */
export function bylinesIn(
  element: DomElement,
  times: readonly DomElement[],
  people: ReadonlySet<string> = NOBODY,
): { elements: readonly DomElement[]; names: string[] } {
  const elements: DomElement[] = [];
  for (const node of walk(childrenOf(element))) {
    if (isElement(node) && isByline(node) && !isOfPicture(node, element)) elements.push(node);
    if (elements.length >= MOST) break;
  }
  const line = elements.length === 0 ? lineIn(element, times, people) : undefined;
  if (line !== undefined) return { elements: [line.element], names: namesIn(line.text) };
  const bare = elements.filter((byline) => !elements.some((other) => other !== byline && holds(byline, other)));
  const trimmed = elements.flatMap((byline) => [...lineOf(byline, element, elements), ...rolesBeside(byline)]);
  return {
    elements: [...elements, ...trimmed],
    names: [...new Set(bare.flatMap((byline) => namesIn(blockText(byline))))],
  };
}

/** Who took a picture. */
function isOfPicture(byline: DomElement, entry: DomElement): boolean {
  for (let up = parentElement(byline); up !== undefined && up !== entry; up = parentElement(up)) {
    if (up.name === 'figcaption') return true;
  }
  return false;
}

const NOBODY: ReadonlySet<string> = new Set();

/** The line of an entry that nobody calls a byline and that is one. */
function lineIn(element: DomElement, times: readonly DomElement[], people: ReadonlySet<string>) {
  return (
    saidLine(childrenOf(element), times) ??
    besideTime(times) ??
    signature(element, times) ??
    portrait(element) ??
    knownAuthor(element, people)
  );
}

/** A line that is the name of somebody whom the page names as its author. */
function knownAuthor(element: DomElement, people: ReadonlySet<string>) {
  if (people.size === 0) return undefined;
  const found = findElement(
    childrenOf(element),
    (inner) => /^(?:span|p|div|a|em|i|small)$/u.test(inner.name) && people.has(shortText(inner, LONGEST_NAME) ?? ''),
  );
  return found === undefined ? undefined : { element: found, text: shortText(found, LONGEST_NAME) ?? '' };
}

const LONGEST_NAME = 50;

const BY = anyWord(inAll(({ by }) => by));
const AND = anyWord(inAll(({ and }) => and));
const PEOPLE = String.raw`${PERSON}(?:\s*(?:,|${AND})\s+${PERSON}){0,3}`;
const LINE = new RegExp(String.raw`^${BY}(?:\s*:)?\s+${PEOPLE}(?:\s+in\s+(?:\p{Lu}\p{L}+\s?){1,3})?$`, 'u');

/** How both of them begin; hardly a line of what was written does. */
const MAY_BE_BYLINE = new RegExp(
  String.raw`^\(?(?:(?:${eitherCase(BY)}|[Pp]osted|[Ww]ritten|[Rr]eported|[Ee]dited|[Pp]ublished)\s?:?\s|[–—-])`,
  'u',
);

/** "— Dana Pike", "-Harbour News' Dana Pike": under an entry that is who wrote it, under a quotation who said it. */
const SIGNED = new RegExp(String.raw`^[–—-]\s*(?:\p{Lu}[\p{L}.& ]{1,30}['’]s?\s)?(${PEOPLE})$`, 'u');

function isOfQuote(line: DomElement): boolean {
  let before = line.prev;
  while (before !== null && !isElement(before)) before = before.prev;
  const parent = parentElement(line);
  const quotes = [before, parent].some(
    (each) => each !== null && each !== undefined && /^(?:blockquote|q)$/u.test(each.name),
  );
  return quotes || (before !== null && /["'”’»“]\s*$/u.test(textOf([before])));
}

/** "Posted by :- Dana Pike". */
const POSTED_BY = /^(?:posted|written|reported|edited|published) by\s*(?::\s*-?|-)?\s*/iu;

type Line = { readonly element: DomElement; readonly text: string };

/** "By Dana Pike", alone on a line or after the time, that nobody calls a byline. */
export function saidLine(nodes: readonly DomNode[], times: readonly DomElement[]): Line | undefined {
  const said = times.map((time) => shortText(time, 60) ?? '');
  const signed: Line[] = [];
  for (const node of walk(nodes)) {
    if (!isElement(node) || !/^(?:p|div|span|em|i|small|h[4-6])$/u.test(node.name)) continue;
    let text = shortText(node, 120);
    if (text === undefined) continue;
    for (const time of said) text = text.replace(time, '');
    text = text.trim();
    if (!MAY_BE_BYLINE.test(text)) continue;
    const line = text
      .replace(POSTED_BY, 'By ')
      .replace(/^\((.+)\)$/u, '$1')
      .replace(FIRST_LETTER, (letter) => letter.toLowerCase());
    if (LINE.test(line)) return { element: node, text: line };
    const names = node.name === 'p' ? SIGNED.exec(line)?.[1] : undefined;
    if (names !== undefined && !isOfQuote(node)) signed.push({ element: node, text: names });
  }
  // Several are a list of names.
  return signed.length === 1 ? signed[0] : undefined;
}

const NAME = /^(?:\p{Lu}\p{L}+[ -]){1,2}\p{Lu}\p{L}+$/u;

/** "11:44, Dana Pike" in the line that is the time. */
function besideTime(times: readonly DomElement[]): Line | undefined {
  for (const element of times) {
    const text = nameBesideTime(shortText(element, 80) ?? '')?.name;
    if (text !== undefined) return { element, text };
  }
  return undefined;
}

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

/** Her picture and her name, in an entry that has a heading, so that it is no title. */
function portrait(element: DomElement) {
  if (findElement([element], ({ name }) => /^h[1-6]$/u.test(name)) === undefined) return undefined;
  const found = findElement(childrenOf(element), (inner) => portraitName(inner) !== undefined);
  const text = found === undefined ? undefined : portraitName(found);
  return found === undefined || text === undefined ? undefined : { element: found, text };
}

/** "Reporting by Dana Pike", or her portrait and her name: the line around a name that says nothing but that. */
function lineOf(byline: DomElement, entry: DomElement, bylines: readonly DomElement[]): DomElement[] {
  const line = parentElement(byline);
  if (line === undefined || line === entry || !/^(?:p|div|span|li)$/u.test(line.name)) return [];
  const text = shortText(line, 100);
  if (text === undefined) return [];
  const names = bylines.filter((each) => each === byline || parentElement(each) === line);
  return AROUND.test(without(text, names)) ? [line] : [];
}

function without(text: string, elements: readonly DomElement[]): string {
  return elements.reduce((rest, element) => rest.replace(oneLine(textOf([element])), ' '), text).trim();
}

/** What stands before names and between them. */
const AROUND = new RegExp(
  String.raw`^(?:(?:reporting|written|edited|posted|text|${BY}|${AND}|[,|•·&–—-])(?:\s+|$))*$`,
  'iu',
);

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
    if (up === outer) return CAPITAL.test(textOf([inner]));
  }
  return false;
}

function isByline(element: DomElement): boolean {
  const { rel, itemprop, class: names = '' } = element.attribs;
  if (rel === 'author' || itemprop === 'author' || isAuthorLink(element)) return true;
  if (names === '' || !CALLED.test(names) || OF_COMMENT.test(names)) return false;
  const text = shortText(element, 80);
  return text !== undefined && CAPITAL.test(text) && !ONLY_BY.test(text);
}

const ONLY_BY = new RegExp(`^${BY}$`, 'iu');

/** A name that leads to the page of an author, in a line of such names alone. */
function isAuthorLink(element: DomElement): boolean {
  if (!leadsToAuthor(element) || !NAME.test(shortText(element, LONGEST_NAME) ?? '')) return false;
  const line = parentElement(element);
  const said = line === undefined ? undefined : shortText(line, 120);
  if (line === undefined || said === undefined) return false;
  const links = childrenOf(line).filter((each): each is DomElement => isElement(each) && leadsToAuthor(each));
  return AROUND.test(without(said, links));
}

function leadsToAuthor({ name, attribs }: DomElement): boolean {
  return name === 'a' && attribs.href !== undefined && OF_AUTHOR.test(attribs.href);
}

/** Whoever asks or is answered in an entry. */
const OF_COMMENT = /comment(?:er|aire)?[_-]{1,2}(?:author|name)/iu;

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
  if (!/[\p{L}.]$/u.test(before) || !FIRST_CAPITAL.test(after)) return '';
  return /(?:^|\|\s*)\S+$/u.test(before) && !/\s\S/u.test(after) ? ' ' : ' | ';
}

const BOX = /^(?:p|div|h[1-6]|li|br)$/u;
