import type { Delivery } from '../core/delivery.ts';
import { isBroadcast } from '../core/project/post-of.ts';
import type { RouteSettings } from '../core/route.ts';
import type { Button } from '../ports/commands.ts';
import type { EntryPlace } from './entry-places.ts';
import type { Request } from './subcommand.ts';

/** The rule that decided, in words, and what would change it. */
export type Reason = { readonly said: string; readonly change?: string; readonly buttons?: readonly Button[] };

/** Why an entry stands here as it does, or does not any more: what was done about it, and the rules that shaped it. */
export function whyPosted(delivery: Delivery, of: EntryPlace, request: Request): Reason {
  const { times } = request;
  switch (delivery.state) {
    case 'posted':
    case 'editing':
      return {
        said: [`It was posted at ${times.at(delivery.postedAt)}${together(of)}: it passed every rule of this route.`]
          .concat(shapes(of, request))
          .join(' '),
      };
    case 'posting':
      return { said: `It is being posted since ${times.at(delivery.since)}; the platform has not confirmed it yet.` };
    case 'removing':
    case 'removed':
      return {
        said: `It was posted and taken down again at ${times.at(delivery.at)}: the source withdrew it (removals: delete).`,
        change: 'removals: strike keeps such messages, struck through; removals: ignore leaves them as they are.',
      };
    case 'refused':
      return {
        said: `It was posted at ${times.at(delivery.postedAt)}${together(of)}, but the platform does not let the bot ${delivery.cannot} that message any more.`,
      };
    case 'gone':
      return {
        said: `It was posted, and somebody deleted the message here (noticed at ${times.at(delivery.at)}). What people delete never comes back.`,
      };
    case 'failed':
      return { said: `It could not be posted at ${times.at(delivery.at)}: ${delivery.reason}` };
  }
}

function together({ group }: EntryPlace): string {
  const others = (group?.records.length ?? 1) - 1;
  return others > 0 ? `, together with ${others === 1 ? 'another one' : `${others} others`}` : '';
}

/** The rules that decided how it is shown. */
function shapes(of: EntryPlace, request: Request): string[] {
  const settings = of.group?.version.settings;
  if (settings === undefined) return [];
  return [
    held(of, settings),
    of.place.kind === 'backfill'
      ? `It was there before this channel followed; backfill asked for it (backfill: ${settings.backfill}).`
      : '',
    broadcast(of),
    repost(of, settings),
    corrected(of, settings, request),
    withdrawn(of, settings, request),
  ].filter((sentence) => sentence !== '');
}

const HOLDS = { pause: 'a pause', digest: 'the digest', quiet: 'quiet hours' } as const;

function held({ place, group }: EntryPlace, { burst }: RouteSettings): string {
  if (place.kind === 'held') return `It was held before by ${HOLDS[place.hold.rule]}.`;
  if (place.kind !== 'batch' || (group?.records.length ?? 1) < 2) return '';
  return `Many came at once, and this route folds them into few messages (burst: ${burst}).`;
}

/** Why it stands in the channel too and not in its thread alone, or not though it is urgent by now. */
function broadcast({ group, record }: EntryPlace): string {
  if (group === undefined) return '';
  const { settings } = group.version;
  const { broadcast: on, layout } = settings;
  if (on === undefined || layout !== 'thread') return '';
  const what = on === 'key' ? 'a key event' : 'breaking news';
  if (isBroadcast(settings, group.records)) {
    const which = group.records.length > 1 ? 'one of them was' : 'it was';
    return `It is shown in the channel too: ${which} ${what} when it came (broadcast: ${on}).`;
  }
  const { flags } = record.entry;
  if (!flags.includes('breaking') && !(on === 'key' && flags.includes('key'))) return '';
  return `It is not shown in the channel too: it became ${what} only after it was posted (broadcast: ${on}).`;
}

function repost({ record }: EntryPlace, { reposts }: RouteSettings): string {
  if (record.entry.repostOf === undefined || reposts !== 'fold') return '';
  return 'It repeats an earlier entry, so one line stands for it (reposts: fold).';
}

const EDITS: Readonly<Record<RouteSettings['edits'], string>> = {
  edit: 'the message was edited',
  reply: 'a reply says what changed',
  post: 'a message of its own says what changed',
  ignore: 'the message was left as it was',
};

function corrected({ record }: EntryPlace, { edits }: RouteSettings, { times }: Request): string {
  if (record.edits > 0 && record.correctedAt !== undefined)
    return `It was corrected at ${times.at(record.correctedAt)}: ${EDITS[edits]} (edits: ${edits}).`;
  if (record.past.length === 0) return '';
  return 'What changed since is too small to be called a correction, so it is not marked as one.';
}

function withdrawn({ record }: EntryPlace, { removals }: RouteSettings, { times }: Request): string {
  if (record.removedAt === undefined || removals === 'delete') return '';
  const what = removals === 'strike' ? 'it is struck through here' : 'it stays here all the same';
  return `The source withdrew it at ${times.at(record.removedAt)}; ${what} (removals: ${removals}).`;
}
