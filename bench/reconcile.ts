import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelId } from '../src/core/channel.ts';
import { noMetrics } from '../src/ports/metrics.ts';
import type { SourceReader } from '../src/ports/reader.ts';
import { withRoute } from '../src/relay/directory.ts';
import { createRelay } from '../src/relay/relay.ts';
import { systemClock } from '../src/system-clock.ts';
import { EVENING, snapshotOf, textBody, update } from '../tests/support/entries.ts';
import { createFakeChat, FAKE_LIMITS } from '../tests/support/fake-chat.ts';
import { createManualQueue } from '../tests/support/manual-queue.ts';
import { MemoryStore } from '../tests/support/memory-store.ts';
import { DEFAULTS } from '../tests/support/world.ts';
import type { Figure } from './measure.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Entries brought into channels per second, on a platform and a store that cost nothing. */
export async function reconcileBench(): Promise<Figure[]> {
  return [await figure(1, 5000), await figure(1000, 20)];
}

async function figure(channels: number, entries: number): Promise<Figure> {
  const world = await followedBy(channels);
  const updates = Array.from({ length: entries }, (_, n) =>
    update(`u${n}`, `Report ${n} from the quay.`, { minute: n }),
  );
  world.show([update('first', 'The first report.', { minute: -1 })]);
  await world.settle();
  world.show([update('first', 'The first report.', { minute: -1 }), ...updates]);
  const started = performance.now();
  await world.settle();
  const seconds = (performance.now() - started) / 1000;
  const shown = world.chat.channel('slack:C0').length;
  if (shown !== entries) throw new Error(`${shown} of ${entries} entries were shown`);
  const rate = Math.round((channels * entries) / seconds);
  return {
    name: `reconciled into ${channels} channel${channels === 1 ? '' : 's'}`,
    value: `${rate} entries/s`,
    bound: '',
    holds: true,
  };
}

async function followedBy(count: number) {
  const chat = createFakeChat({ ...FAKE_LIMITS, pace: { burst: 1, interval: 0 } });
  const polls = createManualQueue();
  const channels = createManualQueue();
  let text = '';
  const reader: SourceReader = {
    request: (_kind, { url }) => ({ url }),
    read: (document) => ({ kind: 'schema.org', result: JSON.parse(document.text) }),
  };
  const relay = createRelay({
    store: new MemoryStore(),
    shared: false,
    fetcher: {
      fetch: async ({ url }) => ({
        status: 'changed',
        document: { url, text, contentType: '', fetchedAt: EVENING },
        validators: {},
      }),
      close: async () => undefined,
    },
    reader,
    bodies: () => textBody,
    clock: systemClock,
    log: silent,
    metrics: noMetrics,
    polls,
    channels,
    outbound: () => chat,
    limits: () => chat.limits,
    nameOf: () => undefined,
    reaches: async () => true,
    noticesTo: undefined,
  });
  await relay.directory.saveBlog({
    name: 'storm',
    url: 'https://saltmere.example/live',
    origin: 'config',
    every: 5000,
    max: 5000,
  });
  for (let n = 0; n < count; n++) {
    const channel: ChannelId = `slack:C${n}`;
    const version = { from: 0, settings: { ...DEFAULTS, burst: 'off' as const }, foldSize: 8 };
    const route = { blog: 'storm', channel, origin: 'config' as const, versions: [version] };
    await relay.directory.saveRoutes(channel, withRoute({ routes: [], pauses: [] }, route));
  }
  await relay.start();
  return {
    chat,
    show(entries: Parameters<typeof snapshotOf>[0]) {
      text = JSON.stringify(snapshotOf(entries));
    },
    async settle() {
      await relay.wakeBlog('storm');
      await polls.runDue(Number.POSITIVE_INFINITY);
      // A slice of work may fall due a moment from now.
      for (let due = channels.nextDueAt(); due !== undefined; due = channels.nextDueAt()) {
        await sleep(Math.max(0, due - Date.now()));
        await channels.runDue(Date.now());
      }
    },
  };
}
