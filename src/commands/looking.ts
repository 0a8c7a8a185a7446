import type { Snapshot } from '../core/entry.ts';
import type { RouteSettings } from '../core/route.ts';
import type { ChannelAccess } from '../ports/adapter.ts';
import { CommandError, type Reply } from '../ports/commands.ts';
import type { Look } from '../ports/newsroom.ts';
import { SourceError } from '../ports/source.ts';
import { buttons, reply, text } from './say.ts';
import { shortLine } from './short-line.ts';
import type { Request } from './subcommand.ts';

const PATIENCE = 20_000;
/** From so many entries an hour on, a channel is told what it is in for. */
export const NOISY = 20;

/** Reads the live blog at an address; what is wrong comes back in words a person can act on. */
export async function lookAt({ desk }: Request, url: string): Promise<Look> {
  try {
    return await desk.outlook.look(url, AbortSignal.timeout(PATIENCE));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new CommandError(`${error.message} ${ADVICE[error.kind]}`);
  }
}

const ADVICE: Readonly<Record<SourceError['kind'], string>> = {
  unreachable: 'Check the address, or try again in a minute.',
  'rate-limited': 'The site asks for patience; try again later.',
  refused: 'The site does not let the bot in; another page or feed of the same publisher may work.',
  gone: 'Perhaps it moved: open the address in a browser and copy it from there.',
  malformed: 'Paste the address of the live page itself, or of its feed.',
  'too-large': 'Try the feed of the live blog instead.',
};

/** The address in what a person typed; throws with an example where there is none. */
export function addressIn(words: string, usage: string): { readonly url: string; readonly rest: string } {
  const found = /["']?<?(https?:\/\/[^\s<>|"]+?)(?:\|[^>]*)?>?["']?[,;]?(?=\s|$)/iu.exec(words);
  if (found?.[1] !== undefined && URL.canParse(found[1])) {
    return { url: found[1], rest: words.replace(found[0], ' ').replace(/\s+/gu, ' ').trim() };
  }
  const bare = /(?:^|\s)((?:[a-z0-9-]+\.)+[a-z]{2,}\/\S*)/iu.exec(words);
  if (bare?.[1] !== undefined) return { url: `https://${bare[1]}`, rest: words.replace(bare[1], ' ').trim() };
  throw new CommandError('Which live blog? Give its address, beginning with https://.', [
    `${usage} https://example.org/live/storm`,
  ]);
}

/** Entries an hour over the last few hours in which anything was published; undefined when too little is known. */
export function entriesAnHour({ entries }: Snapshot, now: number): number | undefined {
  const times = entries.flatMap((entry) => entry.publishedAt ?? []).toSorted((a, b) => a - b);
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined || times.length < 3) return undefined;
  const from = Math.max(first, Math.min(last, now) - 6 * 3_600_000);
  const within = times.filter((time) => time >= from);
  const hours = Math.max(0.5, (last - from) / 3_600_000);
  return Math.round(within.length / hours);
}

/** What the bot may not do here, each with its remedy. */
export async function missingAccess({ desk, command }: Request): Promise<ChannelAccess> {
  return desk.outlook.access(command.channel, AbortSignal.timeout(PATIENCE));
}

/** Where the bot cannot post and a tap mends that: the tap, and `again` for after it. undefined = nothing to offer. */
export async function offerToMend(
  { desk }: Request,
  { reachable, missing, name = 'this channel' }: ChannelAccess,
  again: string,
): Promise<Reply | undefined> {
  const mends = missing.flatMap(({ mend }) => mend ?? []);
  if (reachable || mends.length === 0) return undefined;
  const remedies = missing.filter(({ only }) => only === undefined).map(({ remedy }) => remedy);
  return reply(
    text(`I cannot post in ${name} yet. ${remedies.join(' ')}`),
    ...buttons(...mends, { label: 'Try again', run: await shortLine(desk.store, again), style: 'primary' }),
  );
}

/** Refuses, saying why and what to do, where the bot cannot post in this layout. */
export function checkAccess(access: ChannelAccess, layout: RouteSettings['layout']): void {
  const needed = access.missing.filter(({ only }) => only === undefined || (only === 'threads' && layout === 'thread'));
  const remedies = needed.map(({ what, remedy }) => `${what}: ${remedy}`).join(' ');
  if (!access.reachable) {
    throw new CommandError(`I cannot post in this channel. ${remedies || 'Invite the bot to it and try again.'}`);
  }
  if (needed.length > 0) throw new CommandError(`I lack permissions in this channel. ${remedies}`);
}
