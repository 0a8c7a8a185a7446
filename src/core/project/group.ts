import type { RouteVersion } from '../route.ts';
import type { EntryRecord } from '../seen-set.ts';
import { breaksThrough, type Hold } from './hold.ts';
import type { Placing } from './place.ts';
import { firstEntry } from './select.ts';

/** The entries of one post, by `seq`, with the key that they have for good. */
export type Group = {
  readonly key: string;
  readonly records: readonly EntryRecord[];
  readonly version: RouteVersion;
  /** False for an entry that no rule wanted at first sight: a correction may have changed that. */
  readonly selected: boolean;
  /** Set when they wait together; `until` may be unknown. */
  readonly hold?: Hold;
  /** Posted even in quiet hours. */
  readonly breaks: boolean;
};

type Bin = { readonly records: EntryRecord[]; readonly version: RouteVersion; readonly hold?: Hold };

/**
 * Puts entries into posts. Held entries wait in chunks of the platform's fold size; a burst – many in one poll – is folded
 * in the same way; everything else stands alone. Chunks are counted in the order of first sight, so that a chunk once
 * filled never changes its members.
 */
export function groupRecords(blog: string, records: readonly EntryRecord[], placing: Placing): Group[] {
  const groups: Group[] = [];
  const bins = new Map<string, Bin>();
  const put = (name: string, record: EntryRecord, version: RouteVersion, hold?: Hold): void => {
    const bin = bins.get(name);
    if (bin === undefined) bins.set(name, { records: [record], version, ...(hold === undefined ? {} : { hold }) });
    else bin.records.push(record);
  };
  for (const record of records) {
    const place = placing(record);
    switch (place.kind) {
      case 'past':
        break;
      case 'unselected':
        groups.push(single(blog, record, place.version, false));
        break;
      case 'backfill':
        put('b', record, place.version);
        break;
      case 'held':
        put(`${place.hold.name}.${place.version.from.toString(36)}`, record, place.version, place.hold);
        break;
      case 'batch':
        put(`f${record.firstSeenAt.toString(36)}`, record, place.version);
        break;
    }
  }
  for (const [name, bin] of bins) groups.push(...groupsOf(blog, name, bin));
  return groups;
}

function groupsOf(blog: string, name: string, bin: Bin): Group[] {
  const { records, version, hold } = bin;
  const { burst } = version.settings;
  if (hold?.rule === 'digest') return [grouped(`${blog}/${name}`, records, version, hold)];
  if (hold === undefined && (burst === 'off' || records.length < burst)) {
    return records.map((record) => single(blog, record, version, true));
  }
  const chunks: Group[] = [];
  for (let start = 0; start < records.length; start += version.foldSize) {
    const part = records.slice(start, start + version.foldSize);
    chunks.push(grouped(`${blog}/${name}:${chunks.length}`, part, version, hold));
  }
  return chunks;
}

function single(blog: string, record: EntryRecord, version: RouteVersion, selected: boolean): Group {
  return { ...grouped(`${blog}/e:${record.entry.id}`, [record], version, undefined), selected };
}

function grouped(key: string, records: readonly EntryRecord[], version: RouteVersion, hold: Hold | undefined): Group {
  const { quiet } = version.settings;
  const breaks = quiet !== undefined && records.some((record) => breaksThrough(quiet, firstEntry(record)));
  return { key, records, version, selected: true, ...(hold === undefined ? {} : { hold }), breaks };
}
