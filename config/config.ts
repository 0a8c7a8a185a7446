import type { ChannelId } from '../src/core/channel.ts';
import type { SourceKind } from '../src/core/entry.ts';
import type { RouteSettings } from '../src/core/route.ts';
import type { Settings } from './schema.ts';
import type { Secret } from './secret.ts';

export type BlogConfig = {
  readonly name: string;
  readonly url: string;
  readonly as?: SourceKind;
  readonly poll?: number;
  readonly timezone?: string;
  readonly routes: readonly { readonly channel: ChannelId; readonly settings: RouteSettings }[];
};

/** Slack's side: Socket Mode with `appToken`, else HTTP with `signingSecret`; one workspace by `botToken`, or many by `oauth`. */
export type SlackConfig = {
  readonly botToken?: Secret;
  readonly appToken?: Secret;
  readonly signingSecret?: Secret;
  readonly apiUrl: string;
  readonly oauth?: {
    readonly clientId: string;
    readonly clientSecret: Secret;
    readonly authorizeUrl: string;
    /** Encrypts the workspaces' tokens in the state. */
    readonly encryptionKey?: Secret;
  };
};

export type DiscordConfig = {
  readonly token: Secret;
  readonly apiUrl: string;
  readonly guilds: readonly string[];
  readonly publish: readonly string[];
};

/** Everything the program is told, checked and complete. Durations in milliseconds, sizes in bytes. */
export type Config = {
  /** The file it came from; undefined = the environment alone. */
  readonly file: string | undefined;
  readonly state: string;
  /** undefined = no HTTP at all. */
  readonly http: { readonly host: string; readonly port: number } | undefined;
  readonly language: string;
  readonly poll: { readonly every: number; readonly max: number };
  /** undefined = this platform is off. */
  readonly slack: SlackConfig | undefined;
  readonly discord: DiscordConfig | undefined;
  readonly blogs: readonly BlogConfig[];
  readonly notices: { readonly to: ChannelId | undefined };
  readonly access: Settings['access'];
  readonly network: Settings['network'];
  /** Sentences for the operator: what is off and why. Nothing here is an error. */
  readonly notes: readonly string[];
};
