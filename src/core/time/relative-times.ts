import { withoutLabel } from './date-labels.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Units of age in several languages, the longer spellings of a prefix first. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|sek(?:unden?|und[aęy]?|under)?|secondes?|segundos?|second[oi]|seconden?)$/u, 1000],
  [/^(?:m|mins?|minutes?|minuten?|minutos?|minut[oi]|minut[aęy]?|minuut|minuter|minutter|minuuttia)$/u, MINUTE],
  [
    /^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ora|ore|godz|godzin[aęy]?|u|uur|uren|tim(?:mar|me|e|er|er)?)$/u,
    60 * MINUTE,
  ],
  [/^(?:d|days?|tage?n?|j|jours?|d[ií]as?|giorn[oi]|dzień|dni|dag(?:en|ar|e)?)$/u, DAY],
  [/^(?:w|wks?|weeks?|wochen?|semaines?|semanas?|settiman[ae]|tydzień|tygodni[ae]?|week|weken)$/u, 7 * DAY],
];
const BEFORE = /^(?:vor|il y a|hace|há|ha|temu|för|for(?=.* siden$)|przed)\s+/u;
const AFTER = /\s*(?:ago|fa|temu|atrás|geleden|sedan|siden|önce|sitten|назад|πριν)$/u;
const NOW = new RegExp(
  `^(?:${[
    'just now|right now|now|moments ago|a moment ago|(?:a few )?(?:seconds|moments) ago|less than a minute ago',
    'gerade eben|eben gerade|soeben|jetzt|vor (?:wenigen|einigen|ein paar) (?:sekunden|augenblicken)|vor weniger als einer minute',
    "à l'instant|il y a (?:un instant|quelques (?:secondes|instants)|moins d'une minute)",
    'ahora(?: mismo)?|hace (?:un (?:momento|instante)|instantes|unos (?:segundos|instantes|momentos)|menos de un minuto)',
    'adesso|proprio ora|poco fa|(?:pochi (?:secondi|istanti)|qualche (?:secondo|istante)|meno di un minuto) fa',
    'teraz|przed chwilą|(?:chwilę|kilka sekund|mniej niż minutę) temu',
    'agora(?: mesmo| há pouco)?|há (?:pouco|instantes|(?:poucos|alguns) (?:segundos|instantes)|menos de um minuto)',
    'zojuist|zo-?even|(?:zo)?net nu|zonet|(?:een paar|enkele) seconden geleden|minder dan een minuut geleden',
  ].join('|')})$`,
  'u',
);
/** Words that make an age less exact than it is written. */
const NEARLY =
  /^(?:about|around|over|almost|nearly|more than|etwa|ca\.?|circa|rund|über|fast|knapp|environ|plus de|près de|un[oa]s|alrededor de|más de|casi|quasi|oltre|około|ok\.|ponad|prawie|cerca de|mais de|quase|ongeveer|ruim|bijna|meer dan)\s+/u;
const HALF =
  /^(?:half an hour|einer halben stunde|une demi-heure|media hora|mezz'ora|pół godziny|meia hora|een half uur)$/u;
const ONE = /\b(?:an?|eine[rmn]?|une?|una?|um|uma|een|un')(?:\s+|(?<='))(?=\p{L})/gu;
/** Polish says "minute ago" for one. */
const BARE = /^(?:minutę|godzinę|sekundę|dzień|tydzień)$/u;
const PART = /(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?(?:\s*(?:,|and|und|et|y|e|i|en)\s+|\s*)/uy;

/** Part of every word that tells an age: most texts have none, and asking for the words themselves costs many times as much. */
const MAYBE =
  /ago|fa|temu|atr|geleden|sed|sid|önce|sitten|назад|πριν|vor|il y a|hace|h[áa]\s|f[öo]r|przed|now|eben|jetzt|instant|ora|adesso|teraz|zojuist|zo-?even|net/u;

/**
 * The instant that "4m ago", "vor 4 Minuten" or "il y a 2 h" means when read at `now` (epoch ms); undefined when the
 * text says no such thing. As exact as its unit: never use it to order entries that have better times.
 */
export function parseAgo(text: string, now: number): number | undefined {
  if (text.length > 80) return undefined;
  const written = text.toLowerCase();
  if (!MAYBE.test(written)) return undefined;
  const lower = withoutLabel(written.trim().replaceAll('’', "'").replace(/\.$/u, ''));
  if (lower.length > 60) return undefined;
  if (NOW.test(lower)) return now;
  const inner = lower.replace(BEFORE, '').replace(AFTER, '');
  if (inner === lower) return undefined;
  const exact = inner.replace(NEARLY, '');
  if (HALF.test(exact)) return now - 30 * MINUTE;
  const age = readAge(BARE.test(exact) ? `1 ${exact}` : exact.replace(ONE, '1 ').trim());
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
  const hours = /^(\d{1,2})\s?h\s?(\d{2})$/u.exec(text);
  if (hours !== null) return (Number(hours[1]) * 60 + Number(hours[2])) * MINUTE;
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
