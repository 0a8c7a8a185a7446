import { describe, expect, it } from 'vitest';
import { CHANNEL, createRoom, PAGE, STORM } from '../support/commands-room.ts';
import { update } from '../support/entries.ts';

async function stormyRoom() {
  const room = await createRoom();
  await room.adds(...STORM);
  return room;
}

const REFUSED = 'It was not posted:';

describe('why', () => {
  it('finds an entry by link, words, id and message', async () => {
    const room = await stormyRoom();
    const message = room.world.chat.channel(CHANNEL)[1]?.id ?? '';

    for (const line of [`why ${PAGE}#e2`, `why <${PAGE}#e2>`, 'why gull island', 'why e2', `why ${message}`]) {
      room.world.clock.advance(3_000);
      expect(await room.types(line)).toContain('The ferry to Gull Island');
    }
    expect(await room.types('why', { message })).toContain('It was posted at 18:00');
  });

  it('knows which of several entries in one message is meant', async () => {
    const room = await createRoom();
    const waves = Array.from({ length: 5 }, (_, n) => update(`w${n}`, `Wave ${n} came.`, { minute: 5 }));
    await room.adds(...waves);
    const [fold] = room.world.chat.channel(CHANNEL);
    const views = fold?.post.kind === 'fold' ? fold.post.views : [];
    const third = views.find(({ entry }) => entry.body.text === 'Wave 2 came.');
    const message = fold?.id ?? '';

    expect(await room.types(`why #${third?.seq}`, { message })).toContain('Wave 2 came.');
    expect(await room.types(`history #${third?.seq}`, { message })).toContain('Wave 2 came.');
    expect(await room.types(`mute #${third?.seq}`, { message })).toContain('form Mute in storm');
    expect(await room.refused('why #9999', { message })).toContain('No entry here fits');
    expect(await room.types('why', { message })).toMatch(/Wave 4 came.*did you mean one of these\?\nWave 0 came/su);
  });

  it.each([
    ['only: regatta', `${REFUSED} it matches none of what this route keeps (only: regatta).`],
    ['except: gull', `${REFUSED} it matches what this route leaves out (except: gull), by “Gull”.`],
    ['entries: key', 'It was posted at 18:00'],
  ])('names the rule: %s', async (rule, said) => {
    const room = await createRoom();
    await room.types(`settings storm ${rule}`);
    await room.adds(...STORM);

    expect(await room.types('why gull island')).toContain(said);
  });

  it('names key events only, with the setting to change', async () => {
    const room = await createRoom();
    await room.types('settings storm entries: key');
    await room.adds(...STORM);

    expect(await room.types('why football')).toContain(`${REFUSED} it is no key event`);
    expect(await room.presses('Settings')).toContain('entries=key');
  });

  it('names what was there before', async () => {
    const room = await stormyRoom();

    expect(await room.types('why harbour master')).toContain('it was there before this channel began to follow storm');
  });

  it('says that a person deleted the message, and that the source withdrew the entry', async () => {
    const room = await stormyRoom();
    const [first] = room.world.chat.channel(CHANNEL);
    room.world.chat.moderate(CHANNEL, first?.id ?? '');
    await room.world.relay.channelEvent({ kind: 'deleted', channel: CHANNEL, message: first?.id ?? '' });
    await room.publish(
      room.world.page.entries.filter((entry) => entry.sourceId !== 'e2'),
      60,
    );

    expect(await room.types('why sea wall')).toContain('somebody deleted the message here');
    expect(await room.types('why gull island')).toContain('taken down again');
  });

  it('offers other entries that the words fit', async () => {
    const room = await stormyRoom();

    expect(await room.types('why the')).toContain('Or did you mean one of these?');
  });

  it('refuses what it cannot find', async () => {
    const room = await stormyRoom();

    expect(await room.refused('why lighthouse')).toContain('No entry here fits “lighthouse”');
    expect(await room.refused('why https://saltmere.example/other#1')).toContain('a blog this channel does not follow');
    expect(await room.refused('why')).toContain('Give a link to it, or some words from it.');
    expect(await room.refused('why', { message: 'm99' })).toContain('That message shows no entry');
    expect(await room.types('wy gull')).toContain('“wy” was read as why');
  });
});

describe('history', () => {
  it('shows what changed, word by word', async () => {
    const room = await stormyRoom();
    await room.publish(
      room.world.page.entries.map((entry) =>
        entry.sourceId === 'e2'
          ? update('e2', 'The ferry to Gull Island has been cancelled until Sunday, the company says.', {
              minute: 2,
              title: 'No ferries',
            })
          : entry,
      ),
    );
    const said = await room.types('history no ferries');

    expect(said).toContain('It was changed 1 time; the latest first.');
    expect(said).toContain('Title: No ferries');
    expect(said).toContain('Island has been cancelled until Friday Sunday, the company says.');
  });

  it('says that an entry was never changed, or withdrawn', async () => {
    const room = await stormyRoom();

    expect(await room.types('history football')).toContain('It was never changed');
    await room.publish(
      room.world.page.entries.filter((entry) => entry.sourceId !== 'e2'),
      60,
    );
    expect(await room.types('history gull island')).toContain('The source withdrew it at');
  });

  it('refuses what it cannot find, and forgives a typo', async () => {
    const room = await stormyRoom();

    expect(await room.refused('history lighthouse')).toContain('No entry here fits');
    expect(await room.types('histroy football')).toContain('“histroy” was read as history');
  });
});

describe('suggestions while typing', () => {
  const partial = {
    platform: 'discord',
    channel: CHANNEL,
    person: { id: 'slack:U1', admin: true, roles: [] },
  } as const;

  it('show titles and hide names', async () => {
    const room = await createRoom();

    expect(await room.commands.complete({ ...partial, name: 'latest', option: 'blog', typed: 'SALT' })).toEqual([
      { label: 'Storm over Saltmere', value: 'storm' },
    ]);
    expect(await room.commands.complete({ ...partial, name: 'latest', option: 'blog', typed: 'regatta' })).toEqual([]);
  });

  it('offer times and a person’s alerts', async () => {
    const room = await createRoom();
    await room.types('alert add "sea wall"');

    expect((await room.commands.complete({ ...partial, name: 'summary', option: 'since', typed: '2' }))[1]?.value).toBe(
      '2h',
    );
    expect(await room.commands.complete({ ...partial, name: 'alert remove', option: 'query', typed: 'sea' })).toEqual([
      { label: '"sea wall"', value: '"sea wall"' },
    ]);
    expect(await room.commands.complete({ ...partial, name: 'alert add', option: 'query', typed: 'sea' })).toEqual([]);
  });
});
