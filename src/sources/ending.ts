import type { Body, SourceEntry } from '../core/entry.ts';
import { anyPattern, inAll } from '../core/languages/in-all.ts';
import { saysClosed } from '../core/text/closing-words.ts';

const HOUR = 3_600_000;
/** What titles say when a live blog is over and stays to be read, and some already while its last entries come. */
const RETOLD = new RegExp(String.raw`(?<!\p{L})${anyPattern(inAll(({ live }) => live?.over))}(?!\p{L})`, 'iu');

export type LiveSigns = {
  /** When it was read, epoch ms. */
  readonly now: number;
  readonly entries: readonly SourceEntry[];
  /** What the source says outright (`isLive`, an end mark); undefined when it says nothing. */
  readonly stated?: boolean;
  /** Title and standfirst. */
  readonly texts?: readonly string[];
  readonly coverageStart?: number;
  readonly coverageEnd?: number;
};

/**
 * Whether a live blog is running. Ended: the source, its title or its newest entries say so, or the announced end
 * of coverage has passed *and* nothing came for an hour (publishers set that end by guess, and run on). Running: it says
 * so, the end lies ahead, or something came in the last three hours. Else unknown – silence alone is no end.
 */
export function isLive(signs: LiveSigns): boolean | null {
  const { now, entries, stated, texts = [], coverageStart, coverageEnd } = signs;
  if (stated !== undefined) return stated;
  const newest = entries.reduce((latest, { publishedAt = 0 }) => Math.max(latest, publishedAt), 0);
  if (texts.some(saysClosed) || entries.slice(-2).some(closes)) return false;
  if (newest <= now - HOUR && texts.some((text) => RETOLD.test(text))) return false;
  if (coverageEnd !== undefined && coverageEnd < now) return newest > now - HOUR && newest <= now + HOUR;
  if (coverageEnd !== undefined) return coverageStart === undefined || coverageStart <= now ? true : null;
  return newest > now - 3 * HOUR && newest <= now + HOUR ? true : null;
}

const closing = new WeakMap<Body, boolean>();

/** Asked of the same bodies at every read. */
function closes({ title, body }: SourceEntry): boolean {
  if (title !== undefined && saysClosed(title)) return true;
  const known = closing.get(body);
  if (known !== undefined) return known;
  const says = saysClosed(body.text);
  closing.set(body, says);
  return says;
}
