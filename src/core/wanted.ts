import type { Post } from './post.ts';

/**
 * What a channel should have of one post. `show`: it is there, at this revision. `keep`: if it is there it is brought to
 * this revision, and if not it is not posted. `withdrawn`: it is not there.
 */
export type Wanted = {
  /** Made from facts that never change. */
  readonly key: string;
  readonly want: 'show' | 'keep' | 'withdrawn';
  readonly revision: string;
  /** False: once posted it is left as it is. */
  readonly follow: boolean;
  /** Not posted before this time, epoch ms; undefined = not before something happens (a pause without an end). */
  readonly dueAt: number | undefined;
  /** Place among the channel's posts; compared in turn. */
  readonly order: readonly [number, number];
  /** Key of the post this one stands under: the card of a thread, or the message a correction replies to. */
  readonly under?: string;
  /** For a correction: the post and entry it corrects, and which correction it is. Due if that post shows an earlier one. */
  readonly corrects?: { readonly key: string; readonly seq: number; readonly edits: number };
  /** How many corrections of each entry this post shows, by `seq`; entries without any are left out. */
  readonly edits: Readonly<Record<number, number>>;
  /** Least time between two edits of it, ms. */
  readonly editGap: number;
  /** Posted even while quiet hours hold. */
  readonly breaks: boolean;
  readonly post: () => Post;
  /** Said in a message of its own when the platform will not change or remove this one; undefined = nothing is said. */
  readonly note: (() => Post) | undefined;
};
