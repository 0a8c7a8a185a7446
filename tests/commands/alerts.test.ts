import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../src/core/channel.ts';
import { BEN, CHANNEL, createRoom, PAGE, STORM } from '../support/commands-room.ts';
import { update } from '../support/entries.ts';

const INBOX: ChannelId = 'slack:@U2';
const ben = { person: BEN };

type Room = Awaited<ReturnType<typeof createRoom>>;

/** What a person's direct messages show: query, contexts and what has lapsed. */
function inbox(room: Room, channel: ChannelId = INBOX): string[] {
  return room.world.chat
    .channel(channel)
    .flatMap(({ post }) =>
      post.kind === 'alert'
        ? [
            `${post.query}: ${post.hits.map((hit) => `${hit.context}${hit.lapsed === undefined ? '' : ` (${hit.lapsed})`}`).join(' | ')}`,
          ]
        : [],
    );
}

/** A room in which Ben asked for these. */
async function alertedTo(...queries: readonly string[]): Promise<Room> {
  const room = await createRoom();
  for (const query of queries) await room.types(`alert add ${query}`, ben);
  return room;
}

/** Ben on one platform, writing from his direct messages, and a room whose blog goes into a channel there. */
async function readerOn(on: 'slack' | 'discord') {
  const channel: ChannelId = on === 'slack' ? CHANNEL : 'discord:555';
  const asked: ChannelId = on === 'slack' ? INBOX : 'discord:@77';
  const person = { ...BEN, id: on === 'slack' ? BEN.id : 'discord:77' };
  const here = { person, platform: on, channel: asked, ...(on === 'slack' ? {} : { workspace: '9' }) };
  return { room: await createRoom({ channel }), channel, asked, here };
}

