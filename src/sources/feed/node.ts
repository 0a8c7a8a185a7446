import { isNode, type Node } from './wire.ts';

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

/** Child elements of one name. */
export function childrenOf(node: Node, name: string): Node[] {
  if (typeof node === 'string') return [];
  const children = node[name];
  return Array.isArray(children) ? children.filter(isNode) : [];
}
