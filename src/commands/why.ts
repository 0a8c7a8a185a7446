import type { Hold } from '../core/project/hold.ts';
import { firstEntry } from '../core/project/select.ts';
import { parseQuery } from '../core/query/query.ts';
import { explainMatch } from '../core/query/query-explain.ts';
import { currentSettings, type QuietHours, type RouteSettings, routeSince } from '../core/route.ts';
import { optionOrWords } from './arguments.ts';
import { entryTime, headline } from './entry-lines.ts';
import type { EntryPlace } from './entry-places.ts';
import { isFailing } from './failing.ts';
import { type FoundEntry, findEntry } from './find-entry.ts';
import { bold, bullets, buttons, link, reply, small, text } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';
import { type Reason, whyPosted } from './why-posted.ts';

export const why: Subcommand = {
  name: 'why',
  aliases: ['explain'],
  usage: '<link or words>',
  does: 'why an entry was or was not posted here',
  examples: ['why https://example.org/live/storm#e12', 'why ferry cancelled'],
  manages: false,
  async run(request) {
    const found = await findEntry(request, optionOrWords(request, 'entry'), 'why');
    const { blog, place, others } = found;
    const { record } = place;
    const reason = await reasonFor(request, found);
    const delivery = place.delivery;
    const url = delivery !== undefined && 'message' in delivery ? delivery.message.url : undefined;
    return reply(
      text(bold(headline(record)), ` – ${blog.title}, ${request.times.at(entryTime(record))}`),
      text(reason.said),
      ...(reason.change === undefined ? [] : [text(reason.change)]),
      small(
        `First seen ${request.times.at(record.firstSeenAt)}${record.edits > 0 ? `, corrected ${record.edits === 1 ? 'once' : `${record.edits} times`}` : ''}. `,
        link('Source', record.entry.url),
        ...(url === undefined ? [] : [' · ', link('Message', url)]),
      ),
      ...(others.length === 0
        ? []
        : [text('Or did you mean one of these?'), bullets(others.slice(0, 4).map((one) => [headline(one)]))]),
      ...buttons(...(reason.buttons ?? []), { label: 'History', run: `history ${record.entry.id}` }),
    );
  },
};

async function reasonFor(request: Request, { blog, place }: FoundEntry): Promise<Reason> {
  const { times, desk, command } = request;
  if (place.delivery !== undefined) return whyPosted(place.delivery, place, request);
  switch (place.place.kind) {
    case 'past': {
      const { backfill } = currentSettings(blog.route);
      return {
        said: `It was not posted: it was there before this channel began to follow ${blog.name} (${times.at(routeSince(blog.route))}), and backfill is ${backfill}.`,
        change: 'Following anew with backfill: all, or latest and summary, show what was there before.',
        buttons: [{ label: 'Latest', run: `latest ${blog.name}` }],
      };
    }
    case 'unselected':
      return unselected(place.place.why, place.place.version.settings, place, blog.name);
    case 'held':
      return held(place.place.hold, request, place.place.version.settings.quiet?.breakthrough ?? 'key');
    case 'backfill':
    case 'batch': {
      const { failure } = await desk.newsroom.health(command.channel);
      if (failure !== undefined && isFailing(failure))
        return { said: `It waits: nothing can be posted here since ${times.at(failure.since)}. ${failure.message}` };
      return waiting(place, request);
    }
  }
}

function waiting({ record, wanted }: EntryPlace, { times, now }: Request): Reason {
  if (record.removedAt !== undefined)
    return { said: `It was not posted: the source withdrew it at ${times.at(record.removedAt)}, before it was due.` };
  if (wanted?.dueAt === undefined)
    return { said: 'It waits until this channel is resumed.', buttons: [{ label: 'Resume', run: 'resume' }] };
  if (wanted.dueAt > now)
    return {
      said: `It is posted ${times.ago(wanted.dueAt)}: a new entry waits until it is calm, and quiet hours or pauses hold it.`,
    };
  return {
    said: `It passed every rule and is due since ${times.at(wanted.dueAt)}; it is posted as soon as this channel's turn comes.`,
    buttons: [{ label: 'Status', run: 'status' }],
  };
}

function held(hold: Hold, { times }: Request, through: QuietHours['breakthrough']): Reason {
  const until = hold.until === undefined ? 'until somebody resumes' : `until ${times.at(hold.until)}`;
  switch (hold.rule) {
    case 'pause':
      return {
        said: `It is held: this channel is paused ${until}.`,
        change: 'resume lets it and all that waits go on.',
        buttons: [{ label: 'Resume', run: 'resume' }],
      };
    case 'digest':
      return {
        said: `It is held for the digest, which comes at ${times.at(hold.until ?? hold.from)}.`,
        change: 'digest off posts entries one by one.',
        buttons: [{ label: 'Digest off', run: 'digest off' }],
      };
    case 'quiet':
      return {
        said: `It is held by the quiet hours of this channel, ${until}.`,
        change: `quiet off ends them. ${THROUGH[through]}`,
        buttons: [{ label: 'Quiet hours off', run: 'quiet off' }],
      };
  }
}

const THROUGH: Readonly<Record<QuietHours['breakthrough'], string>> = {
  none: 'Nothing comes through them (strict).',
  key: 'Key events and breaking news come through them; this is neither.',
  breaking: 'Breaking news comes through them; this is none.',
};

function unselected(
  rule: 'entries' | 'only' | 'except' | 'reposts',
  settings: RouteSettings,
  { record }: EntryPlace,
  name: string,
): Reason {
  const change = [{ label: 'Settings', run: `settings ${name}` }];
  switch (rule) {
    case 'entries':
      return {
        said: 'It was not posted: it is no key event, summary or breaking news, and this route shows those only (entries: key).',
        change: 'entries: all shows every entry.',
        buttons: change,
      };
    case 'only':
      return {
        said: `It was not posted: it matches none of what this route keeps (only: ${settings.only.join(', ')}).`,
        change: 'Add a word of it to only, or empty only to keep all.',
        buttons: change,
      };
    case 'except': {
      const hit = settings.except.find((query) => explainMatch(parseQuery(query), firstEntry(record)) !== undefined);
      const words = hit === undefined ? undefined : explainMatch(parseQuery(hit), firstEntry(record))?.words.join(', ');
      return {
        said: `It was not posted: it matches what this route leaves out (except: ${hit ?? settings.except.join(', ')})${words === undefined || words === '' ? '' : `, by “${words}”`}.`,
        change: 'Take that out of except to show such entries.',
        buttons: change,
      };
    }
    case 'reposts':
      return {
        said: 'It was not posted: it repeats an earlier entry, and this route leaves repetitions out (reposts: skip).',
        change: 'reposts: fold shows them in one line.',
        buttons: change,
      };
  }
}
