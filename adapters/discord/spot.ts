import type { Post } from '../../src/core/post.ts';
import type { Message, Target } from '../../src/ports/adapter.ts';
import type { Place } from './places.ts';

/** Where a message stands: the channel that holds it, and the thread when that is one. */
export type Spot = { readonly channel: string; readonly thread: string | undefined };

/**
 * Where a post goes. Under a card it stands in the card's thread; a correction under another message answers it there;
 * anything else opens a thread on the message. In threads and direct messages there are no threads to open.
 */
export function spotFor(place: Place, { under }: Target, post: Post): Spot {
  if (under === undefined || place.kind === 'thread' || place.kind === 'direct') return at(place);
  if (under.thread === null) return at(place);
  if (under.thread !== undefined) return { channel: under.thread, thread: under.thread };
  return post.kind === 'correction' ? at(place) : { channel: under.id, thread: under.id };
}

/** Where a message of ours stands. The card on top of a thread has its thread's id, and stands in it in forums alone. */
export function spotOf(place: Place, message: Message): Spot {
  if (message.thread === undefined || message.thread === null || (heads(message) && place.kind !== 'forum'))
    return at(place);
  return { channel: message.thread, thread: message.thread };
}

/** True when a thread is to be opened on the message first. */
export function opensThread(place: Place, { under }: Target, spot: Spot): boolean {
  return spot.thread !== undefined && spot.thread === under?.id && place.kind !== 'forum';
}

/** The thread that a new message names: the one it stands in, or for a card the one that will be opened on it. */
export function threadOfNew(place: Place, spot: Spot, post: Post, id: string): string | undefined {
  const canHead = place.kind === 'text' || place.kind === 'announcement';
  return spot.thread ?? (post.kind === 'card' && canHead ? id : undefined);
}

/** The message a correction answers, when it stands in the same place. */
export function answered(place: Place, { under }: Target, spot: Spot, post: Post): string | undefined {
  if (under === undefined || post.kind !== 'correction') return undefined;
  return spotOf(place, under).channel === spot.channel ? under.id : undefined;
}

function heads(message: Message): boolean {
  return message.thread === message.id;
}

function at(place: Place): Spot {
  return { channel: place.id, thread: undefined };
}
