import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { BlogStatus } from '../../src/web/home-page.ts';
import { type Listening, type ListenOptions, listen } from '../../src/web/listen.ts';
import { createPrometheus } from '../../src/web/metrics.ts';
import type { ReadinessFacts } from '../../src/web/readiness.ts';
import { createWeb, type WebSources } from '../../src/web/web.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const WELL: ReadinessFacts = { platforms: [], oldestUndeliveredAt: undefined };
const BLOG: BlogStatus = {
  name: 'storm',
  title: 'Storm night in Saltmere',
  url: 'https://gazette.example/storm',
  status: 'live',
  entries: 42,
  checkedAt: NOON - 20_000,
  channels: ['slack:C1'],
};
const opened: Listening[] = [];

async function web(changes: Partial<WebSources> = {}, options: Partial<ListenOptions> = {}) {
  const clock = createFakeClock(NOON);
  const prometheus = createPrometheus();
  const app = createWeb({
    version: '1.2.3',
    clock,
    prometheus,
    readiness: async () => WELL,
    blogs: async () => [BLOG],
    levels: async () => ({ blogs: 1, channels: 1, waiting: 0, oldestUndelivered: 0 }),
    report: () => {},
    ...changes,
  });
  const listening = await listen({ app, host: '127.0.0.1', port: 0, ...options });
  opened.push(listening);
  const get = (path: string, accept = '*/*') => fetch(new URL(path, listening.url), { headers: { accept } });
  return { clock, get, metrics: prometheus.metrics, listening };
}

afterEach(async () => {
  for (const listening of opened.splice(0)) await listening.close();
});

describe('health', () => {
  it('is 200 while the process lives, even when nothing else works', async () => {
    const broken = async () => Promise.reject(new Error('gone'));
    const { get } = await web({ readiness: broken, blogs: broken, levels: broken });

    const answer = await get('/health');

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok', version: '1.2.3', uptime: 0 });
  });
});

describe('readiness', () => {
  it('is 200 when the store answers, platforms are connected and nothing is late', async () => {
    const platforms = [{ name: 'slack', connected: true, since: NOON }];
    const { get } = await web({ readiness: async () => ({ platforms, oldestUndeliveredAt: NOON - 299_000 }) });

    const answer = await get('/ready');

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ready: true, reasons: [] });
  });

  it.each([
    ['the store fails', { ...WELL, storeFailure: 'disk full' }, 'The store does not answer: disk full'],
    [
      'a platform is not connected',
      { ...WELL, platforms: [{ name: 'slack', connected: false, since: NOON - 60_000, reason: 'token refused' }] },
      'slack is not connected since 2026-11-22 11:59 UTC: token refused',
    ],
    [
      'a post is five minutes late',
      { ...WELL, oldestUndeliveredAt: NOON - 300_000 },
      'A post waits for delivery since 2026-11-22 11:55 UTC, 5 minutes.',
    ],
  ])('is 503 with the reason when %s', async (_, facts, reason) => {
    const { get } = await web({ readiness: async () => facts });

    const [json, text] = [await get('/ready'), await get('/ready', 'text/plain')];

    expect([json.status, text.status]).toEqual([503, 503]);
    expect(await json.json()).toEqual({ ready: false, reasons: [reason] });
    expect(await text.text()).toBe(`not ready\n${reason}\n`);
  });

  it('is 503 when asking throws', async () => {
    const { get } = await web({ readiness: async () => Promise.reject(new Error('file is locked')) });

    expect(await (await get('/ready')).json()).toMatchObject({
      reasons: ['The store does not answer: file is locked'],
    });
  });

  it('is 503 when the store hangs, without hanging itself', async () => {
    const { clock, get } = await web({ readiness: () => new Promise(() => {}) });

    const asked = get('/ready');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await clock.pass(3_000);

    expect((await asked).status).toBe(503);
    expect(await (await asked).json()).toMatchObject({ reasons: ['The store does not answer: no answer within 3 s'] });
  });
});

