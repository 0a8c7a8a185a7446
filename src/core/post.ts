import type { Entry } from './entry.ts';

/** What a reader is told about the blog a post belongs to. */
export type BlogView = {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly publisher?: string;
  /** 0–359, the same for a blog everywhere, for platforms that can colour a card. */
  readonly hue: number;
};

/** One entry as a post shows it. */
export type EntryView = {
  readonly entry: Entry;
  /** Its number in the blog, the same for good: tells the entries of one message apart. Absent in previews. */
  readonly seq?: number;
  /** The title as shown: links kept out, trimmed to the channel's limit. Absent when the entry has none. */
  readonly title?: string;
  /** The text at most this many characters long, cut at a word with a link to the rest (`core/cut`). */
  readonly maxText: number;
  /** When the last correction of substance was seen, epoch ms: the entry is marked as corrected. */
  readonly correctedAt?: number;
  /** When the source withdrew it, epoch ms: shown struck through. */
  readonly withdrawnAt?: number;
  /** When we first saw it, epoch ms: the time shown, marked as such, when the source gives none. */
  readonly firstSeenAt: number;
  /** A re-post of an earlier entry: shown in one line. */
  readonly repost: boolean;
};

/** The state card on top of a thread. */
export type CardView = {
  readonly status: 'before' | 'live' | 'quiet' | 'ended' | 'unreachable';
  /** Last change of the blog, epoch ms. */
  readonly updatedAt: number | undefined;
  readonly keyPoints: readonly string[];
  /** Latest key events, newest first. */
  readonly keyEvents: readonly { readonly title: string; readonly url?: string; readonly at: number }[];
  readonly counts: { readonly entries: number; readonly corrected: number; readonly withdrawn: number };
};

type PostBase = {
  /** Never changes for the same post; made from facts that never change. */
  readonly key: string;
  /** Hash of all that a reader sees of this post: a different revision means an edit is due. */
  readonly revision: string;
  /** Present when this post pings somebody, already in the platform's own syntax; used when posting, never when editing. */
  readonly mention?: string;
  /** Shown in the channel too when it stands in a thread, where the platform can; used when posting, never when editing. */
  readonly broadcast?: boolean;
  /** The route hides what happened until a reader asks for it: words behind spoiler marks, a neutral notification. */
  readonly spoiler?: boolean;
};

/**
 * What a channel should show as one message.
 * `entry`: one entry. `fold`: several that came in one burst or during a pause or quiet hours. `digest`: several, one
 * line each. `correction`: says what changed in an earlier message. `baseline`: where a newly followed blog stands.
 * `notice`: a sentence to people (failure, ended, resumed).
 */
export type Post = PostBase &
  (
    | { readonly kind: 'entry'; readonly blog: BlogView; readonly view: EntryView }
    | { readonly kind: 'fold'; readonly blog: BlogView; readonly views: readonly EntryView[] }
    | {
        readonly kind: 'digest';
        readonly blog: BlogView;
        readonly views: readonly EntryView[];
        /** Entries of the same digest that did not fit. */
        readonly more: number;
        readonly from: number;
        readonly to: number;
      }
    | { readonly kind: 'card'; readonly blog: BlogView; readonly card: CardView }
    | {
        readonly kind: 'correction';
        readonly blog: BlogView;
        readonly view: EntryView;
        /** Word-level difference, in reading order; '' before means inserted, '' after means removed. */
        readonly changes: readonly { readonly before: string; readonly after: string }[];
      }
    | {
        readonly kind: 'notice';
        readonly text: string;
        readonly level: 'info' | 'warning' | 'error';
        /** What one tap can do about it: command lines of at most 90 UTF-8 bytes. */
        readonly actions?: readonly { readonly label: string; readonly run: string }[];
      }
    | {
        readonly kind: 'alert';
        readonly blog: BlogView;
        readonly query: string;
        readonly hits: readonly {
          readonly view: EntryView;
          /** The matched words with some context around them. */
          readonly context: string;
          /** The message in the channel, when there is one. */
          readonly messageUrl?: string;
          /** Set when the entry was corrected so that it no longer matches, or withdrawn. */
          readonly lapsed?: 'corrected' | 'withdrawn';
        }[];
      }
  );
