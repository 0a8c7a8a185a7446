import type { ChannelId } from '../../src/core/channel.ts';
import type { Post } from '../../src/core/post.ts';
import type { Intent, Message, Outbound, Target } from '../../src/ports/adapter.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Calls } from './calls.ts';
import { codeOf, isDeleted, toDeliveryError, UNKNOWN_CHANNEL } from './errors.ts';
import type { FindContext, MessageWire } from './find.ts';
import { findForumPost, findMessage } from './find.ts';
import { adapterLimits, DISCORD, OLD_EDIT_WAIT } from './limits.ts';
import { allowedBy } from './mentions.ts';
import type { MessagePayload } from './payload.ts';
import type { Place, Places } from './places.ts';
import { inThread, where } from './places.ts';
import type { Publisher } from './publish.ts';
import { bornAt, refOf } from './refs.ts';
import { render } from './render.ts';
import type { Spot } from './spot.ts';
import { answered, opensThread, spotFor, spotOf, threadOfNew } from './spot.ts';
import type { ForumPost, Threads } from './threads.ts';

export type OutboundParts = FindContext & {
  readonly calls: Calls;
  readonly places: Places;
  readonly threads: Threads;
  readonly publisher: Publisher;
  readonly now: () => number;
  /**
   * Called before we delete one of our messages, so that its event is not taken for a moderator's doing; what it gives back
   * is called when nothing was deleted.
   */
  readonly removing: (message: string) => () => void;
  /** Discord says that a channel does not exist any more. */
  readonly gone: (channel: ChannelId) => Promise<void>;
};

/** Messages whose reference we remember, so that an edit keeps it. */
const REMEMBERED = 5_000;

/** Shows posts in Discord's channels, threads, forums and direct messages. */
export class DiscordOutbound implements Outbound {
  readonly limits = adapterLimits;
  readonly #parts: OutboundParts;
  readonly #refs = new Map<string, string>();

  constructor(parts: OutboundParts) {
    this.#parts = parts;
  }

  async post(target: Target, post: Post, intent: Intent, signal: AbortSignal): Promise<Message> {
    try {
      return await this.#post(target, post, intent, signal);
    } catch (error) {
      if (isDeleted(error)) await this.#parts.gone(target.channel);
      throw error;
    }
  }

