import type { Entry, Snapshot } from '../core/entry.ts';
import { blogView } from '../core/project/views.ts';
import { publicUrl } from '../core/redact-url.ts';
import type { ChannelAccess } from '../ports/adapter.ts';
import type { Block } from '../ports/commands.ts';
import { option } from './arguments.ts';
import { addressOf, followedBlogs } from './find-blog.ts';
import { addressIn, entriesAnHour, lookAt, missingAccess, NOISY } from './looking.ts';
import { bold, bullets, buttons, counted, heading, reply, small, text } from './say.ts';
import { shortLine } from './short-line.ts';
import type { Request, Subcommand } from './subcommand.ts';

const SHOWN = 3;

export const preview: Subcommand = {
  name: 'preview',
  aliases: ['try', 'test', 'check'],
  usage: '<url>',
  does: 'look at a live blog before following it',
  examples: ['preview https://example.org/live/storm', 'https://example.org/live/storm'],
  manages: false,
  async run(request) {
    const { url } = addressIn(option(request, 'url') ?? request.words, 'preview');
    const { snapshot } = await lookAt(request, url);
    const access = await missingAccess(request);
    const followed = (await followedBlogs(request.desk, request.command.channel)).find(
      (blog) => addressOf(blog.url) === addressOf(url),
    );
    const follow = await shortLine(request.desk.store, `follow ${url}`);
    return reply(
      heading(snapshot.title ?? 'A live blog'),
      text(factsOf(snapshot, request)),
      ...lastEntries(snapshot, url, request),
      ...(snapshot.warnings.length === 0 ? [] : [small(snapshot.warnings.join(' '))]),
      ...missingHere(
        'Before it can be followed here:',
        access.missing.filter(({ only }) => only === undefined),
      ),
      ...missingHere(
        'Missing here, though it can be followed without:',
        access.missing.filter(({ only }) => only !== undefined),
      ),
      ...(followed === undefined
        ? buttons({ label: 'Follow here', run: follow, style: 'primary' })
        : [
            text(`This channel follows it already, as ${followed.name}.`),
            ...buttons({ label: 'Settings', run: `settings ${followed.name}` }),
          ]),
    );
  },
};

function missingHere(said: string, missing: ChannelAccess['missing']): Block[] {
  if (missing.length === 0) return [];
  return [text(bold(said)), bullets(missing.map(({ what, remedy }) => [`${what} – ${remedy}`]))];
}

/** Kind, state and pace in a sentence. */
export function factsOf(snapshot: Snapshot, { now, times }: Request): string {
  const pace = entriesAnHour(snapshot, now);
  const last = Math.max(...snapshot.entries.flatMap((entry) => entry.publishedAt ?? []));
  return [
    `Read as ${snapshot.kind}${snapshot.publisher === undefined ? '' : ` (${snapshot.publisher})`}`,
    snapshot.live === true ? 'live' : snapshot.live === false ? 'ended' : '',
    `${counted(snapshot.entries.length, 'entry', 'entries')} on the page`,
    Number.isFinite(last) ? `the last ${times.ago(Math.min(last, now))}` : '',
    pace === undefined ? '' : `about ${pace} an hour${pace >= NOISY ? ' – that is a lot for a channel' : ''}`,
  ]
    .filter((fact) => fact !== '')
    .join(', ')
    .concat('.');
}

/** The newest entries exactly as the channel would show them. */
function lastEntries(snapshot: Snapshot, url: string, { sizes, now }: Request): Block[] {
  const blog = blogView('preview', publicUrl(snapshot.url || url), snapshot);
  return snapshot.entries.slice(-SHOWN).map((read, index): Block => {
    const entry: Entry = { ...read, id: read.sourceId ?? `preview-${index}` };
    const key = `preview/${index}`;
    const view = { entry, maxText: sizes.textLength, firstSeenAt: now, repost: false };
    const titled = entry.title === undefined ? view : { ...view, title: entry.title };
    return { kind: 'post', post: { kind: 'entry', key, revision: 'preview', blog, view: titled } };
  });
}
