import { anyPattern, anyWord, eitherCase, inAll } from '../../core/languages/in-all.ts';

const CAPITAL = /\p{Lu}/u;

const BY = anyWord(inAll(({ by }) => by));
const LEAD = new RegExp(
  String.raw`^(?:(?:${BY}|from|analysis by|reporting by|posted by|written by)\s*:?\s+|[\p{Lu}\d]{2,12}['’]s\s+|(?:reporting|live)\s+(?:from|in)\s+.*$)+`,
  'iu',
);
/** "Autor: Dana Pike", "Text: Dana Pike". */
const LABEL = new RegExp(String.raw`^${anyPattern(inAll(({ author }) => author))}\s?:\s*`, 'iu');
/** "in Saltmere", "Reporting from the harbour", "Harbour correspondent": where and what, not who. */
const REST = /\s+(?:in|at|reporting|live)\s+(?:from\s+)?(?:the\s+)?\p{L}.*$/iu;

/** Given name and family name, each with a capital. */
export const PERSON = String.raw`(?:\p{Lu}[\p{L}'’.-]+\s+){1,3}\p{Lu}[\p{L}'’.-]+`;
const AT = anyPattern(inAll(({ times }) => times?.at));
const BEFORE_TIME = new RegExp(
  String.raw`^(?:[Pp]osted\s+|[Ww]ritten\s+)?(?:${eitherCase(BY)}\s+)?(${PERSON})(?:\s*[,|·•–—]\s*|\s${AT}\s+)(?=\d)`,
  'u',
);
const AFTER_TIME = new RegExp(
  String.raw`(?<=\d.*)(?:\s*[,|·•–—]\s*(?:${eitherCase(BY)}\s+)?|\s+(?:${eitherCase(BY)}|via)\s+)(${PERSON})$`,
  'u',
);

/** The name that stands in one line with a time, and the rest: "11:44, Dana Pike", "By Dana Pike at 11.44am". */
export function nameBesideTime(text: string): { readonly name: string; readonly rest: string } | undefined {
  if (!/\d/u.test(text) || !/\p{Lu}\S+\s\p{Lu}/u.test(text)) return undefined;
  const [all, name] = BEFORE_TIME.exec(text) ?? AFTER_TIME.exec(text) ?? [];
  return all === undefined || name === undefined ? undefined : { name, rest: text.replace(all, '') };
}

/** "Harbour correspondent", "Political Editor": what somebody is. */
const ROLE_WORD = anyPattern(inAll(({ roles }) => roles));
const WORDS = /^\p{L}[\p{L}\s,&’'-]*$/u;
const ROLE = new RegExp(`${ROLE_WORD}$|^${ROLE_WORD}(?:\\s|$)`, 'iu');

/** True for what somebody is, and no name. */
export function isRole(text: string): boolean {
  return ROLE.test(text) && WORDS.test(text);
}

const AND = anyWord(inAll(({ and }) => and));
const BETWEEN = new RegExp(String.raw`\s*[,|](?:\s*${AND}(?=\s))?\s*|(?:^|\s+)${AND}(?=\s|$)`, 'u');

/** The names in a byline's words. */
export function namesIn(byline: string): string[] {
  return byline
    .replace(LEAD, '')
    .replace(LABEL, '')
    .split(BETWEEN)
    .map((name) =>
      beforeDash(name)
        .replace(/^\((.+)\)$/u, '$1')
        .replace(LEAD, '')
        .replace(REST, '')
        .trim(),
    )
    .filter((name) => name.length > 1 && name.length < 60 && !/\d/u.test(name) && CAPITAL.test(name))
    .filter((name) => !ROLE.test(name));
}

/** "Dana Pike – Harbour Correspondent", or the other way round. */
function beforeDash(name: string): string {
  const parts = name.split(/(?:^|\s+)[–—•·-]\s+/u).filter((part) => part !== '');
  return parts.find((part) => !isRole(part)) ?? name;
}