describe('metrics', () => {
  it('count and time in Prometheus text, in seconds', async () => {
    const { get, metrics } = await web();
    metrics.count('polls', { outcome: 'changed' });
    metrics.count('deliveries', { platform: 'slack', step: 'post', outcome: 'rate-limited' }, 2);
    metrics.observe('deliveryLag', 1_500, { platform: 'slack' });

    const answer = await get('/metrics');
    const text = await answer.text();

    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('liveblog_polls_total{outcome="changed"} 1');
    expect(text).toContain('liveblog_deliveries_total{platform="slack",step="post",outcome="rate-limited"} 2');
    expect(text).toContain('liveblog_delivery_lag_seconds_bucket{le="2",platform="slack"} 1');
    expect(text).toContain('liveblog_delivery_lag_seconds_sum{platform="slack"} 1.5');
    for (const name of [
      'queue_age_seconds',
      'rate_limit_wait_seconds',
      'store_seconds',
      'fetches_total',
      'entries_total',
    ])
      expect(text).toContain(`# TYPE liveblog_${name} `);
    expect(text).toContain('liveblog_blogs 1');
  });

  it('of two programs in one process do not mix', async () => {
    const [one, two] = [await web(), await web()];

    one.metrics.count('polls', { outcome: 'failed' });

    expect(await (await two.get('/metrics')).text()).not.toContain('liveblog_polls_total{');
  });

  it('are served while the store fails', async () => {
    const { get } = await web({ levels: async () => Promise.reject(new Error('gone')) });

    expect((await get('/metrics')).status).toBe(200);
  });

  it('never throw, whatever is observed', async () => {
    const { metrics } = await web();

    expect(() => metrics.observe('store', Number.NaN, { call: 'get', outcome: 'done' })).not.toThrow();
    expect(() => metrics.observe('store', -5, { call: 'get', outcome: 'done' })).not.toThrow();
  });
});

describe('the page', () => {
  it('lists the blogs with how they are and links what else is served', async () => {
    const text = await (await (await web()).get('/')).text();

    for (const part of ['Storm night in Saltmere', 'live', '42 entries', 'checked 20 s ago', 'to slack:C1'])
      expect(text).toContain(part);
    for (const link of ['/health', '/ready', '/metrics']) expect(text).toContain(`href="${link}"`);
    expect(text).toContain('name="viewport"');
  });

  it('escapes what comes from a blog and links nothing but web addresses, without passwords', async () => {
    const { get } = await web({
      blogs: async () => [
        { ...BLOG, title: '<script>alert(1)</script>', url: 'javascript:alert(1)', problem: '"><img src=x>' },
        { ...BLOG, url: 'https://reader:secret@gazette.example/storm' },
      ],
    });

    const answer = await get('/');
    const text = await answer.text();

    expect(text).not.toMatch(/<script|<img|javascript:|secret/u);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('tells blogs that cannot be read from no blogs', async () => {
    const failing = await web({ blogs: async () => Promise.reject(new Error('gone')) });
    const empty = await web({ blogs: async () => [] });

    expect(await (await failing.get('/')).text()).toContain('cannot be listed');
    expect(await (await empty.get('/')).text()).toContain('No blog is followed yet');
  });

  it('answers other paths with where to look', async () => {
    const answer = await (await web()).get('/nothing');

    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('/health');
  });
});

describe('the port', () => {
  it('says when it is taken and what to do', async () => {
    const { port } = (await web()).listening;

    await expect(web({}, { port })).rejects.toThrow(
      `127.0.0.1:${port} is in use by another program. Set another http.port`,
    );
  });

  it('says when the host is none of this machine', async () => {
    await expect(web({}, { host: '192.0.2.1' })).rejects.toThrow('is no address of this machine');
  });

  it('hands requests under a mounted path over whole', async () => {
    const seen: string[] = [];
    const raw = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (part: string) => seen.push(part));
      request.on('end', () => response.end('ok'));
    });
    const { listening, get } = await web(
      {},
      { raw: { '/slack/': (request, response) => raw.emit('request', request, response) } },
    );

    const answer = await fetch(`${listening.url}slack/events`, { method: 'POST', body: 'payload=%7B%7D' });

    expect(await answer.text()).toBe('ok');
    expect(seen).toEqual(['payload=%7B%7D']);
    expect((await get('/health')).status).toBe(200);
  });
});
