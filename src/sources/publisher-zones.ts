/** Of publishers that are told by their address alone. */
const NOBODY = /(?!)/u;

/**
 * The zone in which publishers write their clock times, for pages that do not name one. Told by the address, else by the
 * name the publisher gives itself in the text.
 */
const PUBLISHERS: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /(?:\.uk|(?:^|\.)(?:independent|standard|express|mirror|telegraph|thesun|dailymail|bbc|theguardian|guardian|metro|thetimes|inews|itv|sky|ft|gbnews)\.(?:com|co))$/iu,
    /\bThe (?:Independent|Guardian|Telegraph)\b|\bBBC News\b|\bDaily (?:Mail|Express|Mirror)\b|\bSky News (?:understands|reporter)/u,
    'Europe/London',
  ],
  [
    /(?:\.ie|(?:^|\.)(?:irishtimes|irishexaminer|breakingnews)\.(?:com|ie))$/iu,
    /\bRTÉ News\b|\bThe Irish Times\b/u,
    'Europe/Dublin',
  ],
  [/\.de$/iu, /\b(?:tagesschau|SPIEGEL|BR24|WELT|FAZ|Süddeutsche)\b/u, 'Europe/Berlin'],
  [/\.at$/iu, /\b(?:Der Standard|ORF|Die Presse)\b/u, 'Europe/Vienna'],
  [/\.ch$/iu, /\b(?:NZZ|SRF)\b/u, 'Europe/Zurich'],
  [/\.fr$/iu, /\b(?:Le Monde|Le Figaro|franceinfo|Libération)\b/u, 'Europe/Paris'],
  [
    /(?:\.es|(?:^|\.)(?:elpais|lavanguardia|marca|elperiodico|elconfidencial|abc|as)\.(?:com|es))$/iu,
    /\b(?:EL PAÍS|El País|El Mundo|RTVE)\b/u,
    'Europe/Madrid',
  ],
  [/\.it$/iu, /\b(?:la Repubblica|Corriere della Sera|ANSA)\b/u, 'Europe/Rome'],
  [/\.pl$/iu, /\b(?:Gazeta Wyborcza|TVN24|Onet|Polsat)\b/u, 'Europe/Warsaw'],
  [/\.pt$/iu, /\b(?:Público|Observador|RTP)\b/u, 'Europe/Lisbon'],
  [/\.nl$/iu, /\b(?:NOS|NU\.nl|de Volkskrant|NRC)\b/u, 'Europe/Amsterdam'],
  [/\.be$/iu, /\b(?:VRT|RTBF|De Standaard|Le Soir)\b/u, 'Europe/Brussels'],
  [
    /(?:\.in|(?:^|\.)(?:timesofindia\.indiatimes|ndtv|hindustantimes|thehindu|indianexpress|news18|livemint|deccanherald|firstpost|theprint)\.(?:com|in))$/iu,
    /\bTimes of India\b|\bNDTV\b/u,
    'Asia/Kolkata',
  ],
  [
    /(?:^|\.)(?:nytimes|washingtonpost|cnn|nbcnews|cbsnews|abcnews\.go|foxnews|apnews|usatoday|wsj|nypost|theglobeandmail|thestar|globalnews)\.(?:com|ca)$/iu,
    NOBODY,
    'America/New_York',
  ],
  [/(?:\.br|(?:^|\.)globo\.com)$/iu, NOBODY, 'America/Sao_Paulo'],
  [
    /(?:^|\.)(?:(?:abc|sbs)\.(?:net|com)\.au|(?:smh|theage|news|9news|7news|skynews|theaustralian|heraldsun)\.com\.au)$/iu,
    NOBODY,
    'Australia/Sydney',
  ],
  [/\.nz$/iu, NOBODY, 'Pacific/Auckland'],
  [/(?:\.hk|(?:^|\.)scmp\.com)$/iu, NOBODY, 'Asia/Hong_Kong'],
  [/(?:\.sg|(?:^|\.)(?:straitstimes|channelnewsasia)\.com)$/iu, NOBODY, 'Asia/Singapore'],
  [/\.jp$/iu, NOBODY, 'Asia/Tokyo'],
  [/\.kr$/iu, NOBODY, 'Asia/Seoul'],
  [/(?:\.pk|(?:^|\.)dawn\.com)$/iu, NOBODY, 'Asia/Karachi'],
  [/(?:\.il|(?:^|\.)(?:haaretz|timesofisrael|jpost)\.com)$/iu, NOBODY, 'Asia/Jerusalem'],
  [/(?:\.ua|(?:^|\.)kyivindependent\.com)$/iu, NOBODY, 'Europe/Kyiv'],
  [/\.za$/iu, NOBODY, 'Africa/Johannesburg'],
  [/\.se$/iu, NOBODY, 'Europe/Stockholm'],
  [/\.dk$/iu, NOBODY, 'Europe/Copenhagen'],
  [/\.no$/iu, NOBODY, 'Europe/Oslo'],
  [/\.fi$/iu, NOBODY, 'Europe/Helsinki'],
  [/\.cz$/iu, NOBODY, 'Europe/Prague'],
  [/\.gr$/iu, NOBODY, 'Europe/Athens'],
  [/\.hu$/iu, NOBODY, 'Europe/Budapest'],
  [/\.ro$/iu, NOBODY, 'Europe/Bucharest'],
  [/\.tr$/iu, NOBODY, 'Europe/Istanbul'],
];

