/** A minute of play as tickers write it: "45'", "45'+2", "90.+3 Minute", "45e + 2", "Min. 38". */
const PRIME = `['’′´]`;
const FORMS = [
  String.raw`(?<a>\d{1,3})\s?(?:\+\s?(?<a1>\d{1,2})\s?)?${PRIME}(?:\s?\+\s?(?<a2>\d{1,2})${PRIME}?)?`,
  String.raw`(?<b>\d{1,3})\s?(?:\.|e|ème|ª|º)?\s?(?:\+\s?(?<b1>\d{1,2})\.?)?\s?(?:Minute|Min\.|Spielminute|minute|minuto|minuta|minuut|minutt|minut)(?![\p{L}\d])`,
  String.raw`(?<c>\d{1,3})e(?:\s?\+\s?(?<c1>\d{1,2}))?(?![\p{L}\d])`,
  String.raw`[Mm]in(?:uut|uto|ute)?\.?\s?(?<d>\d{1,3})(?:\s?\+\s?(?<d1>\d{1,2}))?${PRIME}?(?![\p{L}\d])`,
];
const MINUTE = new RegExp(`^(?:${FORMS.join('|')})`, 'u');
/** Extra time and its added minutes. */
const LONGEST = 130;

export type MatchMinute = {
  /** Grows as the match goes on: minutes, those added as hundredths. */
  readonly place: number;
  readonly written: string;
  readonly rest: string;
};

/** The minute of play that a text begins with, and what follows it; undefined where there is none. */
export function leadingMinute(text: string): MatchMinute | undefined {
  const match = MINUTE.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return undefined;
  const { a, b, c, d, a1, a2, b1, c1, d1 } = groups;
  const minute = Number(a ?? b ?? c ?? d);
  if (minute > LONGEST) return undefined;
  const rest = text.slice(match[0].length);
  if (/^[\p{L}\d]/u.test(rest)) return undefined;
  const added = Number(a1 ?? a2 ?? b1 ?? c1 ?? d1 ?? 0);
  return { place: minute + added / 100, written: match[0], rest: rest.replace(/^[\s:–—|.-]+/u, '') };
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
