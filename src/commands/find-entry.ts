import type { ChannelId } from '../core/channel.ts';
import type { SearchHit } from '../core/search/search-index.ts';
import type { EntryRecord } from '../core/seen-set.ts';
import { CommandError } from '../ports/commands.ts';
import { clipped } from './arguments.ts';
import { type EntryPlace, entryPlaces } from './entry-places.ts';
import { addressOf, type Followed, followedBlogs } from './find-blog.ts';
import { readQuery } from './queries.ts';
import { standpointOf } from './standpoint-of.ts';
import type { Desk, Request } from './subcommand.ts';

/** How long words from an entry are looked for, ms. */
const PATIENCE = 20_000;

/** An entry a person asks about, where it stands here, and other entries their words fit. */
export type FoundEntry = {
  readonly blog: Followed;
  readonly place: EntryPlace;
  readonly others: readonly EntryRecord[];
};

/** Finds the entry meant by a message (`#12` says which of several), by a link to the entry or its message, by its id, or by words from it. */
export async function findEntry(request: Request, said: string, usage: string): Promise<FoundEntry> {
  const { desk, command } = request;
  const blogs = await followedBlogs(desk, command.channel);
  const wanted = said.trim();
  if (wanted === '' && command.message === undefined) {
    throw new CommandError('Which entry? Give a link to it, or some words from it.', [`${usage} sea wall`]);
  }
  if (blogs.length === 0) {
    throw new CommandError('This channel follows no live blog, so nothing is posted here.', [
      'follow https://example.org/live/storm',
    ]);
  }
  for (const blog of blogs) {
    const places = await entryPlaces(standpointOf(request), blog);
    const found = places.filter((one) => isMeant(one, wanted, command.message));
    const place = found.at(-1);
    // A message of several entries does not say which one is meant: the rest are offered.
    if (place !== undefined) return { blog, place, others: found.slice(0, -1).map(({ record }) => record) };
  }
  return findByWords(request, blogs, wanted, usage);
}

/** One of several entries in a message, as its menu names it. */
const OF_MESSAGE = /^#(\d+)$/u;

function isMeant({ record, delivery }: EntryPlace, wanted: string, message: string | undefined): boolean {
  const shown = delivery !== undefined && 'message' in delivery ? delivery.message : undefined;
  const isThere = message !== undefined && shown?.id === message;
  if (wanted === '') return isThere;
  const number = OF_MESSAGE.exec(wanted)?.[1];
  if (isThere && number !== undefined) return record.seq === Number(number);
  const { entry } = record;
  if (entry.id === wanted || shown?.id === wanted) return true;
  if (shown?.url === wanted || entry.url === wanted) return true;
  const address = addressOf(wanted);
  if (address === undefined || entry.url === undefined) return false;
  return addressOf(entry.url) === address && new URL(entry.url).hash === new URL(wanted).hash && hasPath(address);
}

function hasPath(address: string): boolean {
  return address.includes('/');
}

async function findByWords(
  request: Request,
  blogs: readonly Followed[],
  wanted: string,
  usage: string,
): Promise<FoundEntry> {
  const { desk, now } = request;
  if (addressOf(wanted) !== undefined || wanted === '') throw unknownEntry(wanted, usage);
  const query = readQuery(wanted);
  await desk.search.ready(
    blogs.flatMap((blog) => blog.known ?? []),
    PATIENCE,
  );
  const names = blogs.map((blog) => blog.name);
  const { hits } = desk.search.search(query, { now, blogs: names, withdrawn: true, limit: 6 });
  const [best, ...others] = hits;
  const blog = blogs.find((one) => one.name === best?.blog);
  if (best === undefined || blog === undefined) throw unknownEntry(wanted, usage);
  const places = await entryPlaces(standpointOf(request), blog);
  const place = places.find((one) => one.record.entry.id === best.id);
  if (place === undefined) throw unknownEntry(wanted, usage);
  return { blog, place, others: await hitRecords(desk, others) };
}

function unknownEntry(wanted: string, usage: string): CommandError {
  const what = wanted === '' ? 'That message shows no entry' : `No entry here fits “${clipped(wanted)}”`;
  return new CommandError(
    `${what}. Perhaps the blog was not read since it was published, or it belongs to a blog this channel does not follow.`,
    ['latest', 'status', `${usage} sea wall`],
  );
}

/** The entries that were found, in their order. */
export async function hitRecords(desk: Desk, hits: readonly SearchHit[]): Promise<EntryRecord[]> {
  const names = [...new Set(hits.map((hit) => hit.blog))];
  const known = new Map(
    await Promise.all(names.map(async (name) => [name, (await desk.newsroom.blog(name))?.seen.records] as const)),
  );
  return hits.flatMap((hit) => known.get(hit.blog)?.find((record) => record.entry.id === hit.id) ?? []);
}

/** Where a person's direct messages are: `slack:U1` → `slack:@U1`, `slack:T1/U1` → `slack:T1/@U1`. */
export function directMessages(person: string): ChannelId {
  const at = Math.max(person.indexOf(':'), person.lastIndexOf('/')) + 1;
  return `${person.slice(0, at)}@${person.slice(at)}` as ChannelId;
}
