import type { Document, Recognition } from '../../ports/source.ts';
import { isAtomNamespace, isRssNamespace } from './xml/namespaces.ts';
import { documentStart } from './xml/xml-text.ts';

const HEAD = 8192;
/** What may stand before the root. Each piece ends at its first end: with a choice of ends the choices would multiply. */
const ROOT =
  /^(?:[^<]|<\?(?:(?!\?>)[\s\S])*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE(?:[^[>]|\[(?:(?!\]\s*>)[\s\S])*\]\s*(?=>))*>)*<(?:([\w.-]+):)?(rss|rdf|feed|entry|channel)\b([^>]*)/i;

export type FeedRoot = 'rss' | 'atom';

/** How sure we are that a document is a feed of one family, by its root element alone. */
export function recogniseRoot(document: Document, family: FeedRoot): Recognition {
  const found = rootOf(document);
  if (found === null) return 'no';
  const [, , root = '', attributes = ''] = found;
  const atom = /^(?:feed|entry)$/i.test(root);
  if (atom !== (family === 'atom')) return 'no';
  if (atom && !hasAtomNamespace(attributes)) return root.toLowerCase() === 'feed' ? 'likely' : 'no';
  if (atom) return 'sure';
  if (root.toLowerCase() === 'rss') return 'sure';
  const start = document.text.slice(0, HEAD * 8);
  if (root.toLowerCase() === 'channel') {
    return /<item\b/i.test(start) ? 'sure' : /<(?:title|abstract)\b/i.test(start) ? 'likely' : 'no';
  }
  return /<(?:[\w.-]+:)?(?:channel|item)\b/i.test(start) || namespacesIn(attributes).some(isRssNamespace)
    ? 'sure'
    : 'no';
}

const roots = new WeakMap<Document, RegExpExecArray | null>();

/** Looked for once, however many families ask; and never in JSON, which may quote a feed. */
function rootOf(document: Document): RegExpExecArray | null {
  if (/^\s*[[{]/.test(document.text.slice(0, 100))) return null;
  let found = roots.get(document);
  if (found === undefined) {
    found = rootIn(document.text);
    roots.set(document, found);
  }
  return found;
}

function rootIn(text: string): RegExpExecArray | null {
  const start = Math.max(0, documentStart(text));
  return ROOT.exec(text.slice(start, start + HEAD));
}

function hasAtomNamespace(attributes: string): boolean {
  return namespacesIn(attributes).some(isAtomNamespace);
}

function namespacesIn(attributes: string): string[] {
  return [...attributes.matchAll(/xmlns(?::[\w.-]+)?\s*=\s*["']([^"']*)["']/g)].map(([, uri = '']) => uri.trim());
}
