import { z } from 'zod';
import { SOURCE_KINDS } from '../src/sources/sources.ts';
import {
  ByteSize,
  Channel,
  ClockTime,
  CronExpression,
  Duration,
  HttpUrl,
  Language,
  QueryText,
  SecretText,
  State,
  Text,
  Zone,
} from './fields.ts';

/**
 * Every setting there is, with its default; the only place that knows them. Durations come out in milliseconds, sizes in
 * bytes. What a section needs as a whole (tokens that go together) is checked in `check-sections`.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** No blog is asked more often, whatever anybody writes. */
export const FASTEST_POLL = 5000;

const OFF = 'off';
/** YAML gives `null` for a key with nothing behind it: the same as leaving it out. */
const given = (value: unknown) => (value === null ? undefined : value);
/** What comes from the environment is text. */
const numeral = (value: unknown) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value);
const offIs = (instead: unknown) => (value: unknown) => (value === OFF || value === false ? instead : given(value));

const Quiet = z.strictObject({
  from: ClockTime,
  to: ClockTime,
  timezone: Zone,
  breakthrough: z.enum(['none', 'key', 'breaking']).default('none'),
});

const Mention = z.strictObject({ on: z.enum(['key', 'breaking', 'all']), text: Text });

const oneOrMany = (value: unknown) => (typeof value === 'string' ? [value] : given(value));

const BACKFILL = 'must be none, latest, key, all, card or a number of entries from 1 to 500';
const BROADCAST = 'must be key, breaking or off';
const BURST = 'must be a number of entries from 2 to 100, or off';
const count = (min: number, max: number, error: string) => z.int({ error }).min(min, { error }).max(max, { error });

/** How a blog is shown in a channel, apart from where. */
const Presentation = {
  layout: z.enum(['channel', 'thread']).default('channel'),
  only: z.preprocess(oneOrMany, z.array(QueryText).default([])),
  except: z.preprocess(oneOrMany, z.array(QueryText).default([])),
  entries: z.enum(['all', 'key']).default('all'),
  edits: z.enum(['edit', 'reply', 'post', 'ignore']).default('edit'),
  removals: z.enum(['delete', 'strike', 'ignore']).default('delete'),
  reposts: z.enum(['show', 'fold', 'skip']).default('fold'),
  backfill: z
    .union([z.enum(['none', 'latest', 'key', 'all', 'card']), count(1, 500, BACKFILL)], { error: BACKFILL })
    .default('none'),
  digest: z.preprocess(offIs(undefined), CronExpression.optional()),
  quiet: z.preprocess(offIs(undefined), Quiet.optional()),
  mention: z.preprocess(offIs(undefined), Mention.optional()),
  broadcast: z.preprocess(offIs(undefined), z.enum(['key', 'breaking'], { error: BROADCAST }).optional()),
  settle: Duration({ max: 10 * MINUTE }).default(2000),
  editGap: Duration({ max: 60 * MINUTE }).default(5000),
  burst: z.union([z.literal(OFF), count(2, 100, BURST)], { error: BURST }).default(4),
  spoiler: z.boolean().default(false),
};

/** What can be set of a route, by name. */
export const PRESENTATION: readonly string[] = Object.keys(Presentation);

/** The presentation of a route that nobody chose otherwise. */
export const defaultPresentation = z.strictObject(Presentation).parse({});

/** A route's short form is its channel alone. */
const Route = z.preprocess(
  (value) => (typeof value === 'string' ? { channel: value } : value),
  z.strictObject({ channel: Channel, ...Presentation }),
);

const Blog = z.strictObject({
  url: HttpUrl,
  as: z.enum(SOURCE_KINDS).optional(),
  poll: Duration({ min: FASTEST_POLL, max: DAY }).optional(),
  timezone: Zone.optional(),
  to: z.preprocess((value) => (typeof value === 'string' ? [value] : given(value)), z.array(Route).default([])),
});

const Slack = z.strictObject({
  botToken: SecretText.optional(),
  appToken: SecretText.optional(),
  signingSecret: SecretText.optional(),
  apiUrl: HttpUrl.default('https://slack.com/api/'),
  clientId: Text.optional(),
  clientSecret: SecretText.optional(),
  authorizeUrl: HttpUrl.default('https://slack.com/oauth/v2/authorize'),
  encryptionKey: SecretText.optional(),
});

const DiscordId = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{5,20}$/, { error: 'must be an id of digits' }));

const Discord = z.strictObject({
  token: SecretText.optional(),
  apiUrl: HttpUrl.default('https://discord.com/api'),
  guilds: z.array(DiscordId).default([]),
  publish: z.array(DiscordId).default([]),
});

const section = <T extends z.ZodType>(schema: T) => z.preprocess((value) => given(value) ?? {}, schema);

/** The whole file. */
export const Settings = section(
  z.strictObject({
    state: State.default('sqlite:data/liveblog.db'),
    http: z.preprocess(
      (value) => (value === OFF || value === false ? null : (value ?? {})),
      z
        .strictObject({
          host: Text.default('127.0.0.1'),
          port: z.preprocess(numeral, z.int().min(0).max(65_535).default(8080)),
        })
        .nullable(),
    ),
    language: Language.default('en-GB'),
    poll: section(
      z.strictObject({
        every: Duration({ min: FASTEST_POLL, max: DAY }).default(20_000),
        max: Duration({ min: FASTEST_POLL, max: DAY }).default(10 * MINUTE),
      }),
    ),
    slack: z.preprocess(
      offIs({}),
      Slack.default(() => Slack.parse({})),
    ),
    discord: z.preprocess(
      offIs({}),
      Discord.default(() => Discord.parse({})),
    ),
    blogs: section(z.record(z.string(), Blog)),
    notices: section(z.strictObject({ to: Channel.optional() })),
    access: section(
      z.strictObject({
        manage: z
          .union([z.enum(['everyone', 'admins']), z.array(z.union([z.string(), z.number()]).transform(String))], {
            error: 'must be everyone, admins or a list of user or role ids',
          })
          .default('admins'),
        workspaces: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
      }),
    ),
    network: section(
      z.strictObject({
        allowPrivate: z.boolean().default(false),
        userAgent: Text.default('LiveblogRelay/0.1'),
        maxBytes: ByteSize.default(10_000_000),
        timeout: Duration({ min: 1000, max: 5 * MINUTE }).default(15_000),
      }),
    ),
  }),
);

/** The file's settings with the defaults filled in. */
export type Settings = z.infer<typeof Settings>;
export type SlackSettings = Settings['slack'];
export type DiscordSettings = Settings['discord'];
