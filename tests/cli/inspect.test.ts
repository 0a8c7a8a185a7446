import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const story = {
  '@context': 'https://schema.org',
  '@type': 'LiveBlogPosting',
  url: 'https://saltmere.example/live/storm',
  headline: 'Storm at Saltmere: live',
  coverageStartTime: '2026-01-01T17:00:00Z',
  liveBlogUpdate: [
    {
      '@type': 'BlogPosting',
      '@id': 'https://saltmere.example/live/storm#2',
      headline: 'Sea wall holds \u001b[31mfor now',
      datePublished: '2026-01-01T18:30:00+00:00',
      author: { '@type': 'Person', name: 'Ines Pell' },
      articleBody: 'The sea wall holds, the harbour master says.',
      image: { '@type': 'ImageObject', url: 'https://saltmere.example/wall.jpg', caption: 'The wall' },
    },
    {
      '@type': 'BlogPosting',
      '@id': 'https://saltmere.example/live/storm#1',
      headline: 'Ferries stop',
      datePublished: '2026-01-01T17:10:00Z',
      articleBody: 'All ferries to the island stop until the morning tide.',
    },
  ],
};
const page = `<!doctype html><html><head><title>Storm</title><script type="application/ld+json">${JSON.stringify(story)}</script></head><body><h1>Storm</h1></body></html>`;

/** A WordPress live blog whose API is not there, or empty. */
function silentPage(host: string, shows: boolean): string {
  const api = `http://${host}/${shows ? 'api' : 'blank'}/liveblog/v1/42/`;
  const entry =
    '<div id="liveblog-entry-7" class="liveblog" data-timestamp="1767290000"><div class="liveblog-entry-text"><p>The ferry is back.</p></div></div>';
  return `<html><body><script>var liveblog_settings = ${JSON.stringify({ post_id: '42', endpoint_url: api })};</script>${shows ? entry : ''}</body></html>`;
}

const folder = mkdtempSync(join(tmpdir(), 'liveblog-inspect-'));
let server: Server;
let base: string;

beforeAll(async () => {
  writeFileSync(join(folder, 'storm.html'), page);
  writeFileSync(join(folder, 'empty.html'), '');
  writeFileSync(join(folder, 'shop.html'), '<html><body><h1>Rope and paint</h1><p>Open daily.</p></body></html>');
  server = createServer((request, response) => {
    if (request.url?.startsWith('/silent/') === true) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(silentPage(request.headers.host ?? '', request.url.endsWith('shown')));
      return;
    }
    if (request.url?.startsWith('/blank/') === true) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"entries":[],"page":1,"pages":0}');
      return;
    }
    const found = request.url === '/live/storm';
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ? page : 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('inspect', () => {
  it('shows what a page has itself where the address of its entries does not answer, and says why', async () => {
    const shown = JSON.parse((await runCli(['inspect', `${base}/silent/shown`, '--json'])).out);
    const blank = JSON.parse((await runCli(['inspect', `${base}/silent/blank`, '--json'])).out);

    expect(shown).toMatchObject({ source: { kind: 'wordpress', coverage: 'window' }, entries: [{ id: '7' }] });
    expect(shown.warnings.join(' ')).toMatch(/The page itself is read, .*\/api\/liveblog\/.* does not exist \(404\)/u);
    expect(blank).toMatchObject({ source: { kind: 'wordpress' }, entries: [] });
  });

  it('says to people how much of the blog it read, in words of their own', async () => {
    const window = await runCli(['inspect', 'storm.html'], { folder });
    const shown = await runCli(['inspect', `${base}/silent/shown`]);

    expect(window.out).toMatch(/entries · the newest of it$/mu);
    expect(shown.out).toMatch(/1 entry · what its page shows$/mu);
  });

  it.each([['a file'], ['an address']])('prints as JSON what the bot would see in %s', async (what) => {
    const target = what === 'a file' ? 'storm.html' : `${base}/live/storm`;

    const { code, out, err } = await runCli(['inspect', target, '--json'], { folder });

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      source: {
        kind: 'schema.org',
        title: 'Storm at Saltmere: live',
        coverage: expect.stringMatching(/^(complete|window)$/),
      },
      keyPoints: [],
      entries: [
        {
          title: 'Ferries stop',
          publishedAt: '2026-01-01T17:10:00.000Z',
          authors: [],
          flags: [],
          media: [],
          links: [],
        },
        {
          text: 'The sea wall holds, the harbour master says.',
          publishedAt: '2026-01-01T18:30:00.000Z',
          authors: ['Ines Pell'],
          media: [{ type: 'image', url: 'https://saltmere.example/wall.jpg' }],
        },
      ],
      warnings: expect.any(Array),
    });
  });

  it('prints for people in the zone asked for, without what a terminal would obey', async () => {
    const { out } = await runCli(['inspect', 'storm.html', '--timezone', 'America/New_York'], { folder });

    expect(out).toContain('Storm at Saltmere: live');
    expect(out).toContain('1 Jan 2026, 12:10');
    expect(out.indexOf('Ferries stop')).toBeLessThan(out.indexOf('Sea wall holds'));
    expect(out).not.toContain('\u001b');
  });

  it.each([
    ['a file that is not there', 'nothing.html', 'There is no file'],
    ['a folder', '.', 'is no file'],
    ['an empty file', 'empty.html', 'empty'],
    ['a page that is no live blog', 'shop.html', 'no live blog'],
    ['an address that nobody answers', 'http://127.0.0.1:1/live', '127.0.0.1:1'],
  ])('ends with 1 and one line for %s', async (_, target, words) => {
    const { code, out, err } = await runCli(['inspect', target, '--json'], { folder });

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('ends with 1 for an address that is gone', async () => {
    const { code, err } = await runCli(['inspect', `${base}/gone`], { folder });

    expect(code).toBe(1);
    expect(err).toContain('/gone');
  });
});

describe('summary', () => {
  it('names for every bullet the entries it rests on', async () => {
    const { code, out } = await runCli(['summary', 'storm.html', '--json'], { folder });

    const summary = JSON.parse(out);
    expect(code).toBe(0);
    expect(summary).toMatchObject({ source: { kind: 'schema.org' }, since: '2026-01-01T17:10:00.000Z', entries: 2 });
    for (const bullet of summary.bullets) {
      expect(bullet).toMatchObject({ text: expect.any(String), publishedAt: expect.stringMatching(/^2026/) });
      expect(bullet.entries.length).toBeGreaterThan(0);
    }
  });

  it('of a file counts back from its newest entry', async () => {
    const { out } = await runCli(['summary', 'storm.html', '--since', '1h', '--json'], { folder });

    expect(JSON.parse(out)).toMatchObject({ since: '2026-01-01T17:30:00.000Z', entries: 1 });
  });

  it('ends with 2 for a span of time that is none', async () => {
    const { code, err } = await runCli(['summary', 'storm.html', '--since', 'soonish'], { folder });

    expect(code).toBe(2);
    expect(err).toContain('2h, today');
  });
});
