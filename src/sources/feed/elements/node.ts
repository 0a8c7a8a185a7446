/**
 * An element as the XML reader gives it: its text alone, or text (`_`), attributes (`$`) and child elements. Elements that
 * `canonical-tree.ts` turned from inline markup into a string of HTML carry the attribute `markup`.
 */
export type Node =
  | string
  | { readonly _?: string; readonly $?: Readonly<Record<string, string>>; readonly [child: string]: unknown };

export function isNode(value: unknown): value is Node {
  if (typeof value === 'string') return true;
  if (!isRecord(value)) return false;
  const { _: text, $: attributes } = value;
  return (text === undefined || typeof text === 'string') && (attributes === undefined || areStrings(attributes));
}

function areStrings(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const name in value) if (typeof value[name] !== 'string') return false;
  return true;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The element's own text, trimmed; '' for none. */
export function textOf(node: Node | undefined): string {
  if (node === undefined) return '';
  return (typeof node === 'string' ? node : (node._ ?? '')).trim();
}

export function attribute(node: Node | undefined, name: string): string | undefined {
  return node === undefined || typeof node === 'string' ? undefined : node.$?.[name]?.trim();
}

/** The text of the first of `nodes` that has any; '' when none has. */
export function firstText(...lists: readonly (readonly Node[] | undefined)[]): string {
  for (const list of lists) {
    for (const node of list ?? []) {
      const text = textOf(node);
      if (text !== '') return text;
    }
  }
  return '';
}

/** Elements of one name that a feed may have only once, the last first: where there are more, readers agree on the last. */
export function latestFirst(nodes: readonly Node[] | undefined): readonly Node[] {
  return nodes === undefined || nodes.length < 2 ? (nodes ?? []) : nodes.toReversed();
}

/** Child elements of one name. */
export function childrenOf(node: Node, name: string): Node[] {
  if (typeof node === 'string') return [];
  const children = node[name];
  return Array.isArray(children) ? children.filter(isNode) : [];
}

/** Child elements of one name of all these. */
export function childrenOfAll(nodes: readonly Node[] | undefined, name: string): Node[] {
  const all: Node[] = [];
  for (const node of nodes ?? []) all.push(...childrenOf(node, name));
  return all;
}
