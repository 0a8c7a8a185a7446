import type { Post } from '../../src/core/post.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Calls } from './calls.ts';
import { codeOf, toDeliveryError } from './errors.ts';
import { DISCORD } from './limits.ts';
import type { MessagePayload } from './payload.ts';
import type { Place } from './places.ts';
import { inThread, where } from './places.ts';
import { threadName } from './render-card.ts';

/** A week: the longest a thread stays open by itself (resources/channel, "Start Thread from Message"). */
const OPEN_FOR = 10_080;

/** A forum post: its first message and its thread, which have the same id. */
export type ForumPost = { readonly id: string; readonly thread: string };

type ThreadWire = { id: string; message?: { id: string }; applied_tags?: string[] };

/** One thread per live blog: opened on its card, or as a forum post; reopened when Discord archived it. */
export class Threads {
  readonly #calls: Calls;
  readonly #opened = new Set<string>();
  readonly #tagged = new Map<string, string>();
  /** By forum and name: the forum post of a blog that has no card there. */
  readonly #ofBlogs = new Map<string, string>();

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** The thread on a message; it has the message's id. Opening it twice is no error. */
  async on(place: Place, message: string, post: Post, signal: AbortSignal): Promise<string> {
    if (this.#opened.has(message)) return message;
    const facts = { lane: `thread:${place.id}`, where: where(place), signal };
    try {
      await this.#calls.raw(facts, (rest, limit) =>
        rest.post(`/channels/${place.id}/messages/${message}/threads`, {
          body: { name: blogName(post), auto_archive_duration: OPEN_FOR },
          signal: limit,
        }),
      );
    } catch (error) {
      if (codeOf(error) !== ALREADY_OPEN) throw ofThread(toDeliveryError(error, facts.where));
    }
    this.#opened.add(message);
    return message;
  }

  /** A forum post whose first message is the card. */
  async forumPost(forum: Place, post: Post, payload: MessagePayload, signal: AbortSignal): Promise<ForumPost> {
    const facts = { lane: `thread:${forum.id}`, where: where(forum), signal };
    const wanted = tagFor(forum, post);
    const create = (tag: string | undefined) =>
      this.#calls.raw<ThreadWire>(facts, (rest, limit) =>
        rest.post(`/channels/${forum.id}/threads`, {
          body: {
            name: blogName(post),
            auto_archive_duration: OPEN_FOR,
            message: payload,
            ...(tag === undefined ? {} : { applied_tags: [tag] }),
          },
          signal: limit,
        }),
      );
    try {
      const thread = await create(wanted).catch((error: unknown) => {
        const [any] = forum.tags;
        if (codeOf(error) !== TAG_REQUIRED || any === undefined) throw error;
        return create(any.id);
      });
      if (wanted !== undefined) this.#tagged.set(thread.id, wanted);
      if ('blog' in post) this.#ofBlogs.set(`${forum.id} ${blogName(post)}`, thread.id);
      return { id: thread.message?.id ?? thread.id, thread: thread.id };
    } catch (error) {
      throw toDeliveryError(error, facts.where);
    }
  }

  /**
   * The forum post that a blog's entries share where they stand under no card: one thread a blog, never one an entry.
   * undefined = it is to be made.
   */
  async ofBlog(forum: Place, post: Post, self: string, signal: AbortSignal): Promise<string | undefined> {
    if (post.kind === 'card' || !('blog' in post)) return undefined;
    const key = `${forum.id} ${blogName(post)}`;
    const known = this.#ofBlogs.get(key);
    if (known !== undefined) return known;
    const active = await activeThreads(this.#calls, forum, signal);
    const found = active.find(({ name, owner_id }) => name === blogName(post) && owner_id === self);
    if (found !== undefined) this.#ofBlogs.set(key, found.id);
    return found?.id;
  }

  /** Keeps a forum post's tag (live, ended) as its card says; tags that people put on it stay. */
  async tag(forum: Place, thread: string, post: Post, signal: AbortSignal): Promise<void> {
    const wanted = tagFor(forum, post);
    if (wanted === undefined || this.#tagged.get(thread) === wanted) return;
    const facts = { lane: `thread:${thread}`, where: where(forum), signal };
    const { applied_tags: applied = [] } = await this.#calls.call<ThreadWire>(facts, (rest, limit) =>
      rest.get(`/channels/${thread}`, { signal: limit }),
    );
    const ours = forum.tags.filter(({ name }) => isStateTag(name)).map(({ id }) => id);
    const tags = [wanted, ...applied.filter((tag) => !ours.includes(tag))].slice(0, MOST_TAGS);
    await this.#calls.call(facts, (rest, limit) =>
      rest.patch(`/channels/${thread}`, { body: { applied_tags: tags }, signal: limit }),
    );
    this.#tagged.set(thread, wanted);
  }

  /** Opens an archived thread again. Throws `forbidden` for a locked one. */
  async reopen(place: Place, thread: string, signal: AbortSignal): Promise<void> {
    const facts = { lane: `thread:${thread}`, where: inThread(place), signal };
    await this.#calls.call(facts, (rest, limit) =>
      rest.patch(`/channels/${thread}`, { body: { archived: false }, signal: limit }),
    );
  }

  forget(thread: string): void {
    this.#opened.delete(thread);
    for (const [key, id] of this.#ofBlogs) if (id === thread) this.#ofBlogs.delete(key);
  }
}

/** Opening threads is limited far more than posting (discord-api-docs#7816): waits of minutes, for them alone. */
function ofThread(error: DeliveryError): DeliveryError {
  const { kind, message, retryAfter, cause } = error;
  if (kind !== 'rate-limited') return error;
  return new DeliveryError('thread-limited', message, { cause, ...(retryAfter === undefined ? {} : { retryAfter }) });
}

/** "A thread has already been created for this message." */
const ALREADY_OPEN = 160_004;
/** "A tag is required to create a forum post in this channel." */
const TAG_REQUIRED = 40_067;
/** resources/channel, "Modify Channel": tags on a forum post. */
const MOST_TAGS = 5;

function blogName(post: Post): string {
  return 'blog' in post ? threadName(post.blog, DISCORD.threadName) : 'Live blog';
}

/** The forum's tag that says the card's state, when a moderator made one called so. */
function tagFor(forum: Place, post: Post): string | undefined {
  if (post.kind !== 'card') return undefined;
  const wanted = post.card.status === 'ended' ? 'ended' : 'live';
  return forum.tags.find(({ name }) => plain(name) === wanted)?.id;
}

function isStateTag(name: string): boolean {
  return plain(name) === 'live' || plain(name) === 'ended';
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

export type ActiveThread = { id: string; name?: string; parent_id?: string | null; owner_id?: string };

/** The threads of a forum that are not archived. */
export async function activeThreads(calls: Calls, forum: Place, signal: AbortSignal): Promise<ActiveThread[]> {
  const facts = { lane: `history:${forum.id}`, where: where(forum), signal };
  const { threads = [] } = await calls.call<{ threads?: ActiveThread[] }>(facts, (rest, limit) =>
    rest.get(`/guilds/${forum.guild}/threads/active`, { signal: limit }),
  );
  return threads.filter(({ parent_id }) => parent_id === forum.id);
}
