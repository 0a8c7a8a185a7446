import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/ports/adapter.ts';
import { update } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

const C = 'slack:C1';
const tide = (text = 'The tide is over the quay wall.') => update('tide', text, { minute: 0 });
const ferry = (text = 'The evening ferry has turned back.') => update('ferry', text, { minute: 1 });
const lamp = (text = 'The harbour lamp is out.') => update('lamp', text, { minute: 2 });

async function followed(settings = {}, entries = [tide()]) {
  const world = createWorld();
  world.page.entries = entries;
  await world.follow(C, settings);
  await world.start();
  await world.pass(2);
  return world;
}

describe('a blog that is followed for the first time', () => {
  it('posts nothing of what was there before', async () => {
    const world = await followed();

    expect(world.texts(C)).toEqual([]);
  });

  it.each([
    ['latest', ['The evening ferry has turned back.']],
    ['all', ['The tide is over the quay wall.', 'The evening ferry has turned back.']],
    [1, ['The evening ferry has turned back.']],
  ] as const)('posts what backfill %s asks for', async (backfill, texts) => {
    const world = await followed({ backfill }, [tide(), ferry()]);

    expect(world.texts(C)).toEqual(texts);
  });
});

describe('a new entry', () => {
  it('is posted once', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry()];
    await world.pass(60);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back.']);
    expect(world.chat.effects.posts).toBe(1);
  });

  it('comes after those published before it', async () => {
    const world = await followed();
    world.page.entries = [tide(), lamp(), ferry()];
    await world.pass(60);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back.', 'The harbour lamp is out.']);
  });
});

describe('a correction', () => {
  it('edits the message that carried the entry', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.page.entries = [tide(), ferry('Two evening ferries have turned back.')];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['Two evening ferries have turned back.']);
    expect(world.chat.effects).toEqual({ posts: 1, edits: 1, removals: 0 });
  });

  it('is a reply where the route says so', async () => {
    const world = await followed({ edits: 'reply' });
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.page.entries = [tide(), ferry('Two evening ferries have turned back.')];
    await world.pass(30);

    expect(world.texts(C)).toEqual([
      'The evening ferry has turned back.',
      'correction: Two evening ferries have turned back.',
    ]);
    expect(world.chat.channel(C)[1]?.under).toBe(world.chat.channel(C)[0]?.id);
  });

  it('is nothing where the route ignores edits', async () => {
    const world = await followed({ edits: 'ignore' });
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.page.entries = [tide(), ferry('Two evening ferries have turned back.')];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back.']);
  });

  it('is said under the message when the platform will not edit it any more', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.chat.failWith((call) => (call === 'edit' ? 'refuse-edit' : 'ok'));
    world.page.entries = [tide(), ferry('Two evening ferries have turned back.')];
    await world.pass(60);

    expect(world.texts(C)).toEqual([
      'The evening ferry has turned back.',
      'correction: Two evening ferries have turned back.',
    ]);
  });
});

describe('a withdrawn entry', () => {
  async function withdrawn(settings = {}) {
    const world = await followed(settings);
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(30);
    world.page.entries = [tide(), lamp()];
    await world.pass(60);
    return world;
  }

  it('is taken out of the channel', async () => {
    expect((await withdrawn()).texts(C)).toEqual(['The harbour lamp is out.']);
  });

  it('is struck through where the route says so', async () => {
    expect((await withdrawn({ removals: 'strike' })).texts(C)).toEqual([
      '~The evening ferry has turned back.~',
      'The harbour lamp is out.',
    ]);
  });

  it('stays where the route ignores removals', async () => {
    expect((await withdrawn({ removals: 'ignore' })).texts(C)).toHaveLength(2);
  });

  it('comes back when the page shows it again', async () => {
    const world = await withdrawn();
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(60);

    expect(world.texts(C)).toContain('The evening ferry has turned back.');
  });
});

