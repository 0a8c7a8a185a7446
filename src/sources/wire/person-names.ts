const ADDRESS = /[^\s<>()@,;"]+@[^\s<>()@,;"]+\.[^\s<>()@,;".]+/;
/** Of a computer without a domain, before the name in parentheses that tells it from "rock@sea". */
const LOCAL_ADDRESS = /^[^\s()@]+@[^\s()@]+\s*\(/;
/** What stands in parentheses at the end, others within them included. */
const PARENTHESISED = /\(((?:[^()]|\([^()]*\))*)\)\s*$/;

/**
 * The name in an author field as feeds write it: "a@b.example (Name)", "Name <a@b.example>", "Name (a@b.example)", or the
 * address alone, which then stands for the name. Parentheses without an address belong to the name.
 */
export function personName(text: string): string | undefined {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/^mailto:/i, '')
    .trim();
  if (!plain.includes('@')) return plain === '' ? undefined : plain;
  const address = ADDRESS.exec(plain)?.[0];
  const parenthesised = PARENTHESISED.exec(plain)?.[1]?.trim() ?? '';
  const isBehindAddress = (address !== undefined && plain.startsWith(address)) || LOCAL_ADDRESS.test(plain);
  if (isBehindAddress && parenthesised !== '') return parenthesised;
  if (address === undefined) return plain;
  const rest = plain
    .replace(address, '')
    .replace(/<\s*(?:mailto:)?\s*>|\(\s*\)|\[\s*\]/g, '')
    .replace(/^[\s"',;-]+|[\s"',;-]+$/g, '');
  return rest === '' ? address : rest;
}

/** A stretch of a list of people up to the next sign that parts them: commas in quotes and brackets part nobody. */
const ONE_PERSON = /(?:"[^"]*"|\([^()]*\)|<[^<>]*>|[^",;(<]|["(<])+/g;

/** Everybody in an author field that lists several addresses; otherwise its one name, which may have a comma. */
export function personNames(text: string): (string | undefined)[] {
  const second = ADDRESS.exec(text.replace(ADDRESS, ' '));
  if (second === null) return [personName(text)];
  const names: (string | undefined)[] = [];
  let pending = '';
  for (const [part] of text.matchAll(ONE_PERSON)) {
    pending = pending === '' ? part : `${pending},${part}`;
    if (!ADDRESS.test(pending)) continue;
    names.push(personName(pending));
    pending = '';
  }
  return names;
}

/** Names without repetition, in their order. */
export function distinctNames(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ''))];
}
