import type { Language } from './language.ts';

export const finnish: Language = {
  name: 'Finnish',
  tags: ['fi'],
  labels: {
    pinned: ['kiinnitetty'],
    key: ['tärkeä', 'tärkeää', 'kohokohta'],
    summary: ['yhteenveto'],
    breaking: ['juuri nyt', 'päivittyvä'],
    updated: ['päivitetty', 'julkaistu'],
    live: ['suora', 'seuranta'],
    advert: ['mainos', 'kaupallinen yhteistyö'],
  },
  times: { at: ['klo'], today: ['tänään'], yesterday: ['eilen'] },
  called: { author: ['kirjoittaja', 'toimittaja'] },
  ages: {
    after: ['sitten'],
    units: {
      second: ['sekunti', 'sekuntia'],
      minute: ['minuutti', 'minuuttia'],
      hour: ['tunti', 'tuntia'],
      day: ['päivä', 'päivää'],
      week: ['viikko', 'viikkoa'],
    },
    alone: ['sekunti', 'minuutti', 'tunti', 'päivä', 'viikko'],
    now: ['hetki sitten'],
  },
  closing: {
    marks: ['seuranta', 'lähetys', 'live'],
    endings: ['päätty', 'suljet'],
    blog: ['\\p{L}*seuranta', 'suora lähetys', 'live'],
    sentences: ['N (?:on )?(?:päättynyt|päättyi|suljettu)'],
  },
  pointers: ['lue (myös|lisää)'],
  furniture: {
    lines: ['jaa', 'kopioi linkki', 'mainos', 'näytä lisää'],
    comments: ['kommentit'],
    otherLists: ['luetuimmat'],
    replies: ['vastaa'],
    counted: ['kommentti[a-z]*'],
  },
  author: ['kirjoittaja', 'teksti'],
  and: ['ja'],
  live: { titles: ['suora(?:na)?\\b', 'seuranta', 'hetki hetkeltä'] },
  points: ['tärkeimmät', 'lyhyesti'],
};
