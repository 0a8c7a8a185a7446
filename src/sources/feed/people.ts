import { childrenOf, firstText, type Node, textOf } from './node.ts';

const ADDRESS = /[^\s<>()@,;"]+@[^\s<>()@,;"]+\.[^\s<>()@,;".]+/;

/**
 * The name in an author field as feeds write it: "a@b.example (Name)", "Name <a@b.example>", "Name (a@b.example)", or the
 * address alone, which then stands for the name. Parentheses without an address belong to the name.
 */
export function personName(text: string): string | undefined {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/^mailto:/i, '')
    .trim();
  const address = ADDRESS.exec(plain)?.[0];
  if (plain === '' || address === undefined) return plain === '' ? undefined : plain;
  const parenthesised = /\(([^()]*)\)\s*$/.exec(plain)?.[1]?.trim() ?? '';
  if (plain.startsWith(address) && parenthesised !== '') return parenthesised;
  const rest = plain
    .replace(address, '')
    .replace(/<\s*(?:mailto:)?\s*>|\(\s*\)|\[\s*\]/g, '')
    .replace(/^[\s"',;-]+|[\s"',;-]+$/g, '');
  return rest === '' ? address : rest;
}

/** A stretch of a list of people up to the next sign that parts them: commas in quotes and brackets part nobody. */
const ONE_PERSON = /(?:"[^"]*"|\([^()]*\)|<[^<>]*>|[^",;(<]|["(<])+/g;

/** Everybody in an author field that lists several addresses; otherwise its one name, which may have a comma. */
function personNames(text: string): (string | undefined)[] {
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

const AUTHORS = ['author', 'dc:author', 'dc:creator', 'dcterms:creator', 'itunes:author', 'atom:author'] as const;

export type AuthorElement = (typeof AUTHORS)[number];

/** The author field where it names somebody, else the first element that does; an address alone only when nobody does. */
export function entryAuthors(
  item: {
    readonly [name in AuthorElement]?: readonly Node[] | undefined;
  },
): readonly string[] {
  let address: readonly string[] = [];
  for (const name of AUTHORS) {
    const nodes = item[name];
    const names = nodes === undefined ? [] : distinctNames(nodes.flatMap(peopleOf));
    if (names.some((each) => !each.includes('@') || each.startsWith('@'))) return names;
    if (address.length === 0) address = names;
  }
  return address;
}

/** The names in an author's element, written as text or as an Atom person construct: the name, else the address, else the text. */
export function peopleOf(node: Node): readonly (string | undefined)[] {
  if (typeof node === 'string') return personNames(node);
  const name = firstText(childrenOf(node, 'name'), childrenOf(node, 'atom:name'));
  const email = firstText(childrenOf(node, 'email'), childrenOf(node, 'atom:email'));
  const person = personName(name) ?? personName(email);
  return person === undefined ? personNames(textOf(node)) : [person];
}
