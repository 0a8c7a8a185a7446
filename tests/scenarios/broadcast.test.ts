import { describe, expect, it } from 'vitest';
import { CHANNEL, createRoom, PAGE } from '../support/commands-room.ts';
import { update } from '../support/entries.ts';
import { textOf } from '../support/world.ts';

const entries = [
  update('rain', 'Rain goes on.', { minute: 1, url: `${PAGE}#rain` }),
  update('gates', 'The gates are closed.', { minute: 2, url: `${PAGE}#gates`, flags: ['key'] }),
  update('flood', 'The quay is under water.', { minute: 3, url: `${PAGE}#flood`, flags: ['breaking'] }),
];

async function inThread(broadcast: string) {
  const room = await createRoom();
  await room.types(`settings storm layout:thread broadcast:${broadcast}`);
  await room.world.pass(2);
  await room.adds(...entries);
  return room;
}

/** Posts of the thread that stand in the channel too. */
const inChannelToo = (room: Awaited<ReturnType<typeof inThread>>) =>
  room.world.chat
    .channel(CHANNEL)
    .filter(({ post, under }) => under !== undefined && post.broadcast === true)
    .map(({ post }) => textOf(post));

describe('key events of a thread', () => {
  it.each([
    ['off', []],
    ['key', ['The gates are closed.', 'The quay is under water.']],
    ['breaking', ['The quay is under water.']],
  ])('with broadcast: %s stand in the channel too: %j', async (broadcast, shown) => {
    expect(inChannelToo(await inThread(broadcast))).toEqual(shown);
  });

  it('many at once are one message, which stands there when one of them is', async () => {
    const room = await createRoom();
    await room.types('settings storm layout:thread broadcast:key');
    const burst = Array.from({ length: 5 }, (_, n) =>
      update(`b${n}`, `Wave ${n}.`, { minute: n, flags: n === 3 ? ['key'] : [] }),
    );
    await room.adds(...burst);

    expect(inChannelToo(room)).toEqual(['Wave 0. | Wave 1. | Wave 2. | Wave 3. | Wave 4.']);
  });

  it('are not taken back when the entry ceases to be one, nor shown later when it becomes one', async () => {
    const room = await inThread('key');
    const [calm, , , flood] = room.world.page.entries;
    await room.publish([
      ...(calm === undefined || flood === undefined ? [] : [calm, flood]),
      update('rain', 'Rain goes on.', { minute: 1, url: `${PAGE}#rain`, flags: ['key'] }),
      update('gates', 'The gates are closed.', { minute: 2, url: `${PAGE}#gates` }),
    ]);

    expect(inChannelToo(room)).toEqual(['The gates are closed.', 'The quay is under water.']);
    expect(await room.types('why rain')).toContain(
      'It is not shown in the channel too: it became a key event only after it was posted (broadcast: key).',
    );
    expect(await room.types('why gates closed')).toContain('shown in the channel too: it was a key event when it came');
  });

  it('say why they stand there', async () => {
    const room = await inThread('key');

    expect(await room.types('why gates closed')).toContain(
      'shown in the channel too: it was a key event when it came (broadcast: key)',
    );
    expect(await room.types('why rain')).not.toContain('channel too');
    expect(await room.types('list')).toContain('key events here too');
    expect(await room.types('settings storm')).toContain('broadcast=key');
  });

  it('are refused where the platform cannot show them in both', async () => {
    const room = await createRoom();
    room.room.broadcasts = false;

    expect(await room.refused('settings storm layout:thread broadcast:key')).toContain('card on top of the thread');
    expect(await room.types('settings storm')).not.toContain('broadcast');
  });
});
