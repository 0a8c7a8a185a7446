import type { z } from 'zod';
import type { SourceEntry } from '../../core/entry.ts';
import { SourceError } from '../../ports/source.ts';

/** Entries in relay order: oldest first; of entries with one time, the order they are given in. */
export function inRelayOrder(entries: readonly SourceEntry[]): SourceEntry[] {
  return entries
    .map((entry, index) => ({ entry, index, time: entry.publishedAt ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => (a.time === b.time ? a.index - b.index : a.time - b.time))
    .map(({ entry }) => entry);
}

/** The longest live blogs have some thousands of entries. */
const MOST = 20_000;

export type Posts<T> = { readonly posts: readonly T[]; readonly warnings: readonly string[] };

/** Reads each post of a list by itself: one that is broken is left out and told of, and the rest is read. */
export function readPosts<T>(raw: readonly unknown[], schema: z.ZodType<T>, nouns: string): Posts<T> {
  if (raw.length > MOST) {
    const text = `The page lists ${raw.length} ${nouns}, more than the ${MOST} that are read; follow a part of it, or its feed.`;
    throw new SourceError('too-large', text);
  }
  const posts: T[] = [];
  let broken = 0;
  let reason = '';
  for (const item of raw) {
    const parsed = schema.safeParse(item);
    if (parsed.success) posts.push(parsed.data);
    else {
      broken += 1;
      const [issue] = parsed.error.issues;
      if (reason === '' && issue !== undefined) reason = `${issue.path.join('.') || nouns}: ${issue.message}`;
    }
  }
  if (broken === 0) return { posts, warnings: [] };
  return { posts, warnings: [`${broken} of ${raw.length} ${nouns} could not be read and were left out (${reason}).`] };
}
