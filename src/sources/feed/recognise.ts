import type { Document, Recognition } from '../../ports/source.ts';
import { isAtomNamespace } from './namespaces.ts';

const HEAD = 8192;
const ROOT =
  /^(?:[^<]|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\]\s*(?=>))*>)*<(?:([\w.-]+):)?(rss|rdf|feed|channel)\b([^>]*)/i;

export type FeedRoot = 'rss' | 'atom';

/** How sure we are that a document is a feed of one family, by its root element alone. */
export function recogniseRoot(document: Document, family: FeedRoot): Recognition {
  const match = ROOT.exec(document.text.slice(0, HEAD));
  if (match === null || /^\s*[[{]/.test(document.text.slice(0, 100))) return 'no';
  const [, , root = '', attributes = ''] = match;
  const atom = root.toLowerCase() === 'feed';
  if (atom !== (family === 'atom')) return 'no';
  if (atom) return hasAtomNamespace(attributes) ? 'sure' : 'likely';
  if (root.toLowerCase() === 'rss') return 'sure';
  const start = document.text.slice(0, HEAD * 8);
  if (root.toLowerCase() === 'channel') {
    return /<item\b/i.test(start) ? 'sure' : /<(?:title|abstract)\b/i.test(start) ? 'likely' : 'no';
  }
  return /<(?:[\w.-]+:)?(?:channel|item)\b/i.test(start) ? 'sure' : 'no';
}

function hasAtomNamespace(attributes: string): boolean {
  return [...attributes.matchAll(/xmlns(?::[\w.-]+)?\s*=\s*["']([^"']*)["']/g)].some(([, uri = '']) =>
    isAtomNamespace(uri.trim()),
  );
}
