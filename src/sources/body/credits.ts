import { anyPattern, anyWord, eitherCase, inAll } from '../../core/languages/in-all.ts';
import { oneLine } from './whitespace.ts';

export type Caption = { readonly caption?: string; readonly credit?: string };

/** Most pictures and players. */
export const UNCAPTIONED: Caption = {};

/** Words that name who made a picture when a colon or dots follow. */
const NAMING = anyPattern(inAll(({ pictures }) => pictures?.credit));
const WORDED = new RegExp(
  String.raw`(?:^|[\s(|[–—.-])(?:(?:image|photo|picture|crédits?|credit) )?${NAMING}(?: (?:credit|by|d[’']archives?|prise par))?\s*(?::|\.{3}|…)\s*(.{2,100}?)[)\].]?$`,
  'iu',
);
/** "Photo by Ana Voss", "Fot. Ana Voss", "Beeld ANP": without a colon, so only where a sentence ended. */
const MAKERS = `(?:${anyWord(inAll(({ by }) => by))}|de)`;
const SIGNED_BY = anyPattern(inAll(({ pictures }) => pictures?.signed));
const BY = new RegExp(
  String.raw`(?:^|[.!?…|»”"]\s+|\()(?:(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Ff]oto|[Vv]ideo)s? ${MAKERS} |${eitherCase(SIGNED_BY)} )([\p{Lu}@].{1,80}?)[)\].]?$`,
  'u',
);
const SIGN = /(?:^|[\s(|[–—-])(?:©|\(c\)|copyright )\s*(.{2,100}?)[)\].]?$/iu;

/** Agencies and picture services that sign by their name alone. */
const AGENCY =
  '(?:AP|AFP|PA|EPA|EPA-EFE|EFE|dpa|DPA|ddp|epd|Ansa|ANSA|Lusa|LUSA|Agência Lusa|ANP|PAP|APA|Belga|BELGA|TT|NTB|Ritzau|TASS|Xinhua|Kyodo|AAP|CP|UPI|SIPA|MAXPPP|EPPA|LaPresse|Europa Press|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|Alamy|Rex(?: Features)?|REX|imago(?: images)?|IMAGO|picture[ -]alliance|Keystone|KEYSTONE|Bloomberg|iStock|Action Images|Associated Press|Press Association|Agence France-Presse|Anadolu(?: Agency)?|Maxar)(?: (?:Photo|Images?|Media|Wire|Archive|Pool|Press|UK|Europe))*';
const NAME = String.raw`[\p{Lu}@][^.!?,/()[\]|–—]{1,50}`;
const SIGNED = String.raw`(?:${AGENCY}(?:\s?/\s?${NAME})*|(?:${NAME}\s?/\s?)+${AGENCY}(?:\s?/\s?${NAME})*|${NAME} via ${AGENCY}|(?:${NAME}|[a-z ]{2,20})/${AGENCY})`;
const IN_BRACKETS = new RegExp(String.raw`\s*[([](${SIGNED}|${NAME}/${NAME})[)\]]\.?$`, 'u');
const AT_END = new RegExp(String.raw`(?:^|[.!?…»”"|–—-]\s+)(${SIGNED})\.?$`, 'u');

/** The ways to sign, each with what it cannot do without. */
const WAYS: readonly (readonly [RegExp, RegExp])[] = [
  [/[)\]]\.?$/u, IN_BRACKETS],
  [/:|\.{3}|…/u, WORDED],
  [new RegExp(` ${MAKERS}|${SIGNED_BY}`, 'iu'), BY],
  [/©|\(c\)|copyright/iu, SIGN],
  [/[\p{L})]\.?$/u, AT_END],
];

/** No credit is longer, with the word before it. */
const LONGEST = 200;

/** Caption and credit of a picture from its caption in words; `credit` is '' where the source has none of its own. */
export function saidCaption(written: string, credit: string): Caption {
  const text = oneLine(written).replace(BUTTONS, '');
  if (credit !== '' || text === '') return captionIn(text, credit);
  const from = Math.max(0, text.length - LONGEST);
  const last = text.slice(from);
  for (const [mark, pattern] of WAYS) {
    const match = mark.test(last) ? pattern.exec(last) : null;
    const named = match?.[1]?.trim();
    if (match === null || named === undefined || !isName(named)) continue;
    const end = from + match.index + (/^[.!?…»”"]/u.test(match[0]) ? 1 : 0);
    return captionIn(text.slice(0, end).replace(/[\s|·–—([-]+$/u, ''), named);
  }
  return captionIn(text, '');
}

function captionIn(caption: string, credit: string): Caption {
  return { ...(caption === '' ? {} : { caption }), ...(credit === '' ? {} : { credit }) };
}

const BUTTONS = new RegExp(String.raw`^${anyWord(inAll(({ pictures }) => pictures?.enlarge))}\s+`, 'iu');

const SENTENCES = /\p{Ll}{2}[.!?] \S/u;

/** Names are written large, or are a word or three ("privat", "picture alliance"). A sentence is no name. */
function isName(text: string): boolean {
  if (SENTENCES.test(text)) return false;
  return /^[^\p{Ll}]/u.test(text) || text.split(/[\s/]+/u).length <= 3;
}

const LEAD =
  /^[\s|([–—-]*(?:(?:image|photo|picture|bild)? ?(?:credits?|source|quelle|copyright)\s*[.:…,]+\s*|©\s*|\(c\)\s*)*/iu;

/** What an element that is called a credit says: as it is written ("Photograph: Ana Voss"), but for words that only repeat what it is called. */
export function creditIn(element: string): string {
  const name = oneLine(element).replace(LEAD, '');
  return /[([]/u.test(name) ? name : name.replace(/[)\]]+$/u, '');
}

const TWO_NAMES = new RegExp(`^${NAME}/${NAME}$`, 'u');

/** True for a text that signs: an agency, or a name and an agency. */
export function isSigned(text: string): boolean {
  return AT_END.exec(text)?.index === 0 || TWO_NAMES.test(text);
}
