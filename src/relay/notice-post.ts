import { hash } from '../core/hash.ts';
import type { Post } from '../core/post.ts';
import type { Wanted } from '../core/wanted.ts';

export type NoticeFacts = {
  /** Made from facts that never change. */
  readonly key: string;
  readonly text: string;
  readonly level: 'info' | 'warning';
  /** When the trouble began, and when it is told. Epoch ms. */
  readonly since: number;
  readonly dueAt: number;
  /** Over: who was not told of it in its time is not told afterwards. */
  readonly holds: boolean;
  /** Brought up to date when its text changes. */
  readonly follow: boolean;
  /** What one tap can do about it. */
  readonly actions?: Extract<Post, { readonly kind: 'notice' }>['actions'];
};

/** A notice as a post. */
export function noticePost({ key, text, level, since, dueAt, holds, follow, actions = [] }: NoticeFacts): Wanted {
  const revision = hash(text);
  return {
    key,
    want: holds ? 'show' : 'keep',
    revision,
    follow,
    dueAt,
    order: [since, 0],
    edits: {},
    editGap: 0,
    breaks: true,
    post: () => ({ kind: 'notice', key, revision, text, level, ...(actions.length === 0 ? {} : { actions }) }),
    note: undefined,
  };
}

/** A time as notices say it. */
export function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
