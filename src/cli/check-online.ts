import type { Config } from '../../config/config.ts';
import { createAdapters } from '../app/adapters.ts';
import { type ChannelId, type Platform, platformOf } from '../core/channel.ts';
import type { Adapter } from '../ports/adapter.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { systemClock } from '../system-clock.ts';
import type { Io } from './io.ts';
import { readTarget } from './read-target.ts';
import { withReadTools } from './read-tools.ts';

/** One call to a platform or a newsroom may take this long, ms. */
const PATIENCE = 20_000;

/** How one thing that was tried went: `problem` says what is wrong and what to do. */
type Finding = { readonly what: string; readonly good?: string; readonly problem?: string };

/**
 * Tries tokens, channels and blogs for real, without posting anything, and prints a line for each. Resolves to the number
 * of problems.
 */
export async function checkOnline(config: Config, io: Io): Promise<number> {
  let problems = 0;
  const tell = ({ what, good, problem }: Finding) => {
    if (problem !== undefined) problems++;
    io.out(`${problem === undefined ? 'ok     ' : 'PROBLEM'} ${what}: ${problem ?? good ?? 'fine'}\n`);
  };
  for await (const finding of platformFindings(config, io)) tell(finding);
  for await (const finding of blogFindings(config, io)) tell(finding);
  return problems;
}

async function* platformFindings(config: Config, io: Io): AsyncGenerator<Finding> {
  const { all } = await createAdapters(config, {
    store: emptyStore(),
    clock: systemClock,
    log: silent,
    terminal: { out: { write: io.out }, color: false },
  });
  const dead = new Set<Platform>();
  for await (const finding of slackFinding(config, io)) {
    if (finding.what === 'Slack' && finding.problem !== undefined) dead.add('slack');
    yield finding;
  }
  for await (const finding of discordFinding(config, io)) {
    if (finding.problem !== undefined) dead.add('discord');
    yield finding;
  }
  const channels = new Set(config.blogs.flatMap(({ routes }) => routes.map(({ channel }) => channel)));
  if (config.notices.to !== undefined) channels.add(config.notices.to);
  for (const channel of channels) {
    const adapter = all.find((candidate) => candidate.platform === platformOf(channel));
    if (platformOf(channel) === 'terminal') continue;
    if (dead.has(platformOf(channel))) {
      yield { what: channel, problem: 'not tried, for its platform has a problem already (above).' };
      continue;
    }
    if (adapter === undefined)
      yield { what: channel, problem: 'its platform is not configured: set its token, or leave the route out.' };
    else yield await channelFinding(adapter, channel, io.signal);
  }
}

async function channelFinding(adapter: Adapter, channel: ChannelId, signal: AbortSignal): Promise<Finding> {
  try {
    const { reachable, name, missing } = await adapter.status().access(channel, limited(signal));
    const what = name === undefined ? channel : `${channel} (${name})`;
    if (reachable && missing.length === 0) return { what, good: 'the bot may post here' };
    const needs = missing.map((item) => `${item.what} is missing. ${item.remedy}`).join(' ');
    return { what, problem: needs === '' ? 'cannot be reached.' : needs };
  } catch (error) {
    return { what: channel, problem: wordsOf(error) };
  }
}

async function* discordFinding(config: Config, io: Io): AsyncGenerator<Finding> {
  if (config.discord === undefined) return;
  const { discordApplication } = await import('../../adapters/discord/application.ts');
  const { token, apiUrl } = config.discord;
  try {
    const { name, inviteUrl } = await discordApplication({ token: token.reveal(), apiUrl }, limited(io.signal));
    yield { what: 'Discord', good: `the token is that of ${name}. Add it to a server with ${inviteUrl}` };
  } catch (error) {
    yield { what: 'Discord', problem: wordsOf(error) };
  }
}

async function* slackFinding(config: Config, io: Io): AsyncGenerator<Finding> {
  const { slack } = config;
  if (slack?.botToken === undefined) return;
  const { slackApplication } = await import('../../adapters/slack/application.ts');
  const appToken = slack.appToken === undefined ? {} : { appToken: slack.appToken.reveal() };
  const tokens = { botToken: slack.botToken.reveal(), ...appToken, apiUrl: slack.apiUrl, clock: systemClock };
  try {
    const { team, url, missing } = await slackApplication(tokens, limited(io.signal));
    yield { what: 'Slack', good: `the tokens are those of ${team} (${url})` };
    for (const { what, remedy } of missing) yield { what: `Slack ${what}`, problem: `is missing. ${remedy}` };
  } catch (error) {
    yield { what: 'Slack', problem: wordsOf(error) };
  }
}

async function* blogFindings(config: Config, io: Io): AsyncGenerator<Finding> {
  for (const { name, url, as, timezone } of config.blogs) {
    const options = { ...(as === undefined ? {} : { as }), ...(timezone === undefined ? {} : { timezone }) };
    try {
      const blog = await withReadTools(config.network, io.now, (tools) => readTarget(url, options, tools, io));
      const { kind, live } = blog.snapshot;
      const state = live === false ? ', ended' : '';
      const { length } = blog.entries;
      yield { what: name, good: `${length} ${length === 1 ? 'entry' : 'entries'} read as ${kind}${state}` };
    } catch (error) {
      yield { what: name, problem: wordsOf(error) };
    }
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function limited(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
}

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Checking needs no state: nothing is kept, and the file of a running bot is not touched. */
function emptyStore(): Store {
  return {
    get: async () => undefined,
    getMany: async (keys) => keys.map(() => undefined),
    set: async () => undefined,
    delete: async () => undefined,
    keys: async () => [],
  };
}
