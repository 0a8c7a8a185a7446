import type { ChannelId } from '../core/channel.ts';
import type { Delivery } from '../core/delivery.ts';
import { type Group, groupRecords } from '../core/project/group.ts';
import { createPlacing, type Place } from '../core/project/place.ts';
import { project } from '../core/project/project.ts';
import type { Sizes } from '../core/project/views.ts';
import type { Route } from '../core/route.ts';
import type { EntryRecord } from '../core/seen-set.ts';
import type { Wanted } from '../core/wanted.ts';
import type { Newsroom } from '../ports/newsroom.ts';
import { isFailing } from './failing.ts';

/** From where entries are looked at: one channel, now. */
export type Standpoint = {
  readonly newsroom: Newsroom;
  readonly channel: ChannelId;
  readonly sizes: Sizes;
  readonly now: number;
};

/** A blog on its way into a channel. */
export type RoutedBlog = { readonly route: Route; readonly name: string };

/** Where one entry stands in a channel: what the rules say of it, and what the platform has. */
export type EntryPlace = {
  readonly record: EntryRecord;
  readonly place: Place;
  readonly group?: Group;
  readonly wanted?: Wanted;
  readonly delivery?: Delivery;
};

/** Walks the real rules for every entry of a blog in this channel. */
export async function entryPlaces(from: Standpoint, { route, name }: RoutedBlog): Promise<EntryPlace[]> {
  const known = await from.newsroom.blog(name);
  if (known === undefined) return [];
  const { seen, face } = known;
  const { pauses } = from.newsroom.following(from.channel);
  const placing = createPlacing(route, pauses, seen.facts.followedAt, seen.records);
  const groups = groupRecords(name, seen.records, placing);
  const projected = project(
    { name, face, failing: isFailing(known.failure), seen, route, pauses, sizes: from.sizes },
    from.now,
  );
  const wanted = new Map(projected.map((item) => [item.key, item]));
  const bySeq = await delivered(from, groups);
  return seen.records.map((record) => {
    const there = bySeq.get(record.seq);
    const item = there === undefined ? undefined : wanted.get(there.group.key);
    return {
      record,
      place: placing(record),
      ...(there === undefined ? {} : { group: there.group }),
      ...(item === undefined ? {} : { wanted: item }),
      ...(there?.delivery === undefined ? {} : { delivery: there.delivery }),
    };
  });
}

/** The address of the message that shows an entry here, by `seq`. */
export async function messageUrls(from: Standpoint, { route, name }: RoutedBlog): Promise<ReadonlyMap<number, string>> {
  const urls = new Map<number, string>();
  const known = await from.newsroom.blog(name);
  if (known === undefined) return urls;
  const { facts, records } = known.seen;
  const placing = createPlacing(route, from.newsroom.following(from.channel).pauses, facts.followedAt, records);
  for (const [seq, { delivery }] of await delivered(from, groupRecords(name, records, placing))) {
    const url = delivery !== undefined && 'message' in delivery ? delivery.message.url : undefined;
    if (url !== undefined) urls.set(seq, url);
  }
  return urls;
}

type Delivered = { readonly group: Group; readonly delivery: Delivery | undefined };

/** What the platform has of these posts, by the `seq` of each entry in them. */
async function delivered(
  { newsroom, channel }: Standpoint,
  groups: readonly Group[],
): Promise<ReadonlyMap<number, Delivered>> {
  const found = await newsroom.deliveries(
    channel,
    groups.map((group) => group.key),
  );
  const bySeq = new Map<number, Delivered>();
  groups.forEach((group, index) => {
    for (const record of group.records) bySeq.set(record.seq, { group, delivery: found[index] });
  });
  return bySeq;
}
