import { anyPattern, anyWord, inAll } from '../../../core/languages/in-all.ts';
import { type DomElement, type DomNode, isElement } from '../../body/dom.ts';
import { isCredit } from '../../body/media.ts';
import { shortText } from '../../body/short-text.ts';

const SHARE = anyPattern(inAll(({ furniture }) => furniture?.share));
const ONTO = anyWord(inAll(({ furniture }) => furniture?.shareOn));
const COUNTED_WORDS = anyPattern(inAll(({ furniture }) => furniture?.counted));
const BACK = anyPattern(inAll(({ furniture }) => furniture?.back));

/** What buttons and links say that pass an entry on, or lead back to where the page begins. */
const BUTTON = new RegExp(
  String.raw`^(?:${SHARE}(?: ${ONTO}(?: \p{L}+){1,2})?|\d*\s?${COUNTED_WORDS}(?: \d+)?|[↑⬆▲]?\s?${BACK})[!:.…]?$`,
  'iu',
);
const RIGHTS = new RegExp(`^${anyPattern(inAll(({ furniture }) => furniture?.rights))}`, 'iu');

/** Left out of the text: permalinks, counters, buttons that are no buttons, the foot of an entry. */
export function isChrome(element: DomElement): boolean {
  if (element.attribs.rel === 'bookmark') return true;
  const names = element.attribs.class;
  if (names !== undefined && CALLED.test(names)) return true;
  if (element.name === 'footer') return !isInQuote(element) && !isCredit(element);
  return isCounter(element) || isCalledChrome(element);
}

/** By its words, which are gathered once: hardly any are those of a button, and only then it is asked how many they are. */
function isCalledChrome(element: DomElement): boolean {
  if (!LINES.has(element.name)) return false;
  const text = shortText(element, LONGEST_RIGHTS);
  if (text === undefined || text === '') return false;
  return isButton(element, text) || isShareList(element, text) || isRights(element, text);
}

const LINES = new Set(['a', 'span', 'div', 'p', 'li', 'small', 'ul', 'ol', 'em', 'i']);
const LONGEST_RIGHTS = 400;

/** "Facebook X Email": the names of the places that a post can be sent to, and nothing else. */
function isShareList(element: DomElement, text: string): boolean {
  return /^(?:ul|ol|div|p)$/u.test(element.name) && PLACES.test(text) && shortText(element, 120) !== undefined;
}

const PLACES =
  /^(?:share\W*)?(?:(?:facebook|twitter|x|e-?mail|whatsapp|linkedin|reddit|pinterest|telegram|messenger|bluesky|threads|flipboard|copy(?: the)? link|print)[\s·•|,]*){2,}$/iu;

/** Whose it is and what nobody may do with it: what stations write under their reports. */
function isRights(element: DomElement, text: string): boolean {
  return /^(?:p|div|small|em|i)$/u.test(element.name) && RIGHTS.test(text) && RESERVED.test(text);
}

const RESERVED =
  /rights reserved|may not be (?:published|reproduced|copied|redistributed)|without (?:prior |written )*permission/iu;

/** What readers pressed and how often: "👍 12 ❤️ 3", "0". */
function isCounter(element: DomElement): boolean {
  const names = element.attribs.class;
  if (names === undefined || !COUNTED.test(names)) return false;
  return /^[^\p{L}]{0,40}k?$/iu.test(shortText(element, 40) ?? 'long');
}

const COUNTED = /(?:^|[\s_-])(?:reactions?|likes?|votes?|views?|counter|counts?|emojis?)(?=$|[\s_-])/iu;

const CALLED =
  /(?:^|[\s_-])(?:permalink|kicker|eyebrow|overline|entry-meta|post-meta|timestamp|(?:message|entry|post|card)_?[_-]footer|bookmark-card|(?:user|author|profile|byline)[_-](?:photo|avatar|image|img|pic(?:ture)?))(?=$|[\s_-])/iu;

function isButton(element: DomElement, text: string): boolean {
  if (text.length > 60 || !/^(?:a|span|div|p|li|small)$/u.test(element.name)) return false;
  return (BUTTON.test(text) || RIGHTS.test(text)) && shortText(element, 60) !== undefined;
}

/** Who said it stands in the foot of a quotation. */
function isInQuote(element: DomElement): boolean {
  let up: DomNode | null = element.parent;
  while (up !== null && isElement(up) && up.name !== 'blockquote') up = up.parent;
  return up !== null && isElement(up);
}
