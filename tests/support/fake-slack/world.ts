/** A message as the fake keeps it; `thread` is the timestamp of the message on top. */
export type FakeMessage = {
  readonly ts: string;
  text: string;
  blocks: readonly unknown[];
  readonly metadata?: unknown;
  readonly thread?: string;
  /** A reply that stands in the channel too: one message in two places. */
  readonly broadcast?: boolean;
  readonly user: string;
  readonly bot?: string;
  edited: boolean;
};

export type FakeChannel = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly members: Set<string>;
  readonly messages: FakeMessage[];
  archived: boolean;
  lastTs: number;
};

export type FakeTeam = {
  readonly id: string;
  readonly name: string;
  readonly botUser: string;
  readonly botId: string;
  botToken: string;
  readonly scopes: Set<string>;
  revoked: boolean;
};

export type FakeUser = {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
  readonly tz: string;
  readonly team?: string;
  /** A guest sees the channels they were added to alone. */
  readonly guest?: boolean;
};

/** Something only one person sees. */
export type Ephemeral = {
  readonly id: string;
  readonly channel: string;
  readonly user: string;
  text: string;
  blocks: readonly unknown[];
};

export type OpenView = { readonly id: string; readonly user: string; readonly view: Record<string, unknown> };

/** All scopes of `config/slack-manifest.yaml`. */
export const ALL_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'users:read',
];

/** Everything people see in the pretended workspaces. Tests read it; the Web API methods change it. */
export class World {
  readonly teams = new Map<string, FakeTeam>();
  readonly channels = new Map<string, FakeChannel>();
  readonly users = new Map<string, FakeUser>();
  readonly ephemerals: Ephemeral[] = [];
  readonly homes = new Map<string, Record<string, unknown>>();
  readonly views: OpenView[] = [];
  /** Image addresses that Slack "cannot fetch": messages with them are refused. */
  readonly brokenImages = new Set<string>();
  readonly now: () => number;
  #count = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  id(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count.toString().padStart(6, '0')}`;
  }

  addTeam(id: string, token: string): FakeTeam {
    const team: FakeTeam = {
      id,
      name: `Team ${id}`,
      botUser: `UBOT${id}`,
      botId: `BBOT${id}`,
      botToken: token,
      scopes: new Set(ALL_SCOPES),
      revoked: false,
    };
    this.teams.set(id, team);
    return team;
  }

  addChannel(id: string, team: string, options: Partial<Pick<FakeChannel, 'name' | 'kind'>> = {}): FakeChannel {
    const members = new Set([`UBOT${team}`]);
    const channel: FakeChannel = {
      id,
      team,
      name: options.name ?? id.toLowerCase(),
      kind: options.kind ?? 'public',
      members,
      messages: [],
      archived: false,
      lastTs: 0,
    };
    this.channels.set(id, channel);
    return channel;
  }

  addUser(id: string, options: Partial<FakeUser> = {}): void {
    this.users.set(id, { id, name: id.toLowerCase(), admin: false, tz: 'Europe/London', ...options });
  }

  /** Unique and increasing within a channel, in microseconds. */
  nextTs(channel: FakeChannel): string {
    channel.lastTs = Math.max(this.now() * 1_000, channel.lastTs + 1);
    return `${Math.floor(channel.lastTs / 1e6)}.${String(channel.lastTs % 1e6).padStart(6, '0')}`;
  }

  byToken(token: string): FakeTeam | undefined {
    return [...this.teams.values()].find((team) => team.botToken === token);
  }

  directChannel(team: FakeTeam, user: string): FakeChannel {
    const id = `D${team.id}${user}`;
    const known = this.channels.get(id);
    if (known !== undefined) return known;
    const channel = this.addChannel(id, team.id, { kind: 'im' });
    channel.members.add(user);
    return channel;
  }
}
