import type { Clock } from '../ports/clock.ts';
import { jsonFeed, rssFeed } from '../replay/live-feeds.ts';
import { liveHtml } from '../replay/live-html.ts';
import type { LivePage } from '../replay/live-page.ts';
import { type Page, serveLoopback } from '../replay/loopback.ts';
import { lastEvening } from './evening.ts';
import { pictureSvg } from './pictures.ts';
import { pageAt, playLength } from './sample-state.ts';
import { story } from './story/story.ts';

export type SampleOptions = {
  /** 0 = any free one. */
  readonly port: number;
  /** 1 plays the whole evening in about 90 seconds, 2 in 45. */
  readonly speed: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** IANA zone of the evening; absent = the machine's. */
  readonly timezone?: string;
};

export type SampleServer = {
  /** The page; `feed.xml` and `feed.json` stand beside it. */
  readonly url: string;
  /** Resolves when the blog has closed, or when it was stopped. */
  readonly done: Promise<void>;
  close(): Promise<void>;
};

/** Serves the sample live blog on loopback; it begins to play at once and keeps its last state when it has ended. */
export async function createSampleServer(options: SampleOptions): Promise<SampleServer> {
  const { clock, speed, signal } = options;
  const begun = clock.now();
  const epoch = lastEvening(begun, options.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const now = () => pageAt(story, ((clock.now() - begun) / 1000) * speed, epoch);
  const server = await serveLoopback(options.port, (path, base) => document(path, base, now));
  const stop = new AbortController();
  const done = clock
    .sleep((playLength(story.steps) * 1000) / speed, AbortSignal.any([signal, stop.signal]))
    .catch((reason: unknown) => {
      if (!signal.aborted && !stop.signal.aborted) throw reason;
    });
  return {
    url: server.url,
    done,
    close: async () => {
      stop.abort();
      await server.close();
    },
  };
}

function document(path: string, base: string, now: () => LivePage): Page | undefined {
  if (path === '/') return { type: 'text/html; charset=utf-8', body: liveHtml(now(), base) };
  if (path === '/feed.xml') return { type: 'application/rss+xml; charset=utf-8', body: rssFeed(now(), base) };
  if (path === '/feed.json') return { type: 'application/feed+json; charset=utf-8', body: jsonFeed(now(), base) };
  const svg = pictureSvg(/^\/pictures\/([a-z]+)\.svg$/u.exec(path)?.[1] ?? '');
  return svg === undefined ? undefined : { type: 'image/svg+xml', body: svg };
}
