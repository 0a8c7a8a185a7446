/** An element in the shape of xml2js: children as arrays under their names, attributes under `$`, text under `_`. */
export type Tree = { [name: string]: unknown };

/** A tree without a prototype, so that an element may have any name. */
export function emptyTree(): Tree {
  return Object.create(null) as Tree;
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements among the children of one name; those without anything in them come as strings and are left out. */
export function trees(value: unknown): Tree[] {
  return Array.isArray(value) ? value.filter(isTree) : [];
}

/** The same, those without anything in them as empty trees. */
export function listed(value: unknown): Tree[] {
  return Array.isArray(value) ? value.map((each) => (isTree(each) ? each : emptyTree())) : [];
}
