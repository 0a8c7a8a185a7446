import { describe, expect, it } from 'vitest';
import type { SourceEntry } from '../../src/core/entry.ts';
import { SourceError } from '../../src/ports/source.ts';
import { CHANNEL, createRoom, PAGE, STORM } from '../support/commands-room.ts';
import { snapshotOf, update } from '../support/entries.ts';

type Room = Awaited<ReturnType<typeof createRoom>>;

const FERRY = 'The ferry to Gull Island has been cancelled until Friday, the company says.';
const LONG =
  'The harbour master asks everybody to keep away from the quay tonight because the waves are breaking over the sea wall and the lamps are out.';
const ferry = (text: string) => update('e2', text, { minute: 2, url: `${PAGE}#e2`, flags: ['key'] });
const long = (id: string, minute: number) => update(id, LONG, { minute, url: `${PAGE}#${id}` });
const publish = (room: Room, ...more: readonly SourceEntry[]) => room.publish([...room.world.page.entries, ...more]);
const rewrite = (room: Room, entry: SourceEntry) =>
  room.publish(room.world.page.entries.map((one) => (one.sourceId === entry.sourceId ? entry : one)));

/** What was set, what happened, what is asked, and which rule the answer names. */
const REASONS: readonly (readonly [
  what: string,
  set: readonly string[],
  happens: (room: Room) => Promise<unknown>,
  asked: string,
  told: RegExp,
])[] = [
  [
    'it matches no filter',
    ['settings storm only: regatta'],
    (room) => publish(room, ...STORM),
    'gull',
    /only: regatta[\s\S]*empty only/,
  ],
  [
    'a filter leaves it out',
    ['settings storm except: sport'],
    (room) => publish(room, ...STORM),
    'football',
    /except: sport\), by “Sport”/,
  ],
  [
    'it is no key event',
    ['settings storm entries:key'],
    (room) => publish(room, ...STORM),
    'football',
    /entries: key\)[\s\S]*entries: all/,
  ],
  [
    'quiet hours',
    ['quiet 17:00-23:00'],
    (room) => publish(room, ...STORM),
    'football',
    /quiet hours of this channel, until 23:00[\s\S]*quiet off/,
  ],
  [
    'quiet hours that let nothing through',
    ['quiet 17:00-23:00 strict'],
    (room) => publish(room, ...STORM),
    'gull',
    /Nothing comes through them \(strict\)/,
  ],
  ['a pause', ['pause 2h'], (room) => publish(room, ...STORM), 'football', /paused until 20:00[\s\S]*resume/],
  ['a digest', ['digest every 30m'], (room) => publish(room, ...STORM), 'football', /comes at 18:30[\s\S]*digest off/],
  [
    'a repetition folded',
    [],
    async (room) => {
      await publish(room, long('e8', 8));
      await publish(room, long('e9', 49));
    },
    `${PAGE}#e9`,
    /reposts: fold/,
  ],
  [
    'a repetition left out',
    ['settings storm reposts:skip'],
    async (room) => {
      await publish(room, long('e8', 8));
      await publish(room, long('e9', 49));
    },
    `${PAGE}#e9`,
    /reposts: skip/,
  ],
  [
    'a correction not shown',
    ['settings storm edits:ignore'],
    async (room) => {
      await publish(room, ...STORM);
      await rewrite(room, ferry(FERRY.replace('Friday', 'Monday')));
    },
    'gull',
    /left as it was \(edits: ignore\)/,
  ],
  [
    'a change too small to tell',
    [],
    async (room) => {
      await publish(room, ...STORM);
      await rewrite(room, ferry(`${FERRY}.`));
    },
    'gull',
    /too small to be called a correction/,
  ],
  [
    'it was there before',
    [],
    async () => undefined,
    'harbour master',
    /before this channel began to follow storm[\s\S]*backfill is none/,
  ],
  [
    'a burst',
    [],
    (room) => publish(room, ...STORM, update('e4', 'The lamps are out.', { minute: 4 })),
    'lamps',
    /together with 3 others[\s\S]*burst: 4/,
  ],
  [
    'somebody deleted it',
    [],
    async (room) => {
      await publish(room, ...STORM);
      const [message] = room.world.chat.channel(CHANNEL).slice(1, 2);
      await room.world.relay.channelEvent({ kind: 'deleted', channel: CHANNEL, message: message?.id ?? '' });
      await room.world.pass(20);
    },
    'gull',
    /somebody deleted the message here/,
  ],
  [
    'the source withdrew it',
    [],
    async (room) => {
      await publish(room, ...STORM);
      await room.publish(
        room.world.page.entries.filter(({ sourceId }) => sourceId !== 'e2'),
        60,
      );
    },
    'gull',
    /taken down again[\s\S]*removals: strike/,
  ],
  [
    'the source withdrew it and it stays',
    ['settings storm removals:ignore'],
    async (room) => {
      await publish(room, ...STORM);
      await room.publish(
        room.world.page.entries.filter(({ sourceId }) => sourceId !== 'e2'),
        60,
      );
    },
    'gull',
    /stays here all the same \(removals: ignore\)/,
  ],
];

describe('why', () => {
  it.each(REASONS)('%s: the rule is named, with the setting to change', async (_, set, happens, asked, told) => {
    const room = await createRoom();
    for (const line of set) await room.types(line);
    await happens(room);

    expect(await room.types(`why ${asked}`)).toMatch(told);
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
