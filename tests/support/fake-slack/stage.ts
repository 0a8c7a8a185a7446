import { createSlackAdapter, type SlackAdapter, type SlackOptions } from '../../../adapters/slack/index.ts';
import type { Inbound } from '../../../src/ports/adapter.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Facts, Log } from '../../../src/ports/log.ts';
import type { Fault, Stage } from '../../contracts/adapter-contract.ts';
import { MemoryStore } from '../memory-store.ts';
import { FakeSlack, type FakeSlackOptions } from './fake-slack.ts';
import { readMessage } from './reader.ts';

export const BOT_TOKEN = 'xoxb-test-secret-1';

/** The real clock as the port. */
export const realClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

/** A log that keeps every line, so that tests can look for what must not be in it. */
export function keptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep =
    (level: string) =>
    (message: string, facts: Facts = {}) => {
      lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
    };
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}

export const silent: Inbound = {
  command: async () => ({ kind: 'reply', blocks: [], visibility: 'private' }),
  complete: async () => [],
  channel: async () => {},
};

export type SlackStage = Stage & {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  readonly log: ReturnType<typeof keptLog>;
  readonly store: MemoryStore;
};

export type SlackStageOptions = FakeSlackOptions & {
  readonly inbound?: Inbound;
  readonly options?: Partial<SlackOptions>;
};

/** A workspace T1 with a public channel C1, a private one G1 and the people U1 (administrator), U2, and U3 (of
 * another company, and administrator there). */
export async function slackStage({ inbound, options, ...fake }: SlackStageOptions = {}): Promise<SlackStage> {
  const slack = await new FakeSlack(fake).start();
  const team = slack.world.addTeam('T1', BOT_TOKEN);
  slack.world.addChannel('C1', 'T1', { name: 'newsroom' });
  slack.world.addChannel('G1', 'T1', { name: 'desk', kind: 'private' });
  slack.world.addUser('U1', { name: 'Ines', admin: true });
  slack.world.addUser('U2', { name: 'Tomas' });
  slack.world.addUser('U3', { name: 'Guest', admin: true, team: 'T8' });
  const log = keptLog();
  const store = new MemoryStore();
  const adapter = await createSlackAdapter({
    botToken: BOT_TOKEN,
    appToken: slack.appToken,
    apiUrl: slack.apiUrl,
    clock: realClock,
    store,
    log,
    timeout: 1_000,
    ...options,
  });
  await adapter.start(inbound ?? silent);
  const channelOf = (name: string) => {
    const id = name.replace(/^slack:(T\w+\/)?/u, '');
    return id.startsWith('@') ? slack.world.directChannel(team, id.slice(1)) : slack.world.channels.get(id);
  };
  return {
    slack,
    adapter,
    log,
    store,
    channel: 'slack:C1',
    person: 'slack:@U2',
    seen: (channel) =>
      (channelOf(channel)?.messages ?? []).map(({ ts, text, blocks, thread }) => ({
        id: ts,
        ...readMessage(text, blocks),
        ...(thread === undefined ? {} : { under: thread }),
      })),
    failNext: (fault: Fault) => slack.failNext(fault),
    moderate: (channel, message) => {
      const messages = channelOf(channel)?.messages ?? [];
      messages.splice(
        messages.findIndex(({ ts }) => ts === message),
        1,
      );
    },
    expel: (channel) => channelOf(channel)?.members.delete(team.botUser),
    revoke: () => {
      team.revoked = true;
    },
    close: async () => {
      await adapter.stop();
      await slack.close();
    },
  };
}