  async #post(target: Target, post: Post, intent: Intent, signal: AbortSignal): Promise<Message> {
    const place = await this.#parts.places.of(target.channel, signal);
    const ref = refOf(intent.token);
    const payload = withMention(render(post, ref), post.mention);
    if (place.kind === 'forum' && target.under === undefined) {
      const made = await this.#postInForum(place, post, { ...payload, ...nonce(intent) }, signal);
      return this.#remember(inForum(place, made), ref);
    }
    const spot = spotFor(place, target, post);
    if (opensThread(place, target, spot)) await this.#parts.threads.on(place, spot.channel, post, signal);
    const body = { ...payload, ...reference(answered(place, target, spot, post)), ...nonce(intent) };
    const { id } = await this.#send({ place, ...spot }, body, signal);
    const message = messageOf(place, spot, post, id);
    if (spot.thread === undefined) await this.#parts.publisher.consider(place, id, post, signal);
    return this.#remember(message, ref);
  }

  /** Into the blog's forum post, or as a new one where there is none, or none any more. */
  async #postInForum(
    forum: Place,
    post: Post,
    payload: MessagePayload & ReturnType<typeof nonce>,
    signal: AbortSignal,
  ): Promise<ForumPost> {
    const { threads, self } = this.#parts;
    const thread = await threads.ofBlog(forum, post, await self(signal), signal);
    if (thread !== undefined) {
      try {
        const { id } = await this.#send({ place: forum, channel: thread, thread }, payload, signal);
        return { id, thread };
      } catch (error) {
        if (!(error instanceof DeliveryError) || error.kind !== 'thread-gone') throw error;
      }
    }
    const { nonce: _nonce, enforce_nonce: _enforced, ...first } = payload;
    return threads.forumPost(forum, post, first, signal);
  }

  async edit(target: Target, message: Message, post: Post, signal: AbortSignal): Promise<Message> {
    const place = await this.#parts.places.of(target.channel, signal);
    const { channel, thread } = spotOf(place, message);
    const slow = this.#parts.now() - bornAt(message.id) > (adapterLimits.oldEdits?.after ?? Number.POSITIVE_INFINITY);
    const lane = slow ? `old-edit:${channel}` : `edit:${channel}`;
    const body = render(post, this.#refs.get(message.id));
    const there = { place, channel, thread };
    await this.#inThread(there, signal, () => this.#change(there, message.id, lane, body, signal));
    if (place.kind === 'forum' && message.thread === message.id) {
      await this.#parts.threads.tag(place, message.id, post, signal);
    }
    return message;
  }

  async remove(target: Target, message: Message, signal: AbortSignal): Promise<void> {
    const { calls, places, removing } = this.#parts;
    const place = await places.of(target.channel, signal);
    const there = { place, ...spotOf(place, message) };
    const { channel } = there;
    const facts = { lane: `remove:${channel}`, where: wordsFor(there), signal };
    const kept = removing(message.id);
    const send = () =>
      calls.raw(facts, (rest, limit) => rest.delete(`/channels/${channel}/messages/${message.id}`, { signal: limit }));
    try {
      await this.#inThread(there, signal, send);
    } catch (error) {
      kept();
      if (isGone(codeOf(error))) return;
      throw toDeliveryError(error, facts.where);
    }
  }

  async find(target: Target, post: Post, intent: Intent, signal: AbortSignal): Promise<Message | 'unsure' | undefined> {
    const place = await this.#parts.places.of(target.channel, signal);
    if (place.kind === 'forum' && target.under === undefined) {
      const shared = await this.#parts.threads.ofBlog(place, post, await this.#parts.self(signal), signal);
      const found = await findForumPost(this.#parts, place, intent, shared, signal);
      return found === undefined || found === 'unsure'
        ? found
        : this.#remember(inForum(place, found), refOf(intent.token));
    }
    const spot = spotFor(place, target, post);
    const found = await this.#search(place, spot, intent, signal);
    if (found === undefined || found === 'unsure') return found;
    return this.#remember(messageOf(place, spot, post, found.id), refOf(intent.token));
  }

  /** A thread that was never opened, or is gone, holds nothing. */
  async #search(
    place: Place,
    { channel, thread }: Spot,
    intent: Intent,
    signal: AbortSignal,
  ): Promise<MessageWire | 'unsure' | undefined> {
    if (thread === undefined) return findMessage(this.#parts, place, intent, signal);
    try {
      const there: Place = { ...place, id: channel, kind: 'thread', parent: place.id };
      return await findMessage(this.#parts, there, intent, signal);
    } catch (error) {
      if (error instanceof DeliveryError && error.kind === 'channel-gone') return undefined;
      throw error;
    }
  }

  async #send(spot: There, body: MessagePayload, signal: AbortSignal): Promise<MessageWire> {
    const { calls, threads } = this.#parts;
    const facts = { lane: `post:${spot.channel}`, where: wordsFor(spot), signal };
    const send = (payload: MessagePayload) =>
      calls.raw<MessageWire>(facts, (rest, limit) =>
        rest.post(`/channels/${spot.channel}/messages`, { body: payload, signal: limit }),
      );
    try {
      return await this.#inThread(spot, signal, () => plainerOnRefusal(send, body));
    } catch (error) {
      if (spot.thread !== undefined && codeOf(error) === UNKNOWN_CHANNEL) {
        threads.forget(spot.thread);
        throw new DeliveryError('thread-gone', `${facts.where}: the live blog's thread was deleted.`);
      }
      throw toDeliveryError(error, facts.where);
    }
  }

  async #change(there: There, message: string, lane: string, body: MessagePayload, signal: AbortSignal): Promise<void> {
    const { calls } = this.#parts;
    const { channel } = there;
    const facts = { lane, where: wordsFor(there), signal };
    const send = (payload: MessagePayload) =>
      calls.raw(facts, (rest, limit) =>
        rest.patch(`/channels/${channel}/messages/${message}`, { body: payload, signal: limit }),
      );
    try {
      await plainerOnRefusal(send, body);
    } catch (error) {
      const known = codeOf(error);
      if (known === 30046) calls.wait(`old-edit:${channel}`, OLD_EDIT_WAIT);
      if (known === ARCHIVED) throw error;
      if (known === UNKNOWN_CHANNEL && there.thread !== undefined)
        throw new DeliveryError('message-gone', `${facts.where}: the thread was deleted, and the message with it.`);
      throw toDeliveryError(error, facts.where);
    }
  }

  /** Runs a call; when its thread turns out to be archived, opens the thread and runs it once more. */
  async #inThread<T>(there: There, signal: AbortSignal, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const { place, thread } = there;
      const archived = thread ?? (place.kind === 'thread' ? place.id : undefined);
      if (archived === undefined || codeOf(error) !== ARCHIVED) throw error;
      await this.#parts.threads.reopen(place, archived, signal);
      return await run().catch((again: unknown) => {
        throw codeOf(again) === ARCHIVED ? toDeliveryError(again, wordsFor(there)) : again;
      });
    }
  }

  #remember(message: Message, ref: string): Message {
    this.#refs.set(message.id, ref);
    if (this.#refs.size > REMEMBERED) {
      const [oldest] = this.#refs.keys();
      if (oldest !== undefined) this.#refs.delete(oldest);
    }
    return message;
  }
}

