import type { BlockContent, Nodes, Root } from 'mdast';
import type { Body, Link } from '../../core/entry.ts';
import { inlineText, plainText } from '../../core/text/body-text.ts';
import { convert } from './convert.ts';
import { type DomElement, type DomNode, parseNodes } from './dom.ts';
import { type Draft, flush, newSink, type Sink } from './draft.ts';
import { asMarkup } from './markup.ts';
import { UNMARKED } from './runs.ts';

/**
 * The body of an entry from whatever a source wrote: HTML, escaped HTML or plain text. `base` resolves relative links.
 * What is not written to be read is gone: scripts, share bars, adverts, "Read more", tracking pixels and parameters.
 */
export function htmlBody(html: string, base: string): Body {
  if (!html.includes('<') && !(html.includes('&') && REFERENCE.test(html))) return plainBody(html, base);
  const markup = asMarkup(html);
  if (markup === '') return EMPTY;
  return elementBody(parseNodes(markup), base);
}

/** What may be a character reference; the "&" of "Pier & Sons" and "Q&A" is itself. */
const REFERENCE = /&(?:#|[a-z]{2})/iu;

/** Text without any markup: what `asMarkup` would make of its line breaks, without a parser. */
function plainBody(text: string, base: string): Body {
  if (text.trim() === '') return EMPTY;
  const lines = text.trim().split(text.includes('\r') ? /\r\n?|\n/u : '\n');
  return writtenBody(base, ({ runs }) => {
    for (const [index, line] of lines.entries()) {
      if (index > 0) runs.push({ break: true, marks: UNMARKED });
      runs.push({ text: line, marks: UNMARKED });
    }
  });
}

/** An entry without text or media. */
export const EMPTY: Body = { tree: { type: 'root', children: [] }, text: '', media: [], links: [] };

/**
 * The same for nodes of a page that is already parsed. `skip` leaves out elements that are read elsewhere (title, time,
 * byline, label).
 */
export function elementBody(
  nodes: readonly DomNode[],
  base: string,
  skip: (element: DomElement) => boolean = () => false,
): Body {
  return writtenBody(base, (sink, draft) => convert(nodes, sink, draft, UNMARKED, 0), skip);
}

/** A body that is written piece by piece, for sources whose text is a tree of their own and no HTML. */
export function writtenBody(
  base: string,
  write: (sink: Sink, draft: Draft) => void,
  skip: (element: DomElement) => boolean = () => false,
): Body {
  const draft: Draft = { base, media: new Map(), backdrops: [], linked: new Set(), skip, convert };
  const sink = newSink();
  write(sink, draft);
  flush(sink);
  return bodyOf(sink.blocks, draft);
}

function bodyOf(blocks: readonly BlockContent[], draft: Draft): Body {
  const tree: Root = { type: 'root', children: [...blocks] };
  return {
    tree,
    text: plainText(tree),
    media: draft.media.size === 0 ? draft.backdrops.slice(0, 1) : [...draft.media.values()],
    links: draft.linked.size === 0 ? [] : linksOf(tree),
  };
}

/** The links of a tree in reading order, each address once. */
export function linksOf(tree: Root): readonly Link[] {
  const links = new Map<string, Link>();
  collectLinks(tree, links);
  return [...links.values()];
}

function collectLinks(node: Nodes, links: Map<string, Link>): void {
  if (node.type === 'link') {
    const written = inlineText(node.children);
    const text = (written.includes('\n') ? written.replace(/\s+/gu, ' ') : written).trim();
    if (text !== '' && !links.has(node.url)) links.set(node.url, { text, url: node.url });
  } else if ('children' in node) for (const child of node.children) collectLinks(child, links);
}
