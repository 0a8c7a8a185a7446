import type { ChannelId } from '../../src/core/channel.ts';
import type { Snapshot, SourceEntry } from '../../src/core/entry.ts';
import { hash } from '../../src/core/hash.ts';
import type { Post } from '../../src/core/post.ts';
import type { Route, RouteSettings } from '../../src/core/route.ts';
import type { Fetcher } from '../../src/ports/fetcher.ts';
import { noMetrics } from '../../src/ports/metrics.ts';
import type { SourceReader } from '../../src/ports/reader.ts';
import type { SourceError } from '../../src/ports/source.ts';
import { withRoute } from '../../src/relay/directory.ts';
import { createRelay, type Relay } from '../../src/relay/relay.ts';
import { createBodies } from '../../src/sources/reader.ts';
import { EVENING, snapshotOf, textBody } from './entries.ts';
import { createFakeChat, type FakeChat } from './fake-chat.ts';
import { createFakeClock } from './fake-clock.ts';
import { createManualQueue } from './manual-queue.ts';
import { MemoryStore } from './memory-store.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const DEFAULTS: RouteSettings = {
  layout: 'channel',
  only: [],
  except: [],
  entries: 'all',
  edits: 'edit',
  removals: 'delete',
  reposts: 'fold',
  backfill: 'none',
  settle: 0,
  editGap: 0,
  burst: 4,
  spoiler: false,
};

/** How a blog came to be followed. */
export type FollowedAs = {
  readonly by?: string;
  readonly url?: string;
  readonly every?: number;
  readonly workspace?: string;
  /** Where the blog, and its route, were set up. */
  readonly origin?: 'config' | 'chat';
  readonly routeOrigin?: 'config' | 'chat';
};

/** One sample blog, one relay, one fake chat, and a clock that moves when told; the relay can be killed and started anew. */
export function createWorld(
  options: {
    readonly chat?: FakeChat;
    readonly noticesTo?: ChannelId;
    readonly fetcher?: Fetcher;
    /** In place of one that takes the page for a snapshot. */
    readonly reader?: SourceReader;
    readonly shared?: boolean;
  } = {},
) {
  const clock = createFakeClock(EVENING);
  const chat = options.chat ?? createFakeChat();
  const page: { entries: readonly SourceEntry[]; rest: Partial<Snapshot>; broken: SourceError | undefined } = {
    entries: [],
    rest: {},
    broken: undefined,
  };
  const closed = new Set<ChannelId>();
  /** Channels of which the platform cannot be asked. */
  const unasked = new Set<ChannelId>();
  const names = new Map<ChannelId, string>();
  let fetches = 0;
  const pages: Fetcher = {
    async fetch({ url, validators }) {
      fetches++;
      if (page.broken !== undefined) throw page.broken;
      const text = JSON.stringify(snapshotOf(page.entries, page.rest));
      const bodyHash = hash(text);
      if (validators.bodyHash === bodyHash) return { status: 'same', validators };
      const document = { url, text, contentType: 'application/json', fetchedAt: clock.now() };
      return { status: 'changed', document, validators: { bodyHash } };
    },
    close: async () => undefined,
  };
  const reader: SourceReader = {
    request: (_kind, { url }) => ({ url }),
    read: (document) => ({ kind: 'schema.org', result: JSON.parse(document.text) as Snapshot }),
  };
  let store = new MemoryStore();
  let queues = { polls: createManualQueue(), channels: createManualQueue() };
  let relay: Relay = build();

  function build(): Relay {
    queues = { polls: createManualQueue(), channels: createManualQueue() };
    return createRelay({
      store,
      shared: options.shared ?? false,
      fetcher: options.fetcher ?? pages,
      reader: options.reader ?? reader,
      bodies: options.reader === undefined ? () => textBody : createBodies(),
      clock,
      log: silent,
      metrics: noMetrics,
      ...queues,
      outbound: () => chat,
      limits: () => chat.limits,
      nameOf: (channel) => names.get(channel),
      reaches: async (channel) => (unasked.has(channel) ? undefined : !closed.has(channel)),
      noticesTo: options.noticesTo,
    });
  }

  return {
    clock,
    chat,
    page,
    /** Channels the platform does not let us into. */
    closed,
    unasked,
    /** What people call channels. */
    names,
    get relay() {
      return relay;
    },
    get store() {
      return store;
    },
    /** Fetches of pages so far. */
    get fetches() {
      return fetches;
    },

    async follow(
      channel: ChannelId,
      settings: Partial<RouteSettings> = {},
      blog = 'storm',
      of: FollowedAs = {},
    ): Promise<void> {
      const { directory } = relay;
      const { url = 'https://saltmere.example/live', every = 10_000, origin = 'config', by, workspace } = of;
      await directory.saveBlog({ name: blog, url, origin, every, max: 60_000 });
      await directory.change(channel, (known, from) => {
        const before: Route | undefined = known.routes.find((route) => route.blog === blog);
        const version = { from, settings: { ...DEFAULTS, ...settings }, foldSize: chat.limits.foldSize };
        const versions = [...(before?.versions ?? []), version];
        return withRoute(known, {
          ...{ blog, channel, origin: of.routeOrigin ?? 'chat', versions },
          ...(by === undefined ? {} : { by }),
          ...(workspace === undefined ? {} : { workspace }),
        });
      });
    },

    async start(): Promise<void> {
      await relay.directory.load();
      await relay.start();
    },

    /** The process dies; what was written stays, and a new one starts on it. */
    async restart(): Promise<void> {
      store = store.reopen();
      relay = build();
      await this.start();
    },

    /** Lets time pass, running whatever is due, second by second. */
    async pass(seconds: number): Promise<void> {
      for (let i = 0; i < seconds; i++) {
        clock.advance(1000);
        await relay.beat();
        await queues.polls.runDue(clock.now());
        for (let again = 0; again < 20 && (await queues.channels.runDue(clock.now())) > 0; again++);
      }
    },

    /** What a reader of the channel sees: the texts of its messages, oldest first. */
    texts: (channel: ChannelId) => chat.channel(channel).map(({ post }) => textOf(post)),
  };
}

/** What a post says, in one line. */
export function textOf(post: Post): string {
  switch (post.kind) {
    case 'entry':
      return saying(post.view);
    case 'fold':
    case 'digest':
      return post.views.map(saying).join(' | ');
    case 'correction':
      return `correction: ${saying(post.view)}`;
    case 'card':
      return `card: ${post.card.status} ${post.card.counts.entries}`;
    case 'notice':
      return post.text;
    case 'alert':
      return post.hits.map(({ view }) => saying(view)).join(' | ');
  }
}

function saying(view: {
  readonly entry: { readonly body: { readonly text: string } };
  readonly withdrawnAt?: number;
}): string {
  return view.withdrawnAt === undefined ? view.entry.body.text : `~${view.entry.body.text}~`;
}
