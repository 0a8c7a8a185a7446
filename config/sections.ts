import { platformOf } from '../src/core/channel.ts';
import { isBlogName, wrongBlogName } from './blog-name.ts';
import type { Complain } from './complaints.ts';
import type { Config, DiscordConfig, SlackConfig } from './config.ts';
import { given } from './given.ts';
import type { DiscordSettings, Settings, SlackSettings } from './schema.ts';

type Route = Settings['blogs'][string]['to'][number];

/** What a platform's settings amount to; undefined = off, because no token was given. */
export function slackConfig(slack: SlackSettings, http: Settings['http'], complain: Complain): SlackConfig | undefined {
  const { botToken, appToken, signingSecret, clientId, clientSecret } = slack;
  if ([botToken, appToken, signingSecret, clientId, clientSecret].every((value) => value === undefined))
    return undefined;
  if (botToken === undefined && clientId === undefined) {
    complain(['slack', 'botToken'], 'is missing (SLACK_BOT_TOKEN): the token xoxb-… from "Install App"');
  }
  if ((clientId === undefined) !== (clientSecret === undefined)) {
    complain(
      ['slack', clientId === undefined ? 'clientId' : 'clientSecret'],
      'is missing: OAuth needs clientId and clientSecret',
    );
  }
  if (appToken === undefined && signingSecret === undefined) {
    complain(
      ['slack'],
      'needs appToken (SLACK_APP_TOKEN) for Socket Mode, or signingSecret (SLACK_SIGNING_SECRET) for HTTP mode',
    );
  }
  if (appToken === undefined && signingSecret !== undefined && http === null) {
    complain(['slack', 'signingSecret'], 'is for HTTP mode, but http is off');
  }
  if (botToken?.reveal().startsWith('xapp-'))
    complain(['slack', 'botToken'], 'is an app token (xapp-…); the bot token begins with xoxb-');
  if (appToken?.reveal().startsWith('xoxb-'))
    complain(['slack', 'appToken'], 'is a bot token (xoxb-…); the app token begins with xapp-');
  const { authorizeUrl, encryptionKey, apiUrl } = slack;
  const oauth =
    clientId === undefined || clientSecret === undefined
      ? undefined
      : given({ clientId, clientSecret, authorizeUrl, encryptionKey });
  return given({ botToken, appToken, signingSecret, apiUrl, oauth });
}

export function discordConfig({ token, apiUrl, guilds, publish }: DiscordSettings): DiscordConfig | undefined {
  return token === undefined ? undefined : { token, apiUrl, guilds, publish };
}

/** zod does not look behind a key it refuses, so names are checked apart: all problems are to come at once. */
export function checkNames(data: unknown, complain: Complain): void {
  const blogs = typeof data === 'object' && data !== null && 'blogs' in data ? data.blogs : undefined;
  if (typeof blogs !== 'object' || blogs === null) return;
  for (const name of Object.keys(blogs)) {
    if (!isBlogName(name)) complain(['blogs', name], wrongBlogName(name));
  }
}

/** Rules that hold between settings: pairs, order, repeats. */
export function checkTogether(settings: Settings, complain: Complain): void {
  const { poll, blogs } = settings;
  if (poll.max < poll.every) complain(['poll', 'max'], 'must not be shorter than poll.every');
  for (const [name, blog] of Object.entries(blogs)) {
    const seen = new Set<string>();
    for (const [index, route] of blog.to.entries()) {
      const path = ['blogs', name, 'to', index];
      if (seen.has(route.channel)) complain(path, `${route.channel} is already there: one route per blog and channel`);
      seen.add(route.channel);
      if (route.quiet !== undefined && route.quiet.from === route.quiet.to) {
        complain([...path, 'quiet', 'to'], 'must not be the same as from');
      }
      if (route.broadcast !== undefined) checkBroadcast(route, [...path, 'broadcast'], complain);
    }
  }
}

function checkBroadcast({ layout, channel }: Route, path: readonly (string | number)[], complain: Complain): void {
  if (platformOf(channel) === 'discord') {
    complain(path, 'is for Slack: Discord cannot show a message of a thread in its channel too; leave it out');
  } else if (layout !== 'thread') {
    complain(path, 'needs layout: thread; in the channel layout everything is in the channel');
  }
}

/** What the operator should hear though nothing is wrong. */
export function notesOn(config: Omit<Config, 'notes'>, unset: readonly string[]): string[] {
  const notes: string[] = [];
  const missing = (prefix: string) => [...new Set(unset.filter((name) => name.startsWith(prefix)))].join(', ');
  const off = (name: string, prefix: string) => {
    const names = missing(prefix);
    notes.push(names === '' ? `${name} is off.` : `${name} is off: ${names} not set.`);
  };
  if (config.slack === undefined) off('Slack', 'SLACK_');
  if (config.discord === undefined) off('Discord', 'DISCORD_');
  const chats = config.slack !== undefined || config.discord !== undefined;
  if (chats && config.notices.to === undefined && config.blogs.some(({ routes }) => routes.length > 0)) {
    notes.push('What fails of the routes in this file is told in the log alone: notices.to names a channel for it.');
  }
  for (const blog of config.blogs) {
    if (blog.routes.length === 0) notes.push(`The blog ${blog.name} has no channel yet ("to" is empty).`);
  }
  return notes;
}
