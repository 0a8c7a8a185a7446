import type { Client, ClientOptions, ResponseLike } from 'discord.js';
import { LimitedAnswer } from './errors.ts';
import type { Guard } from './guard.ts';
import { DISCORD } from './limits.ts';
import type { DiscordOptions } from './options.ts';
import type { ServerTime } from './server-time.ts';

export type Sdk = typeof import('discord.js');

/** discord.js takes half a second to load: it is loaded when the adapter is first used. */
export function loadSdk(): Promise<Sdk> {
  return import('discord.js');
}

/** What every HTTP exchange is told to. */
export type RequestParts = { readonly guard: Guard; readonly time: ServerTime };

/** A client that is not logged in yet: nothing cached that we do not read, no retries, no sleeping on our calls. */
export function createClient(sdk: Sdk, options: DiscordOptions, parts: RequestParts): Client {
  const settings: ClientOptions = {
    // Guilds: joining, leaving, channels going. GuildMessages: a moderator deleting one of ours. Neither is privileged.
    intents: [sdk.GatewayIntentBits.Guilds, sdk.GatewayIntentBits.GuildMessages],
    shards: 'auto',
    allowedMentions: { parse: [] },
    makeCache: sdk.Options.cacheWithLimits({
      ...sdk.Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      VoiceStateManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user?.id },
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user?.id },
    }),
    rest: {
      retries: 0,
      timeout: options.timeout ?? 15_000,
      offset: 20,
      globalRequestsPerSecond: DISCORD.globalPerSecond,
      rejectOnRateLimit: ({ route }) => isOurs(route),
      makeRequest: (url, init) => request(sdk, parts, url, init),
      ...(options.apiUrl === undefined ? {} : { api: options.apiUrl.replace(/\/+$/u, '') }),
    },
  };
  const client = new sdk.Client(settings);
  client.rest.setToken(options.token);
  return client;
}

type MakeRequest = Sdk['DefaultRestOptions']['makeRequest'];

/** One HTTP exchange, with refusals counted and a 429 read to the millisecond instead of slept on. */
async function request(
  sdk: Sdk,
  { guard, time }: RequestParts,
  url: Parameters<MakeRequest>[0],
  init: Parameters<MakeRequest>[1],
): Promise<ResponseLike> {
  guard.check();
  const answer = await sdk.DefaultRestOptions.makeRequest(url, init);
  time.heard(answer.headers.get('date'));
  const path = new URL(url).pathname.replace(/^.*?\/v\d+(?=\/)/u, '');
  const ours = isOurs(path);
  keepApart(answer, path);
  if (answer.status === 401 && ours) guard.tokenRefused();
  if (answer.status === 401 || answer.status === 403) guard.refused();
  if (answer.status !== 429) return answer;
  if (answer.headers.get('x-ratelimit-scope') !== 'shared') guard.refused();
  const limit = await readLimit(answer, guard);
  if (ours) throw limit;
  return answer;
}

/**
 * The SDK keeps the buckets of channels apart only where ids have 17 to 19 digits; others (proxies and test servers, and
 * Discord's own one day) would share one queue. Naming the channel in the bucket keeps them apart too.
 */
function keepApart({ headers }: ResponseLike, path: string): void {
  const channel = /^\/channels\/(\d{1,16}|\d{20,})(?=\/|$)/u.exec(path)?.[1];
  const bucket = headers.get('x-ratelimit-bucket');
  if (channel !== undefined && bucket !== null) headers.set('x-ratelimit-bucket', `${bucket}-${channel}`);
}

/** Calls of ours are retried by the workqueue; answers to people (webhooks, interactions) may wait in the SDK. */
function isOurs(route: string): boolean {
  return !/^\/(?:webhooks|interactions|gateway|applications|oauth2)/u.test(route);
}

async function readLimit(answer: ResponseLike, guard: Guard): Promise<LimitedAnswer> {
  const { headers } = answer;
  const header = Number(headers.get('retry-after') ?? '') * 1_000 || 0;
  if (!(headers.get('content-type') ?? '').includes('json')) {
    guard.ban(Math.max(header, DISCORD.invalidWindow));
    return new LimitedAnswer({ retryAfter: Math.max(header, DISCORD.invalidWindow), global: true });
  }
  const global = headers.has('x-ratelimit-global') || headers.get('x-ratelimit-scope') === 'global';
  if (answer.bodyUsed) return new LimitedAnswer({ retryAfter: header, global });
  const body = (await answer.json()) as { retry_after?: unknown; global?: unknown; code?: unknown } | null;
  const exact = typeof body?.retry_after === 'number' ? body.retry_after * 1_000 : header;
  const code = typeof body?.code === 'number' && body.code !== 0 ? body.code : undefined;
  return new LimitedAnswer({ retryAfter: Math.max(exact, 1), global: global || body?.global === true, code });
}
