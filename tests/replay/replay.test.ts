import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Media, Snapshot, SourceEntry } from '../../src/core/entry.ts';
import { paragraphs } from '../../src/core/text/body-text.ts';
import { createReplayServer, type ReplayServer } from '../../src/replay/replay-server.ts';
import { timeIn } from '../../src/replay/snapshots.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const THEN = Date.UTC(2023, 5, 5, 8);
const MINUTE = 60_000;

type Update = { '@id': string; headline?: string; articleBody: string; datePublished: string; dateModified: string };
type Blog = { headline: string; coverageEndTime?: string; liveBlogUpdate: Update[] };

let folder: string;
const servers: ReplayServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await rm(folder, { recursive: true });
});

function entry(
  at: number | undefined,
  title: string,
  more: Partial<SourceEntry> & { media?: readonly Media[] } = {},
): SourceEntry {
  const { media = [], ...rest } = more;
  const body = { tree: paragraphs(`${title}.`), text: `${title}.`, media, links: [] };
  const time = at === undefined ? {} : { publishedAt: THEN + at * MINUTE };
  return { title, body, authors: ['Ines Calder'], flags: [], ...time, ...rest };
}

function snapshot(entries: readonly SourceEntry[], more: Partial<Snapshot> = {}): Snapshot {
  return {
    kind: 'transcript',
    url: 'https://gazette.example/storm',
    title: 'Storm night',
    live: null,
    coverage: 'complete',
    entries,
    deleted: [],
    keyPoints: [],
    warnings: [],
    ...more,
  };
}

async function replay(read: Snapshot | undefined, { path = join(folder, 'storm.txt'), speed = 60 } = {}) {
  if (read !== undefined) await writeFile(path, 'a recording');
  const clock = createFakeClock(NOW);
  const server = await createReplayServer({
    path,
    port: 0,
    speed,
    clock,
    signal: new AbortController().signal,
    decode: (bytes) => new TextDecoder().decode(bytes),
    read: () => read ?? snapshot([]),
  });
  servers.push(server);
  const text = async (page = '') => (await fetch(new URL(page, server.url))).text();
  const blog = async (): Promise<Blog> => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(await text())?.[1] ?? '';
    return JSON.parse(json) as Blog;
  };
  const titles = async () => (await blog()).liveBlogUpdate.map((update) => update.headline);
  return { clock, server, text, blog, titles };
}

