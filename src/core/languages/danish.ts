import type { Language } from './language.ts';

export const danish: Language = {
  name: 'Danish',
  tags: ['da'],
  labels: {
    pinned: ['fastgjort'],
    key: ['vigtigt', 'vigtig begivenhed'],
    summary: ['opsummering', 'overblik', 'det ved vi'],
    breaking: ['lige nu', 'breaking'],
    updated: ['opdateret', 'senest opdateret', 'udgivet'],
    live: ['direkte'],
    advert: ['annonce', 'reklame'],
  },
  times: {
    on: ['den'],
    at: ['kl\\.?'],
    today: ['i dag'],
    yesterday: ['i går'],
    fillers: ['den', 'kl'],
    ofPlay: ['minut'],
  },
  called: { author: ['forfatter'] },
  ages: {
    around: [['for', 'siden']],
    units: {
      second: ['sekund', 'sekunder'],
      minute: ['minut', 'minutter'],
      hour: ['time', 'timer'],
      day: ['dag', 'dage', 'døgn'],
      week: ['uge', 'uger'],
    },
    one: ['en', 'et'],
  },
  closing: {
    marks: ['blog', 'dækning'],
    endings: ['lukket', 'slut'],
    blog: ['\\p{L}*(?:liveblog(?:gen)?|live-?dækningen)', '(?:direkte )?\\p{L}*dækning(?:en)?'],
    sentences: ['N (?:er|har)(?: nu)? (?:lukket|afsluttet|slut)'],
  },
  pointers: ['læs (også|mere)'],
  furniture: {
    lines: ['del', 'del artiklen', 'kopier link', 'annonce', 'vis flere', 'vis mere'],
    comments: ['kommentarer'],
    otherLists: ['mest læste'],
    replies: ['svar'],
    share: ['del', 'kopier link'],
    shareOn: ['på', 'til'],
    counted: ['kommentar(?:er)?'],
  },
  by: ['af'],
  author: ['forfatter', 'tekst'],
  and: ['og'],
  stopWords:
    'af da de den det du eller en er et for fra ha han hun i ikke jeg med men mot og om pa sa sig sin som til ut vi var ved vil'.split(
      ' ',
    ),
  live: { titles: ['\\bdirekte\\b', 'direkterapport'] },
  points: ['dette er sket', 'det ved vi', 'det vigtigste', 'kort fortalt', 'i korte træk', 'kort om'],
};
