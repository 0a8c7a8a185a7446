const NAME = String.raw`\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|van|von|der|den|bin|al|el|di|da|la|le|du|Abu)\s+)*\p{Lu}[\p{L}'’.-]*){1,4}`;
const ROLE =
  /\b(?:[Rr]eporting|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Pp]roducer|[Pp]resenter|[Jj]ournalist|[Aa]nalyst|[Cc]ommentator|[Ww]riter|BBC|[Ll]ive from|at the|in \p{Lu}\p{L}+)\b/u;

const PEOPLE = new RegExp(`^(${NAME}(?:(?:\\s+and\\s+|\\s*&\\s*|,\\s*)${NAME})*)(.*)$`, 'u');

/** A longer line is a sentence. */
const LONGEST = 200;

/**
 * The people of a post's second headline, where that is its byline ("Ann Lowe, Reporting from Saltmere", "By Ann Lowe",
 * "Ann Lowe and Tom Hale"); none when it is a headline.
 */
export function bylineAuthors(line: string): string[] {
  if (line.length > LONGEST) return [];
  const text = line.replace(/^by\s+/iu, '').trim();
  const names = text === '' ? null : PEOPLE.exec(text);
  if (names === null) return [];
  const [, people = '', rest = ''] = names;
  const isByline = text !== line.trim() || ROLE.test(rest) || ROLE.test(people);
  if (!isByline && rest.trim() !== '') return [];
  if (!isByline && !/^\S+(?:\s\S+){1,2}$/u.test(people)) return [];
  return people
    .split(/\s+and\s+|\s*&\s*|,\s*/u)
    .map((name) => name.replace(/\s+(?:BBC\b|Reporting\b|Live\b).*$/u, '').trim())
    .filter((name) => name !== '' && !ROLE.test(name));
}
