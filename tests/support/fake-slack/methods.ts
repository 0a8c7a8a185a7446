import { array, blockProblems, record } from './block-limits.ts';
import type { FakeChannel, FakeMessage, FakeTeam, World } from './world.ts';

export type Arguments = Readonly<Record<string, unknown>>;
export type Answer = { readonly ok: boolean; readonly error?: string } & Record<string, unknown>;
type Method = (world: World, team: FakeTeam, args: Arguments) => Answer;

export function refuse(error: string, more: Record<string, unknown> = {}): Answer {
  return { ok: false, error, ...more };
}

/** The channel a call may act in, or Slack's code for why not. */
function open(world: World, team: FakeTeam, args: Arguments): FakeChannel | string {
  const channel = world.channels.get(String(args.channel));
  if (channel === undefined || channel.team !== team.id) return 'channel_not_found';
  if (!channel.members.has(team.botUser)) return channel.kind === 'private' ? 'channel_not_found' : 'not_in_channel';
  return channel.archived ? 'is_archived' : channel;
}

function contentProblem(world: World, args: Arguments): string | undefined {
  const blocks = array(args.blocks);
  if (blocks.length === 0 && String(args.text ?? '') === '') return 'no_text';
  const broken = blocks.some((block) => world.brokenImages.has(String(block.image_url)));
  const problems = blockProblems(blocks);
  if (broken || problems.some((problem) => !problem.includes('13,200'))) return 'invalid_blocks';
  return problems.length > 0 ? 'msg_blocks_too_long' : undefined;
}

const chatPost: Method = (world, team, args) => {
  const channel = open(world, team, args);
  if (typeof channel === 'string') return refuse(channel);
  const problem = contentProblem(world, args);
  if (problem !== undefined)
    return refuse(problem, { response_metadata: { messages: blockProblems(array(args.blocks)) } });
  const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts);
  if (thread !== undefined && !channel.messages.some(({ ts }) => ts === thread)) return refuse('thread_not_found');
  const message: FakeMessage = {
    ts: world.nextTs(channel),
    text: String(args.text ?? ''),
    blocks: array(args.blocks),
    user: team.botUser,
    bot: team.botId,
    edited: false,
    ...(args.metadata === undefined ? {} : { metadata: args.metadata }),
    ...(thread === undefined ? {} : { thread, broadcast: String(args.reply_broadcast) === 'true' }),
  };
  channel.messages.push(message);
  return { ok: true, channel: channel.id, ts: message.ts, message: wire(message, false) };
};

const chatUpdate: Method = (world, team, args) => {
  const channel = open(world, team, args);
  if (typeof channel === 'string') return refuse(channel);
  const message = channel.messages.find(({ ts }) => ts === args.ts);
  if (message === undefined) return refuse('message_not_found');
  if (message.bot !== team.botId) return refuse('cant_update_message');
  const problem = contentProblem(world, args);
  if (problem !== undefined) return refuse(problem);
  message.text = String(args.text ?? message.text);
  message.blocks = args.blocks === undefined ? [] : array(args.blocks);
  message.edited = true;
  return { ok: true, channel: channel.id, ts: message.ts, text: message.text };
};

const chatDelete: Method = (world, team, args) => {
  const channel = open(world, team, args);
  if (typeof channel === 'string') return refuse(channel);
  const at = channel.messages.findIndex(({ ts }) => ts === args.ts);
  if (at < 0) return refuse('message_not_found');
  if (channel.messages[at]?.bot !== team.botId) return refuse('cant_delete_message');
  channel.messages.splice(at, 1);
  return { ok: true, channel: channel.id, ts: args.ts };
};

const chatEphemeral: Method = (world, team, args) => {
  const channel = open(world, team, args);
  if (typeof channel === 'string') return refuse(channel);
  const problem = contentProblem(world, args);
  if (problem !== undefined) return refuse(problem);
  const id = world.id('E');
  const user = String(args.user);
  world.ephemerals.push({ id, channel: channel.id, user, text: String(args.text ?? ''), blocks: array(args.blocks) });
  return { ok: true, message_ts: id };
};

const history: Method = (world, team, args) => {
  const channel = open(world, team, args);
  if (typeof channel === 'string') return refuse(channel);
  const shown = channel.messages.filter(({ thread, broadcast }) => thread === undefined || broadcast === true);
  return page([...shown].reverse(), args);
};

const replies: Method = (world, team, args) => {
  const channel = open(world, team, args);
  if (typeof channel === 'string') return refuse(channel);
  const top = channel.messages.find(({ ts }) => ts === args.ts);
  if (top === undefined) return refuse('thread_not_found');
  return page([top, ...channel.messages.filter(({ thread }) => thread === top.ts)], args);
};

function page(messages: readonly FakeMessage[], args: Arguments): Answer {
  const oldest = Number(args.oldest ?? 0);
  const limit = Number(args.limit ?? 100);
  const from = Number(args.cursor ?? 0);
  const inRange = messages.filter(({ ts }) => Number(ts) >= oldest);
  const end = from + limit;
  const more = inRange.length > end;
  return {
    ok: true,
    messages: inRange.slice(from, end).map((message) => wire(message, String(args.include_all_metadata) === 'true')),
    has_more: more,
    ...(more ? { response_metadata: { next_cursor: String(end) } } : {}),
  };
}

