import type { Intent } from '../../src/ports/adapter.ts';
import type { Calls } from './calls.ts';
import type { Place } from './places.ts';
import { where } from './places.ts';
import { refOf, snowflakeAt } from './refs.ts';
import { refText } from './render.ts';
import { activeThreads, type ForumPost } from './threads.ts';

/** Two clocks, ours and Discord's, may differ by this much. */
const SKEW = 120_000;
/** Pages of a hundred messages read back at most. */
const PAGES = 20;

export type MessageWire = {
  id: string;
  channel_id?: string;
  content?: string;
  nonce?: string | number | null;
  author?: { id?: string };
  embeds?: { footer?: { text?: string } }[];
};

/** What the search needs from its surroundings. */
export type FindContext = {
  readonly calls: Calls;
  readonly self: (signal: AbortSignal) => Promise<string>;
  readonly canReadHistory: (place: Place, signal: AbortSignal) => Promise<boolean>;
};

/**
 * Looks for the message an intent made: ours, not older than the intent, with its nonce or its reference. A history that
 * may not be read looks empty (resources/message, "Get Channel Messages"), so an empty search also asks for the right.
 */
export async function findMessage(
  context: FindContext,
  place: Place,
  intent: Intent,
  signal: AbortSignal,
): Promise<MessageWire | 'unsure' | undefined> {
  const self = await context.self(signal);
  const facts = { lane: `history:${place.id}`, where: where(place), signal };
  let after = snowflakeAt(intent.since - SKEW);
  for (let page = 0; page < PAGES; page += 1) {
    const query = new URLSearchParams({ after, limit: '100' });
    const found = await context.calls.call<MessageWire[]>(facts, (rest, limit) =>
      rest.get(`/channels/${place.id}/messages`, { query, signal: limit }),
    );
    const ours = found.find((message) => message.author?.id === self && carries(message, intent));
    if (ours !== undefined) return ours;
    if (found.length < 100) return (await context.canReadHistory(place, signal)) ? undefined : 'unsure';
    after = found.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
  }
  return 'unsure';
}

function carries(message: MessageWire, intent: Intent): boolean {
  if (message.nonce !== undefined && message.nonce !== null && String(message.nonce) === intent.token) return true;
  const ref = refText(refOf(intent.token));
  if (message.content?.endsWith(`-# ${ref}`) === true) return true;
  return (message.embeds ?? []).some(({ footer }) => footer?.text === ref);
}

/** Looks in our forum posts for a message that carries the intent: the first of a new one, or one in the blog's own. */
export async function findForumPost(
  context: FindContext,
  forum: Place,
  intent: Intent,
  shared: string | undefined,
  signal: AbortSignal,
): Promise<ForumPost | 'unsure' | undefined> {
  const self = await context.self(signal);
  const from = BigInt(snowflakeAt(intent.since - SKEW));
  const threads = (await activeThreads(context.calls, forum, signal)).filter(
    ({ id, owner_id }) => (owner_id ?? self) === self && (id === shared || BigInt(id) >= from),
  );
  for (const { id } of threads) {
    const found = await findMessage(context, { ...forum, id, kind: 'thread', parent: forum.id }, intent, signal);
    if (found === 'unsure') return 'unsure';
    if (found !== undefined) return { id: found.id, thread: id };
  }
  return (await context.canReadHistory(forum, signal)) ? undefined : 'unsure';
}
