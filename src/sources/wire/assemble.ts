import type { SourceEntry } from '../../core/entry.ts';

type Optional = 'sourceId' | 'title' | 'publishedAt' | 'updatedAt' | 'url';
type Facts = Required<Pick<SourceEntry, 'body' | 'authors'>> & {
  readonly [key in Optional]?: SourceEntry[key] | undefined;
} & Partial<Pick<SourceEntry, 'flags' | 'listedOnce'>>;
type Writable = { -readonly [key in keyof SourceEntry]: SourceEntry[key] };

/**
 * An entry of what is known of it; unknown facts are absent. Written out: putting it together of objects that may be empty
 * (`...`) takes many times as long, and a first read does it a thousand times. `listedOnce` holds of entries without an id.
 */
export function assemble(facts: Facts): SourceEntry {
  const { sourceId, title, publishedAt, updatedAt, url, body, authors, flags = [], listedOnce } = facts;
  const entry: Writable = { body, authors, flags };
  if (sourceId !== undefined && sourceId !== '') entry.sourceId = sourceId;
  if (title !== undefined) entry.title = title;
  if (publishedAt !== undefined) entry.publishedAt = publishedAt;
  if (updatedAt !== undefined) entry.updatedAt = updatedAt;
  if (url !== undefined) entry.url = url;
  if (listedOnce === true && entry.sourceId === undefined) entry.listedOnce = true;
  return entry;
}