describe('a message that a moderator deleted', () => {
  it('is never posted again, not even when its entry is corrected', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.chat.moderate(C, world.chat.channel(C)[0]?.id ?? '');
    world.page.entries = [tide(), ferry('Two evening ferries have turned back.')];
    await world.pass(60);

    expect(world.texts(C)).toEqual([]);
  });
});

describe('a burst', () => {
  it('is folded into few messages, in order', async () => {
    const world = await followed();
    const many = Array.from({ length: 20 }, (_, i) => update(`r${i}`, `Report ${i}.`, { minute: i + 1 }));
    world.page.entries = [tide(), ...many];
    await world.pass(30);

    expect(world.texts(C).join(' | ')).toBe(many.map((entry) => entry.body.text).join(' | '));
    expect(world.chat.effects.posts).toBe(3);
  });

  it.each([
    ['delete', 'post'],
    ['delete', 'ignore'],
    ['strike', 'ignore'],
  ] as const)('shows again what was withdrawn and came back (removals: %s, edits: %s)', async (removals, edits) => {
    const world = await followed({ burst: 2, removals, edits });
    const all = [tide(), ferry(), lamp(), update('mast', 'A mast is down.', { minute: 3 })];
    world.page.entries = all;
    await world.pass(30);
    const before = world.texts(C);
    world.page.entries = all.filter(({ sourceId }) => sourceId !== 'ferry');
    await world.pass(60);
    expect(world.texts(C)).not.toEqual(before);
    world.page.entries = all;
    await world.pass(60);

    expect(world.texts(C)).toEqual(before);
  });

  it('takes out of a fold what is withdrawn', async () => {
    const world = await followed();
    const many = Array.from({ length: 6 }, (_, i) => update(`r${i}`, `Report ${i}.`, { minute: i + 1 }));
    world.page.entries = [tide(), ...many];
    await world.pass(30);
    world.page.entries = [tide(), ...many.filter((_, i) => i !== 2)];
    await world.pass(60);

    expect(world.texts(C)).toEqual(['Report 0. | Report 1. | Report 3. | Report 4. | Report 5.']);
  });
});

describe('filters', () => {
  it('keep entries that match any of only, and none of except', async () => {
    const world = await followed({ only: ['ferry', 'lamp'], except: ['out'] });
    world.page.entries = [tide(), ferry(), lamp(), update('dog', 'A dog was rescued.', { minute: 3 })];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back.']);
  });

  it('let in an entry that a correction makes match', async () => {
    const world = await followed({ only: ['ferry'] });
    world.page.entries = [tide(), ferry('The evening boat has turned back.')];
    await world.pass(30);
    world.page.entries = [tide(), ferry()];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back.']);
  });

  it('leave alone what was posted, and keep it true, when a correction makes it stop matching', async () => {
    const world = await followed({ only: ['ferry'] });
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.page.entries = [tide(), ferry('The evening boat has turned back.')];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['The evening boat has turned back.']);
  });

  it('show key events alone where the route wants only those', async () => {
    const world = await followed({ entries: 'key' });
    world.page.entries = [tide(), ferry(), { ...lamp(), flags: ['key'] }];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['The harbour lamp is out.']);
  });
});

describe('thread layout', () => {
  it('needs no second card to say where the blog stands', async () => {
    const world = await followed({ layout: 'thread', backfill: 'card' }, [tide(), ferry()]);
    await world.pass(10);

    expect(world.chat.channel(C).map(({ post }) => post.kind)).toEqual(['card']);
  });

  it('puts entries under a card that is kept up to date', async () => {
    const world = await followed({ layout: 'thread' });
    world.page.entries = [tide(), ferry()];
    await world.pass(90);

    const [card, entry] = world.chat.channel(C);
    expect(world.texts(C)).toEqual(['card: live 2', 'The evening ferry has turned back.']);
    expect(entry?.under).toBe(card?.id);
  });

  it('goes on in the channel when a moderator deletes the thread, under a card that is kept up to date', async () => {
    const world = await followed({ layout: 'thread' });
    const [card] = world.chat.channel(C);
    world.chat.failWith((call, { under }) =>
      call === 'post' && under === card?.id ? new DeliveryError('thread-gone', 'no such thread') : 'ok',
    );
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(90);

    expect(world.texts(C)).toEqual(['card: live 3', 'The evening ferry has turned back.', 'The harbour lamp is out.']);
  });

  it('goes on in the channel when a moderator deletes the card', async () => {
    const world = await followed({ layout: 'thread' });
    world.chat.moderate(C, world.chat.channel(C)[0]?.id ?? '');
    world.page.entries = [tide(), ferry()];
    await world.pass(90);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back.']);
  });
});

