import { type Context, Hono } from 'hono';
import type { Clock } from '../ports/clock.ts';
import { type BlogStatus, homePage } from './home-page.ts';
import type { Levels, Prometheus } from './metrics.ts';
import { type Readiness, type ReadinessFacts, readiness } from './readiness.ts';

/** What the pages are made from; each is asked at the request and may throw, which reads as "the store does not answer". */
export type WebSources = {
  readonly version: string;
  readonly clock: Clock;
  readonly prometheus: Prometheus;
  readiness(): Promise<ReadinessFacts>;
  blogs(): Promise<readonly BlogStatus[]>;
  levels(): Promise<Levels>;
  /** Told of what went wrong with a page itself. */
  report(error: unknown): void;
};

/** A request that waits for the store longer than this is answered without it. */
const PATIENCE = 3_000;

/** `GET /health`, `/ready`, `/metrics` and `/` (CONTRACT 6). */
export function createWeb(sources: WebSources): Hono {
  const app = new Hono();
  const begun = sources.clock.now();
  app.use(async (context, next) => {
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('cache-control', 'no-store');
  });
  app.get('/health', (context) =>
    context.json({ status: 'ok', version: sources.version, uptime: sources.clock.now() - begun }),
  );
  app.get('/ready', async (context) => readyAnswer(context, await judged(sources)));
  app.get('/metrics', async (context) => {
    const levels = await within(sources.clock, sources.levels()).catch(() => undefined);
    const text = await sources.prometheus.text(levels);
    return context.body(text, 200, { 'content-type': sources.prometheus.contentType });
  });
  app.get('/', async (context) => {
    const ready = await judged(sources);
    const blogs = await within(sources.clock, sources.blogs()).catch(() => undefined);
    context.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    return context.html(homePage(blogs, ready, sources.clock.now()));
  });
  app.notFound((context) => context.text('Nothing is served here. Try / , /health, /ready or /metrics.\n', 404));
  app.onError((error, context) => {
    sources.report(error);
    return context.text('This page could not be made; the program runs on.\n', 500);
  });
  return app;
}

function readyAnswer(context: Context, { ready, reasons }: Readiness): Response {
  const status = ready ? 200 : 503;
  const wantsText = /text\/(?:plain|html)/u.test(context.req.header('accept') ?? '');
  if (wantsText) return context.text(`${ready ? 'ready' : `not ready\n${reasons.join('\n')}`}\n`, status);
  return context.json({ ready, reasons }, status);
}

async function judged({ clock, readiness: facts }: WebSources): Promise<Readiness> {
  try {
    return readiness(await within(clock, facts()), clock.now());
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    return { ready: false, reasons: [`The store does not answer: ${why}`] };
  }
}

async function within<Value>(clock: Clock, promise: Promise<Value>): Promise<Value> {
  const stop = new AbortController();
  const late = clock.sleep(PATIENCE, stop.signal).then(() => {
    throw new Error(`no answer within ${PATIENCE / 1000} s`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
  }
}
