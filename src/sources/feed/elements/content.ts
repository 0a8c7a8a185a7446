import type { Body } from '../../../core/entry.ts';
import { textAsHtml } from '../../../core/text/text-as-html.ts';
import { attribute, type Node, textOf } from './node.ts';
import { htmlTitle, isMarkup, plainTitle, textTitle } from './title.ts';

/** Text or HTML, as the element says it is. */
export type Content = { readonly kind: 'text' | 'html'; readonly value: string };

const LOOKS_LIKE_HTML = /<(?:p|br|a|div|img|b|i|em|strong|ul|ol|li|blockquote|span|figure|h[1-6])\b[^>]*>/i;
const TEXT_TYPE = /^(?:text(?:\/plain)?|plain)?$/i;
const XHTML_TYPE = /^(?:xhtml|application\/xhtml\+xml)$/i;
const MARKUP_TYPE = /^(?:html|xhtml|text\/.*|application\/(?:x-)?x?html|.*[+/]xml)$/i;

/**
 * What an Atom text construct or content holds (RFC 4287 3.1 and 4.1.3; Atom 0.3 `mode`): inline markup has been
 * serialised already, base64 is decoded. Plain text that is plainly HTML is taken for HTML where `lenient`.
 */
export function atomContent(node: Node, lenient: boolean): Content {
  const text = textOf(node);
  if (attribute(node, 'markup') !== undefined) return { kind: 'html', value: text };
  const type = attribute(node, 'type') ?? '';
  const mode = attribute(node, 'mode') ?? '';
  if (mode === 'base64' || (!TEXT_TYPE.test(type) && !MARKUP_TYPE.test(type))) return decoded(text, type, mode);
  if (XHTML_TYPE.test(type)) return guessed(text);
  const escaped = mode === 'escaped' && (type === '' || LOOKS_LIKE_HTML.test(text));
  if (!TEXT_TYPE.test(type) || escaped) return { kind: 'html', value: text };
  return { kind: lenient && LOOKS_LIKE_HTML.test(text) ? 'html' : 'text', value: text };
}

/** Text whose element does not say what it is, or says it wrongly: HTML unless its tags are plainly talked about. */
export function guessed(text: string): Content {
  return { kind: text.includes('<') && !isMarkup(text) ? 'text' : 'html', value: text };
}

/**
 * Base64, by its mode or by a type that is none of text. Words that stand in its place, told by the spaces between them, are
 * themselves; a word of a type nobody knows only looks like it.
 */
function decoded(text: string, type: string, mode: string): Content {
  if (/[^\w+/=\s-]|[^\S\r\n]/.test(text) || text.length < 4) return { kind: 'html', value: text };
  const value = Buffer.from(text, 'base64').toString('utf8');
  if (value.includes('\ufffd')) {
    const isBinary = mode === 'base64' || /^(?:image|audio|video|application)\//i.test(type);
    return { kind: 'text', value: isBinary ? '' : text };
  }
  return { kind: TEXT_TYPE.test(type) && type !== '' ? 'text' : 'html', value };
}

/** A title's plain text; undefined when blank. */
export function contentTitle({ kind, value }: Content): string | undefined {
  return kind === 'html' ? htmlTitle(value) : textTitle(value);
}

const EMPTY: Body = { tree: { type: 'root', children: [] }, text: '', media: [], links: [] };

/** The title that the first of these elements gives that has any text; they do not say whether it is HTML. */
export function firstTitle(...lists: readonly (readonly Node[] | undefined)[]): string | undefined {
  for (const list of lists) {
    for (const node of list ?? []) {
      const text = textOf(node);
      const title =
        text === '' ? undefined : attribute(node, 'markup') === undefined ? plainTitle(text) : htmlTitle(text);
      if (title !== undefined) return title;
    }
  }
  return undefined;
}

export function contentBody(content: Content | undefined, body: (html: string) => Body): Body {
  if (content === undefined || content.value === '') return EMPTY;
  if (content.kind === 'html') return markupBody(content.value, body);
  return body(textAsHtml(content.value, ' '));
}

/** Boxes that pages have beside their words. */
const BESIDE = /<\/?(?:aside|nav|menu|dialog)\b[^<>]*>/giu;

/** What stands in such a box is left out, unless it is all that an item has to say. */
function markupBody(html: string, body: (html: string) => Body): Body {
  const read = body(html);
  if (read.text !== '' || read.media.length > 0) return read;
  const open = html.replace(BESIDE, '');
  return open === html ? read : body(open);
}
