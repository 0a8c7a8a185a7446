import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/ports/source.ts';
import { CHANNEL, createRoom, PAGE, STORM } from '../support/commands-room.ts';
import { snapshotOf, update } from '../support/entries.ts';

type Room = Awaited<ReturnType<typeof createRoom>>;

const FERRY = 'The ferry to Gull Island has been cancelled until Friday, the company says.';
const LONG =
  'The harbour master asks everybody to keep away from the quay tonight because the waves are breaking over the sea wall and the lamps are out.';
const ferry = (text: string) => update('e2', text, { minute: 2, url: `${PAGE}#e2`, flags: ['key'] });
const long = (id: string, minute: number) => update(id, LONG, { minute, url: `${PAGE}#${id}` });
const repeated = async (room: Room) => {
  await room.adds(long('e8', 8));
  await room.adds(long('e9', 49));
};
const rewritten = (text: string) => (room: Room) =>
  room.publish(room.world.page.entries.map((entry) => (entry.sourceId === 'e2' ? ferry(text) : entry)));
const withdrawn = (room: Room) =>
  room.publish(
    room.world.page.entries.filter(({ sourceId }) => sourceId !== 'e2'),
    60,
  );
const deletedByHand = async (room: Room) => {
  const [message] = room.world.chat.channel(CHANNEL).slice(1, 2);
  await room.world.relay.channelEvent({ kind: 'deleted', channel: CHANNEL, message: message?.id ?? '' });
  await room.world.pass(20);
};

describe('why, when the storm comes to a channel', () => {
  it.each([
    ['settings storm only: regatta', 'gull', /only: regatta[\s\S]*empty only/],
    ['settings storm except: sport', 'football', /except: sport\), by “Sport”/],
    ['settings storm entries:key', 'football', /entries: key\)[\s\S]*entries: all/],
    ['quiet 17:00-23:00', 'football', /quiet hours of this channel, until 23:00[\s\S]*quiet off/],
    ['quiet 17:00-23:00 strict', 'gull', /Nothing comes through them \(strict\)/],
    ['pause 2h', 'football', /paused until 20:00[\s\S]*resume/],
    ['digest every 30m', 'football', /comes at 18:30[\s\S]*digest off/],
  ])('that has “%s”: of %s it names that rule and what changes it', async (set, asked, told) => {
    const room = await createRoom();
    await room.types(set);
    await room.adds(...STORM);

    expect(await room.types(`why ${asked}`)).toMatch(told);
  });

  it.each([
    ['a change too small to tell', rewritten(`${FERRY}.`), /too small to be called a correction/],
    ['somebody deleted it', deletedByHand, /somebody deleted the message here/],
    ['the source withdrew it', withdrawn, /taken down again[\s\S]*removals: strike/],
  ])('and %s: the answer says so', async (_, happens, told) => {
    const room = await createRoom();
    await room.adds(...STORM);
    await happens(room);

    expect(await room.types('why gull')).toMatch(told);
  });

  it.each([
    ['edits:ignore', rewritten(FERRY.replace('Friday', 'Monday')), /left as it was \(edits: ignore\)/],
    ['removals:ignore', withdrawn, /stays here all the same \(removals: ignore\)/],
  ])('that has %s: of an entry that changed it names that rule', async (set, happens, told) => {
    const room = await createRoom();
    await room.types(`settings storm ${set}`);
    await room.adds(...STORM);
    await happens(room);

    expect(await room.types('why gull')).toMatch(told);
  });

  it('and a fourth entry with it: they are a burst', async () => {
    const room = await createRoom();
    await room.adds(...STORM, update('e4', 'The lamps are out.', { minute: 4 }));

    expect(await room.types('why lamps')).toMatch(/together with 3 others[\s\S]*burst: 4/);
  });
});

describe('why', () => {
  it.each(['fold', 'skip'])('of a repetition names reposts: %s', async (reposts) => {
    const room = await createRoom();
    await room.types(`settings storm reposts:${reposts}`);
    await repeated(room);

    expect(await room.types(`why ${PAGE}#e9`)).toContain(`reposts: ${reposts}`);
  });

  it('of an entry from before says that backfill decides', async () => {
    const room = await createRoom();

    expect(await room.types('why harbour master')).toMatch(
      /before this channel began to follow storm[\s\S]*backfill is none/,
    );
  });
});

describe('a private address', () => {
  const SECRET = 'https://ann:pass@saltmere.example/live?token=tide123';

  it.each(['list', 'status', 'latest', 'summary'])('is not told by %s', async (line) => {
    const room = await createRoom({ follow: false });
    room.pages.set(SECRET, snapshotOf(STORM));
    await room.types(`follow ${SECRET} storm`);
    await room.world.pass(20);
    room.world.page.broken = new SourceError('unreachable', `${SECRET} did not answer.`);
    await room.world.pass(60);
    const answer = JSON.stringify(await room.run(line));

    expect(answer).toContain('Storm over Saltmere');
    expect(answer).not.toMatch(/pass@|tide123/);
  });
});
