import type { Output } from '../adapters/terminal/index.ts';
import type { Config } from '../config/config.ts';
import { createAdapters } from './app/adapters.ts';
import { startBeat } from './app/beat.ts';
import { createCollector } from './app/collect-when-calm.ts';
import { connectCommands } from './app/commands.ts';
import { configuredBlogs } from './app/config-blogs.ts';
import { defaultSettings } from './app/defaults.ts';
import { inboundOf } from './app/inbound.ts';
import { reaches } from './app/reaches.ts';
import { openStateWhenReady } from './app/state.ts';
import { webSources } from './app/web-sources.ts';
import { type ChannelId, type Platform, platformOf } from './core/channel.ts';
import { withChannelNames } from './log/named-channels.ts';
import type { Adapter } from './ports/adapter.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import { applyConfig } from './relay/config-routes.ts';
import { createMemoryWorkqueue } from './relay/memory-workqueue.ts';
import { createRelay, type Relay } from './relay/relay.ts';
import { createFetcher } from './sources/http/fetcher.ts';
import { createBodies, sourceReader } from './sources/reader.ts';
import { listen } from './web/listen.ts';
import { createPrometheus } from './web/metrics.ts';
import { createWeb } from './web/web.ts';

export type AppOptions = {
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly terminal: { readonly out: Output; readonly color: boolean; readonly timezone?: string };
  /** Aborted when the program is to stop before it has come up. */
  readonly signal: AbortSignal;
};

export type App = {
  /** Where the web pages are; undefined with `http: off`. */
  readonly url: string | undefined;
  readonly relay: Relay;
  /** Stops in reverse order; what is under way has `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

/**
 * The composition root: builds everything from the configuration and starts it, in one straight line. What was started
 * is put on a stack of closings and taken down in reverse, also when a later step fails.
 */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { clock, signal } = options;
  const adapterOf = new Map<Platform, Adapter>();
  const nameOf = (channel: ChannelId) => adapterOf.get(platformOf(channel))?.status().name(channel);
  const log = withChannelNames(options.log, nameOf);
  const closings: ((graceMs: number) => Promise<unknown>)[] = [];
  const stop = async (graceMs: number) => {
    for (const close of closings.splice(0).reverse()) {
      await close(graceMs).catch((error: unknown) => log.warn('something did not stop cleanly', { error }));
    }
  };
  try {
    const prometheus = createPrometheus();
    const { metrics } = prometheus;
    const store = await openStateWhenReady(config.state, { clock, log, metrics, signal });
    closings.push(() => store.close());
    const fetcher = createFetcher({ ...config.network, clock });
    closings.push(() => fetcher.close());
    const adapters = await createAdapters(config, { ...options, log, store });
    for (const adapter of adapters.all) adapterOf.set(adapter.platform, adapter);

    const backOff = { first: 1000, longest: 60_000 };
    const queue = (name: 'blog' | 'channel', concurrency: number) => {
      const onStart = (late: number) => metrics.observe('queueAge', late, { queue: name });
      return createMemoryWorkqueue({ clock, log, concurrency, backOff, onStart });
    };
    const adapterFor = (channel: ChannelId) => adapterOf.get(platformOf(channel)) ?? adapters.terminal;
    const reading = { fetcher, reader: sourceReader, bodies: createBodies(), clock };
    const polls = queue('blog', 16);
    const channels = queue('channel', 64);
    const relay = createRelay({
      store,
      shared: !config.state.startsWith('sqlite:'),
      ...reading,
      log,
      metrics,
      polls,
      channels,
      outbound: (channel) => adapterOf.get(platformOf(channel))?.outbound,
      limits: (channel) => adapterFor(channel).outbound.limits,
      nameOf,
      reaches: (channel) => reaches(adapterFor(channel), channel),
      noticesTo: config.notices.to,
    });
    await relay.directory.load();
    await applyConfig(
      relay.directory,
      configuredBlogs(config, defaultSettings()),
      (channel) => adapterFor(channel).outbound.limits.foldSize,
    );

    const commands = await connectCommands({ config, relay, store, clock, log, reading, adapterOf: adapterFor });
    const url = await serve();
    await relay.start();
    closings.push((graceMs) => relay.stop(graceMs));
    const collectGarbage = createCollector(() => clock.now());
    const beat = startBeat({
      blogs: () => {
        collectGarbage(polls.stats().running === 0);
        return relay.beat();
      },
      channels: async () => {
        await relay.dropDeparted();
        await relay.wakeChannels();
      },
      late: () => log.warn('blogs are looked at late: the process or its machine is too busy'),
      failed: (error) => log.warn('a beat failed', { error }),
    });
    closings.push(() => beat.stop());
    const inbound = inboundOf(relay, commands);
    for (const adapter of adapters.all) {
      await adapter.start(inbound);
      closings.push(() => adapter.stop());
    }
    return { url, relay, stop };

    async function serve(): Promise<string | undefined> {
      if (config.http === undefined) return undefined;
      const web = createWeb(
        webSources({ ...options, prometheus, relay, store, adapters: adapters.all, queues: [polls, channels] }),
      );
      const listening = await listen({ app: web, ...config.http, raw: adapters.raw });
      closings.push(() => listening.close());
      return listening.url;
    }
  } catch (error) {
    await stop(1000);
    throw error;
  }
}
