const CAPITAL = /\p{Lu}/u;

const LEAD =
  /^(?:(?:by|von|par|por|di|door|przez|av|af|from|analysis by|reporting by|posted by|written by)\s+|[\p{Lu}\d]{2,12}['’]s\s+|(?:reporting|live)\s+(?:from|in)\s+.*$)+/iu;
/** "Autor: Dana Pike", "Text: Dana Pike". */
const LABEL = /^(?:aut(?:h?or(?:in|a)?|eure?|ore|rice)|te[kx]st[eo]?|skribent|forfatter|kirjoittaja)\s?:\s*/iu;
/** "in Saltmere", "Reporting from the harbour", "Harbour correspondent": where and what, not who. */
const REST = /\s+(?:in|at|reporting|live)\s+(?:from\s+)?(?:the\s+)?\p{L}.*$/iu;

/** "Harbour correspondent", "Political Editor": what somebody is. */
const ROLE_WORD =
  '(?:correspondent|editor|reporter|journalist|writer|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondant[es]?|periodista|redactora?|corresponsal|giornalista|inviat[oa]|dziennikar(?:z|ka)|jornalista|verslaggever|redacteur)';
const WORDS = /^\p{L}[\p{L}\s,&’'-]*$/u;
const ROLE = new RegExp(`${ROLE_WORD}$|^${ROLE_WORD}(?:\\s|$)`, 'iu');

/** True for what somebody is, and no name. */
export function isRole(text: string): boolean {
  return ROLE.test(text) && WORDS.test(text);
}

/** The names in a byline's words. */
export function namesIn(byline: string): string[] {
  return byline
    .replace(LEAD, '')
    .replace(LABEL, '')
    .split(/\s*(?:,|\||\band\b|\bund\b|\bet\b|\by\b)\s*/u)
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