/** Where a message stands, and the place its channel names. */
type There = Spot & { readonly place: Place };

function wordsFor({ place, thread }: There): string {
  return thread === undefined ? where(place) : inThread(place);
}

/** "Thread is archived." */
const ARCHIVED = 50_083;

function isGone(code: number | undefined): boolean {
  return code === 10008 || code === 10003;
}

/**
 * Sends; when Discord finds an address in the payload malformed (50035), sends once more without pictures and links on
 * the card: an odd picture address must not cost the entry. The first attempt was certainly refused, so nothing doubles.
 */
async function plainerOnRefusal<T>(send: (body: MessagePayload) => Promise<T>, body: MessagePayload): Promise<T> {
  try {
    return await send(body);
  } catch (error) {
    if (codeOf(error) !== 50035) throw error;
    const embeds = body.embeds.map(({ image: _image, url: _url, author, ...embed }) => ({
      ...embed,
      ...(author === undefined ? {} : { author: { name: author.name } }),
    }));
    return send({ ...body, embeds });
  }
}

function withMention(payload: MessagePayload, mention: string | undefined): MessagePayload {
  if (mention === undefined || mention.trim() === '') return payload;
  const content = `${mention.trim().slice(0, 500)}${payload.content === '' ? '' : ` ${payload.content}`}`;
  return { ...payload, content: content.slice(0, DISCORD.content), allowed_mentions: allowedBy(mention) };
}

function reference(message: string | undefined): object {
  return message === undefined ? {} : { message_reference: { message_id: message, fail_if_not_exists: false } };
}

/** Discord gives back the first message for the same nonce and author within minutes instead of making another. */
function nonce(intent: Intent): { nonce: string; enforce_nonce: true } {
  const token = intent.token.length <= DISCORD.nonce ? intent.token : refOf(intent.token);
  return { nonce: token, enforce_nonce: true };
}

function messageOf(place: Place, spot: Spot, post: Post, id: string): Message {
  const thread = threadOfNew(place, spot, post, id);
  return { id, ...(thread === undefined ? {} : { thread }), url: urlOf(place, spot.channel, id) };
}

function inForum(forum: Place, made: { readonly id: string; readonly thread: string }): Message {
  return { ...made, url: urlOf(forum, made.thread, made.id) };
}

function urlOf(place: Place, channel: string, message: string): string {
  return `https://discord.com/channels/${place.guild ?? '@me'}/${channel}/${message}`;
}
