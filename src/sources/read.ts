import type { Snapshot, SourceKind } from '../core/entry.ts';
import { type Document, type Elsewhere, type ReadContext, type Source, SourceError } from '../ports/source.ts';
import { discoverFeeds } from './feed/discover.ts';
import { foreignWidget } from './foreign-widgets.ts';
import { isHtml } from './page.ts';
import { pageEnd } from './page-end.ts';
import { pageTitle } from './page-title.ts';
import { SOURCES } from './sources.ts';

/** The source of a kind; every kind has one. */
export function sourceOf(kind: SourceKind, sources: readonly Source[] = SOURCES): Source {
  const source = sources.find((candidate) => candidate.kind === kind);
  if (source === undefined) throw new SourceError('malformed', `There is no reader for "${kind}" live blogs.`);
  return source;
}

/**
 * The source that reads a document: the one asked for by `as`, else the first that is sure of it, else the first that
 * finds it likely. Throws `SourceError` (`malformed`) that says what to do when nobody knows it.
 */
export function recogniseDocument(document: Document, as?: SourceKind, sources: readonly Source[] = SOURCES): Source {
  if (as !== undefined) return sourceOf(as, sources);
  let likely: Source | undefined;
  for (const source of sources) {
    const recognition = source.recognise(document);
    if (recognition === 'sure') return source;
    if (recognition === 'likely') likely ??= source;
  }
  if (likely !== undefined) return likely;
  throw new SourceError('malformed', strangeMessage(document));
}

/** Recognises and reads in one go. */
export function readDocument(
  document: Document,
  context: ReadContext,
  as?: SourceKind,
  sources: readonly Source[] = SOURCES,
): { source: Source; result: Snapshot | Elsewhere } {
  const source = recogniseDocument(document, as, sources);
  return { source, result: withWidget(withPageWord(source.read(document, context), document), document) };
}

const STRANGE = 'This is no live blog we can read: no entries with times were found in it.';

/** A page that sends us elsewhere is the only one that knows what the blog is called, and says when it has ended. */
function withPageWord(result: Snapshot | Elsewhere, document: Document): Snapshot | Elsewhere {
  if (!('elsewhere' in result) || !isHtml(document)) return result;
  const title = result.title ?? pageTitle(document.text);
  return { ...pageEnd(document.text), ...result, ...(title !== undefined && { title }) };
}

/** A page that declares a live blog and has no entries of it may show them in a way that is not read. */
function withWidget(result: Snapshot | Elsewhere, document: Document): Snapshot | Elsewhere {
  if ('elsewhere' in result || result.entries.length > 0 || !isHtml(document)) return result;
  const widget = foreignWidget(document.text, document.url);
  return widget === undefined ? result : { ...result, warnings: [...result.warnings, widget] };
}

function feedsNamed(named: readonly string[]): readonly string[] {
  return named.length === 0 ? [] : [`It names feeds that can be followed instead: ${named.join(', ')}`];
}

function strangeMessage(document: Document): string {
  if (document.text.trim() === '') return 'The document is empty. Check the address, and open it in a browser.';
  const widget = isHtml(document) ? foreignWidget(document.text, document.url) : undefined;
  const feeds = isHtml(document) ? discoverFeeds(document.text, document.url) : [];
  const named = feeds.slice(0, 3).map((feed) => feed.url);
  if (widget !== undefined) return [widget, ...feedsNamed(named)].join(' ');
  if (named.length > 0) return [STRANGE, ...feedsNamed(named)].join(' ');
  return `${STRANGE} Check that the address is the live page itself, or name its kind with "as".`;
}
