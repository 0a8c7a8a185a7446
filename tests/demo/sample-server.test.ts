import Parser from 'rss-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { createSampleServer, type SampleServer } from '../../src/demo/sample-server.ts';
import { createFakeClock } from '../support/fake-clock.ts';

type Update = { '@id': string; headline?: string; articleBody: string; datePublished: string; dateModified: string };
type Blog = { '@type': string; headline: string; coverageEndTime?: string; liveBlogUpdate: Update[] };

const NOON = Date.UTC(2026, 10, 22, 12);
const servers: SampleServer[] = [];

async function sample(speed = 1, port = 0) {
  const clock = createFakeClock(NOON);
  const abort = new AbortController();
  const server = await createSampleServer({ port, speed, clock, signal: abort.signal, timezone: 'Europe/London' });
  servers.push(server);
  const html = async () => (await fetch(server.url)).text();
  const blog = async (): Promise<Blog> => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(await html())?.[1] ?? '';
    return JSON.parse(json) as Blog;
  };
  const update = async (id: string) =>
    (await blog()).liveBlogUpdate.find((entry) => entry['@id'] === `${server.url}#${id}`);
  return { clock, abort, server, html, blog, update };
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe('the sample live blog', () => {
  it('is a page with schema.org data and the same entries to read', async () => {
    const { html, blog } = await sample();

    const data = await blog();
    expect(data['@type']).toBe('LiveBlogPosting');
    expect(data.liveBlogUpdate.map((entry) => entry.headline)).toEqual([
      'The Ariadne stays in port',
      'Red warning for Saltmere: the surge comes with the evening tide',
    ]);
    expect(data.liveBlogUpdate[1]?.datePublished).toBe('2026-11-21T17:20:00.000Z');
    for (const id of ['ferry', 'storm-warning']) expect(await html()).toContain(`<article id="${id}"`);
  });

  it('answers 304 to whoever has it already, until it changes', async () => {
    const { clock, server } = await sample();
    const etag = (await fetch(server.url)).headers.get('etag') ?? '';
    const again = () => fetch(server.url, { headers: { 'if-none-match': etag } });

    expect((await again()).status).toBe(304);
    await clock.pass(1_000);
    expect((await again()).status).toBe(304);
    await clock.pass(1_500);
    expect((await again()).status).toBe(200);
  });

  it('grows, corrects and withdraws as the evening goes on', async () => {
    const { clock, update } = await sample();

    await clock.pass(30_000);
    expect((await update('over-the-wall'))?.articleBody).toContain('4.1 metres');
    expect((await update('boat-adrift'))?.headline).toBe('Breaking: Boat reported adrift off the mole');

    await clock.pass(12_000);
    const corrected = await update('over-the-wall');
    expect(corrected?.articleBody).toContain('4.3 metres');
    expect(corrected?.datePublished).toBe('2026-11-21T19:31:00.000Z');
    expect(corrected?.dateModified).toBe('2026-11-21T20:01:00.000Z');
    expect(await update('boat-adrift')).toBeUndefined();
  });

  it('is twice as fast at speed 2, and done when the blog has closed', async () => {
    const { clock, blog, server } = await sample(2);
    let done = false;
    void server.done.then(() => {
      done = true;
    });

    await clock.pass(44_000);
    expect(done).toBe(false);
    await clock.pass(2_000);
    expect(done).toBe(true);
    expect((await blog()).coverageEndTime).toBe('2026-11-22T00:22:00.000Z');
  });

  it('is done when it is stopped', async () => {
    const { abort, server } = await sample();

    abort.abort();

    await expect(server.done).resolves.toBeUndefined();
  });

  it('stands beside itself as RSS and as JSON Feed', async () => {
    const { clock, server, blog } = await sample();
    await clock.pass(60_000);

    const rss = await new Parser().parseString(await (await fetch(`${server.url}feed.xml`)).text());
    const json = (await (await fetch(`${server.url}feed.json`)).json()) as { items: { id: string }[] };

    const ids = (await blog()).liveBlogUpdate.map((entry) => entry['@id']);
    expect(rss.items.map((item) => item.guid)).toEqual(ids);
    expect(json.items.map((item) => item.id)).toEqual(ids);
  });

  it('serves its pictures, nothing else, and only for reading', async () => {
    const { server } = await sample();

    const picture = await fetch(`${server.url}pictures/quay.svg`);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect((await fetch(`${server.url}pictures/../../etc/passwd`)).status).toBe(404);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
  });

  it('says which port is taken and what to do', async () => {
    const { server } = await sample();
    const port = Number(new URL(server.url).port);

    await expect(sample(1, port)).rejects.toThrow(
      `Port ${port} is in use by another program. Choose another with --port`,
    );
  });
});
