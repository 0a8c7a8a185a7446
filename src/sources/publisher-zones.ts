/** Of publishers that are told by their address alone. */
const NOBODY = undefined;

/**
 * The zone in which publishers write their clock times, for pages that do not name one. Told by the address, else by the
 * name the publisher gives itself in the text.
 */
const PUBLISHERS: readonly (readonly [hosts: RegExp, names: RegExp | undefined, zone: string])[] = [
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
  [
    /(?:\.de|(?:^|\.)(?:kicker|sport1|handelsblatt|zdfheute|t-online|tagesspiegel)\.com)$/iu,
    /\b(?:tagesschau|SPIEGEL|BR24|WELT|FAZ|Süddeutsche)\b/u,
    'Europe/Berlin',
  ],
  [/(?:\.at|(?:^|\.)diepresse\.com)$/iu, /\b(?:Der Standard|ORF|Die Presse)\b/u, 'Europe/Vienna'],
  [/\.ch$/iu, /\b(?:NZZ|SRF)\b/u, 'Europe/Zurich'],
  [
    /(?:\.fr|(?:^|\.)(?:bfmtv|france24|tf1info|lepoint|mediapart|rfi|huffingtonpost)\.(?:com|fr))$/iu,
    /\b(?:Le Monde|Le Figaro|franceinfo|Libération)\b/u,
    'Europe/Paris',
  ],
  [
    /(?:\.es|(?:^|\.)(?:elpais|lavanguardia|marca|elperiodico|elconfidencial|elespanol|mundodeportivo|lasexta|antena3|okdiario|abc|as)\.(?:com|es)|\.cat)$/iu,
    /\b(?:EL PAÍS|El País|El Mundo|RTVE)\b/u,
    'Europe/Madrid',
  ],
  [
    /(?:\.it|(?:^|\.)(?:ilsole24ore|tgcom24\.mediaset|eurosport)\.(?:com|it))$/iu,
    /\b(?:la Repubblica|Corriere della Sera|ANSA)\b/u,
    'Europe/Rome',
  ],
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
  [/(?:\.br|(?:^|\.)(?:globo|r7|metropoles|poder360)\.com)$/iu, NOBODY, 'America/Sao_Paulo'],
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
  [/(?:\.tr|(?:^|\.)(?:haberturk|milliyet|haberler)\.com)$/iu, NOBODY, 'Europe/Istanbul'],
  [/(?:\.ru|(?:^|\.)meduza\.io)$/iu, NOBODY, 'Europe/Moscow'],
  [/(?:^|\.)(?:unian|liga|censor)\.net$/iu, NOBODY, 'Europe/Kyiv'],
  [/(?:\.ar|(?:^|\.)(?:clarin|infobae|perfil|tn)\.com)$/iu, NOBODY, 'America/Argentina/Buenos_Aires'],
  [/\.cl$|(?:^|\.)(?:emol|latercera)\.com$/iu, NOBODY, 'America/Santiago'],
  [/\.uy$/iu, NOBODY, 'America/Montevideo'],
  [/\.pe$/iu, NOBODY, 'America/Lima'],
  [/(?:^|\.)(?:eltiempo|elespectador|semana)\.com$/iu, NOBODY, 'America/Bogota'],
  [/\.mx$/iu, NOBODY, 'America/Mexico_City'],
  [/\.sk$/iu, NOBODY, 'Europe/Bratislava'],
  [/\.si$/iu, NOBODY, 'Europe/Ljubljana'],
  [/\.hr$/iu, NOBODY, 'Europe/Zagreb'],
  [/\.rs$/iu, NOBODY, 'Europe/Belgrade'],
  [/\.bg$/iu, NOBODY, 'Europe/Sofia'],
  [/\.lt$/iu, NOBODY, 'Europe/Vilnius'],
  [/\.lv$/iu, NOBODY, 'Europe/Riga'],
  [/\.ee$/iu, NOBODY, 'Europe/Tallinn'],
  [/\.is$/iu, NOBODY, 'Atlantic/Reykjavik'],
  [/\.lu$/iu, NOBODY, 'Europe/Luxembourg'],
  [/\.by$/iu, NOBODY, 'Europe/Minsk'],
  [/\.tw$/iu, NOBODY, 'Asia/Taipei'],
  [/\.cn$/iu, NOBODY, 'Asia/Shanghai'],
];

/** How much of a long page is searched for the publisher's name. */
const SEARCHED = 400_000;
/** All names in one pattern, so that a text is gone through once. */
const NAMED = new RegExp(PUBLISHERS.flatMap(([, names]) => names?.source ?? []).join('|'), 'u');

/** undefined when the publisher is not known; an address that is known to be of another country wins over the text. */
export function publisherZone(url: string, text: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const byHost = PUBLISHERS.find(([hosts]) => host !== '' && hosts.test(host));
  if (byHost !== undefined) return byHost[2];
  const found = text === '' ? null : NAMED.exec(text.slice(0, SEARCHED));
  return found === null ? undefined : PUBLISHERS.find(([, names]) => names?.test(found[0]))?.[2];
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
  ro: 'Europe/Bucharest',
  bg: 'Europe/Sofia',
  hr: 'Europe/Zagreb',
  sl: 'Europe/Ljubljana',
  sr: 'Europe/Belgrade',
  lt: 'Europe/Vilnius',
  lv: 'Europe/Riga',
  et: 'Europe/Tallinn',
  is: 'Atlantic/Reykjavik',
  ca: 'Europe/Madrid',
  he: 'Asia/Jerusalem',
  hi: 'Asia/Kolkata',
  zh: 'Asia/Shanghai',
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
  TW: 'Asia/Taipei',
  BR: 'America/Sao_Paulo',
  CL: 'America/Santiago',
  UY: 'America/Montevideo',
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
