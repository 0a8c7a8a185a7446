import type { Answer, Call, Route } from './answer.ts';
import { NO_CONTENT, ok, refuse } from './answer.ts';
import type { Gateway } from './gateway.ts';
import { formBodyError, problemsOf } from './validate.ts';
import type { FakeChannel, FakeMessage, World } from './world.ts';
import { BOT, wireChannel, wireMessage } from './world.ts';

/** Discord remembers nonces for a few minutes. */
const NONCE_KEPT = 300_000;

/** Messages: post, edit, delete, read, publish. */
export function messageRoutes(world: World, gateway: Gateway): readonly (readonly [string, RegExp, Route])[] {
  const nonces = new Map<string, { message: FakeMessage; until: number }>();

  const post: Route = (call, [id = '']) => {
    const channel = visible(world, id);
    if (!('messages' in channel)) return channel;
    if (channel.owner !== undefined && channel.type === 1 && world.closed.has(channel.owner)) {
      return refuse(403, 50_007, 'Cannot send messages to this user');
    }
    if (channel.denied.has('send')) return refuse(403, 50_013, 'Missing Permissions');
    if (channel.locked) return refuse(403, 160_005, 'Thread is locked');
    const known = nonces.get(`${call.body.nonce}`);
    if (call.body.enforce_nonce === true && known !== undefined && known.until > Date.now()) {
      return ok(wireMessage(known.message, true));
    }
    const bad = refusedBody(call.body);
    if (bad !== undefined) return bad;
    channel.archived = false;
    const message = store(world, channel, call.body);
    if (message.nonce !== undefined) nonces.set(message.nonce, { message, until: Date.now() + NONCE_KEPT });
    gateway.dispatch('MESSAGE_CREATE', { ...wireMessage(message, true), guild_id: channel.guild });
    return ok(wireMessage(message, true));
  };

  const edit: Route = (call, [id = '', messageId = '']) => {
    const found = existing(world, id, messageId);
    if (!('message' in found)) return found;
    const { channel, message } = found;
    if (channel.archived) return refuse(400, 50_083, 'Thread is archived');
    if (message.author.id !== BOT.id) return refuse(403, 50_005, 'Cannot edit a message authored by another user');
    const bad = refusedBody({ ...message, ...call.body });
    if (bad !== undefined) return bad;
    Object.assign(message, pick(call.body), { edited_timestamp: new Date().toISOString() });
    gateway.dispatch('MESSAGE_UPDATE', { ...wireMessage(message), guild_id: channel.guild });
    return ok(wireMessage(message));
  };

  const remove: Route = (_call, [id = '', messageId = '']) => {
    const found = existing(world, id, messageId);
    if (!('message' in found)) return found;
    const { channel, message } = found;
    if (channel.archived) return refuse(400, 50_083, 'Thread is archived');
    channel.messages = channel.messages.filter((other) => other !== message);
    gateway.dispatch('MESSAGE_DELETE', { id: message.id, channel_id: id, guild_id: channel.guild });
    return NO_CONTENT;
  };

  const history: Route = ({ query }, [id = '']) => {
    const channel = visible(world, id);
    if (!('messages' in channel)) return channel;
    if (channel.denied.has('history')) return ok([]);
    const after = BigInt(query.get('after') ?? '0');
    const limit = Number(query.get('limit') ?? 50);
    const later = channel.messages.filter((message) => BigInt(message.id) > after);
    const page = query.has('after') ? later.slice(0, limit) : later.slice(-limit);
    return ok(page.toReversed().map((message) => wireMessage(message)));
  };

  const one: Route = (_call, [id = '', messageId = '']) => {
    const found = existing(world, id, messageId);
    return 'message' in found ? ok(wireMessage(found.message)) : found;
  };

  const publish: Route = (_call, [id = '', messageId = '']) => {
    const found = existing(world, id, messageId);
    if (!('message' in found)) return found;
    found.message.published = true;
    return ok(wireMessage(found.message));
  };

  return [
    ['POST', /^\/channels\/(\d+)\/messages$/u, post],
    ['GET', /^\/channels\/(\d+)\/messages$/u, history],
    ['GET', /^\/channels\/(\d+)\/messages\/(\d+)$/u, one],
    ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/u, edit],
    ['DELETE', /^\/channels\/(\d+)\/messages\/(\d+)$/u, remove],
    ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/crosspost$/u, publish],
  ];
}

/** The channel when the bot may see it, else Discord's refusal. */
export function visible(world: World, id: string): FakeChannel | Answer {
  const channel = world.channels.get(id);
  if (channel === undefined) return refuse(404, 10_003, 'Unknown Channel');
  const parent = channel.parent === undefined ? undefined : world.channels.get(channel.parent);
  if (channel.denied.has('view') || parent?.denied.has('view')) return refuse(403, 50_001, 'Missing Access');
  return channel;
}

