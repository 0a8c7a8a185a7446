import { bornAt } from '../../../adapters/discord/refs.ts';

/** A message as the fake keeps it, in Discord's wire words. */
export type FakeMessage = {
  id: string;
  channel_id: string;
  author: FakeUser;
  content: string;
  embeds: Record<string, unknown>[];
  components: Record<string, unknown>[];
  flags: number;
  type: number;
  nonce?: string;
  edited_timestamp: string | null;
  allowed_mentions?: { parse?: string[]; roles?: string[]; users?: string[] };
  message_reference?: { message_id: string };
  published: boolean;
};

export type FakeUser = { id: string; username: string; bot: boolean };

/** What the bot may be denied in a channel. */
export type Denied = 'view' | 'send' | 'embed' | 'history';

export type FakeChannel = {
  id: string;
  type: number;
  guild?: string;
  parent?: string;
  name: string;
  owner?: string;
  tags: { id: string; name: string }[];
  applied: string[];
  archived: boolean;
  locked: boolean;
  denied: Set<Denied>;
  /** People who may not view it. */
  hidden: Set<string>;
  messages: FakeMessage[];
};

export const GUILD = '1100000000000000001';
export const CHANNEL = '1100000000000000002';
export const NEWS = '1100000000000000003';
export const FORUM = '1100000000000000004';
export const OTHER_CHANNEL = '1100000000000000005';
export const APPLICATION = '1100000000000000010';
export const BOT: FakeUser = { id: '1100000000000000010', username: 'Liveblog', bot: true };
/** The permission to view a channel (topics/permissions). */
const VIEW = String(1 << 10);

export const ANA: FakeUser = { id: '1100000000000000020', username: 'Ana', bot: false };

/** Everything a fake Discord knows: who is where and what was said. */
export class World {
  readonly channels = new Map<string, FakeChannel>();
  readonly guilds = new Set<string>([GUILD]);
  readonly direct = new Map<string, string>();
  /** Who is in the servers, besides the bot. */
  readonly people = new Set<string>([ANA.id]);
  /** People who take no direct messages. */
  readonly closed = new Set<string>();
  #count = 0;

  constructor() {
    this.add({ id: CHANNEL, type: 0, guild: GUILD, name: 'harbour' });
    this.add({ id: OTHER_CHANNEL, type: 0, guild: GUILD, name: 'lighthouse' });
    this.add({ id: NEWS, type: 5, guild: GUILD, name: 'news' });
    const tags = ['Live', 'Ended'].map((name, n) => ({ id: `110000000000000003${n}`, name }));
    this.add({ id: FORUM, type: 15, guild: GUILD, name: 'events', tags });
  }

  add(channel: Partial<FakeChannel> & Pick<FakeChannel, 'id' | 'type' | 'name'>): FakeChannel {
    const made: FakeChannel = {
      tags: [],
      applied: [],
      archived: false,
      locked: false,
      denied: new Set(),
      hidden: new Set(),
      messages: [],
      ...channel,
    };
    this.channels.set(made.id, made);
    return made;
  }

  /** A new id, later than all before it. */
  id(at = Date.now()): string {
    this.#count += 1;
    return String((BigInt(at - bornAt('0')) << 22n) + BigInt(this.#count % 4_000_000));
  }

  message(channel: string, id: string): FakeMessage | undefined {
    return this.channels.get(channel)?.messages.find((message) => message.id === id);
  }

  /** The direct-message channel with a person. */
  directWith(user: string): FakeChannel {
    const id = this.direct.get(user) ?? this.id();
    this.direct.set(user, id);
    return this.channels.get(id) ?? this.add({ id, type: 1, name: '', owner: user });
  }
}

/** All words of a message in reading order. */
export function wordsOf(message: Pick<FakeMessage, 'content' | 'embeds'>): string {
  const parts: unknown[] = [message.content];
  for (const embed of message.embeds as Record<string, Record<string, unknown> | string | undefined>[]) {
    const author = embed.author as { name?: string } | undefined;
    const footer = embed.footer as { text?: string } | undefined;
    const fields = (embed.fields ?? []) as { name: string; value: string }[];
    parts.push(author?.name, embed.title, embed.description, ...fields.flatMap((f) => [f.name, f.value]), footer?.text);
  }
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n');
}

/** Whom a message pings: named in its content and allowed (resources/message, "Allowed Mentions Object"). */
export function pingsOf(message: FakeMessage): string[] {
  const allowed = message.allowed_mentions ?? { parse: ['everyone', 'roles', 'users'] };
  const named = (pattern: RegExp) => [...message.content.matchAll(pattern)].map((match) => match[1] ?? match[0]);
  const may = (kind: string, id: string, list: string[] | undefined) =>
    (allowed.parse ?? []).includes(kind) || (list ?? []).includes(id);
  return [
    ...((allowed.parse ?? []).includes('everyone') ? named(/@everyone|@here/gu) : []),
    ...named(/<@&(\d+)>/gu).filter((id) => may('roles', id, allowed.roles)),
    ...named(/<@!?(\d+)>/gu).filter((id) => may('users', id, allowed.users)),
  ];
}

/** A message in the shape Discord sends it. The nonce comes back only in the answer to the post. */
export function wireMessage(message: FakeMessage, withNonce = false): Record<string, unknown> {
  const { allowed_mentions: _allowed, published: _published, nonce, ...rest } = message;
  return {
    ...rest,
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date(bornAt(message.id)).toISOString(),
    ...(withNonce && nonce !== undefined ? { nonce } : {}),
  };
}

const BITS = { view: 1n << 10n, send: 1n << 11n, embed: 1n << 14n, history: 1n << 16n } as const;

/** All permissions but Administrator, as the role @everyone has them here. */
export const EVERYTHING = String(((1n << 50n) - 1n) & ~(1n << 3n));

export function wireChannel(channel: FakeChannel): Record<string, unknown> {
  const deny = [...channel.denied].reduce((sum, right) => sum | BITS[right], 0n);
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    position: 0,
    ...(channel.guild === undefined ? {} : { guild_id: channel.guild }),
    ...(channel.parent === undefined ? {} : { parent_id: channel.parent, owner_id: channel.owner }),
    ...(channel.type === 1 ? { recipients: [{ id: channel.owner, username: 'someone' }] } : {}),
    ...(channel.type === 15 ? { available_tags: channel.tags } : {}),
    ...(channel.type === 11 || channel.type === 10
      ? {
          applied_tags: channel.applied,
          thread_metadata: {
            archived: channel.archived,
            locked: channel.locked,
            auto_archive_duration: 10_080,
            archive_timestamp: new Date().toISOString(),
          },
        }
      : {}),
    permission_overwrites: [
      ...(deny === 0n ? [] : [{ id: BOT.id, type: 1, allow: '0', deny: deny.toString() }]),
      ...[...channel.hidden].map((id) => ({ id, type: 1, allow: '0', deny: VIEW })),
    ],
  };
}

export function wireGuild(world: World, id: string): Record<string, unknown> {
  const channels = [...world.channels.values()].filter(({ guild, parent }) => guild === id && parent === undefined);
  return {
    id,
    name: 'Saltmere',
    owner_id: ANA.id,
    roles: [
      {
        id,
        name: '@everyone',
        permissions: EVERYTHING,
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
      },
    ],
    emojis: [],
    stickers: [],
    features: [],
    channels: channels.map(wireChannel),
    threads: [],
    members: [{ user: BOT, roles: [], joined_at: new Date().toISOString(), deaf: false, mute: false }],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    member_count: 2,
    large: false,
    unavailable: false,
    joined_at: new Date().toISOString(),
  };
}