describe('an alert', () => {
  it('comes by direct message, for anybody, with the matched words in context', async () => {
    const room = await createRoom();

    expect(await room.types('alert add “gull island” OR regatta', ben)).toContain(
      'I will write to you when an entry matches "gull island" OR regatta.',
    );
    await room.adds(...STORM);
    expect(inbox(room)).toEqual([
      '“gull island” OR regatta: The ferry to Gull Island has been cancelled until Friday, the company says.'.replace(
        /[“”]/g,
        '"',
      ),
    ]);
    expect(inbox(room, 'slack:@U1')).toEqual([]);
  });

  it('gathers several hits within a minute in one message', async () => {
    const room = await alertedTo('harbour', 'ferry');
    await room.adds(...STORM);
    await room.adds(update('e4', 'The inner harbour is closed.', { minute: 5 }));

    expect(inbox(room)).toHaveLength(1);
    expect(inbox(room)[0]).toMatch(
      /^ferry · harbour: The ferry .* \| .*harbour park.* \| The inner harbour is closed\.$/,
    );
    await room.world.pass(90);
    await room.adds(update('e5', 'The outer harbour is closed.', { minute: 9 }));
    expect(inbox(room)).toHaveLength(2);
  });

  it('says when a correction or withdrawal took the hit away', async () => {
    const room = await alertedTo('ferry', 'football');
    await room.adds(...STORM);
    await room.publish(
      room.world.page.entries
        .filter((entry) => entry.sourceId !== 'e2')
        .map((entry) =>
          entry.sourceId === 'e3' ? update('e3', 'The handball match in the hall is off.', { minute: 3 }) : entry,
        ),
      60,
    );

    expect(inbox(room)).toHaveLength(1);
    expect(inbox(room)[0]).toMatch(
      /cancelled until Friday, the company says\. \(withdrawn\) \| The football match .* \(corrected\)$/,
    );
  });

  it('keeps to one blog where one is named', async () => {
    const room = await createRoom();

    expect(await room.types('alert add ferry storm', ben)).toContain('matches ferry in Storm over Saltmere.');
    expect(await room.refused('alert add', { ...ben, options: { query: 'ferry', blog: 'regatta' } })).toContain(
      'no live blog “regatta”',
    );
  });

  it('survives a restart without coming twice', async () => {
    const room = await alertedTo('ferry');
    await room.adds(...STORM);
    await room.restart();
    await room.world.pass(15);

    expect(inbox(room)).toHaveLength(1);
    expect(await room.types('alert list', ben)).toContain('1 ferry');
  });

  it('asked for where the bot is no more is dropped, and those asked for elsewhere stay', async () => {
    const room = await createRoom();
    await room.types('alert add ferry', { ...ben, workspace: 'T1' });
    await room.types('alert add football', { ...ben, workspace: 'T2' });
    await room.world.relay.channelEvent({ kind: 'workspace-lost', platform: 'slack', workspace: 'T1' });
    await room.world.pass(60);
    expect(await room.types('alert list', ben)).toContain('ferry');

    room.world.clock.advance(25 * 60 * 60_000);
    await room.world.relay.dropDeparted();
    await room.restart();

    expect(await room.types('alert list', ben)).toContain('football');
    expect(await room.types('alert list', ben)).not.toContain('ferry');
  });

  it('is muted with one tap', async () => {
    const room = await alertedTo('ferry');
    await room.types('alert list', ben);
    expect(await room.presses('Mute for 1 h', ben)).toContain('muted until 19:00');
    await room.adds(...STORM);
    expect(inbox(room)).toEqual([]);
    expect(await room.types('alert list', ben)).toContain('Muted until 19:00.');
    await room.presses('Unmute', ben);
    await room.adds(update('e4', 'The ferry sails again.', { minute: 5 }));
    expect(inbox(room)).toEqual(['ferry: The ferry sails again.']);
  });

  it('is removed by its words, number or button, and brought back', async () => {
    const room = await alertedTo('ferry', '"sea wall"');

    expect(await room.types('alert remove sea wall', ben)).toContain('Removed: "sea wall".');
    expect(await room.presses('Undo', ben)).toContain('I will write to you');
    expect(await room.types('alert remove 1', ben)).toContain('Removed: ferry.');
    await room.adds(...STORM);
    expect(inbox(room)).toEqual(['"sea wall": Storm reaches the sea wall']);
  });

  it('of all asks first', async () => {
    const room = await alertedTo('ferry', 'wall');

    expect(await room.types('alert remove all', ben)).toContain('Remove all 2 of your alerts?');
    expect(await room.presses('Remove 2', ben)).toContain('Removed: ferry · wall.');
    expect(await room.types('alert list', ben)).toContain('You have no alerts.');
  });

  it('refuses what cannot be, and forgives a typo', async () => {
    const room = await alertedTo('ferry');

    expect(await room.refused('alert add Ferry', ben)).toContain('You have that alert already');
    expect(await room.refused('alert add "sea wall', ben)).toContain('never closed');
    expect(await room.refused('alert add', ben)).toContain('There is nothing to look for');
    expect(await room.refused('alert remove fery', ben)).toContain('Did you mean ferry?');
    expect(await room.types('alerts lst', ben)).toContain('1 ferry');
    expect(await room.refused('alert remove x', { person: { ...BEN, id: 'slack:U3' } })).toContain(
      'You have no alerts to remove.',
    );
  });

  it('is understood without a verb', async () => {
    const room = await createRoom();

    expect(await room.types('alert ferry cancelled', ben)).toContain('when an entry matches ferry cancelled');
  });

  it.each(['slack', 'discord'] as const)(
    'watches on %s what the person can read, wherever it was asked for',
    async (on) => {
      const { room, asked, here } = await readerOn(on);

      expect(await room.types('alert add ferry', here)).toContain('every live blog in the channels you can read');
      await room.adds(...STORM);
      expect(room.shows(asked)).toHaveLength(1);
    },
  );

  it.each(['slack', 'discord'] as const)('never tells on %s of what a private channel follows', async (on) => {
    const { room, channel, asked, here } = await readerOn(on);
    room.room.hidden.add(`${asked} ${channel}`);

    expect(await room.refused('alert add ferry', here)).toContain('no live blog here to watch');
    expect(await room.refused('alert add', { ...here, options: { query: 'ferry', blog: 'storm' } })).toContain(
      'You can read no live blog “storm” here',
    );
  });

  it('falls silent for whoever left a private channel', async () => {
    const room = await alertedTo('ferry');
    room.room.hidden.add(`${INBOX} ${CHANNEL}`);
    await room.world.pass(90);
    await room.adds(...STORM);

    expect(inbox(room)).toEqual([]);
  });

  it('speaks of one blog of another channel by its name', async () => {
    const room = await createRoom();
    const direct = { ...ben, channel: INBOX } as const;

    expect(await room.types('alert add ferry storm', direct)).toContain('matches ferry in Storm over Saltmere.');
    expect(await room.types('alert list', direct)).toContain('1 ferry in storm');
  });

  it('says what it would have brought, and nothing of what was there before', async () => {
    const room = await createRoom();
    await room.adds(...STORM);

    expect(await room.types('alert add ferry', ben)).toContain(
      "Of the last day's 4 entries here it would have told you of 1.",
    );
    await room.world.pass(15);
    expect(inbox(room)).toEqual([]);
  });
});

