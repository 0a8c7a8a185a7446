import { arrayIn, isObject, objectIn, textIn } from '../wire/json.ts';
import { escapeHtml, figure, frame } from '../wire/markup.ts';

/** Deeper than any editor nests. */
const MAX_DEPTH = 30;

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bold: 'strong',
  italic: 'em',
  listItem: 'li',
  crosshead: 'h3',
  heading: 'h3',
  quote: 'blockquote',
  quoteText: 'p',
  quoteAttribution: 'p',
  table: 'table',
  row: 'tr',
  cell: 'td',
};
/** What goes with a node and is no text of it. */
const SILENT = new Set(['altText', 'url', 'id', 'include']);
const SHOWN = new Set(['image', 'video', 'audio', 'embed']);

/** A post's pictures by the name its text knows them by; those it does not name follow the text. */
type Pictures = Map<string, unknown>;

/** The HTML of a post's text, a tree of `{name, text?, children, attributes}`, and of the pictures filed beside it. */
export function lxHtml(body: readonly unknown[], media: unknown): string {
  const pictures: Pictures = new Map(Object.entries(objectIn(objectIn(media, 'images'), 'body')));
  const text = nodesHtml(body, pictures, 0);
  return text + [...pictures.values()].map(pictureHtml).join('');
}

function nodesHtml(nodes: readonly unknown[], pictures: Pictures, depth: number): string {
  return depth > MAX_DEPTH ? '' : nodes.map((node) => nodeHtml(node, pictures, depth)).join('');
}

function nodeHtml(node: unknown, pictures: Pictures, depth: number): string {
  if (typeof node === 'string') return escapeHtml(node);
  if (!isObject(node)) return '';
  const name = textIn(node, 'name') ?? '';
  if (SILENT.has(name)) return '';
  if (SHOWN.has(name)) return shownHtml(name, node, pictures);
  if (typeof node.text === 'string') return escapeHtml(node.text);
  const inner = nodesHtml(arrayIn(node, 'children'), pictures, depth + 1);
  if (inner.trim() === '') return '';
  if (name === 'link') return linkHtml(node, inner);
  if (name === 'list') return attributeOf(node, 'type') === 'ordered' ? `<ol>${inner}</ol>` : `<ul>${inner}</ul>`;
  if (name === 'quoteAttribution') return `<p>— ${inner}</p>`;
  const tag = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
}

/** A link has its words in one child and its addresses, one for each kind of device, in others. */
function linkHtml(node: unknown, words: string): string {
  const url =
    attributeOf(node, 'href') ??
    arrayIn(node, 'children')
      .map((child) => attributeOf(child, 'href'))
      .find(Boolean);
  return url === undefined ? words : `<a href="${escapeHtml(url)}">${words}</a>`;
}

function attributeOf(node: unknown, name: string): string | undefined {
  const found = arrayIn(node, 'attributes').find((attribute) => textIn(attribute, 'name') === name);
  return textIn(found, 'value');
}

/** A picture or player is named by an id that stands somewhere in the node; a card of another site by its address. */
function shownHtml(name: string, node: unknown, pictures: Pictures): string {
  const said = textsIn(node, 0);
  if (name === 'image') {
    const key = said.find((text) => pictures.has(text));
    const picture = key === undefined ? undefined : pictures.get(key);
    if (key !== undefined) pictures.delete(key);
    return picture === undefined ? '' : pictureHtml(picture);
  }
  const html = said.find((text) => text.startsWith('<'));
  const url = said.find((text) => /^https?:\/\//u.test(text));
  return html ?? (url === undefined ? '' : frame(url));
}

function textsIn(node: unknown, depth: number): string[] {
  if (typeof node === 'string') return [node.trim()];
  if (!isObject(node) || depth > MAX_DEPTH) return [];
  const own = [node.text, node.value].filter((text) => typeof text === 'string').map((text) => text.trim());
  const inner = [...arrayIn(node, 'attributes'), ...arrayIn(node, 'children')];
  return [...own, ...inner.flatMap((child) => textsIn(child, depth + 1))];
}

function pictureHtml(picture: unknown): string {
  const url = textIn(picture, 'href') ?? textIn(picture, 'url');
  if (url === undefined) return '';
  const caption = textIn(picture, 'caption');
  return figure({
    url,
    alt: textIn(picture, 'altText'),
    caption: caption === undefined ? undefined : escapeHtml(caption),
    credit: textIn(picture, 'copyrightHolder'),
  });
}
