import type { Nodes, Root, Text } from 'mdast';
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
  return packedOf(pack(body.tree, { text, end: 0 }), { text: ownCopy(text), media: owned(media), links: owned(links) });
}

/** The same body with these media instead. What is packed stays so: a copy by `...` would unpack it. */
export function withOnlyMedia(body: Body, media: readonly Media[]): Body {
  if (!isPacked(body)) return { ...body, media };
  return packedOf(body[SHAPE], { text: body.text, media: owned(media), links: body.links });
}

function isPacked(body: Body): body is Packed {
  return SHAPE in body;
}

/** One for all: a getter of its own for each body would cost more than the tree. */
const TREE: PropertyDescriptor = { get: unpackedTree, enumerable: true };

function packedOf(shape: string, body: Omit<Body, 'tree'>): Packed {
  Object.defineProperty(body, SHAPE, { value: shape });
  return Object.defineProperty(body, 'tree', TREE) as Packed;
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

type Parent = Extract<Nodes, { children: unknown }>;

/** Writes the shape straight away: making it of objects first, for `JSON.stringify`, takes twice as long. */
function pack(node: Nodes, read: { readonly text: string; end: number }): string {
  if (node.type === 'text' && isBare(node)) {
    const at = placeOf(node.value, read);
    return at === undefined ? JSON.stringify([node.value]) : `[${at},${node.value.length}]`;
  }
  if (node.type === 'break') return '{"type":"break"}';
  if (!('children' in node)) return JSON.stringify(node);
  let children = '';
  for (const child of node.children) children += children === '' ? pack(child, read) : `,${pack(child, read)}`;
  return `${saidBefore(node)}"children":[${children}]}`;
}

/** Says nothing but its text. */
function isBare(node: Text): boolean {
  for (const name in node) if (name !== 'type' && name !== 'value') return false;
  return true;
}

/** The beginning of a node's shape, up to its children. Most nodes say nothing but what they are. */
function saidBefore(node: Parent): string {
  let said = node.type === 'paragraph' ? '{' : `{"type":"${node.type}",`;
  for (const name in node) {
    const value = name === 'type' || name === 'children' ? undefined : node[name as keyof Parent];
    if (value !== undefined) said += `"${name}":${JSON.stringify(value)},`;
  }
  return said;
}

function placeOf(value: string, read: { readonly text: string; end: number }): number | undefined {
  const first = value.charCodeAt(0);
  for (let at = read.end; at <= read.end + LONGEST_GAP; at += 1) {
    // By a slice, which copies nothing: `startsWith` goes letter by letter.
    if (read.text.charCodeAt(at) !== first || read.text.slice(at, at + value.length) !== value) continue;
    read.end = at + value.length;
    return at;
  }
  return undefined;
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
