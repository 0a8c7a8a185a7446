import { Driver as DiscordDriver, until } from '../support/fake-discord/driver.ts';
import { FakeDiscord } from '../support/fake-discord/server.ts';
import { CHANNEL as DISCORD_CHANNEL, wordsOf } from '../support/fake-discord/world.ts';
import { Driver as SlackDriver } from '../support/fake-slack/driver.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { readMessage } from '../support/fake-slack/reader.ts';

/** The whole program's environment on one platform, with a manager and a member in one channel. */
export type PersonalChat = {
  readonly environment: Readonly<Record<string, string>>;
  connected(): boolean;
  /** Says something in the channel: as typed on Slack, and as typed options on Discord. */
  says(who: 'manager' | 'member', line: string, path: string, values?: Readonly<Record<string, string>>): Promise<void>;
  /** What a person was answered, the latest last. */
  told(who: 'manager' | 'member'): string;
  /** What stands in the channel, in the order of the platform. */
  channel(): readonly string[];
  /** What stands in the member's direct messages. */
  inbox(): readonly string[];
  /** The member presses a button under the latest direct message. */
  pressesInInbox(label: string): Promise<void>;
  /** The member takes no direct messages any more, where a platform lets people choose. */
  readonly closesInbox?: () => void;
  close(): Promise<void>;
};

const TOKEN = 'xoxb-1-very-secret';

export async function personalSlack(): Promise<PersonalChat> {
  const slack = await new FakeSlack({ limits: true }).start();
  const driver = new SlackDriver(slack);
  const team = slack.world.addTeam('T1', TOKEN);
  slack.world.addChannel('C1', 'T1');
  slack.world.addUser('U1', { name: 'Ines', admin: true });
  slack.world.addUser('U2', { name: 'Tomas' });
  const direct = () => slack.world.directChannel(team, 'U2');
  const seen = (id: string) =>
    (slack.world.channels.get(id)?.messages ?? []).map(({ text, blocks }) => readMessage(text, blocks).text);
  const user = { manager: 'U1', member: 'U2' } as const;
  return {
    environment: { SLACK_BOT_TOKEN: TOKEN, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    connected: () => slack.socket.connected,
    says: async (who, line) => void (await driver.slash(line, { user: user[who], channel: 'C1' })),
    told: (who) =>
      slack.world.ephemerals
        .filter((one) => one.user === user[who])
        .map(({ text, blocks }) => readMessage(text, blocks).text)
        .join('\n'),
    channel: () => seen('C1'),
    inbox: () => seen(direct().id),
    pressesInInbox: async (label) => void (await driver.press(label, { user: 'U2', channel: direct().id })),
    close: () => slack.close(),
  };
}

export async function personalDiscord(): Promise<PersonalChat> {
  const fake = await new FakeDiscord().open();
  const driver = new DiscordDriver(fake);
  const member = { id: '1100000000000000021', username: 'Ben', bot: false };
  fake.world.people.add(member.id);
  const asked: Record<'manager' | 'member', ReturnType<DiscordDriver['slash']>[]> = { manager: [], member: [] };
  const plain = (text: string) => text.replace(/\*\*|\\|^-# /gmu, '').replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1');
  const messages = (id: string | undefined) => fake.world.channels.get(id ?? '')?.messages ?? [];
  const direct = () => fake.world.direct.get(member.id);
  return {
    environment: { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl },
    connected: () => fake.gateway.log.includes('identify') && fake.commands.writes > 0,
    async says(who, _line, path, values = {}) {
      asked[who].push(driver.slash(path, values, who === 'manager' ? { permissions: '32' } : { user: member }));
    },
    told: (who) =>
      asked[who]
        .flatMap((one) => one.original ?? one.on ?? [])
        .map((message) => plain(wordsOf(message)))
        .join('\n'),
    channel: () => messages(DISCORD_CHANNEL).map((message) => plain(wordsOf(message))),
    inbox: () => messages(direct()).map((message) => plain(wordsOf(message))),
    async pressesInInbox(label) {
      const message = await until(() => messages(direct()).at(-1), 'a direct message');
      const pressed = driver.press(message, label, { user: member, guild: '', channel: direct() ?? '' });
      await until(() => pressed.acknowledged, 'an answer');
    },
    closesInbox: () => void fake.world.closed.add(member.id),
    close: () => fake.close(),
  };
}
