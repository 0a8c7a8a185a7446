import { describe, expect, it } from 'vitest';
import { sourceReader } from '../../src/sources/reader.ts';
import { EVENING } from '../support/entries.ts';
import {
  createSilentSite,
  type Mood,
  type Platform,
  SILENCES,
  sourcefabric,
  type Told,
  wordpress,
} from '../support/silent-site.ts';
import { createWorld } from '../support/world.ts';

/* A page leads to an address of its entries which gives none, while the page shows entries itself. */

const C = 'slack:C1';
const PLATFORMS: readonly (readonly [string, Platform])[] = [
  ['WordPress', wordpress],
  ['Sourcefabric', sourcefabric],
];
const EACH = PLATFORMS.flatMap(([name, platform]) => SILENCES.map((mood) => [name, mood, platform] as const));
const told = (n: number, text: string, minute = n - 20): Told => ({ n, minute, text });
const EARLIER = Array.from({ length: 6 }, (_, i) => told(i + 1, `Report ${i + 1} from the sea wall.`));
const FERRY = 'The evening ferry has turned back.';
const LAMP = 'The harbour lamp is out.';
const PIER = 'The pier is closed to everybody.';
const TIDE = 'The tide is turning at last.';

async function followed(platform: Platform, mood: Mood = 'answers', shown: readonly Told[] = EARLIER) {
  const clock: { now: () => number } = { now: () => EVENING };
  const { site, fetcher } = createSilentSite(platform, () => clock.now());
  site.say(...EARLIER);
  site.shown = shown;
  site.mood = mood;
  const world = createWorld({ fetcher, reader: sourceReader });
  clock.now = () => world.clock.now();
  await world.follow(C, { burst: 'off' }, 'storm', { url: platform.page, every: 20_000 });
  await world.start();
  await world.pass(5);
  return { world, site };
}

const recordOf = async ({ world }: Awaited<ReturnType<typeof followed>>) =>
  (await world.relay.seenSets.load('storm'))?.record;

/** Nothing but the posts that were made: no message edited, taken away or made again. */
function expectUntouched({ world }: Awaited<ReturnType<typeof followed>>, texts: readonly string[]): void {
  expect(world.texts(C)).toEqual(texts);
  expect(world.chat.effects).toMatchObject({ posts: texts.length, edits: 0, removals: 0 });
}

describe.each(EACH)('a %s blog followed while the address of its entries %s', (_name, mood, platform) => {
  it('shows what is new on its page, says why, and goes on with the entries once they come', async () => {
    const blog = await followed(platform, mood);
    const { world, site } = blog;
    expect((await recordOf(blog))?.warnings).toEqual([expect.stringContaining('The page itself is read')]);
    expect((await recordOf(blog))?.failure).toBeUndefined();

    site.say(told(21, FERRY, 1));
    await world.pass(120);
    expectUntouched(blog, [FERRY]);

    site.mood = 'answers';
    site.told = [...site.told, told(22, LAMP, 3)];
    await world.pass(900);
    expectUntouched(blog, [FERRY, LAMP]);
    expect((await recordOf(blog))?.warnings).toEqual([]);
    expect((await recordOf(blog))?.standIn).toBeUndefined();
  });
});

describe.each(PLATFORMS)('a %s blog that was first read on its page', (_name, platform) => {
  it('has no news in what the page had left out, and loses nothing that only the page shows', async () => {
    const blog = await followed(
      platform,
      'refuses',
      EARLIER.filter(({ n }) => n !== 3),
    );
    const { world, site } = blog;
    site.shown = [...site.shown, told(21, FERRY, 1), told(22, LAMP, 2)];
    await world.pass(120);
    expectUntouched(blog, [FERRY, LAMP]);

    site.told = [...site.told, told(22, LAMP, 2), told(23, PIER, 3)];
    site.mood = 'answers';
    await world.pass(1800);
    expectUntouched(blog, [FERRY, LAMP, PIER]);
  });
});

describe.each(EACH)('a %s blog whose entries’ address later %s', (_name, mood, platform) => {
  it('shows what comes on its page meanwhile, once', async () => {
    const blog = await followed(platform);
    const { world, site } = blog;
    site.say(told(21, FERRY, 1));
    await world.pass(60);
    expectUntouched(blog, [FERRY]);

    site.mood = mood;
    site.say(told(22, LAMP, 2));
    await world.pass(600);
    expectUntouched(blog, [FERRY, LAMP]);

    site.mood = 'answers';
    site.say(told(23, PIER, 12));
    await world.pass(1500);
    expectUntouched(blog, [FERRY, LAMP, PIER]);
    expect((await recordOf(blog))?.standIn).toBeUndefined();
  });
});

