import { distinctNames, personName, personNames } from '../../wire/person-names.ts';
import { attribute, childrenOf, firstText, type Node, textOf } from './node.ts';
import { htmlTitle, plainTitle } from './title.ts';

const AUTHORS = [
  ...(['author', 'dc:author', 'dc:creator', 'dcterms:creator', 'itunes:author', 'atom:author'] as const),
  'managingEditor',
] as const;

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
  if (typeof node === 'string') return writtenNames(node);
  const name = firstText(childrenOf(node, 'name'), childrenOf(node, 'atom:name'));
  const email = firstText(childrenOf(node, 'email'), childrenOf(node, 'atom:email'));
  const named = personNames(name).filter((each) => each !== undefined);
  if (named.length > 0) return named;
  const address = personName(email);
  if (address !== undefined) return [address];
  return attribute(node, 'markup') === undefined
    ? writtenNames(textOf(node))
    : personNames(htmlTitle(textOf(node)) ?? '');
}

/** Names that may hold markup and entities. */
function writtenNames(text: string): readonly (string | undefined)[] {
  return personNames(/[<&]/.test(text) ? (plainTitle(text) ?? '') : text);
}
