import type { Nodes, Root } from 'mdast';
import type { Body, Media } from './entry.ts';
import { ownCopy } from './own-copy.ts';

/** Not enumerable: for whoever copies, compares or writes a packed body, it is a body like any other. */
const SHAPE = Symbol('shape');
type Packed = Body & { readonly [SHAPE]: string };

/**
 * The same body in a third of the memory or less, for keeping. A tree of objects weighs many times its text, so it is
 * kept as one string that refers to the text for what it says, and is made anew each time somebody asks for `tree`.
 * It shares no text with the page it comes from.
 */
export function packBody(body: Body): Body {
  if (isPacked(body)) return body;
  const { text, media, links } = body;
  const shape = JSON.stringify(pack(body.tree, { text, end: 0 }));
  return packedOf({ [SHAPE]: shape, text: ownCopy(text), media: owned(media), links: owned(links) });
}

/** The same body with these media instead. What is packed stays so: a copy by `...` would unpack it. */
export function withOnlyMedia(body: Body, media: readonly Media[]): Body {
  if (!isPacked(body)) return { ...body, media };
  return packedOf({ [SHAPE]: body[SHAPE], text: body.text, media: owned(media), links: body.links });
}

function isPacked(body: Body): body is Packed {
  return SHAPE in body;
}

function packedOf({ [SHAPE]: shape, ...rest }: Omit<Packed, 'tree'>): Packed {
  return Object.defineProperties(rest, {
    [SHAPE]: { value: shape },
    // One function for all: a getter of its own for each body would cost more than the tree.
    tree: { get: unpackedTree, enumerable: true },
  }) as unknown as Packed;
}

function owned<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : ownCopy(list);
}

const NONE: readonly never[] = Object.freeze([]);

function unpackedTree(this: Packed): Root {
  return unpack(JSON.parse(this[SHAPE]) as Shape, this.text) as Root;
}

/**
 * A text node is the place and length of its value in the body's text, or else its value; a paragraph, the commonest of
 * the others, goes without its type.
 */
type Shape = readonly [number, number] | readonly [string] | ShapedNode;
type ShapedNode = Readonly<Record<string, unknown>> & { readonly children?: readonly Shape[] };

/** How far a value may begin behind the end of the one before: separators of blocks and cells, trimmed spaces. */
const LONGEST_GAP = 4;

function pack(node: Nodes, read: { readonly text: string; end: number }): Shape {
  if (node.type === 'text' && Object.keys(node).length === 2) {
    for (let at = read.end; at <= read.end + LONGEST_GAP; at += 1) {
      if (!read.text.startsWith(node.value, at)) continue;
      read.end = at + node.value.length;
      return [at, node.value.length];
    }
    return [node.value];
  }
  if (!('children' in node)) return { ...node };
  const { type, ...rest } = node;
  const children = node.children.map((child) => pack(child, read));
  return type === 'paragraph' ? { ...rest, children } : { type, ...rest, children };
}

function unpack(shape: Shape, text: string): Nodes {
  if (Array.isArray(shape)) {
    const [at, length] = shape as readonly [number | string, number?];
    return { type: 'text', value: typeof at === 'string' ? at : text.slice(at, at + (length ?? 0)) };
  }
  const { children, ...node } = shape as ShapedNode;
  if (children === undefined) return node as unknown as Nodes;
  return { type: 'paragraph', ...node, children: children.map((child) => unpack(child, text)) } as Nodes;
}
