const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Units of age in several languages, the longer spellings of a prefix first. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|sek(?:unden?|und[aęy]?|under)?|secondes?|segundos?|second[oi]|seconden?)$/u, 1000],
  [/^(?:m|mins?|minutes?|minuten?|minutos?|minut[oi]|minut[aęy]?|minuter|minutter|minuuttia)$/u, MINUTE],
  [
    /^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ora|ore|godz|godzin[aęy]?|u|uur|uren|tim(?:mar|me|e|er|er)?)$/u,
    60 * MINUTE,
  ],
  [/^(?:d|days?|tage?n?|jours?|d[ií]as?|giorn[oi]|dzień|dni|dag(?:en|ar|e)?)$/u, DAY],
  [/^(?:w|wks?|weeks?|wochen?|semaines?|semanas?|settiman[ae]|tydzień|tygodni[ae]?|week|weken)$/u, 7 * DAY],
];
const BEFORE = /^(?:vor|il y a|hace|há|ha|temu|för|for|przed)\s+/u;
const AFTER = /\s*(?:ago|fa|temu|atrás|geleden|sedan|siden|önce|sitten|назад|πριν)$/u;
const NOW =
  /^(?:just now|now|gerade eben|jetzt|à l[’']instant|ahora(?: mismo)?|adesso|proprio ora|teraz|przed chwilą|agora(?: mesmo)?|zojuist|(?:zo)?net nu)$/u;
const ONE = /\b(?:an?|eine[rm]?|une?|una?|uma?|een)\s+(?=\p{L})/gu;
const PART = /(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?(?:\s*(?:,|and|und|et|y|e|i|en)\s+|\s*)/uy;

/**
 * The instant that "4m ago", "vor 4 Minuten" or "il y a 2 h" means when read at `now` (epoch ms); undefined when the
 * text says no such thing. As exact as its unit: never use it to order entries that have better times.
 */
export function parseAgo(text: string, now: number): number | undefined {
  const lower = text.trim().toLowerCase();
  if (lower.length > 60) return undefined;
  if (NOW.test(lower)) return now;
  const inner = lower.replace(BEFORE, '').replace(AFTER, '');
  if (inner === lower) return undefined;
  const age = readAge(inner.replace(ONE, '1 ').trim());
  return age === undefined ? undefined : now - age;
}

/** The age a text begins with ("4 minutes ago: Tide turns", "vor 4 Min. – …"), as an instant, and what follows it. */
export function leadingAgo(text: string, now: number): { at: number; rest: string } | undefined {
  const lead = /^(.{2,40}?)(?:\s*[:–—|•·]\s*|\s+-\s+|$)/u.exec(text);
  const at = lead === null ? undefined : parseAgo(lead[1] ?? '', now);
  return lead === null || at === undefined ? undefined : { at, rest: text.slice(lead[0].length) };
}

function readAge(text: string): number | undefined {
  if (text === '') return undefined;
  let age = 0;
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    const unit = UNITS.find(([name]) => name.test(match?.[2] ?? ''))?.[1];
    if (match === null || unit === undefined) return undefined;
    age += Number(match[1]?.replace(',', '.')) * unit;
  }
  return Math.round(age);
}
