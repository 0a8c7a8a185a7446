import { hash } from '../hash.ts';
import type { BlogView } from '../post.ts';
import { firstEntry } from '../project/select.ts';
import { entryView, type Sizes } from '../project/views.ts';
import type { Query } from '../query/query.ts';
import { explainMatch } from '../query/query-explain.ts';
import { matches } from '../query/query-match.ts';
import type { RouteSettings } from '../route.ts';
import type { EntryRecord } from '../seen-set.ts';
import type { Wanted } from '../wanted.ts';

/** What one person asked to be told of. It holds from `from` until `to`, epoch ms. */
export type PersonalAlert = {
  readonly query: Query;
  readonly from: number;
  readonly to?: number;
};

/** The alerts of one person that cover one blog, and the times in which they wanted to hear nothing. */
export type AlertView = {
  readonly blog: BlogView;
  readonly records: readonly EntryRecord[];
  readonly alerts: readonly PersonalAlert[];
  readonly mutes: readonly { readonly from: number; readonly to: number }[];
  readonly settings: RouteSettings;
  readonly sizes: Sizes;
  /** The message that shows an entry in a channel, by `seq`. */
  readonly messageUrl: (seq: number) => string | undefined;
};

/** Hits that come within this time are one message. */
const TOGETHER = 60_000;
/** Time for the channel's own message to be there, so that the alert can link to it. */
const HEAD_START = 3_000;
/** Afterwards an alert is left as it is, ms. */
export const FOLLOWED = 24 * 60 * 60_000;

/**
 * What a person's direct messages should show of one blog. Which entries hit, and which of them share a message, is
 * decided by the entries at first sight; later corrections and withdrawals only mark a hit as lapsed.
 */
export function alertsWanted(of: AlertView, now: number): Wanted[] {
  return grouped(of).flatMap((hits) => {
    const [first] = hits;
    return first === undefined || first.firstSeenAt < now - FOLLOWED ? [] : [alertWanted(of, first, hits)];
  });
}

function grouped(of: AlertView): EntryRecord[][] {
  const groups: EntryRecord[][] = [];
  const hits = of.records.filter((record) => isHit(of, record));
  for (const record of hits.toSorted((a, b) => a.firstSeenAt - b.firstSeenAt || a.seq - b.seq)) {
    const last = groups.at(-1);
    const start = last?.[0]?.firstSeenAt;
    if (last !== undefined && start !== undefined && record.firstSeenAt < start + TOGETHER) last.push(record);
    else groups.push([record]);
  }
  return groups;
}

function isHit({ alerts, mutes }: AlertView, record: EntryRecord): boolean {
  if (record.baseline) return false;
  const at = record.firstSeenAt;
  if (mutes.some((mute) => mute.from <= at && at < mute.to)) return false;
  return heldAt(alerts, at).some((alert) => matches(alert.query, firstEntry(record)));
}

function heldAt(alerts: readonly PersonalAlert[], at: number): PersonalAlert[] {
  return alerts.filter((alert) => alert.from <= at && (alert.to === undefined || at < alert.to));
}

function alertWanted(of: AlertView, first: EntryRecord, hits: readonly EntryRecord[]): Wanted {
  const { blog, settings, sizes } = of;
  const shown = hits.map((record) => hitOf(of, record));
  const key = `alert/${blog.name}/${first.firstSeenAt.toString(36)}`;
  const facts = shown.map(({ context, messageUrl, lapsed }) => [context, messageUrl, lapsed]);
  const revision = hash(JSON.stringify([facts, hits.map((record) => record.revision)]));
  return {
    key,
    want: shown.every((hit) => hit.lapsed !== undefined) ? 'keep' : 'show',
    revision,
    follow: true,
    dueAt: first.firstSeenAt + HEAD_START,
    order: [first.firstSeenAt, first.seq],
    edits: {},
    editGap: 1_000,
    breaks: true,
    post: () => ({
      kind: 'alert',
      key,
      revision,
      blog,
      query: [...new Set(shown.flatMap((hit) => hit.queries))].join(' · '),
      hits: shown.map(({ record, context, messageUrl, lapsed }) => ({
        view: entryView(record, settings, sizes),
        context,
        ...(messageUrl === undefined ? {} : { messageUrl }),
        ...(lapsed === undefined ? {} : { lapsed }),
      })),
    }),
    note: undefined,
  };
}

function hitOf(of: AlertView, record: EntryRecord) {
  const { entry, edits, removedAt, firstSeenAt } = record;
  const held = heldAt(of.alerts, firstSeenAt);
  const facts = { corrected: edits > 0 };
  const first = firstEntry(record);
  const matched = held.filter((alert) => matches(alert.query, first));
  const now = matched.map((alert) => explainMatch(alert.query, entry, facts)).find((one) => one !== undefined);
  const then = matched.map((alert) => explainMatch(alert.query, first)).find((one) => one !== undefined);
  return {
    record,
    queries: matched.map((alert) => alert.query.text),
    context: (now ?? then)?.context ?? '',
    messageUrl: of.messageUrl(record.seq),
    lapsed: removedAt !== undefined ? ('withdrawn' as const) : now === undefined ? ('corrected' as const) : undefined,
  };
}
