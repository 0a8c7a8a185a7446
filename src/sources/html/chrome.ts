import { type DomElement, type DomNode, isElement } from '../body/dom.ts';
import { shortText } from '../body/short-text.ts';

/** What buttons and links say that pass an entry on, in the languages of the pages we know. */
const BUTTON =
  /^(?:(?:share|copy(?: the)? link|link copied|link to this (?:post|update|entry)|permalink|teilen|link kopieren|partager|copier le lien|compartir|copiar (?:el )?enlace|condividi|copia (?:il )?link|udostępnij|kopiuj link|compartilhar|partilhar|copiar (?:o )?link|deel|delen|kopieer link|dela|del|kopiera länk|kopier lenke?)(?: (?:this|on|via|auf|sur|en|su|na|no|op|på|til|ce|cet|cette|diesen|esta|questo|dit)(?: \p{L}+){1,2})?|\d*\s?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|komentarz\w*|comentários?|reacties|reactions?)|(?:antworten|kommentieren|gefällt mir|merken|reply|like|answer)(?: \d+)?|read (?:less|more)|show (?:less|more))[!:.…]?$/iu;
const RIGHTS =
  /^(?:riproduzione riservata|©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos)/iu;

/** Left out of the text: permalinks, counters, buttons that are no buttons, the foot of an entry. */
export function isChrome(element: DomElement): boolean {
  if (element.attribs.rel === 'bookmark') return true;
  const names = element.attribs.class;
  if (names !== undefined && CALLED.test(names)) return true;
  if (element.name === 'footer') return !isInQuote(element);
  return isButton(element) || isCounter(element);
}

/** What readers pressed and how often: "👍 12 ❤️ 3", "0". */
function isCounter(element: DomElement): boolean {
  const names = element.attribs.class;
  if (names === undefined || !COUNTED.test(names)) return false;
  return /^[^\p{L}]{0,40}k?$/iu.test(shortText(element, 40) ?? 'long');
}

const COUNTED = /(?:^|[\s_-])(?:reactions?|likes?|votes?|views?|counter|counts?|emojis?)(?=$|[\s_-])/iu;

const CALLED =
  /(?:^|[\s_-])(?:permalink|entry-meta|post-meta|timestamp|(?:message|entry|post|card)_?[_-]footer|bookmark-card|(?:user|author|profile|byline)[_-](?:photo|avatar|image|img|pic(?:ture)?))(?=$|[\s_-])/iu;

function isButton(element: DomElement): boolean {
  if (!/^(?:a|span|div|p|li|small)$/u.test(element.name)) return false;
  const text = shortText(element, 60);
  return text !== undefined && text !== '' && (BUTTON.test(text) || RIGHTS.test(text));
}

/** Who said it stands in the foot of a quotation. */
function isInQuote(element: DomElement): boolean {
  let up: DomNode | null = element.parent;
  while (up !== null && isElement(up) && up.name !== 'blockquote') up = up.parent;
  return up !== null && isElement(up);
}