describe('a person’s home', () => {
  it('shows what they set up and their alerts', async () => {
    const room = await createRoom({ follow: false });
    await room.types(`follow ${PAGE} gale`);
    await room.types('alert add ferry');
    await room.world.pass(12);
    const said = await room.types('home', { channel: 'slack:@U1' });

    expect(said).toContain('Storm over Saltmere in slack:C1 – live');
    expect(said).toContain('1 ferry');
    expect(await room.types('home', { channel: INBOX, ...ben })).toContain('None yet.');
  });

  it('changes the settings of what they set up, in its channel', async () => {
    const room = await createRoom({ follow: false });
    const at = { channel: 'slack:@U1' } as const;
    await room.types(`follow ${PAGE} gale`);
    await room.types('home', at);

    expect(await room.presses('Settings', at)).toContain('form Settings: gale → settings gale in:slack:C1');
    expect(await room.types('settings gale entries:key in:slack:C1', at)).toContain('entries all → key');
    expect(await room.presses('Undo', at)).toContain('Taken back');
    expect(room.world.relay.directory.routes('slack:@U1').routes).toEqual([]);
  });

  it('changes nothing that others set up, and nothing in a workspace or by a right they do not have', async () => {
    const room = await createRoom({ follow: false });
    await room.types(`follow ${PAGE} gale`);
    const eve = { channel: 'slack:@U7', person: { ...BEN, id: 'slack:U7', admin: true } } as const;

    expect(await room.refused('settings gale entries:key in:slack:C1', eve)).toContain(
      'only what your own channels follow',
    );
    expect(
      await room.refused('settings gale entries:key in:slack:C1', {
        channel: 'slack:@U1',
        person: { ...BEN, id: 'slack:U1' },
      }),
    ).toContain('Only people who manage');
  });

  it('lists what their channels follow, the configuration file’s too, which it cannot change', async () => {
    const room = await createRoom();
    const { directory } = room.world.relay;
    await directory.change('slack:C1', (known) => ({
      ...known,
      routes: known.routes.map((route) => ({ ...route, origin: 'config' })),
    }));
    const at = { channel: 'slack:@U2', person: BEN, memberOf: ['slack:C1'] } as const;

    expect(await room.types('home', at)).toMatch(/in slack:C1 – live, .*set in the configuration file/u);
    expect(room.buttons().map(({ label }) => label)).toEqual(expect.not.arrayContaining(['Settings', 'Unfollow']));
    expect(await room.types('home', { ...at, memberOf: [] })).toContain('None yet.');
  });

  it('says of each how it does there: quiet hours, pauses, what cannot be posted', async () => {
    const room = await createRoom();
    await room.types('quiet 23:00-07:00');
    await room.types('pause');

    expect(await room.types('home', { channel: 'slack:@U1', memberOf: ['slack:C1'] })).toMatch(
      /quiet hours 23:00 to 07:00, paused/u,
    );
  });

  it('adds a live blog to a channel they are in, which hears of it, and takes it back', async () => {
    const room = await createRoom({ follow: false });
    const at = { channel: 'slack:@U1', memberOf: ['slack:C1'] } as const;
    await room.types('home', at);

    expect(await room.presses('Add a live blog', at)).toBe(
      'form Follow a live blog → follow\nurl=\nin=\nlayout=channel\nentries=all\nonly=\nexcept=\nbackfill=card\nname=',
    );
    const options = { url: PAGE, in: 'slack:C1', layout: 'thread', entries: 'key' };
    const added = await room.run('follow', { ...at, options });
    expect(added).toMatchObject({ kind: 'reply', announceIn: 'slack:C1' });
    expect(room.world.relay.directory.routes('slack:C1').routes[0]?.versions[0]?.settings).toMatchObject({
      layout: 'thread',
      entries: 'key',
    });
    expect(await room.presses('Undo', at)).toContain('» Ana took back');
    expect(room.world.relay.directory.routes('slack:C1').routes).toEqual([]);
    expect(await room.refused('follow', { ...at, options: { ...options, in: 'slack:C2' } })).toContain(
      'only what your own channels follow',
    );
  });

  it('stops following for a channel, which can be taken back though nothing of theirs is left there', async () => {
    const room = await createRoom({ follow: false });
    const at = { channel: 'slack:@U1', memberOf: ['slack:C1'] } as const;
    await room.types(`follow ${PAGE} gale`);
    await room.types('home', at);

    expect(await room.presses('Unfollow', at)).toContain('» Ana made this channel stop following');
    expect(await room.presses('Undo', at)).toContain('Taken back');
    expect(room.world.relay.directory.routes('slack:C1').routes).toHaveLength(1);
  });
});
