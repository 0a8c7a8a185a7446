import type { Inbound } from '../../src/ports/adapter.ts';
import { discordStage } from '../adapters/discord-stage.ts';
import { createRoom, STORM } from '../support/commands-room.ts';
import { Driver as DiscordDriver, until } from '../support/fake-discord/driver.ts';
import { CHANNEL as DISCORD_CHANNEL, wordsOf } from '../support/fake-discord/world.ts';
import { Driver as SlackDriver } from '../support/fake-slack/driver.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { slackStage } from '../support/fake-slack/stage.ts';

/** What a person does in one words: as typed on Slack, and as typed options on Discord. */
export type Said = {
  readonly line: string;
  readonly path: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
};

/** A chat platform with the real adapter on it and the real commands behind, as people use it. */
export type Chat = {
  /** What a person sees after saying it. A manager may change the channel. */
  says(said: Said, who: 'manager' | 'member'): Promise<string>;
  presses(label: string): Promise<string>;
  /** Fills in the form that is open and sends it; where a platform shows it in pages, page by page. */
  fillsIn(pages: readonly Readonly<Record<string, string>>[]): Promise<string>;
  /** What everybody sees in the channel. */
  channel(): string;
  close(): Promise<void>;
};

/** A channel that follows the storm, and has seen the evening's entries. */
export async function stormyProgram(channel: `slack:${string}` | `discord:${string}`) {
  const room = await createRoom({ channel });
  room.room.broadcasts = channel.startsWith('slack:');
  await room.adds(...STORM);
  const inbound: Inbound = {
    async command(command) {
      room.world.clock.advance(3_000);
      return room.commands.run(command);
    },
    complete: (partial) => room.commands.complete(partial),
    channel: async () => undefined,
  };
  return { room, inbound };
}

export async function onSlack(): Promise<Chat> {
  const stage = await slackStage({ limits: false, inbound: (await stormyProgram('slack:C1')).inbound });
  const { world } = stage.slack;
  const driver = new SlackDriver(stage.slack);
  const told = (user: string) => world.ephemerals.filter((one) => one.user === user);
  const state = (user: string) =>
    `${told(user).length} ${world.views.length} ${JSON.stringify(world.channels.get('C1')?.messages ?? []).length} ${JSON.stringify(told(user)).length}`;

  async function after(user: string, act: () => Promise<unknown>): Promise<string> {
    const posted = world.channels.get('C1')?.messages.length ?? 0;
    const before = { told: told(user).length, views: world.views.length, state: state(user) };
    await act();
    await until(() => state(user) !== before.state, 'an answer');
    await breath(30);
    // People are slower than one message a second; the adapter keeps to that.
    if ((world.channels.get('C1')?.messages.length ?? 0) > posted) await breath(1_000);
    if (world.views.length > before.views) return JSON.stringify(world.views.at(-1)?.view);
    const last = told(user).at(-1);
    const mine = last === undefined ? '' : readMessage(last.text, last.blocks).text;
    return told(user).length > before.told || mine !== '' ? mine : '';
  }

  return {
    says: ({ line }, who) => {
      const user = who === 'manager' ? 'U1' : 'U2';
      return after(user, () => driver.slash(line, { user }));
    },
    presses: (label) => after('U1', () => driver.press(label, { user: 'U1' })),
    fillsIn: (pages) => after('U1', () => driver.submit(Object.assign({}, ...pages), { user: 'U1' })),
    channel: () =>
      stage
        .seen('slack:C1')
        .map(({ text }) => text)
        .join('\n'),
    close: () => stage.close(),
  };
}

function breath(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Discord's markdown as a reader sees it. */
function plain(text: string): string {
  return text.replace(/\*\*|\\|^-# /gmu, '').replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1');
}

export async function onDiscord(): Promise<Chat> {
  const stage = await discordStage((await stormyProgram(`discord:${DISCORD_CHANNEL}`)).inbound);
  const driver = new DiscordDriver(stage.fake);
  let last: ReturnType<DiscordDriver['slash']> | undefined;

  async function seen(asked: ReturnType<DiscordDriver['slash']>): Promise<string> {
    last = asked;
    await until(() => asked.modal ?? asked.original ?? asked.on, 'an answer');
    await breath(30);
    if (asked.modal !== undefined) return JSON.stringify(asked.modal);
    const message = asked.original ?? asked.on;
    return message === undefined ? '' : plain(wordsOf(message));
  }

  return {
    says: ({ path, values }, who) => seen(driver.slash(path, values, { permissions: who === 'manager' ? '32' : '0' })),
    presses: async (label) => {
      const message = await until(() => last?.original ?? last?.on);
      const asked = driver.press(message, label, { permissions: '32' });
      await until(() => asked.acknowledged, 'an answer');
      return seen(asked);
    },
    async fillsIn(pages) {
      let form = last;
      for (const [at, page] of pages.entries()) {
        if (form === undefined) break;
        const sent = driver.submit(form, page, { permissions: '32' });
        const kept = await until(() => sent.original, 'the page was kept');
        const on = at === pages.length - 1 ? 'Save' : `Continue (${at + 2} of 3)`;
        form = driver.press(kept, on, { permissions: '32' });
        await until(() => form?.acknowledged, 'an answer');
      }
      return form === undefined ? '' : seen(form);
    },
    channel: () =>
      (stage.fake.world.channels.get(DISCORD_CHANNEL)?.messages ?? [])
        .map((message) => plain(wordsOf(message)))
        .join('\n'),
    close: () => stage.close(),
  };
}