/** How much of a long page is searched for the publisher's name. */
const SEARCHED = 400_000;
/** All names in one pattern, a group for each publisher, so that a text is gone through once. */
const NAMED = new RegExp(PUBLISHERS.map(([, names]) => `(${names.source})`).join('|'), 'u');

/** undefined when the publisher is not known; an address that is known to be of another country wins over the text. */
export function publisherZone(url: string, text: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const byHost = PUBLISHERS.find(([hosts]) => host !== '' && hosts.test(host));
  if (byHost !== undefined) return byHost[2];
  const found = text === '' ? null : NAMED.exec(text.slice(0, SEARCHED));
  return found === null ? undefined : PUBLISHERS[found.slice(1).findIndex((name) => name !== undefined)]?.[2];
}

/** Languages whose newsrooms all keep the same clock, whatever country they write from. */
const LANGUAGES: Readonly<Record<string, string>> = {
  de: 'Europe/Berlin',
  it: 'Europe/Rome',
  pl: 'Europe/Warsaw',
  nl: 'Europe/Amsterdam',
  da: 'Europe/Copenhagen',
  nb: 'Europe/Oslo',
  nn: 'Europe/Oslo',
  no: 'Europe/Oslo',
  sv: 'Europe/Stockholm',
  cs: 'Europe/Prague',
  sk: 'Europe/Bratislava',
  hu: 'Europe/Budapest',
  el: 'Europe/Athens',
  fi: 'Europe/Helsinki',
  uk: 'Europe/Kyiv',
  tr: 'Europe/Istanbul',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
};
/** Countries with one clock, as locales name them. Not the "US" that many systems write for want of another. */
const COUNTRIES: Readonly<Record<string, string>> = {
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  FR: 'Europe/Paris',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  AT: 'Europe/Vienna',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
  IN: 'Asia/Kolkata',
  NZ: 'Pacific/Auckland',
  ZA: 'Africa/Johannesburg',
  SG: 'Asia/Singapore',
  HK: 'Asia/Hong_Kong',
  AR: 'America/Argentina/Buenos_Aires',
  CO: 'America/Bogota',
  PE: 'America/Lima',
};

/** The zone of a locale ("de-AT", "pt_PT"), where all who write so keep one clock; undefined for English of anywhere. */
export function localeZone(locale: string): string | undefined {
  const [language = '', ...more] = locale.trim().split(/[-_]/u);
  const country = more.at(-1)?.toUpperCase() ?? '';
  return (
    (Object.hasOwn(COUNTRIES, country) ? COUNTRIES[country] : undefined) ??
    (Object.hasOwn(LANGUAGES, language.toLowerCase()) ? LANGUAGES[language.toLowerCase()] : undefined)
  );
}
