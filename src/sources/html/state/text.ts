import { isObject, type JsonObject } from '../../wire/json.ts';
import { escapeHtml, figure, frame } from '../../wire/markup.ts';

/** No editor nests deeper. */
const MAX_DEPTH = 20;
const MARKUP = /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/iu;

/**
 * Text in a page's state as HTML, whatever tree the publisher's editor keeps it in: a string, a list of paragraphs, pictures
 * and embeds (`content_elements`), or nodes of nodes (`{type, children: [{text}]}`).
 */
export function richHtml(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH || value === null || value === undefined) return '';
  if (typeof value === 'string') return depth === 0 || MARKUP.test(value) ? value : paragraph(escapeHtml(value));
  if (Array.isArray(value)) return value.map((piece) => richHtml(piece, depth + 1)).join('');
  return isObject(value) ? pieceHtml(value, depth) : '';
}

function paragraph(html: string): string {
  return html.trim() === '' ? '' : `<p>${html}</p>`;
}

function pieceHtml(piece: JsonObject, depth: number): string {
  const type = String(piece.type ?? piece._type ?? piece.__typename ?? piece.nodeType ?? '');
  if (/comment|advert|newsletter|promo|related/iu.test(type)) return '';
  if (/image|photo|picture/iu.test(type)) return imageHtml(piece);
  if (/embed|oembed|tweet|twitter|instagram|youtube|video|social/iu.test(type)) return embedHtml(piece);
  const inline = taggedHtml(piece) ?? inlineText(piece);
  if (inline !== undefined) return inline;
  const inner =
    piece.children ??
    piece.content ??
    piece.contents ??
    piece.content_elements ??
    piece.items ??
    piece.blocks ??
    piece.html;
  if (/list/iu.test(type) && Array.isArray(inner)) {
    const items = inner.map((item) => `<li>${richHtml(item, depth + 1)}</li>`).join('');
    return /ordered|number/iu.test(type) && !/un-?ordered/iu.test(type) ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
  }
  const text = isInline(inner) ? inner.map((leaf) => leafHtml(leaf)).join('') : undefined;
  if (text !== undefined) return /head(?:ing|er)|^h\d$/iu.test(type) ? `<h3>${text}</h3>` : paragraph(text);
  const html = richHtml(inner ?? piece.rendered ?? piece.text ?? piece.value, depth + 1);
  return /quote/iu.test(type) && html !== '' ? `<blockquote>${html}</blockquote>` : html;
}

/** `{tag: 'p', innerHtml: '…'}`: an element as its name and what is in it. */
function taggedHtml({ tag, tagName, name, innerHtml, innerHTML }: JsonObject): string | undefined {
  const inner = innerHtml ?? innerHTML;
  if (typeof inner !== 'string' || inner.trim() === '') return undefined;
  const element = [tag, tagName, name].find((said) => typeof said === 'string' && ELEMENT.test(said)) ?? 'p';
  return `<${element}>${inner}</${element}>`;
}

const ELEMENT = /^(?:p|h[1-6]|ul|ol|li|blockquote|pre|table)$/iu;

/** `{type: 'text', content: '…'}` and `{html: '…'}` are paragraphs, not leaves. */
function inlineText({ content, html, text, rendered }: JsonObject): string | undefined {
  const written = [html, rendered, content, text].find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof written !== 'string') return undefined;
  if (/<(?:p|div|ul|ol|h\d|blockquote|figure|table)\b/iu.test(written)) return written;
  return paragraph(MARKUP.test(written) ? written : escapeHtml(written));
}

/** Leaves of one line: pieces with a text each, and marks around it. */
function isInline(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every((leaf) => isObject(leaf) && isLeaf(leaf));
}

function isLeaf(leaf: JsonObject): boolean {
  const type = String(leaf.type ?? leaf._type ?? leaf.nodeType ?? leaf.kind ?? '');
  return (
    (typeof leaf.text === 'string' || typeof leaf.value === 'string' || isInline(leaf.children)) &&
    /^(?:text|span|link|hyperlink|a|)$/iu.test(type)
  );
}

function leafHtml(leaf: JsonObject): string {
  const text = leaf.text ?? leaf.value;
  const inner = isInline(leaf.children) ? leaf.children.map(leafHtml).join('') : escapeHtml(String(text ?? ''));
  const { url = leaf.href } = isObject(leaf.data) ? leaf.data : leaf;
  if (typeof url === 'string') return `<a href="${escapeHtml(url)}">${inner}</a>`;
  const marks = JSON.stringify(leaf.marks ?? '');
  const strong = leaf.bold === true || /strong|bold/iu.test(marks);
  const emphasis = leaf.italic === true || /\bem\b|italic/iu.test(marks);
  return `${strong ? '<strong>' : ''}${emphasis ? '<em>' : ''}${inner}${emphasis ? '</em>' : ''}${strong ? '</strong>' : ''}`;
}

function imageHtml(piece: JsonObject): string {
  const url = addressIn(piece, ['url', 'src', 'contentUrl', 'href', 'image', 'asset', 'original', 'file']);
  if (url === undefined) return '';
  const word = (names: readonly string[]) => names.map((name) => wordIn(piece[name])).find((text) => text !== '');
  const caption = word(['caption', 'description', 'subtitle']);
  return figure({
    url,
    alt: word(['alt', 'altText', 'alt_text']),
    caption: caption === undefined || MARKUP.test(caption) ? caption : escapeHtml(caption),
    credit: word(['credit', 'copyright', 'credits', 'photographer']),
  });
}

function wordIn(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (isObject(value) && Array.isArray(value.by)) return value.by.map(wordIn).join(', ');
  const { text, html, plain, name } = isObject(value) ? value : {};
  const inner = text ?? plain ?? html ?? name;
  return typeof inner === 'string' ? inner.trim() : '';
}

function addressIn(value: unknown, names: readonly string[], depth = 0): string | undefined {
  if (typeof value === 'string') return /^(?:https?:)?\/\/\S+$|^\/\S+\.\w+/u.test(value) ? value : undefined;
  if (!isObject(value) || depth > 3) return undefined;
  for (const name of names) {
    const found = addressIn(value[name], names, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function embedHtml(piece: JsonObject): string {
  const html = [piece.html, piece.embedHtml, piece.embedCode, isObject(piece.raw_oembed) ? piece.raw_oembed.html : ''];
  const written = html.find((value) => typeof value === 'string' && value.includes('<'));
  if (typeof written === 'string') return written;
  const url = addressIn(piece, ['url', 'embedUrl', 'link', 'href', 'src', 'referent', 'id']);
  return url === undefined ? '' : frame(url, wordIn(piece.title ?? piece.caption));
}