describe('a finished live blog told again', () => {
  it('is released entry by entry at the recorded pace, newest first', async () => {
    const { clock, titles, server } = await replay(snapshot([entry(0, 'One'), entry(10, 'Two'), entry(30, 'Three')]));

    expect(server).toMatchObject({ title: 'Storm night', steps: 3, length: 30_000 });
    expect(await titles()).toEqual(['One']);
    await clock.pass(10_000);
    expect(await titles()).toEqual(['Two', 'One']);
    await clock.pass(19_999);
    expect(await titles()).toEqual(['Two', 'One']);
    await clock.pass(1);
    expect(await titles()).toEqual(['Three', 'Two', 'One']);
  });

  it('happens now: times are moved and none lies in the future', async () => {
    const { clock, blog } = await replay(snapshot([entry(0, 'One'), entry(10, 'Two')]));

    await clock.pass(10_000);

    expect((await blog()).liveBlogUpdate.map((update) => Date.parse(update.datePublished))).toEqual([
      NOW + 10_000,
      NOW,
    ]);
  });

  it('tells a correction when its time has come', async () => {
    const edited = entry(0, 'One', { updatedAt: THEN + 5 * MINUTE });
    const { clock, blog } = await replay(snapshot([edited, entry(10, 'Two')]));

    expect((await blog()).liveBlogUpdate[0]?.dateModified).toBe(new Date(NOW).toISOString());
    await clock.pass(5_000);
    expect((await blog()).liveBlogUpdate[0]?.dateModified).toBe(new Date(NOW + 5_000).toISOString());
  });

  it('ends when the capture ended, and is done', async () => {
    const { clock, blog, server } = await replay(snapshot([entry(0, 'One'), entry(10, 'Two')], { live: false }));

    expect((await blog()).coverageEndTime).toBeUndefined();
    await clock.pass(10_000);
    await server.done;
    expect((await blog()).coverageEndTime).toBe(new Date(NOW + 10_000).toISOString());
  });

  it('gives entries without a time the time of the one before, and without any times an even pace', async () => {
    const some = await replay(snapshot([entry(0, 'One'), entry(undefined, 'Two'), entry(10, 'Three')]));
    const none = await replay(snapshot([entry(undefined, 'One'), entry(undefined, 'Two')]), { speed: 30 });

    expect(await some.titles()).toEqual(['Two', 'One']);
    expect(await none.titles()).toEqual(['One']);
    await none.clock.pass(1_000);
    expect(await none.titles()).toEqual(['Two', 'One']);
  });

  it('keeps ids that the capture has, tells repeated ones apart, and never changes one', async () => {
    const { clock, blog, server } = await replay(
      snapshot([
        entry(0, 'One', { sourceId: 'https://gazette.example/storm#post-7' }),
        entry(1, 'Two', { sourceId: 'post-7' }),
        entry(2, 'Three'),
        entry(3, 'Four', { sourceId: '"><b>' }),
      ]),
    );
    const ids = async () => (await blog()).liveBlogUpdate.map((update) => update['@id'].replace(`${server.url}#`, ''));

    await clock.pass(2_000);
    expect(await ids()).toEqual(['entry-3', 'post-7-2', 'post-7']);
    await clock.pass(1_000);
    expect(await ids()).toEqual(['-b-', 'entry-3', 'post-7-2', 'post-7']);
  });

  it('keeps pictures, videos and embeds, and escapes everything', async () => {
    const media: Media[] = [
      {
        type: 'image',
        url: 'https://gazette.example/a.png',
        alt: '"><script>',
        caption: 'The <quay>',
        credit: 'T. Roe',
      },
      { type: 'video', url: 'https://gazette.example/a.mp4' },
      { type: 'embed', url: 'https://social.example/1' },
    ];
    const { blog, text } = await replay(snapshot([entry(0, '</script><img onerror=x>', { media })]));

    const body = (await blog()).liveBlogUpdate[0]?.articleBody ?? '';
    for (const part of ['<img src="https://gazette.example/a.png"', '<video src=', '<iframe src=', 'The &lt;quay&gt;'])
      expect(body).toContain(part);
    expect((await text()).match(/<\/script>/gu)).toHaveLength(1);
    expect(await text()).not.toContain('<img onerror');
  });

  it('holds the key points back until all is told', async () => {
    const { clock, text } = await replay(
      snapshot([entry(0, 'One'), entry(10, 'Two')], { keyPoints: ['The wall held'] }),
    );

    expect(await text()).not.toContain('The wall held');
    await clock.pass(10_000);
    expect(await text()).toContain('The wall held');
  });

  it('stands beside itself as feeds, and nothing else is served', async () => {
    const { text, server } = await replay(snapshot([entry(0, 'One')]));

    expect(await text('feed.xml')).toContain('<title>One</title>');
    expect(JSON.parse(await text('feed.json'))).toMatchObject({ items: [{ title: 'One' }] });
    expect((await fetch(new URL('storm.txt', server.url))).status).toBe(404);
  });

  it('says so when the file holds no entry or is not there', async () => {
    await expect(replay(snapshot([]))).rejects.toThrow('there is no entry in it');
    await expect(replay(undefined, { path: join(folder, 'none') })).rejects.toThrow('There is no file or folder');
  });
});

describe('a folder of snapshots', () => {
  const save = (files: Record<string, string>) =>
    Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));

  it('is served one after another at the distance of the times in the names, as it was', async () => {
    await save({
      'live-2023-06-05T08-00.html': '<p>one',
      'live-2023-06-05T08-10.html': '<p>two',
      'notes.md': 'not one',
    });
    const { clock, text, server } = await replay(undefined, { path: folder });

    expect(server).toMatchObject({ steps: 2, length: 10_000 });
    expect(await text()).toBe('<p>one');
    await clock.pass(10_000);
    expect(await text()).toBe('<p>two');
  });

  it('goes by the numbers in the names where they tell no time', async () => {
    await save({ 'page10.json': '3', 'page2.json': '2', 'page1.json': '1' });
    const { clock, text, server } = await replay(undefined, { path: folder, speed: 30 });

    expect((await fetch(server.url)).headers.get('content-type')).toBe('application/json');
    const seen = [await text()];
    for (const _ of [1, 2]) {
      await clock.pass(1_000);
      seen.push(await text());
    }
    expect(seen).toEqual(['1', '2', '3']);
  });

  it('says so when it holds none', async () => {
    await mkdir(join(folder, 'sub.html'));

    await expect(replay(undefined, { path: folder })).rejects.toThrow('holds no snapshots');
  });
});

describe('the time in a name', () => {
  it.each([
    ['2023-06-05T08-00.html', Date.UTC(2023, 5, 5, 8, 0)],
    ['blog_2023-06-05_08.05.30.json', Date.UTC(2023, 5, 5, 8, 5, 30)],
    ['20230605080530.xml', Date.UTC(2023, 5, 5, 8, 5, 30)],
    ['20230605T0805Z.xml', Date.UTC(2023, 5, 5, 8, 5)],
    ['1685948400.json', 1_685_948_400_000],
    ['1685948400123.json', 1_685_948_400_123],
    ['page-12.html', undefined],
    ['2023-06-05.html', undefined],
    ['0000-99-99T99-99.html', undefined],
  ])('%s', (name, time) => {
    expect(timeIn(name)).toBe(time);
  });
});