function wire(message: FakeMessage, withMetadata: boolean): Record<string, unknown> {
  const { ts, text, blocks, metadata, thread, user, bot } = message;
  return {
    type: 'message',
    ts,
    text,
    blocks,
    user,
    ...(bot === undefined ? {} : { bot_id: bot }),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
  };
}

const info: Method = (world, team, args) => {
  const channel = world.channels.get(String(args.channel));
  if (channel === undefined || channel.team !== team.id) return refuse('channel_not_found');
  const member = channel.members.has(team.botUser);
  if (!member && channel.kind === 'private') return refuse('channel_not_found');
  return {
    ok: true,
    channel: {
      id: channel.id,
      name: channel.name,
      is_member: member,
      is_archived: channel.archived,
      is_private: channel.kind === 'private',
    },
  };
};

const join: Method = (world, team, args) => {
  const channel = world.channels.get(String(args.channel));
  if (channel === undefined || channel.kind !== 'public') return refuse('channel_not_found');
  channel.members.add(team.botUser);
  return { ok: true, channel: { id: channel.id } };
};

const openDirect: Method = (world, team, args) => {
  const user = String(args.users);
  if (!world.users.has(user)) return refuse('user_not_found');
  return { ok: true, channel: { id: world.directChannel(team, user).id } };
};

const userInfo: Method = (world, team, args) => {
  const user = world.users.get(String(args.user));
  if (user === undefined) return refuse('user_not_found');
  return {
    ok: true,
    user: {
      id: user.id,
      team_id: user.team ?? team.id,
      name: user.name,
      is_admin: user.admin,
      is_owner: false,
      is_restricted: user.guest === true,
      tz: user.tz,
      locale: 'en-GB',
      profile: { display_name: user.name },
    },
  };
};

const list: Method = (world, team) => ({
  ok: true,
  channels: [...world.channels.values()]
    .filter((channel) => channel.team === team.id && channel.kind !== 'im')
    .map(({ id, name, members }) => ({ id, name, is_member: members.has(team.botUser) })),
});

const memberships: Method = (world, team, args) => {
  const user = args.user === undefined ? team.botUser : String(args.user);
  const shared = [...world.channels.values()].filter(
    ({ team: owner, kind, members: people }) =>
      owner === team.id && kind !== 'im' && people.has(user) && (kind === 'public' || people.has(team.botUser)),
  );
  const from = Number(args.cursor ?? 0);
  const limit = Number(args.limit ?? 100);
  const next = shared.length > from + limit ? { response_metadata: { next_cursor: String(from + limit) } } : {};
  return { ok: true, channels: shared.slice(from, from + limit).map(({ id, name }) => ({ id, name })), ...next };
};

const members: Method = (world, _team, args) => {
  const channel = world.channels.get(String(args.channel));
  return channel === undefined ? refuse('channel_not_found') : { ok: true, members: [...channel.members] };
};

const permalink: Method = (world, team, args) => {
  const ts = String(args.message_ts);
  const channel = world.channels.get(String(args.channel));
  if (channel?.messages.some((message) => message.ts === ts) !== true) return refuse('message_not_found');
  return {
    ok: true,
    permalink: `https://${team.id.toLowerCase()}.slack.example/archives/${channel.id}/p${ts.replace('.', '')}`,
  };
};

const publish: Method = (world, _team, args) => {
  const view = record(args.view);
  const problems = blockProblems(array(view.blocks), 100).filter((problem) => !problem.includes('13,200'));
  if (problems.length > 0) return refuse('invalid_arguments', { response_metadata: { messages: problems } });
  world.homes.set(String(args.user_id), { ...view });
  return { ok: true, view: { id: `VH${String(args.user_id)}` } };
};

/** The methods of the Web API that act in a workspace, and the scope each needs. */
export const METHODS: Readonly<Record<string, { readonly scope?: string; readonly run: Method }>> = {
  'auth.test': {
    run: (_world, team) => ({
      ok: true,
      url: `https://${team.id.toLowerCase()}.slack.example/`,
      team: team.name,
      user: 'liveblog',
      team_id: team.id,
      user_id: team.botUser,
      bot_id: team.botId,
    }),
  },
  'chat.postMessage': { scope: 'chat:write', run: chatPost },
  'chat.update': { scope: 'chat:write', run: chatUpdate },
  'chat.delete': { scope: 'chat:write', run: chatDelete },
  'chat.postEphemeral': { scope: 'chat:write', run: chatEphemeral },
  'conversations.history': { scope: 'channels:history', run: history },
  'conversations.replies': { scope: 'channels:history', run: replies },
  'conversations.info': { scope: 'channels:read', run: info },
  'conversations.join': { scope: 'channels:join', run: join },
  'conversations.open': { scope: 'im:write', run: openDirect },
  'chat.getPermalink': { run: permalink },
  'conversations.list': { scope: 'channels:read', run: list },
  'conversations.members': { scope: 'channels:read', run: members },
  'users.conversations': { scope: 'channels:read', run: memberships },
  'users.info': { scope: 'users:read', run: userInfo },
  'views.publish': { run: publish },
  'auth.revoke': {
    run: (_world, team) => {
      team.revoked = true;
      return { ok: true, revoked: true };
    },
  },
};
