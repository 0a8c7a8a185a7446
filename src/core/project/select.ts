import type { Entry } from '../entry.ts';
import { parseQuery, type Query } from '../query/query.ts';
import { matches } from '../query/query-match.ts';
import type { RouteSettings } from '../route.ts';
import { type EntryRecord, firstRevision } from '../seen-set.ts';

/** Why a route does not show an entry. */
export type Unselected = 'entries' | 'only' | 'except' | 'reposts';

type Queries = { readonly only: readonly Query[]; readonly except: readonly Query[] };
const parsed = new WeakMap<RouteSettings, Queries>();

/** The rule of the route that keeps this entry out; undefined when the route wants it. */
export function whyUnselected(settings: RouteSettings, entry: Entry): Unselected | undefined {
  if (settings.reposts === 'skip' && entry.repostOf !== undefined) return 'reposts';
  if (settings.entries === 'key' && !isKey(entry)) return 'entries';
  if (settings.only.length === 0 && settings.except.length === 0) return undefined;
  const { only, except } = queriesOf(settings);
  if (only.length > 0 && !only.some((query) => matches(query, entry))) return 'only';
  return except.some((query) => matches(query, entry)) ? 'except' : undefined;
}

/** Key events, summaries and breaking news: what `entries: key` shows. */
export function isKey(entry: Pick<Entry, 'flags'>): boolean {
  return entry.flags.some((flag) => flag === 'key' || flag === 'summary' || flag === 'breaking');
}

function queriesOf(settings: RouteSettings): Queries {
  const known = parsed.get(settings);
  if (known !== undefined) return known;
  const queries = { only: settings.only.map(parseQuery), except: settings.except.map(parseQuery) };
  parsed.set(settings, queries);
  return queries;
}

const firsts = new WeakMap<EntryRecord, Entry>();

/** The entry as it was at first sight: places and folds are decided by it, so that no correction can move them. */
export function firstEntry(record: EntryRecord): Entry {
  if (record.past.length === 0) return record.entry;
  const known = firsts.get(record);
  if (known !== undefined) return known;
  const { title, text, authors, flags } = firstRevision(record);
  const { title: _title, ...rest } = record.entry;
  const entry: Entry = {
    ...rest,
    ...(title === undefined ? {} : { title }),
    authors,
    flags,
    body: { ...rest.body, text },
  };
  firsts.set(record, entry);
  return entry;
}
