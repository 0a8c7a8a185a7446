/**
 * The zone in which publishers write their clock times, for pages that do not name one. Told by the address, else by the
 * name the publisher gives itself in the text.
 */
const PUBLISHERS: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /(?:^|\.)(?:independent|standard|express|mirror|telegraph|thesun|dailymail|bbc|theguardian|guardian|metro|thetimes|inews|itv|sky)\.(?:co\.uk|com|co)$/iu,
    /\bThe (?:Independent|Guardian|Telegraph)\b|\bBBC News\b|\bDaily (?:Mail|Express|Mirror)\b|\bSky News (?:understands|reporter)/u,
    'Europe/London',
  ],
  [
    /(?:^|\.)(?:rte|irishtimes|independent|thejournal|corkbeo|dublinlive)\.ie$/iu,
    /\bRTÉ News\b|\bThe Irish Times\b/u,
    'Europe/Dublin',
  ],
  [/\.(?:de)$/iu, /\b(?:tagesschau|SPIEGEL|BR24|WELT|FAZ|Süddeutsche)\b/u, 'Europe/Berlin'],
  [/\.(?:at)$/iu, /\b(?:Der Standard|ORF|Die Presse)\b/u, 'Europe/Vienna'],
  [/\.(?:ch)$/iu, /\b(?:NZZ|SRF)\b/u, 'Europe/Zurich'],
  [/\.(?:fr)$/iu, /\b(?:Le Monde|Le Figaro|franceinfo|Libération)\b/u, 'Europe/Paris'],
  [/\.(?:es)$/iu, /\b(?:EL PAÍS|El País|El Mundo|RTVE)\b/u, 'Europe/Madrid'],
  [/\.(?:it)$/iu, /\b(?:la Repubblica|Corriere della Sera|ANSA)\b/u, 'Europe/Rome'],
  [/\.(?:pl)$/iu, /\b(?:Gazeta Wyborcza|TVN24|Onet|Polsat)\b/u, 'Europe/Warsaw'],
  [/\.(?:pt)$/iu, /\b(?:Público|Observador|RTP)\b/u, 'Europe/Lisbon'],
  [/\.(?:nl)$/iu, /\b(?:NOS|NU\.nl|de Volkskrant|NRC)\b/u, 'Europe/Amsterdam'],
  [/\.(?:be)$/iu, /\b(?:VRT|RTBF|De Standaard|Le Soir)\b/u, 'Europe/Brussels'],
  [
    /(?:\.in|timesofindia\.indiatimes\.com|ndtv\.com|hindustantimes\.com)$/iu,
    /\bTimes of India\b|\bNDTV\b/u,
    'Asia/Kolkata',
  ],
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
