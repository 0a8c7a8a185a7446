import type { Language } from './language.ts';

export const hungarian: Language = {
  name: 'Hungarian',
  tags: ['hu'],
  labels: {
    pinned: ['kitűzött', 'kitűzve', 'kiemelt'],
    key: ['fontos'],
    summary: ['összefoglaló'],
    breaking: ['friss', 'rendkívüli', 'most érkezett'],
    updated: ['frissítve', 'frissítés'],
    live: ['élő'],
    advert: ['hirdetés'],
  },
  ages: {
    after: ['ezelőtt'],
    units: {
      second: ['másodperccel'],
      minute: ['perccel'],
      hour: ['órával'],
      day: ['nappal'],
      week: ['héttel'],
    },
    one: ['egy'],
  },
  closing: {
    marks: ['közvetít', 'percről percre', 'folyamot'],
    endings: ['véget ért', 'lezár'],
    blog: ['\\p{L}*közvetítés(?:ünk)?', 'percről percre'],
    sentences: ['N(?: ezzel| most)? (?:véget ért|lezárult)', 'lezártuk a(?: hír)?(?:folyamot|közvetítést)'],
  },
  pointers: ['olvasd el( ezt)?( is)?|olvassa el( ezt)?( is)?|tovább( olvasok)?|kapcsolódó'],
  furniture: {
    lines: ['megosztás', 'link másolása', 'hirdetés'],
    comments: ['hozzászólások'],
    otherLists: ['legolvasottabb'],
    replies: ['válasz'],
    counted: ['hozzászólás\\w*'],
  },
  and: ['és'],
  live: { titles: ['élőben', 'percről percre'] },
  points: ['a legfontosabb', 'röviden'],
};
