import type { Root } from 'mdast';

/** Marks a publisher puts on an entry. */
export type Flag = 'pinned' | 'key' | 'summary' | 'breaking';

export type Media = {
  readonly type: 'image' | 'video' | 'embed';
  readonly url: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
};

export type Link = { readonly text: string; readonly url: string };

/**
 * The body of an entry, converted once from whatever the source wrote.
 * Absolute http(s) links only, tracking parameters removed, nothing executable, no page furniture.
 */
export type Body = {
  /** mdast tree of the text: paragraphs, lists, quotes, headings, links, emphasis, tables. Images live in `media`. */
  readonly tree: Root;
  /** Plain text of the tree, paragraphs separated by a blank line; '' for a media-only entry. */
  readonly text: string;
  readonly media: readonly Media[];
  readonly links: readonly Link[];
};

/**
 * One update as a source reads it, before it has an identity. `core/identity` turns it into an `Entry`.
 * Times are epoch milliseconds, UTC.
 */
export type SourceEntry = {
  /** The source's own id (block id, `@id`, URL fragment, guid); need not be unique, identity decides. */
  readonly sourceId?: string;
  /** The title as the source gives it, trimmed, without markup; absent when there is none. */
  readonly title?: string;
  readonly body: Body;
  readonly authors: readonly string[];
  readonly publishedAt?: number;
  readonly updatedAt?: number;
  /** Absolute permalink, when known. */
  readonly url?: string;
  readonly flags: readonly Flag[];
  /**
   * True when the page shows it outside its run of entries (a pinned copy, a list of key events that reaches back beyond
   * the page): it says nothing about what lies between it and the others.
   */
  readonly aside?: boolean;
  /** True where its source lists every entry once and gives it no id: the same words at another address or none are another. */
  readonly listedOnce?: boolean;
};

/** One update in a blog; its `id` never changes. */
export type Entry = SourceEntry & {
  readonly id: string;
  /** The id of the earlier entry that this one repeats. */
  readonly repostOf?: string;
};

/** What a source calls the kind of live blog it reads ("guardian", "rss"); each source has its own. */
export type SourceKind = string;

/**
 * What one fetch showed of a blog, in relay order (oldest first).
 * `complete`: every entry the blog has. `window`: a contiguous stretch of it, usually the newest.
 * `increment`: only what changed lately; an entry that is missing from it proves nothing. `stand-in`: what the blog's page
 * shows while the address its entries come from does not answer: it adds what is new, and neither takes away nor turns back.
 */
export type Snapshot = {
  readonly kind: SourceKind;
  /** The blog's own address (canonical where the page names one). */
  readonly url: string;
  readonly title?: string;
  /** The publication, when the page names it. */
  readonly publisher?: string;
  /** true: running; false: the page says it has ended; null: unknown. */
  readonly live: boolean | null;
  readonly coverage: 'complete' | 'window' | 'increment' | 'stand-in';
  readonly entries: readonly SourceEntry[];
  /** Source ids that the source itself says are deleted. */
  readonly deleted: readonly string[];
  /** The publisher's own bullets on top of the blog. */
  readonly keyPoints: readonly string[];
  /** Sentences for a person: what was odd about the page. */
  readonly warnings: readonly string[];
  /** What the source wants to be given back at its next read (its own format). */
  readonly cursor?: string;
  /** How long the source asks us to wait before the next poll, milliseconds. */
  readonly refreshAfter?: number;
  /** Address of the next older page, when there is one. */
  readonly older?: string;
  /** The live blog that continues this one, when the page names it. */
  readonly successor?: { readonly url: string; readonly title?: string };
};
