import type { RespondFn } from '@slack/bolt';

/** Where a request came from, and the ways to answer it. Ids are Slack's own. */
export type Origin = {
  readonly from: 'slash' | 'message' | 'home' | 'form' | 'mention';
  readonly team: string;
  readonly user: string;
  /** Absent on the home tab. */
  readonly channel?: string;
  /** The message of ours that a button or shortcut was used on. */
  readonly message?: string;
  /** The thread that a mention, or the message whose button was pressed, stands in. */
  readonly thread?: string;
  /** Good for three seconds and one modal. */
  readonly trigger?: string;
  /** Good for five answers in thirty minutes. */
  readonly respond?: RespondFn;
  /** True when only this person sees the message whose button was pressed, so that it may be replaced. */
  readonly ownMessage?: boolean;
};
