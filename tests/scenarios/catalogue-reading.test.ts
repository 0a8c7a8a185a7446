import { describe, expect, it } from 'vitest';
import { renderPost } from '../../adapters/slack/render.ts';
import type { SourceEntry } from '../../src/core/entry.ts';
import { EVENING, update } from '../support/entries.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { processorTime } from '../support/processor-time.ts';
import { readAs } from '../support/read-as.ts';
import { createWorld, textOf } from '../support/world.ts';

/* The failures that users of such programs report, by their numbers in our catalogue: what concerns the reading of a blog. */

const C = 'slack:C1';
const tide = (text = 'The tide is over the quay wall.') => update('tide', text, { minute: 0 });
const ferry = (text = 'The evening ferry has turned back.') => update('ferry', text, { minute: 1 });
const lamp = (text = 'The harbour lamp is out.') => update('lamp', text, { minute: 2 });
const FERRY = 'The evening ferry has turned back.';
const LAMP = 'The harbour lamp is out.';

async function followed(entries: readonly SourceEntry[] = [tide()]) {
  const world = createWorld();
  world.page.entries = entries;
  await world.follow(C);
  await world.start();
  await world.pass(2);
  return world;
}

type Item = { readonly guid: string; readonly words: string; readonly date?: string; readonly link?: string };

/** A feed as its server writes it, in the order given. */
function feedEntries(items: readonly Item[]) {
  const written = items.map(
    ({ guid, words, date, link }) =>
      `<item><title>${words}</title><description>${words} More is known later tonight.</description>` +
      `<guid isPermaLink="false">${guid}</guid>${link === undefined ? '' : `<link>${link}</link>`}` +
      `${date === undefined ? '' : `<pubDate>${date}</pubDate>`}</item>`,
  );
  return readAs(
    'rss',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Storm over Saltmere</title>` +
      `<link>https://saltmere.example/live</link><description>d</description>${written.join('')}</channel></rss>`,
  ).entries;
}

const at = (clock: string) => `Thu, 05 Mar 2026 ${clock}:00 GMT`;

