import { anyWord, inAll } from '../languages/in-all.ts';

/** A minute of play as tickers write it: "45'", "45'+2", "90.+3 Minute", "45e + 2", "Min. 38"; in cricket "12.3 ov", "Over 12.3". */
const PRIME = `['’′´]`;
const OF_PLAY = anyWord(inAll(({ times }) => times?.ofPlay));
const FORMS = [
  String.raw`(?<a>\d{1,3})\s?(?:\+\s?(?<a1>\d{1,2})\s?)?${PRIME}(?:\s?\+\s?(?<a2>\d{1,2})${PRIME}?)?`,
  String.raw`(?<b>\d{1,3})\s?(?:\.|e|ème|ª|º)?\s?(?:\+\s?(?<b1>\d{1,2})\.?)?\s?${OF_PLAY}(?![\p{L}\d])`,
  String.raw`(?<c>\d{1,3})e(?:\s?\+\s?(?<c1>\d{1,2}))?(?![\p{L}\d])`,
  String.raw`[Mm]in(?:uut|uto|ute)?\.?\s?(?<d>\d{1,3})(?:\s?\+\s?(?<d1>\d{1,2}))?${PRIME}?(?![\p{L}\d])`,
  String.raw`(?<e>\d{1,3})(?:\.(?<e1>[0-6]))?\s?[Oo](?:v|vs|ver|vers)(?![\p{L}\d])\.?`,
  String.raw`[Oo]v(?:er)?\.?\s(?<f>\d{1,3})(?:\.(?<f1>[0-6]))?(?![\p{L}\d]|\.\d)`,
];
const MINUTE = new RegExp(`^(?:${FORMS.join('|')})`, 'u');
/** Extra time and its added minutes; the overs of an innings of days. */
const LONGEST = 130;
const MOST_OVERS = 300;

export type MatchMinute = {
  /** Grows as the match goes on: minutes or overs; added minutes and balls as hundredths. */
  readonly place: number;
  readonly written: string;
  readonly rest: string;
};

/** The minute of play that a text begins with, and what follows it; undefined where there is none. */
export function leadingMinute(text: string): MatchMinute | undefined {
  const match = MINUTE.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return undefined;
  const { a, b, c, d, e, f, a1, a2, b1, c1, d1, e1, f1 } = groups;
  const minute = Number(a ?? b ?? c ?? d ?? e ?? f);
  if (minute > ((e ?? f) === undefined ? LONGEST : MOST_OVERS)) return undefined;
  const rest = text.slice(match[0].length);
  if (/^[\p{L}\d]/u.test(rest)) return undefined;
  const added = Number(a1 ?? a2 ?? b1 ?? c1 ?? d1 ?? e1 ?? f1 ?? 0);
  return { place: minute + added / 100, written: match[0], rest: rest.replace(/^[\s:–—|.-]+/u, '') };
}

/** A ball of an over as cricket counts it ("12.3"), which is told from other numbers by where it stands alone. */
export function ballOf(text: string): number | undefined {
  const match = /^(\d{1,3})\.([1-6])$/u.exec(text);
  return match === null || Number(match[1]) > MOST_OVERS ? undefined : Number(match[1]) + Number(match[2]) / 100;
}

/** How a list of minutes runs: `undefined` when it runs neither way, as minutes in prose do. */
export function orderOfMinutes(places: readonly number[]): 'newest-first' | 'oldest-first' | undefined {
  let rising = 0;
  let falling = 0;
  for (let index = 1; index < places.length; index += 1) {
    const step = (places[index] ?? 0) - (places[index - 1] ?? 0);
    if (step > 0) rising += 1;
    if (step < 0) falling += 1;
  }
  const most = Math.max(rising, falling);
  if (most < 3 || Math.min(rising, falling) > (rising + falling) * 0.15) return undefined;
  return rising > falling ? 'oldest-first' : 'newest-first';
}
