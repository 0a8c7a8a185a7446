import type { Adapter } from '../ports/adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Workqueue } from '../ports/workqueue.ts';
import { isFailing } from '../relay/failure.ts';
import type { Relay } from '../relay/relay.ts';
import type { BlogStatus } from '../web/home-page.ts';
import type { Prometheus } from '../web/metrics.ts';
import type { WebSources } from '../web/web.ts';

export type WebParts = {
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly prometheus: Prometheus;
  readonly relay: Relay;
  readonly store: Store;
  readonly adapters: readonly Adapter[];
  readonly queues: readonly Workqueue[];
};

/** A running blog without changes for so long is quiet, ms. */
const QUIET_AFTER = 30 * 60_000;

/** What the web pages tell, taken from the running program. */
export function webSources(parts: WebParts): WebSources {
  const { version, clock, prometheus, relay, store, adapters, log } = parts;
  const watched = adapters.filter(({ platform }) => platform !== 'terminal');

  return {
    version,
    clock,
    prometheus,
    async readiness() {
      const storeFailure = await store.get('ready').then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      return {
        ...(storeFailure === undefined ? {} : { storeFailure }),
        platforms: watched.map((adapter) => ({ name: adapter.platform, ...adapter.status().health() })),
        oldestUndeliveredAt: relay.states.oldestWaiting()?.since,
      };
    },
    blogs: () => Promise.all(relay.directory.blogs().map(({ name, url }) => blogStatus(relay, name, url, clock.now()))),
    async levels() {
      const oldest = relay.states.oldestWaiting();
      return {
        blogs: relay.directory.blogs().length,
        channels: relay.directory.channels().length,
        waiting: parts.queues.reduce((sum, queue) => sum + queue.stats().waiting, 0),
        oldestUndelivered: oldest === undefined ? 0 : Math.max(0, clock.now() - oldest.since),
      };
    },
    report: (error) => log.error('a web page could not be made', { error }),
  };
}

async function blogStatus(relay: Relay, name: string, url: string, now: number): Promise<BlogStatus> {
  const known = await relay.seenSets.load(name);
  const channels = relay.directory.followers(name);
  if (known === undefined) return { name, url, status: 'before', entries: 0, channels };
  const { record, seen } = known;
  const failing = isFailing(record.failure);
  return {
    name,
    url,
    channels,
    ...(record.face.title === undefined ? {} : { title: record.face.title }),
    status: statusOf(record.face.live, failing, now - record.changedAt > QUIET_AFTER),
    entries: seen.records.filter((entry) => entry.removedAt === undefined).length,
    checkedAt: record.polledAt,
    changedAt: record.changedAt,
    ...(record.nextPollAt === undefined ? {} : { nextCheckAt: record.nextPollAt }),
    ...(failing && record.failure !== undefined ? { problem: record.failure.message } : {}),
  };
}

function statusOf(live: boolean | null, failing: boolean, quiet: boolean): BlogStatus['status'] {
  if (live === false) return 'ended';
  if (failing) return 'unreachable';
  return quiet ? 'quiet' : 'live';
}
