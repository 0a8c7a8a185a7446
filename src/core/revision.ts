import type { Body, SourceEntry } from './entry.ts';
import { hash } from './hash.ts';

/**
 * Hash of what a reader sees of an entry: title, text, authors, link targets, media, and the marks for key and breaking.
 * Dates, white space, the kind of quotation marks, and "4 min ago" labels are not part of it; nor is being pinned, which
 * says where the page shows an entry and not what it says.
 */
export function revisionOf(entry: SourceEntry): string {
  const known = revisions.get(entry);
  if (known !== undefined) return known;
  const revision = madeRevision(entry);
  revisions.set(entry, revision);
  return revision;
}

/** Remembered per entry object: sources hand out the same object while the entry stays the same. */
const revisions = new WeakMap<SourceEntry, string>();

function madeRevision(entry: SourceEntry): string {
  const marks = entry.flags.filter((flag) => flag === 'key' || flag === 'breaking').toSorted();
  return hash(
    [visible(entry.title ?? ''), bodyRevision(entry.body), entry.authors.join(','), marks.join(',')].join('\n'),
  );
}

const bodyRevisions = new WeakMap<Body, string>();

/** Remembered per body object: sources hand out the same object while the body stays the same. */
function bodyRevision(body: Body): string {
  const known = bodyRevisions.get(body);
  if (known !== undefined) return known;
  const revision = hash(
    [
      visible(body.text),
      ...body.links.map((link) => link.url),
      ...body.media.map((media) => `${media.url} ${media.alt ?? ''} ${media.caption ?? ''}`),
    ].join('\n'),
  );
  bodyRevisions.set(body, revision);
  return revision;
}

const RELATIVE_TIME =
  /\b(?:vor|hace|il y a|há|fa)\s+\d{1,3}\s*\p{L}{1,8}\b|\b\d{1,3}\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\s+ago\b/giu;
const QUOTES: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"' };

/** A text as a reader takes it in: one space for any white space, plain quotation marks, no relative times. */
export function visible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚“”„]/gu, (mark) => QUOTES[mark] ?? mark)
    .replace(/[\u200b\u200c\u2060\ufeff\u00ad]/gu, '')
    .replace(RELATIVE_TIME, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Hash of title and text alone, for recognising the same story under another id. undefined when there is too little. */
export function fingerprint(entry: Pick<SourceEntry, 'title' | 'body'>): string | undefined {
  const text = `${visible(entry.title ?? '')}\n${visible(entry.body.text)}`;
  return text.length < 20 ? undefined : hash(text.toLowerCase());
}
