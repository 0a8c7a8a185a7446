import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentSettings } from '../../src/core/route.ts';
import { type DiscordStage, discordStage } from '../adapters/discord-stage.ts';
import { update } from '../support/entries.ts';
import { Driver, until } from '../support/fake-discord/driver.ts';
import type { FakeInteraction } from '../support/fake-discord/routes-interactions.ts';
import { CHANNEL, type FakeMessage, wordsOf } from '../support/fake-discord/world.ts';
import { stormyProgram } from './commands-chats.ts';

const MANAGER = { permissions: '32' } as const;
const EPHEMERAL = 64;

/** What Discord offers beside typed lines: suggestions, menus on messages, buttons, forms. Through the real SDK. */
describe('an evening on Discord, without typing much', () => {
  let stage: DiscordStage;
  let ana: Driver;
  let room: Awaited<ReturnType<typeof stormyProgram>>['room'];

  const answer = (asked: FakeInteraction): Promise<FakeMessage> =>
    until(() => asked.followups.at(-1) ?? asked.original, 'an answer');
  const channel = () => (stage.fake.world.channels.get(CHANNEL)?.messages ?? []).map(wordsOf);
  async function suggested(path: string, option: string, typed: string): Promise<string[]> {
    const asked = ana.typing(path, option, typed);
    return (await until(() => asked.choices, 'suggestions')).map(({ name }) => name);
  }

  beforeAll(async () => {
    const program = await stormyProgram(`discord:${CHANNEL}`);
    room = program.room;
    stage = await discordStage(program.inbound);
    ana = new Driver(stage.fake);
  });
  afterAll(() => stage.close());

  it.each([
    ['summary', 'blog', 'salt', ['Storm over Saltmere']],
    ['settings', 'blog', '', ['Storm over Saltmere']],
    ['unfollow', 'blog', 'regatta', []],
    ['summary', 'since', 't', ['t', 'today']],
    ['digest', 'when', 'every', ['every', 'every 30m', 'every 1h', 'every 2h']],
    ['quiet', 'hours', '23', ['23', '23:00-07:00']],
    ['pause', 'duration', '', ['30m', '1h', '2h', 'until 18:00', 'tomorrow 8:00']],
  ])('typing /liveblog %s %s: “%s” suggests %j', async (path, option, typed, choices) => {
    expect(await suggested(path, option, typed)).toEqual(choices);
  });

  it('a title is shown and the name behind it is sent', async () => {
    const asked = ana.typing('summary', 'blog', 'storm');

    expect(await until(() => asked.choices)).toEqual([{ name: 'Storm over Saltmere', value: 'storm' }]);
  });

  it('an alert of one’s own is suggested for removal, and then is not', async () => {
    await answer(ana.slash('alert add', { query: 'ferry OR "sea wall"' }));
    expect(await suggested('alert remove', 'query', 'sea')).toEqual(['ferry OR "sea wall"']);

    const removed = await answer(ana.slash('alert remove', { query: 'ferry OR "sea wall"' }));

    expect(wordsOf(removed)).toContain('Removed');
    expect(await suggested('alert remove', 'query', '')).toEqual([]);
  });

  it('what one person saw is shown to all with a press, once and without buttons', async () => {
    const seen = await answer(ana.slash('summary', { blog: 'storm' }));
    expect(seen.flags & EPHEMERAL).toBe(EPHEMERAL);
    const before = channel().length;

    const label = labels(seen).find((one) => one.startsWith('Share')) ?? '';
    ana.press(seen, label);
    await until(() => channel().length > before, 'the shared answer');

    expect(channel().at(-1)).toContain('Storm reaches the sea wall');
    expect(channel().at(-1)).toMatch(/^Shared by Ana/u);
    expect(stage.fake.world.channels.get(CHANNEL)?.messages.at(-1)).toMatchObject({ components: [] });
  });

  it('“Why this entry” and “History” on a message speak of the entry in it', async () => {
    const [message = ''] = room.world.chat.channel(`discord:${CHANNEL}`).map(({ id }) => id);

    expect(wordsOf(await answer(ana.onMessage('Why this entry', message)))).toContain('It was posted at');
    expect(wordsOf(await answer(ana.onMessage('History', message)))).toContain('never changed');
  });

  it('“Mute similar” asks in a form, holds from then on, and is taken back', async () => {
    const found = room.world.chat
      .channel(`discord:${CHANNEL}`)
      .find(({ post }) => post.kind === 'entry' && post.view.entry.body.text.includes('football'));
    const asked = ana.onMessage('Mute similar', found?.id ?? '', MANAGER);
    const modal = await until(() => asked.modal, 'the form');
    expect(JSON.stringify(modal)).toContain('football');

    const sent = ana.submit(asked, { except: 'football' }, MANAGER);
    // The line for everybody follows; the button is on the answer itself.
    const kept = await until(() => sent.original, 'an answer');

    expect(excepted()).toEqual(['football']);
    const undo = ana.press(kept, 'Undo', MANAGER);
    await until(() => undo.acknowledged, 'an answer');
    await until(() => excepted().length === 0, 'the undoing');
    await until(() => channel().some((line) => line.includes('took back')), 'the line in the channel');
  });

  it('a member without Manage Server cannot mute for all', async () => {
    const [message = ''] = room.world.chat.channel(`discord:${CHANNEL}`).map(({ id }) => id);

    expect(wordsOf(await answer(ana.onMessage('Mute similar', message)))).toContain('Only people who manage');
  });

  it('what does not fit one page is turned over in place, in the blog that was asked for', async () => {
    const waves = Array.from({ length: 30 }, (_, n) =>
      update(`wave-${n}`, `Wave ${n} reached the quay.`, { minute: n + 4 }),
    );
    await room.adds(...waves);
    const asked = ana.slash('search', { query: 'wave quay', blog: 'storm' });
    const first = await answer(asked);
    const page = wordsOf(first);

    const turned = ana.press(first, 'More');
    await until(() => turned.acknowledged, 'an answer');
    await until(() => wordsOf(first) !== page, 'the next page');

    expect(page).toContain('Page 1 of');
    expect(wordsOf(first)).toContain('Page 2 of');
    expect(turned.followups).toEqual([]);
    expect(labels(first)).toContain('Back');
  });

  function excepted(): readonly string[] {
    const [route] = room.world.relay.directory.routes(`discord:${CHANNEL}`).routes;
    return route === undefined ? [] : currentSettings(route).except;
  }
});

function labels(message: FakeMessage): string[] {
  const rows = message.components as { components: { label?: string }[] }[];
  return rows.flatMap(({ components }) => components.flatMap(({ label }) => label ?? []));
}
