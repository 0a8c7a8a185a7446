import type { Language } from './language.ts';

export const norwegian: Language = {
  name: 'Norwegian',
  tags: ['nb'],
  labels: {
    pinned: ['festet', 'festet innlegg'],
    key: ['viktig', 'viktig hendelse', 'høydepunkt'],
    summary: ['oppsummering', 'dette vet vi'],
    breaking: ['siste', 'siste nytt', 'akkurat nå'],
    updated: ['oppdatert', 'sist oppdatert', 'publisert'],
    live: ['direkte'],
    advert: ['annonse', 'annonsørinnhold', 'reklame'],
  },
  times: {
    on: ['den'],
    at: ['kl\\.?'],
    today: ['i dag'],
    yesterday: ['i går'],
    fillers: ['den', 'kl'],
    ofPlay: ['minutt'],
  },
  called: { author: ['forfatter'] },
  ages: {
    around: [['for', 'siden']],
    units: {
      second: ['sekund', 'sekunder'],
      minute: ['minutt', 'minutter'],
      hour: ['time', 'timer'],
      day: ['dag', 'dager', 'døgn'],
      week: ['uke', 'uker'],
    },
    one: ['en', 'ei', 'et'],
  },
  closing: {
    marks: ['direkte', 'live'],
    endings: ['avslut', 'stengt', 'over'],
    blog: ['direkte(?:sendingen|dekningen|rapporteringen)', 'live(?:rapporteringen|bloggen|studioet)'],
    sentences: ['N er(?: nå)? (?:avsluttet|stengt|over)'],
  },
  pointers: ['les (også|mer)'],
  furniture: {
    lines: ['del', 'del saken', 'kopier lenke', 'annonse', 'vis mer', 'kommentar'],
    comments: ['kommentarer'],
    otherLists: ['mest leste'],
    replies: ['svar'],
    share: ['del', 'kopier lenke?'],
    shareOn: ['på', 'til'],
    counted: ['kommentar(?:er)?'],
  },
  by: ['av'],
  author: ['forfatter', 'tekst'],
  and: ['og'],
  stopWords:
    'av da de den det du eller en er et for fra ha han hun i ikke jeg med men mot og om pa sa seg sin som til ut vi var ved vil'.split(
      ' ',
    ),
  live: { titles: ['\\bdirekte\\b'] },
  points: ['dette (?:vet vi|har skjedd)', 'det viktigste', 'kort fortalt', 'i korthet'],
};