describe.each(PLATFORMS)('the page of a %s blog that stands in', (_name, platform) => {
  const silent = async () => {
    const blog = await followed(platform);
    blog.site.say(told(21, FERRY, 1), told(22, LAMP, 2));
    await blog.world.pass(60);
    blog.site.mood = 'is broken';
    return blog;
  };

  it('takes nothing away, however few of the entries it shows', async () => {
    const blog = await silent();
    const { world, site } = blog;
    site.shown = site.shown.filter(({ n }) => n === 3 || n === 22);
    await world.pass(900);
    site.shown = [];
    await world.pass(900);
    site.mood = 'answers';
    await world.pass(1800);

    expectUntouched(blog, [FERRY, LAMP]);
  });

  it('may show many more than the address of the entries, which makes no news of the old ones', async () => {
    const older = Array.from({ length: 40 }, (_, i) => told(100 + i, `Older ${i}`, i - 300));
    const blog = await silent();
    const { world, site } = blog;
    site.shown = [...older, ...site.shown];
    await world.pass(900);
    site.mood = 'answers';
    await world.pass(1800);

    expectUntouched(blog, [FERRY, LAMP]);
  });

  it('may be older than what was known: it turns back no correction and brings back nothing withdrawn', async () => {
    const blog = await followed(platform);
    const { world, site } = blog;
    site.say(told(21, FERRY, 1), told(22, LAMP, 2), told(23, PIER, 2));
    await world.pass(60);
    site.told = site.told
      .filter(({ n }) => n !== 22)
      .map((post) => (post.n === 21 ? { ...post, text: 'Two ferries have turned back.', changed: 4 } : post));
    site.gone = [{ n: 22, minute: 2, text: '', changed: 4 }];
    await world.pass(240);
    expect(world.texts(C)).toEqual(['Two ferries have turned back.', PIER]);

    site.mood = 'refuses';
    await world.pass(900);
    site.mood = 'answers';
    await world.pass(1800);
    expect(world.texts(C)).toEqual(['Two ferries have turned back.', PIER]);
    expect(world.chat.effects).toMatchObject({ edits: 1, removals: 1 });
  });

  it('corrects what it said before', async () => {
    const blog = await silent();
    const { world, site } = blog;
    await world.pass(120);
    const corrected = site.shown.map((post) => (post.n === 22 ? { ...post, text: 'The lamp burns again.' } : post));
    site.shown = corrected;
    await world.pass(120);
    expect(world.texts(C)).toEqual([FERRY, 'The lamp burns again.']);

    site.told = corrected.map((post) => (post.n === 22 ? { ...post, changed: 4 } : post));
    site.mood = 'answers';
    await world.pass(1800);
    expect(world.texts(C)).toEqual([FERRY, 'The lamp burns again.']);
    expect(world.chat.effects).toMatchObject({ posts: 2, edits: 1, removals: 0 });
  });

  it('leaves it to the address of the entries to withdraw what went meanwhile', async () => {
    const blog = await silent();
    const { world, site } = blog;
    site.say(told(23, PIER, 3));
    await world.pass(300);
    site.shown = site.shown.filter(({ n }) => n < 22);
    site.told = [...site.shown, told(24, TIDE, 12)];
    site.gone = [
      { n: 22, minute: 2, text: '', changed: 7 },
      { n: 23, minute: 3, text: '', changed: 7 },
    ];
    await world.pass(600);
    expectUntouched(blog, [FERRY, LAMP, PIER]);

    site.mood = 'answers';
    await world.pass(1800);
    expect(world.texts(C)).toEqual([FERRY, TIDE]);
  });

  it('does not keep that address from showing by its own run what is gone', async () => {
    const blog = await silent();
    const { world, site } = blog;
    site.shown = site.shown.slice(-1);
    await world.pass(300);
    site.told = [...site.told.filter(({ n }) => n !== 21), told(24, TIDE, 6)];
    site.mood = 'answers';
    await world.pass(1800);

    expect(world.texts(C)).toEqual([LAMP, TIDE]);
  });

  it('is not asked at a single failure, and keeps the blog’s pace while the other is asked less and less', async () => {
    const { world, site } = await silent();
    site.asked = [];
    site.mood = 'is broken';
    await world.pass(20);
    site.mood = 'answers';
    await world.pass(60);
    expect(site.pace('page')).toEqual([]);

    site.mood = 'is broken';
    site.asked = [];
    await world.pass(1800);
    const distances = site
      .pace('entries')
      .flatMap((time, i, all) => (i === 0 ? [] : [(time - (all[i - 1] ?? 0)) / 1000]));
    expect(distances.slice(0, 2).every((seconds) => seconds >= 38)).toBe(true);
    expect(distances.slice(2).every((seconds) => seconds >= 57)).toBe(true);
    expect(site.pace('page').length).toBeGreaterThan(site.pace('entries').length);
  });

  it('and numbers its entries in another way makes no news of old ones', async () => {
    const blog = await silent();
    const { world, site } = blog;
    site.shown = site.shown.map((post) => ({ ...post, n: post.n + 500, text: `${post.text} Updated.` }));
    await world.pass(300);
    site.mood = 'answers';
    await world.pass(900);

    expectUntouched(blog, [FERRY, LAMP]);
  });

  it('goes on after a restart', async () => {
    const blog = await silent();
    const { world, site } = blog;
    await world.pass(120);
    await world.restart();
    site.say(told(23, PIER, 4));
    await world.pass(120);
    await world.restart();
    site.mood = 'answers';
    await world.pass(900);

    expectUntouched(blog, [FERRY, LAMP, PIER]);
  });

  it('that names another address of its entries by now leads there', async () => {
    const blog = await silent();
    const { world, site } = blog;
    site.mood = 'answers';
    site.named = 'api';
    site.stands = 'api';
    site.told = [...site.told, told(23, PIER, 3)];
    await world.pass(300);

    expectUntouched(blog, [FERRY, LAMP, PIER]);
    expect((await recordOf(blog))?.readFrom?.url).toContain('/api/');
  });

  it('and shows no entries either leaves the blog unread, as it was', async () => {
    const blog = await silent();
    const { world, site } = blog;
    site.shown = [];
    await world.pass(300);

    expectUntouched(blog, [FERRY, LAMP]);
    expect((await recordOf(blog))?.failure).toMatchObject({ kind: 'unreachable' });
  });
});