function existing(
  world: World,
  id: string,
  messageId: string,
): { channel: FakeChannel; message: FakeMessage } | Answer {
  const channel = visible(world, id);
  if (!('messages' in channel)) return channel;
  const message = channel.messages.find((other) => other.id === messageId);
  return message === undefined ? refuse(404, 10_008, 'Unknown Message') : { channel, message };
}

/** Discord's refusal of a message body, when there is one. */
export function refusedBody(body: Record<string, unknown>): Answer | undefined {
  const problems = problemsOf(body);
  if (problems.length > 0) return { status: 400, body: formBodyError(problems) };
  const empty = (value: unknown) => value === undefined || value === null || value === '' || (value as []).length === 0;
  if (empty(body.content) && empty(body.embeds) && empty(body.components)) {
    return refuse(400, 50_006, 'Cannot send an empty message');
  }
  return undefined;
}

type Shown = Pick<FakeMessage, 'content' | 'embeds' | 'components'>;

/** The parts of a body that replace a message's; absent parts stay as they are. */
export function pick(body: Record<string, unknown>): Partial<Shown> {
  const { content, embeds, components, allowed_mentions: allowed } = body;
  return {
    ...(content === undefined ? {} : { content: (content ?? '') as string }),
    ...(embeds === undefined ? {} : { embeds: (embeds ?? []) as Record<string, unknown>[] }),
    ...(components === undefined ? {} : { components: (components ?? []) as Record<string, unknown>[] }),
    ...(allowed === undefined ? {} : { allowed_mentions: allowed }),
  };
}

/** Puts a message by the bot into a channel. */
export function store(world: World, channel: FakeChannel, body: Record<string, unknown>, id = world.id()): FakeMessage {
  const message: FakeMessage = {
    id,
    channel_id: channel.id,
    author: BOT,
    content: '',
    embeds: [],
    components: [],
    flags: Number(body.flags ?? 0),
    type: 0,
    edited_timestamp: null,
    published: false,
    ...pick(body),
    ...(body.nonce === undefined ? {} : { nonce: String(body.nonce) }),
    ...(body.message_reference === undefined
      ? {}
      : { message_reference: body.message_reference as { message_id: string } }),
  };
  channel.messages.push(message);
  return message;
}

/** Threads: on a message, in a forum, changed, listed. */
export function threadRoutes(world: World, gateway: Gateway): readonly (readonly [string, RegExp, Route])[] {
  const open = (parent: FakeChannel, id: string, call: Call): FakeChannel => {
    const thread = world.add({
      id,
      type: parent.type === 5 ? 10 : 11,
      ...(parent.guild === undefined ? {} : { guild: parent.guild }),
      parent: parent.id,
      name: String(call.body.name),
      owner: BOT.id,
      applied: (call.body.applied_tags ?? []) as string[],
    });
    gateway.dispatch('THREAD_CREATE', { ...wireChannel(thread), newly_created: true });
    return thread;
  };

  const onMessage: Route = (call, [id = '', messageId = '']) => {
    const found = existing(world, id, messageId);
    if (!('message' in found)) return found;
    if (world.channels.has(messageId))
      return refuse(400, 160_004, 'A thread has already been created for this message');
    return { status: 201, body: wireChannel(open(found.channel, messageId, call)) };
  };

  const inForum: Route = (call, [id = '']) => {
    const forum = visible(world, id);
    if (!('messages' in forum)) return forum;
    const bad = refusedBody(call.body.message as Record<string, unknown>);
    if (bad !== undefined) return bad;
    const thread = open(forum, world.id(), call);
    const message = store(world, thread, call.body.message as Record<string, unknown>, thread.id);
    return { status: 201, body: { ...wireChannel(thread), message: wireMessage(message) } };
  };

  const change: Route = (call, [id = '']) => {
    const channel = visible(world, id);
    if (!('messages' in channel)) return channel;
    if (channel.locked) return refuse(403, 50_013, 'Missing Permissions');
    if (typeof call.body.archived === 'boolean') channel.archived = call.body.archived;
    if (Array.isArray(call.body.applied_tags)) channel.applied = call.body.applied_tags as string[];
    return ok(wireChannel(channel));
  };

  const active: Route = (_call, [guild = '']) => {
    const threads = [...world.channels.values()].filter(
      (c) => c.guild === guild && c.parent !== undefined && !c.archived,
    );
    return ok({ threads: threads.map(wireChannel), members: [] });
  };

  return [
    ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/u, onMessage],
    ['POST', /^\/channels\/(\d+)\/threads$/u, inForum],
    ['PATCH', /^\/channels\/(\d+)$/u, change],
    ['GET', /^\/guilds\/(\d+)\/threads\/active$/u, active],
  ];
}
