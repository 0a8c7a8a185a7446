import { readFile, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Snapshot } from '../core/entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Document } from '../ports/source.ts';
import { jsonFeed, rssFeed } from './live-feeds.ts';
import { liveHtml } from './live-html.ts';
import type { LivePage } from './live-page.ts';
import { type Page, serveLoopback } from './loopback.ts';
import { type Recording, recordedPage, recordingOf } from './recording.ts';
import { type Shot, snapshotsIn, typeOf } from './snapshots.ts';

export type ReplayOptions = {
  /** A folder of snapshots, or one file of any kind that `read` knows. */
  readonly path: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Recorded seconds told in one second. */
  readonly speed: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Text of a file in whatever charset. */
  readonly decode: (bytes: Uint8Array, contentType: string) => string;
  /** Reads one finished document; throws `SourceError` when it is no live blog. */
  readonly read: (document: Document) => Promise<Snapshot> | Snapshot;
};

export type ReplayServer = {
  readonly url: string;
  readonly title: string;
  /** How many snapshots or entries it tells, and how long that takes at this speed, ms. */
  readonly steps: number;
  readonly length: number;
  /** Resolves when all was told, or when it was stopped. */
  readonly done: Promise<void>;
  close(): Promise<void>;
};

/** What is told, whatever the recording is: `at` gives what stands at a path after so many ms of recorded time. */
type Telling = {
  readonly title: string;
  readonly steps: number;
  readonly length: number;
  at(path: string, base: string, recorded: number): Promise<Page | undefined> | Page | undefined;
};

/**
 * Serves a recorded live blog on loopback as if it were happening now: a folder of snapshots as they are, one after
 * another; one finished page entry by entry, as a schema.org page (with RSS and JSON Feed beside it) whose times are
 * moved to now. When all is told, the last state stays.
 */
export async function createReplayServer(options: ReplayOptions): Promise<ReplayServer> {
  const { clock, speed, signal } = options;
  const begun = clock.now();
  const telling = await tellingOf(options, begun);
  const recorded = () => (clock.now() - begun) * speed;
  const server = await serveLoopback(options.port, (path, base) => telling.at(path, base, recorded()));
  const stop = new AbortController();
  const length = telling.length / speed;
  const done = clock.sleep(length, AbortSignal.any([signal, stop.signal])).catch((reason: unknown) => {
    if (!signal.aborted && !stop.signal.aborted) throw reason;
  });
  const close = async () => {
    stop.abort();
    await server.close();
  };
  return { url: server.url, title: telling.title, steps: telling.steps, length, done, close };
}

async function tellingOf(options: ReplayOptions, begun: number): Promise<Telling> {
  const found = await stat(options.path).catch((cause: unknown) => {
    throw new Error(`There is no file or folder ${options.path}.`, { cause });
  });
  if (!found.isDirectory()) return fileTelling(options, begun);
  const shots = await snapshotsIn(options.path);
  if (shots.length === 0) {
    throw new Error(
      `The folder ${options.path} holds no snapshots: files that end in .html, .json, .xml, .rss, .atom or .txt.`,
    );
  }
  return folderTelling(options.path, shots);
}

function folderTelling(title: string, shots: readonly Shot[]): Telling {
  return {
    title,
    steps: shots.length,
    length: shots.at(-1)?.after ?? 0,
    at: async (path, _base, recorded) => {
      const shot = shots.findLast((candidate) => candidate.after <= recorded);
      if (path !== '/' || shot === undefined) return undefined;
      return { type: shot.type, body: await readFile(shot.file) };
    },
  };
}

async function fileTelling({ path, speed, clock, decode, read }: ReplayOptions, begun: number): Promise<Telling> {
  const type = typeOf(path);
  const text = decode(await readFile(path), type);
  const contentType = type === 'application/octet-stream' ? '' : type;
  const snapshot = await read({ url: pathToFileURL(path).href, text, contentType, fetchedAt: clock.now() });
  if (snapshot.entries.length === 0) throw new Error(`${path} was read, and there is no entry in it.`);
  const recording = recordingOf(snapshot);
  const shift = (after: number) => begun + Math.round(after / speed);
  return {
    title: recording.title,
    steps: recording.releases.length,
    length: recording.releases.at(-1)?.after ?? 0,
    at: (at, base, recorded) => pageOf(at, base, recording, recorded, shift),
  };
}

function pageOf(path: string, base: string, recording: Recording, recorded: number, shift: (after: number) => number) {
  const page = (): LivePage => recordedPage(recording, recorded, shift);
  if (path === '/') return { type: 'text/html; charset=utf-8', body: liveHtml(page(), base) };
  if (path === '/feed.xml') return { type: 'application/rss+xml; charset=utf-8', body: rssFeed(page(), base) };
  if (path === '/feed.json') return { type: 'application/feed+json; charset=utf-8', body: jsonFeed(page(), base) };
  return undefined;
}