describe('failures of the field in reading', () => {
  it('1: a moved date posts and edits nothing', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.page.entries = [tide(), { ...ferry(), publishedAt: (ferry().publishedAt ?? 0) + 3_600_000 }];
    await world.pass(60);

    expect(world.texts(C)).toEqual([FERRY]);
    expect(world.chat.effects).toEqual({ posts: 1, edits: 0, removals: 0 });
  });

  it('2: a back-dated entry in the middle of the list is posted, in its place', async () => {
    const world = await followed([tide(), update('end', 'The pier is closed.', { minute: 1 })]);
    const old = update('old', 'A ship left the harbour at noon.', { minute: -7 * 60 });
    world.page.entries = [tide(), old, update('end', 'The pier is closed.', { minute: 1 }), lamp()];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['A ship left the harbour at noon.', LAMP]);
  });

  it('3: two entries with one date are both posted', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry(), update('same', 'The pier is closed.', { minute: 1 })];
    await world.pass(60);

    expect(world.texts(C)).toEqual([FERRY, 'The pier is closed.']);
  });

  it('4: an entry without any date is posted, with the time of first sight marked as such', async () => {
    const world = await followed();
    world.page.entries = [tide(), update('ferry', FERRY)];
    await world.pass(30);

    const [shown] = world.chat.channel(C);
    expect(world.texts(C)).toEqual([FERRY]);
    if (shown?.post.kind !== 'entry') throw new Error('no entry was posted');
    expect(shown.post.view.entry.publishedAt).toBeUndefined();
    expect(shown.post.view.firstSeenAt).toBeGreaterThan(EVENING);
    const { text, blocks } = renderPost(shown.post);
    expect(readMessage(text, blocks).text).toMatch(/first seen/iu);
  });

  it('5: a feed in no order is posted in order of time, once', async () => {
    const items = [
      { guid: 'a', words: 'The tide is over the quay wall.', date: at('18:00') },
      { guid: 'd', words: 'The pier is closed.', date: at('18:30') },
      { guid: 'b', words: 'The ferry has turned back.', date: at('18:10') },
      { guid: 'e', words: 'The lamp is lit again.', date: at('18:40') },
      { guid: 'c', words: 'The lamp is out.', date: at('18:20') },
    ];
    const world = await followed(feedEntries(items.slice(0, 1)));
    world.page.entries = feedEntries(items);
    await world.pass(30);
    world.page.entries = feedEntries([...items.slice(2), ...items.slice(0, 2)]);
    await world.pass(60);

    const shown = world.chat.channel(C).flatMap(({ post }) => (post.kind === 'fold' ? post.views : []));
    expect(shown.map(({ title }) => title)).toEqual([
      'The ferry has turned back.',
      'The lamp is out.',
      'The pier is closed.',
      'The lamp is lit again.',
    ]);
    expect(world.chat.effects.posts).toBe(1);
  });

  it('6: an empty feed is followed, and its first entries are news', async () => {
    const world = await followed([]);
    expect((await world.relay.seenSets.load('storm'))?.record.failure).toBeUndefined();

    world.page.entries = [tide(), ferry()];
    await world.pass(60);

    expect(world.texts(C)).toEqual(['The tide is over the quay wall.', FERRY]);
  });

  it('7: a guid that all items share is not their identity', async () => {
    const items = [
      { guid: 'live', words: 'The tide is over the quay wall.', date: at('18:00') },
      { guid: 'live', words: 'The ferry has turned back.', date: at('18:10') },
      { guid: 'live', words: 'The lamp is out.', date: at('18:20') },
    ];
    const world = await followed(
      feedEntries(items.slice(0, 1).concat({ guid: 'live', words: 'Wind rises.', date: at('17:00') })),
    );
    world.page.entries = feedEntries([
      ...items.toReversed(),
      { guid: 'live', words: 'Wind rises.', date: at('17:00') },
    ]);
    await world.pass(60);

    expect(world.chat.channel(C).map(({ post }) => (post.kind === 'entry' ? post.view.title : ''))).toEqual([
      'The ferry has turned back.',
      'The lamp is out.',
    ]);
  });

  it('7: a shared guid is no identity either when the oldest item slides off', async () => {
    const items = Array.from({ length: 6 }, (_, i) => ({
      guid: 'live',
      words: `Report ${i} from the sea wall.`,
      date: at(`18:${10 + i}`),
    }));
    const world = await followed(feedEntries(items.slice(0, 4)));
    world.page.entries = feedEntries(items.slice(1, 5));
    await world.pass(30);
    world.page.entries = feedEntries(items.slice(2, 6));
    await world.pass(60);

    expect(world.chat.channel(C).map(({ post }) => (post.kind === 'entry' ? post.view.title : ''))).toEqual([
      'Report 4 from the sea wall.',
      'Report 5 from the sea wall.',
    ]);
    expect(world.chat.effects.edits).toBe(0);
    const known = await world.relay.seenSets.load('storm');
    expect(known?.seen.records.map(({ past, removedAt }) => [past.length, removedAt])).toEqual(
      items.map(() => [0, undefined]),
    );
  });

  it('7: guids that are made anew announce nothing', async () => {
    const items = Array.from({ length: 12 }, (_, i) => ({
      guid: `old-${i}`,
      words: `Report ${i} from the sea wall.`,
      date: at(`18:${10 + i}`),
      link: `https://saltmere.example/live/${i}`,
    })).toReversed();
    const world = await followed(feedEntries(items));
    world.page.entries = feedEntries(items.map((item) => ({ ...item, guid: `new-${item.guid}` })));
    await world.pass(60);

    expect(world.texts(C)).toEqual([]);
  });

  it('8: old items that resurface when one vanishes are no news', async () => {
    const many = Array.from({ length: 12 }, (_, i) => update(`r${i}`, `Report ${i}.`, { minute: i }));
    const world = await followed(many.slice(2));
    world.page.entries = [...many.slice(1, 6), ...many.slice(7)];
    await world.pass(60);

    expect(world.texts(C)).toEqual([]);
  });

  it('13: a deletion of an entry never seen is nothing, and what comes with it is posted', async () => {
    const world = await followed();
    world.page.rest = { deleted: ['never-seen', 'nor-this'] };
    world.page.entries = [tide(), ferry()];
    await world.pass(60);

    expect(world.texts(C)).toEqual([FERRY]);
    expect(world.chat.effects.removals).toBe(0);
  });

  it('26: a page of 5,000 entries is followed, and its news posted, within limits', async () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      update(`r${i}`, `Report ${i} from the sea wall.`, { minute: i }),
    );
    const spent = processorTime();
    const world = await followed(many);
    world.page.entries = [...many, update('new', 'The sea wall holds.', { minute: 5000 })];
    await world.pass(30);

    expect(world.texts(C)).toEqual(['The sea wall holds.']);
    const record = await world.store.get('blog:storm');
    expect(JSON.stringify(record).length, 'no single value of the state grows with the texts').toBeLessThan(100_000);
    expect(spent()).toBeLessThan(15_000);
  });

  it('26: 5,000 entries at once are posted in folds, each once, in order', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => update(`r${i}`, `Report ${i}.`, { minute: i + 1 }));
    const world = await followed();
    world.page.entries = [tide(), ...many];
    await world.pass(30);

    const said = world.chat.channel(C).map(({ post }) => textOf(post));
    expect(said.join(' | ').split(' | ')).toEqual(many.map(({ body }) => body.text));
    expect(world.chat.effects.posts).toBe(625);
  });
});
