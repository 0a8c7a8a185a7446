import type { ChannelId, Platform } from '../core/channel.ts';
import type { Post } from '../core/post.ts';
import type { Answer, Choice, Command, PartialCommand } from './commands.ts';

/**
 * A message as the platform knows it. `url` is its permalink where the platform has them. `thread`: the thread it stands
 * in or heads; null = somebody deleted the thread it headed, and none is opened again.
 */
export type Message = { readonly id: string; readonly url?: string; readonly thread?: string | null };

/** Where a post goes. `under` is the message on top of a thread (thread layout) or the one being replied to. */
export type Target = { readonly channel: ChannelId; readonly under?: Message };

/**
 * The mark by which a post can be found again after a lost answer or a kill. `token` is at most 25 characters and
 * unique per channel, key and life of the post; `since` (epoch ms) is when the intent was first written.
 */
export type Intent = { readonly token: string; readonly key: string; readonly since: number };

/** What one platform can hold; the core cuts to it, the adapter's renderer may rely on it. Characters unless said. */
export type AdapterLimits = {
  readonly titleLength: number;
  /** Text of one entry in a message of its own. */
  readonly textLength: number;
  /** Entries in one folded message, and the text each may have there. */
  readonly foldSize: number;
  readonly foldTextLength: number;
  /** Lines in a digest. */
  readonly digestSize: number;
  /** Messages a channel takes: `burst` at once, then one every `interval` milliseconds. */
  readonly pace: { readonly burst: number; readonly interval: number };
  /** Edits of messages older than this (ms) go one every `interval` ms; undefined = no such rule. */
  readonly oldEdits: { readonly after: number; readonly interval: number } | undefined;
  readonly threads: boolean;
  /** A message in a thread can be shown in the channel too (`Post.broadcast`). */
  readonly broadcasts: boolean;
};

/**
 * Shows posts in one platform's channels. Each call is one attempt with a time-out; nothing retries inside. Failures are
 * `DeliveryError`s. The workqueue makes sure that one channel has one caller at a time.
 */
export interface Outbound {
  readonly limits: AdapterLimits;
  post(target: Target, post: Post, intent: Intent, signal: AbortSignal): Promise<Message>;
  /** Replaces the whole message. May answer with another message when the platform made a new one. */
  edit(target: Target, message: Message, post: Post, signal: AbortSignal): Promise<Message>;
  /** Resolves too when the message is already gone. */
  remove(target: Target, message: Message, signal: AbortSignal): Promise<void>;
  /**
   * Looks for a post whose answer was lost. undefined = it is certainly not there. `unsure` = the platform cannot tell
   * (missing scope, history out of reach): posting again may show it twice, and `status` must say so.
   */
  find(target: Target, post: Post, intent: Intent, signal: AbortSignal): Promise<Message | 'unsure' | undefined>;
}

/**
 * What the bot may do in a channel. `missing` names permissions or scopes in the platform's words, with the remedy.
 * `only`: what lacks without it – the thread layout, certainty after a lost answer, or something beside posts such as alerts
 * and buttons; absent = posting itself. `mend`: a button that mends it at once, run by the adapter itself.
 */
export type ChannelAccess = {
  readonly reachable: boolean;
  /** What people call it: `#harbour`. */
  readonly name?: string;
  readonly missing: readonly {
    readonly what: string;
    readonly remedy: string;
    readonly only?: 'threads' | 'certainty' | 'extras';
    readonly mend?: { readonly label: string; readonly run: string };
  }[];
};

export type ConnectionHealth = { readonly connected: boolean; readonly since: number; readonly reason?: string };

/** What people do on the platform, handed to the program. */
export interface Inbound {
  command(command: Command): Promise<Answer>;
  /** Suggestions while a person types. */
  complete(partial: PartialCommand): Promise<readonly Choice[]>;
  /** Something happened to a channel that changes what can be shown there. */
  channel(event: ChannelEvent): Promise<void>;
}

/**
 * `mended`: the bot was added, or permissions came back. `lost`: nothing can be shown in the channel for now. `gone`: the
 * channel was deleted for good. `deleted`: a person deleted one of our messages; it must not come back.
 * `workspace-lost`: the bot was removed from a workspace, not an outage of it; `channels` are those the platform told us of.
 * `workspace-back`: it is in there again. `workspaces`: all it is in; any other was left while we did not hear of it.
 * `channels`: those the platform knows in them, perhaps not all: another may have gone while we did not hear of it.
 */
export type ChannelEvent =
  | { readonly kind: 'mended' | 'lost'; readonly channel: ChannelId }
  | { readonly kind: 'gone'; readonly channel: ChannelId; readonly name?: string }
  | { readonly kind: 'deleted'; readonly channel: ChannelId; readonly message: string }
  | ({ readonly kind: 'workspace-lost'; readonly name?: string; readonly channels?: readonly ChannelId[] } & Workspace)
  | ({ readonly kind: 'workspace-back' } & Workspace)
  | { readonly kind: 'workspaces'; readonly platform: Platform; readonly workspaces: readonly string[] }
  | { readonly kind: 'channels'; readonly platform: Platform; readonly channels: readonly ChannelId[] };

/** A Slack team or a Discord server. */
export type Workspace = { readonly platform: Platform; readonly workspace: string };

/** One chat platform. */
export interface Adapter {
  readonly platform: Platform;
  readonly outbound: Outbound;
  /** Connects and begins to hand over what people do. Resolves when connected or throws with what to do. */
  start(inbound: Inbound): Promise<void>;
  stop(): Promise<void>;
  status(): Status;
}

/** What an adapter can say about itself. */
export interface Status {
  health(): ConnectionHealth;
  access(channel: ChannelId, signal: AbortSignal): Promise<ChannelAccess>;
  /**
   * What people call a channel, its server included, for wherever the platform's own client does not show it. undefined =
   * nobody told us yet, or there is nothing better than its id.
   */
  name(channel: ChannelId): string | undefined;
  /**
   * Whether a person (their direct messages) may read a channel, of this workspace or server where one is named.
   * undefined = the platform does not tell. Throws when it cannot be asked just now.
   */
  sees(
    person: ChannelId,
    channel: ChannelId,
    workspace: string | undefined,
    signal: AbortSignal,
  ): Promise<boolean | undefined>;
}

export type DeliveryErrorKind =
  | 'rate-limited' // certainly not done; retryAfter says when
  | 'thread-limited' // the same, and only because a thread must be opened first: the channel itself takes messages
  | 'unavailable' // 5xx, cut, timed out: perhaps done
  | 'message-gone' // the message to edit or remove, or the one to post under, does not exist any more
  | 'thread-gone' // the thread to post into does not exist any more; the message that headed it may
  | 'edit-refused' // the platform will not edit this message (too old, not ours)
  | 'rejected' // the payload was refused: trying the same again is useless
  | 'channel-gone' // gone, archived, or the bot is not in it
  | 'forbidden'; // token or permission lost: stop this channel at once

/** A message could not be shown. `message` is for a person: what, where, what to do; never a token or a payload. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly kind: DeliveryErrorKind;
  /** Milliseconds the platform asked us to wait. */
  readonly retryAfter: number | undefined;

  constructor(kind: DeliveryErrorKind, message: string, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfter = options.retryAfter;
  }
}
