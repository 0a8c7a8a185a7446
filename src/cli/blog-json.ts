import type { Entry, Snapshot } from '../core/entry.ts';
import type { ReadBlog } from './read-target.ts';

/** What `--json` says of a source: the same words in `inspect` and `summary`. */
export function sourceJson({ kind, url, title, live, coverage }: Snapshot) {
  return { kind, url, title, live, coverage: coverage === 'complete' ? 'complete' : 'window' };
}

/** `inspect --json`; keys whose value is unknown are absent. */
export function blogJson({ snapshot, entries }: ReadBlog) {
  return {
    source: sourceJson(snapshot),
    keyPoints: snapshot.keyPoints,
    entries: entries.map(entryJson),
    warnings: snapshot.warnings,
  };
}

function entryJson({ id, title, body, authors, publishedAt, updatedAt, url, flags, repostOf }: Entry) {
  return {
    id,
    title,
    text: body.text,
    authors,
    publishedAt: isoTime(publishedAt),
    updatedAt: isoTime(updatedAt),
    url,
    flags,
    media: body.media,
    links: body.links,
    repostOf,
  };
}

/** ISO 8601 in UTC with milliseconds. */
export function isoTime(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
