import { printable } from '../../http/windows-1252.ts';

/**
 * What comes before reading: a feed's text made fit for a strict XML reader. Entities that the document itself declares
 * are put in here, under a budget, because the reader knows none and because their expansion is a known attack.
 */

/** Characters that all entity references of one document may expand to. */
const EXPANSION_BUDGET = 500_000;
const DEEPEST = 8;
// One without an end goes on to the end of the document: looked for again from each of them, many would take minutes.
const CDATA_OR_REFERENCE = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&([\w.:-]+);/g;
const CDATA_OR_SIGN =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|amp|lt|gt|quot|apos);)|<(?![\p{L}_:/!?])/gu;
/** Control characters, and references to those that windows-1252 has letters for. */
const CONTROL = /\p{Cc}(?<![\t\n\r])|&#(?:1[2-5]\d|[xX][89][\da-fA-F]);/gu;
const RAW_CONTROL = /\p{Cc}(?<![\t\n\r])/u;
/** One of those, or what may end a letter that was decoded twice: asked before either, because most feeds have none. */
const ODD = /[\p{Cc}\u00a0-\u00bf](?<![\t\n\r])/u;

/** Thrown for a document whose entities multiply; its message is a reason to put into a sentence. */
export class EntityBomb extends Error {
  override readonly name = 'EntityBomb';
}

/** The text from its first tag on, control characters gone or what they stand for, its own entities put in and its document type removed. */
export function prepareXml(text: string): string {
  const start = documentStart(text);
  const lost = start > 0 ? text.slice(0, start).split('\n').length - 1 : 0;
  const xml = meantLetters(start > 0 ? '\n'.repeat(lost) + text.slice(start) : text);
  const doctype = doctypeOf(xml);
  if (doctype === undefined) return xml;
  const lines = '\n'.repeat(doctype.text.split('\n').length - 1);
  const rest = xml.slice(0, doctype.at) + lines + xml.slice(doctype.at + doctype.text.length);
  const entities = declaredEntities(doctype.text);
  return entities.size === 0 ? rest : expand(rest, entities, { left: EXPANSION_BUDGET }, 0);
}

const DECLARED_WITHIN = 8192;

/**
 * Where the document begins: behind what its server put before it, at the first tag, or at an XML declaration if what
 * stands before that is neither a feed nor a page of its own; at the root, if its server says something before that.
 */
export function documentStart(text: string): number {
  const first = text.indexOf('<');
  const declared = first < 0 ? -1 : text.slice(0, DECLARED_WITHIN).indexOf('<?xml ', first);
  const isBehind = declared >= 0 && (declared === first || !FEED_OR_PAGE.test(text.slice(first, declared)));
  return isBehind ? behindMessage(text, declared) : first;
}

/** What a server says between the declaration and the root: words, or the markup of a message. */
const MESSAGE = /^(?:[^<]|<(?:br|b|p|pre|div|font)\b)/i;
const FEED_OR_PAGE = /<(?:[\w.-]+:)?(rss|feed|rdf|channel|html|head|body|script|!doctype)\b/i;

function behindMessage(text: string, declared: number): number {
  const head = text.slice(declared, declared + DECLARED_WITHIN);
  const rest = head.slice(prologEnd(head));
  const found = MESSAGE.test(rest) ? FEED_OR_PAGE.exec(rest) : null;
  const isFeed = found !== null && /^(?:rss|feed|rdf|channel)$/i.test(found[1] ?? '');
  return isFeed ? declared + head.length - rest.length + found.index : declared;
}

/** The beginning of a letter in UTF-8 whose bytes were taken for letters. */
const DECODED_TWICE = /[\u00c2-\u00f4][\u0080-\u00bf]/;

/** Text that its maker took for Latin-1 and encoded once more ("CafÃ©") as it was before; stretch by stretch. */
function decodedOnce(xml: string): string {
  if (!DECODED_TWICE.test(xml)) return xml;
  return xml.replace(/[^<>]+/g, (text) => (DECODED_TWICE.test(text) ? bytesDecoded(text) : text));
}

function bytesDecoded(text: string): string {
  if (/[^\0-\u00ff]/u.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text; // no UTF-8: these letters are meant
  }
}

function meantLetters(xml: string): string {
  const isOdd = ODD.test(xml);
  const once = isOdd ? decodedOnce(xml) : xml;
  if (!once.includes('&#')) return isOdd && RAW_CONTROL.test(once) ? once.replace(CONTROL, meant) : once;
  return (HALF.test(once) ? once.replace(HALVES, joined) : once).replace(CONTROL, meant);
}

/** A letter beyond U+FFFF that a program referred to by the two units it counts it as. */
const HALF = /&#(?:x[dD][89abAB]|5[56]\d{3};)/i;
const HALVES = /&#(x[\da-f]{4}|\d{5});&#(x[\da-f]{4}|\d{5});/gi;

function joined(references: string, high: string, low: string): string {
  const units = [high, low].map((unit) => Number(unit.toLowerCase().replace(/^x/, '0x')));
  const letter = String.fromCharCode(...units);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(letter) ? letter : references;
}

function meant(control: string): string {
  if (!control.startsWith('&')) return control < '\u0080' ? '' : printable(control);
  const digits = control.slice(2, -1);
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code > 127 && code < 160 ? printable(String.fromCharCode(code)) : control;
}

/** The text with every `&` and `<` escaped that begins nothing XML knows: the commonest slips of feeds made by hand. */
export function repairSigns(xml: string): string {
  return xml.replace(CDATA_OR_SIGN, (match) => (match === '&' ? '&amp;' : match === '<' ? '&lt;' : match));
}

/** Where the declarations and comments end that stand before everything else. */
export function prologEnd(xml: string): number {
  return /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(xml)?.[0].length ?? 0;
}

function doctypeOf(xml: string): { at: number; text: string } | undefined {
  const at = prologEnd(xml);
  if (!/^<!doctype/i.test(xml.slice(at, at + 9))) return undefined;
  let quote = '';
  let depth = 0;
  for (let index = at; index < xml.length; index += 1) {
    const char = xml.charAt(index);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '[' || char === '<') depth += 1;
    else if (char === ']' || char === '>') {
      depth -= 1;
      if (depth === 0) return { at, text: xml.slice(at, index + 1) };
    }
  }
  return undefined;
}

function declaredEntities(doctype: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const match of doctype.matchAll(/<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    const name = match[1] ?? '';
    if (!entities.has(name)) entities.set(name, match[2] ?? match[3] ?? '');
  }
  return entities;
}

function expand(xml: string, entities: ReadonlyMap<string, string>, budget: { left: number }, depth: number): string {
  if (depth > DEEPEST) throw new EntityBomb('its entities refer to each other without end');
  return xml.replace(CDATA_OR_REFERENCE, (match: string, name: string | undefined) => {
    const value = name === undefined ? undefined : entities.get(name);
    if (value === undefined) return match;
    const text = value.includes('&') ? expand(value, entities, budget, depth + 1) : value;
    budget.left -= text.length;
    if (budget.left < 0) throw new EntityBomb('its entities expand to far more text than a feed holds');
    return text;
  });
}
