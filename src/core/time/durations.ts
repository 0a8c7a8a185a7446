const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:s|secs?|seconds?|sek\.?|sekunden?)$/u, 's'],
  [/^(?:m|mins?|minutes?|minuten?)$/u, 'm'],
  [/^(?:h|hrs?|hours?|std\.?|stunden?|heures?)$/u, 'h'],
  [/^(?:d|days?|tage?|jours?)$/u, 'd'],
  [/^(?:w|wks?|weeks?|wochen?)$/u, 'w'],
];
const PART = /^\s*(?:(\d{1,6}(?:[.,]\d{1,3})?)|(half an|an?|one|two|three))\s*([a-z]+\.?)(?![a-z])\s*(?:and\s+|,\s*)?/u;
const SPELT: Readonly<Record<string, number>> = { 'half an': 0.5, a: 1, an: 1, one: 1, two: 2, three: 3 };
const LONGEST = 366 * 24 * 60 * MINUTE;

/**
 * Milliseconds of a duration as people write it: `90m`, `2h`, `1h30`, `1 h 30 min`, `1.5 hours`, `an hour`, `2 days`.
 * undefined when it is none, or longer than a year.
 */
export function parseDuration(text: string): number | undefined {
  let rest = text.trim().toLowerCase();
  const short = /^(\d{1,3})\s?h\s?([0-5]\d)m?$/u.exec(rest);
  if (short !== null) return (Number(short[1]) * 60 + Number(short[2])) * MINUTE;
  let total = 0;
  if (rest === '') return undefined;
  while (rest !== '') {
    const part = PART.exec(rest);
    const unit = NAMES.find(([name]) => name.test(part?.[3] ?? ''))?.[1];
    if (part === null || unit === undefined) return undefined;
    const amount = part[1] === undefined ? (SPELT[part[2] ?? ''] ?? 1) : Number(part[1].replace(',', '.'));
    total += amount * (UNITS[unit] ?? 0);
    rest = rest.slice(part[0].length);
  }
  return total > 0 && total <= LONGEST ? Math.round(total) : undefined;
}
