import { describe, expect, it } from 'vitest';
import { BEN, CHANNEL, createRoom, STORM } from '../support/commands-room.ts';
import { update } from '../support/entries.ts';

async function spoilerRoom(more = '') {
  const room = await createRoom();
  await room.types(`settings storm spoiler:on ${more}`);
  await room.world.pass(2);
  return room;
}

describe('what a spoiler message hides', () => {
  it('is shown to whoever asks, and to nobody else', async () => {
    const room = await spoilerRoom();
    await room.adds(...STORM);
    const [, ferry] = room.world.chat.channel(CHANNEL);
    expect(ferry?.post.spoiler).toBe(true);

    const answer = await room.run('reveal', { message: ferry?.id ?? '', person: BEN });

    expect(answer).toMatchObject({ kind: 'reply', visibility: 'private' });
    const post = answer.kind === 'reply' && answer.blocks[0]?.kind === 'post' ? answer.blocks[0].post : undefined;
    expect(post?.spoiler).toBeUndefined();
    expect(await room.types('reveal', { message: ferry?.id ?? '' })).toBe(
      'post: The ferry to Gull Island has been cancelled until Friday, the company says.',
    );
  });

  it('is all of a folded message, and the card of a thread', async () => {
    const room = await spoilerRoom('layout:thread');
    const waves = Array.from({ length: 5 }, (_, n) => update(`w${n}`, `Wave ${n}.`, { minute: 5 }));
    await room.adds(...waves);
    const [card, fold] = room.world.chat.channel(CHANNEL);

    expect(await room.types('reveal', { message: fold?.id ?? '' })).toBe(
      'post: Wave 0. | Wave 1. | Wave 2. | Wave 3. | Wave 4.',
    );
    expect(await room.types('reveal', { message: card?.id ?? '' })).toContain('post: card: live');
  });

  it('is the entry as it is now, where the message is a note about it', async () => {
    const room = await spoilerRoom('edits:reply');
    await room.adds(...STORM);
    const corrected = STORM.map((entry) =>
      entry.sourceId === 'e2' ? update('e2', 'The ferry to Gull Island goes again on Monday.', { minute: 2 }) : entry,
    );
    await room.publish([...room.world.page.entries.slice(0, 1), ...corrected]);
    const note = room.world.chat.channel(CHANNEL).find(({ post }) => post.kind === 'correction');
    const seq = note?.post.kind === 'correction' ? note.post.view.seq : undefined;

    expect(await room.types(`reveal storm ${seq}`, { message: 'unknown' })).toContain('goes again on Monday');
    expect(await room.refused('reveal', { message: 'unknown' })).toContain('latest');
  });
});
