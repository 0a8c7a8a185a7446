import type { Language } from './language.ts';

export const swedish: Language = {
  name: 'Swedish',
  tags: ['sv'],
  labels: {
    pinned: ['fäst', 'fäst inlägg', 'fastnålat'],
    key: ['viktigt', 'viktig händelse', 'höjdpunkt'],
    summary: ['sammanfattning', 'detta har hänt', 'detta vet vi'],
    breaking: ['just nu', 'senaste nytt'],
    updated: ['uppdaterad', 'uppdaterat', 'senast uppdaterad', 'publicerad'],
    live: ['direkt', 'direktrapport'],
    advert: ['annons', 'reklam', 'annonssamarbete'],
  },
  times: {
    on: ['den'],
    at: ['kl\\.?'],
    today: ['idag', 'i dag'],
    yesterday: ['igår', 'i går'],
    fillers: ['den', 'kl'],
    ofPlay: ['minut'],
  },
  ages: {
    before: ['för'],
    after: ['sedan'],
    units: {
      second: ['sekund', 'sekunder'],
      minute: ['minut', 'minuter'],
      hour: ['tim', 'timme', 'timmar'],
      day: ['dag', 'dagar', 'dygn'],
      week: ['vecka', 'veckor'],
    },
    one: ['en', 'ett'],
  },
  closing: {
    marks: ['rapporteringen', 'bloggen', 'bevakningen'],
    endings: ['avslut', 'stäng', 'över'],
    blog: ['\\p{L}*(?:live(?:rapporteringen|bloggen)|direktrapporteringen|bevakningen)'],
    sentences: ['N (?:är|har)(?: nu)? (?:avslutad|avslutats|stängd|stängts|över)'],
  },
  pointers: ['läs (också|även|mer)'],
  furniture: {
    lines: ['dela', 'dela artikeln', 'kopiera länk', 'annons', 'till toppen', 'visa fler', 'visa mer'],
    comments: ['kommentarer'],
    otherLists: ['mest lästa'],
    replies: ['svara'],
    share: ['dela', 'kopiera länk'],
    shareOn: ['på'],
    counted: ['kommentar(?:er)?'],
  },
  by: ['av'],
  author: ['skribent', 'text'],
  and: ['och'],
  stopWords: 'att av de den det du eller en har i inte jag med men mot na nar och om pa sa sig som ut vi var'.split(
    ' ',
  ),
  live: { titles: ['\\bdirekt\\b', 'direktrapport'] },
  points: ['detta (?:har hänt|vet vi)', 'det viktigaste', 'i korthet'],
};
