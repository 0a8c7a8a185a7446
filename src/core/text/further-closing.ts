/** Longer texts say other things as well. */
const LONGEST = 300;

/**
 * How newsrooms of further languages say in a line of its own that a live blog has ended; for lower-case text. Swedish,
 * Danish, Norwegian, Finnish, Czech and Slovak, Hungarian, Romanian, Greek, Turkish, Russian, Ukrainian, Arabic, Hebrew,
 * Japanese, Korean.
 */
const SENTENCES = new RegExp(
  [
    '(?:live(?:rapporteringen|bloggen|bevakningen)|direktrapporteringen|bevakningen) (?:är|har)(?: nu)? (?:avslutad|avslutats|stängd|stängts|över)',
    '(?:liveblog(?:gen)?|live-?dækningen|(?:direkte )?dækning(?:en)?) (?:er|har)(?: nu)? (?:lukket|afsluttet|slut)',
    '(?:direkte(?:sendingen|dekningen|rapporteringen)|live(?:rapporteringen|bloggen|studioet)) er(?: nå)? (?:avsluttet|stengt|over)',
    '(?:seuranta|suora lähetys|live) (?:on )?(?:päättynyt|päättyi|suljettu)',
    '(?:on-?line(?: reportáž| přenos| prenos)?|živý přenos|reportáž) (?:skončil[ao]?|byl[ao]? ukončen[ao]?|je u konce|sa skončil[ao]?)',
    '(?:közvetítés(?:ünk)?|percről percre)(?: ezzel| most)? (?:véget ért|lezárult)|lezártuk a(?: hír)?(?:folyamot|közvetítést)',
    'transmisiunea(?: live| în direct)? s-a încheiat',
    '(?:ζωντανή |live )κάλυψη (?:ολοκληρώθηκε|έληξε|τελείωσε)',
    'canlı (?:anlatım|yayın|blog)(?:ımız)? (?:sona erdi|bitti|sonlandı)',
    '(?:онлайн|трансляция|хроника) (?:заверш[её]на?|окончена?|закрыта?)',
    '(?:онлайн|трансляцію|текстову трансляцію|трансляція) (?:завершено|завершена|закрито|закінчено)',
    '(?:انتهت|اختتمت|نختتم) (?:هذه )?(?:التغطية|تغطيتنا)',
    '(?:הסיקור|הדיווח) (?:החי|השוטף) הסתיים',
    '(?:ライブ|速報|実況)(?:中継|更新)?(?:は|を)終了',
    '실시간 (?:중계|업데이트)(?:를|가)? 종료',
  ].join('|'),
  'u',
);

/** True for such a line. */
export function saysClosedElsewhere(lower: string): boolean {
  return lower.length <= LONGEST && SENTENCES.test(lower);
}