describe('pauses, quiet hours and digests', () => {
  it('hold entries until the quiet hours end, but for what breaks through', async () => {
    const quiet = { from: '17:00', to: '18:02', timezone: 'UTC', breakthrough: 'key' } as const;
    const world = await followed({ quiet });
    world.page.entries = [tide(), ferry(), { ...lamp(), flags: ['key'] }];
    await world.pass(60);
    expect(world.texts(C)).toEqual(['The harbour lamp is out.']);

    await world.pass(120);
    expect(world.texts(C)).toEqual(['The harbour lamp is out.', 'The evening ferry has turned back.']);
  });

  it('give one message at the time of the digest', async () => {
    const world = await followed({ digest: '*/5 * * * *' });
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(60);
    expect(world.texts(C)).toEqual([]);

    await world.pass(300);
    expect(world.texts(C)).toEqual(['The evening ferry has turned back. | The harbour lamp is out.']);
  });

  it('hold entries while the channel is paused, and fold them afterwards', async () => {
    const world = await followed();
    const { directory } = world.relay;
    await directory.change(C, (known, from) => ({ ...known, pauses: [{ from }] }));
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(30);
    expect(world.texts(C)).toEqual([]);

    await directory.change(C, (known, to) => ({ ...known, pauses: known.pauses.map((pause) => ({ ...pause, to })) }));
    await world.relay.wakeChannel(C);
    await world.pass(5);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back. | The harbour lamp is out.']);
  });
});

describe('settle', () => {
  it('posts an entry once it has calmed down, as it then is', async () => {
    const world = await followed({ settle: 25_000 });
    world.page.entries = [tide(), ferry('The evening fery has turned back.')];
    await world.pass(15);
    world.page.entries = [tide(), ferry()];
    await world.pass(60);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back.']);
    expect(world.chat.effects).toEqual({ posts: 1, edits: 0, removals: 0 });
  });
});

describe('a changed route', () => {
  it('holds for what comes from then on, and leaves alone what was posted', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    await world.follow(C, { only: ['lamp'] });
    world.page.entries = [tide(), ferry(), update('dog', 'A dog was rescued.', { minute: 3 }), lamp()];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['The evening ferry has turned back.', 'The harbour lamp is out.']);
  });
});

describe('a mention', () => {
  it('pings when a key event is posted, and not when it is edited', async () => {
    const world = await followed({ mention: { on: 'key', text: '<@&1>' } });
    world.page.entries = [tide(), ferry(), { ...lamp(), flags: ['key'] }];
    await world.pass(30);

    expect(world.chat.channel(C).map((message) => message.mentions)).toEqual([false, true]);
  });
});

describe('a route that hides what happened', () => {
  it('hides it in every message: cards, entries, corrections', async () => {
    const world = await followed({ spoiler: true, layout: 'thread', edits: 'reply' });
    world.page.entries = [tide(), ferry()];
    await world.pass(60);
    world.page.entries = [tide(), ferry('The evening ferry has turned back and waits.')];
    await world.pass(120);

    const posts = world.chat.channel(C).map(({ post }) => post);
    expect(posts.map(({ kind }) => kind).toSorted()).toEqual(['card', 'correction', 'entry']);
    for (const post of posts) expect(post.spoiler).toBe(true);
  });
});
