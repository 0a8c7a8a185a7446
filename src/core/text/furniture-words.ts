import { anyPattern, inAll } from '../languages/in-all.ts';
import { parseClock } from '../time/clock-text.ts';
import { withoutLabel } from '../time/date-labels.ts';
import { parseAgo } from '../time/relative-times.ts';

const LINES = new Set(inAll(({ furniture }) => furniture?.lines));

const NETWORK =
  '(?:facebook|twitter|x|whatsapp(?:ie)?|instagram|telegram|tiktok|threads|bluesky|linkedin|reddit|pinterest|youtube|google news|e-?mail)(?:(?: and| und| et| y| e| i| en|,) \\w+)?';
const INVITATIONS = inAll(({ furniture }) => furniture?.invitations).map((said) => said.replaceAll('NETWORK', NETWORK));
const COMMENTS = anyPattern(inAll(({ furniture }) => furniture?.comments));
const FOLLOWED = new RegExp(`^${anyPattern([...INVITATIONS, String.raw`(?:\d+ )?${COMMENTS}(?: \(\d+)?`])}$`, 'u');

const LONGEST = 80;

/**
 * True for a line that belongs to the page and not to what was written: "Share", "Anzeige", "Suivez-nous sur WhatsApp",
 * "Comments (3)", "Updated at 12.36". A sentence that begins with such words is none.
 */
export function isFurnitureLine(text: string): boolean {
  if (text.length > LONGEST || text.endsWith('.') || /[!»”"]$/u.test(text)) return false;
  const line = PLAIN.test(text) ? text.toLowerCase().replace(AROUND, '') : folded(text);
  return LINES.has(line) || FOLLOWED.test(line) || isUpdateLine(text);
}

/** Nothing but ASCII, one space between words: ignoring case is all there is to folding it. */
const PLAIN = /^(?:[!-~]| (?! ))*$/;
/** What is neither letter nor digit, before and after such a line. */
const AROUND = /^[^a-z\d]+|[^a-z\d]+$/g;

/** From the first letter or digit to the last, with the sign of its vowel: to take away what is around them looks at each space between them. */
const SAID = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su;

function folded(text: string): string {
  const lower = text.normalize('NFC').toLowerCase().replace(/[’‘]/gu, "'");
  return (SAID.exec(lower)?.[0] ?? '').replace(/\s\s+|[^\S ]/gu, ' ');
}

const WORD_AND_DIGIT = /^\p{L}.*\d/u;

/** A time and the word that it is of a change, and nothing else. */
function isUpdateLine(text: string): boolean {
  if (!WORD_AND_DIGIT.test(text)) return false;
  const time = withoutLabel(text);
  return time !== text && (parseClock(time)?.rest === '' || parseAgo(time, 0) !== undefined);
}
