import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/entry.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { readDocument } from '../../src/sources/read.ts';
import { processorTime } from '../support/processor-time.ts';
import { documentOf } from './reading.ts';

const PAGE = 'https://news.saltmere.example/storm';
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>Storm live</title>${head}</head><body><h1>Storm live</h1><p>Follow the storm here.</p>${body}</body></html>`;
const read = (html: string, as?: 'html') => readDocument(documentOf(html, PAGE), { body: createBodyMemo() }, as).result;

describe('a page that shows its live blog by the widget of another service', () => {
  it.each([
    [
      '24liveblog',
      '<div id="LB24_LIVE_CONTENT" data-eid="3300112233"></div><script src="https://v.24liveblog.com/24.js"></script>',
      'https://v.24liveblog.com/24.js, number 3300112233',
    ],
    [
      '24liveblog',
      '<script>var a = document.createElement("script"); a.src = \'//v.24liveblog.com/embed/24.js?id=77\';</script>',
      'https://v.24liveblog.com/embed/24.js?id=77',
    ],
    [
      'Tickaroo',
      '<script>load("https:\\/\\/cdn.tickaroo.com\\/widget\\/77")</script>',
      'https://cdn.tickaroo.com/widget/77',
    ],
    [
      'Norkon Live Center',
      '<div class="live-center-embed" data-src="https://livecenter.norkon.net/frame/saltmere/77/default"></div>',
      'https://livecenter.norkon.net/frame/saltmere/77/default',
    ],
    [
      'Arena',
      '<div class="arena-liveblog" data-publisher="saltmere" data-event="a7b"></div><script async src="https://go.arena.im/public/js/arenalib.js?p=saltmere&amp;e=a7b"></script>',
      'https://go.arena.im/public/js/arenalib.js?p=saltmere&e=a7b',
    ],
    [
      'ScribbleLive',
      '<div class="scrbbl-embed" data-src="/event/77/8"></div><script>js.src="//embed.scribblelive.com/widgets/embed.js";</script>',
      'https://embed.scribblelive.com/widgets/embed.js, number /event/77/8',
    ],
    [
      'Cortex Live Blog',
      '<cortex-live-blog id="6f" client-id="SALT"></cortex-live-blog><script src="https://live-blog.cortextech.io/index.js"></script>',
      'https://live-blog.cortextech.io/index.js',
    ],
    [
      'ticker.tidewick.example',
      '<iframe loading="lazy" src="https://ticker.tidewick.example/liveticker/77"></iframe>',
      'https://ticker.tidewick.example/liveticker/77',
    ],
  ])('names it and where it is from (%s)', (service, body, address) => {
    const said = `a widget of another service, ${service} (${address}), which is not read`;

    expect(() => read(page(body))).toThrow(said);
    expect(() => read(page(body), 'html')).toThrow(said);
  });

  it('names its feeds too', () => {
    const head = '<link rel="alternate" type="application/rss+xml" href="/storm.xml">';

    expect(() => read(page('<script src="https://v.24liveblog.com/24.js"></script>', head))).toThrow(
      /24liveblog.*https:\/\/news\.saltmere\.example\/storm\.xml/u,
    );
  });

  it('and declares it without entries says so in a warning', () => {
    const declared = `<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'Storm', url: PAGE, liveBlogUpdate: [] })}</script>`;
    const result = read(page(`${declared}<script src="https://cdn.tickaroo.com/live.js"></script>`)) as Snapshot;

    expect(result.warnings.join(' ')).toContain('Tickaroo');
  });
});

describe('a page without such a widget', () => {
  it.each([
    [
      'a link to the live ticker of another newsroom',
      '<a href="https://www.tidewick.example/liveticker/77">Live ticker</a>',
    ],
    ['a frame of the newsroom’s own', '<iframe src="https://live.saltmere.example/liveblog/77"></iframe>'],
    ['a chat of such a service', '<script src="https://go.arena.im/public/js/arenachatlib.js?p=a&e=b"></script>'],
    ['a video', '<iframe src="https://video.tidewick.example/embed/77"></iframe>'],
  ])('is told as before (%s)', (_, body) => {
    expect(() => read(page(body))).toThrow(/This is no live blog we can read/u);
  });

  it('is looked through within a second, however many addresses it has', () => {
    const spent = processorTime();

    expect(() => read(page(`<a href="https://a.example/${'x'.repeat(300)}">x</a>`.repeat(8000)))).toThrow(
      /no live blog/u,
    );
    expect(spent()).toBeLessThan(4000);
  });
});
