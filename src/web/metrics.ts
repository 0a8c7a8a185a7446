import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Counters, Metrics, Timings } from '../ports/metrics.ts';

type Measure = { readonly name: string; readonly help: string; readonly labels: readonly string[] };

const COUNTERS: { readonly [Name in keyof Counters]: Measure } = {
  polls: { name: 'liveblog_polls_total', help: 'Polls of a blog by outcome', labels: ['outcome'] },
  fetches: { name: 'liveblog_fetches_total', help: 'Documents asked for by outcome', labels: ['outcome'] },
  entries: { name: 'liveblog_entries_total', help: 'Changes seen in entries', labels: ['change'] },
  deliveries: {
    name: 'liveblog_deliveries_total',
    help: 'Attempts at a message by outcome',
    labels: ['platform', 'step', 'outcome'],
  },
  commands: { name: 'liveblog_commands_total', help: 'Commands people gave', labels: ['platform', 'outcome'] },
};

/** Upper bounds in seconds. A reader feels seconds of lag; the store answers in milliseconds. */
const LONG = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3600];
const SHORT = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const TIMINGS: { readonly [Name in keyof Timings]: Measure & { readonly buckets: number[] } } = {
  deliveryLag: {
    name: 'liveblog_delivery_lag_seconds',
    help: 'From the first sight of an entry to its message',
    labels: ['platform'],
    buckets: LONG,
  },
  queueAge: {
    name: 'liveblog_queue_age_seconds',
    help: 'From the moment a key was due to its run',
    labels: ['queue'],
    buckets: LONG,
  },
  rateLimitWait: {
    name: 'liveblog_rate_limit_wait_seconds',
    help: 'Waits that platforms asked for',
    labels: ['platform'],
    buckets: LONG,
  },
  store: {
    name: 'liveblog_store_seconds',
    help: 'Time a call of the store took',
    labels: ['call', 'outcome'],
    buckets: SHORT,
  },
  fetch: {
    name: 'liveblog_fetch_seconds',
    help: 'Time a fetch took',
    labels: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30],
  },
};

/** What is read at the moment of a scrape. */
export type Levels = {
  readonly blogs: number;
  readonly channels: number;
  readonly waiting: number;
  /** Age in ms of the oldest post that is due and not delivered; 0 = none. */
  readonly oldestUndelivered: number;
};

export type Prometheus = {
  readonly metrics: Metrics;
  readonly contentType: string;
  /** Everything in the Prometheus text format; `levels` are the values of now. */
  text(levels: Levels | undefined): Promise<string>;
};

/** Metrics kept in a registry of their own, so that two programs in one process do not mix. */
export function createPrometheus(): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counters = new Map(
    Object.entries(COUNTERS).map(([key, { name, help, labels }]) => [
      key,
      new Counter({ name, help, labelNames: labels, registers }),
    ]),
  );
  const timings = new Map(
    Object.entries(TIMINGS).map(([key, { name, help, labels, buckets }]) => [
      key,
      new Histogram({ name, help, labelNames: labels, buckets, registers }),
    ]),
  );
  const setLevels = levelGauges(registry);
  return {
    metrics: {
      count: (name, labels, by = 1) => counters.get(name)?.inc(labels, number(by)),
      observe: (name, ms, labels) => timings.get(name)?.observe(labels, number(ms) / 1000),
    },
    contentType: registry.contentType,
    text: (levels) => {
      setLevels(levels);
      return registry.metrics();
    },
  };
}

/** What prom-client would throw at (no number) or a clock that went back would give (below 0) counts as 0. */
const number = (value: number) => (Number.isFinite(value) ? Math.max(0, value) : 0);

function levelGauges(registry: Registry): (levels: Levels | undefined) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const blogs = gauge('liveblog_blogs', 'Blogs followed');
  const channels = gauge('liveblog_channels', 'Channels with a route');
  const waiting = gauge('liveblog_queue_waiting', 'Keys waiting to be looked at');
  const oldest = gauge('liveblog_oldest_undelivered_seconds', 'Age of the oldest post that is due and not delivered');
  return (levels) => {
    if (levels === undefined) return;
    blogs.set(levels.blogs);
    channels.set(levels.channels);
    waiting.set(levels.waiting);
    oldest.set(levels.oldestUndelivered / 1000);
  };
}
