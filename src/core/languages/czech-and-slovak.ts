import type { Language } from './language.ts';

/** Two languages so near to each other that their words are known together. */
export const czechAndSlovak: Language = {
  name: 'Czech and Slovak',
  tags: ['cs'],
  // The Slovak names by hand: what is short for Wednesday and for Thursday in Intl differs by an accent alone.
  months: {
    januar: 1,
    januara: 1,
    februara: 2,
    marec: 3,
    aprila: 4,
    maja: 5,
    juna: 6,
    jula: 7,
    augusta: 8,
    septembra: 9,
    oktobra: 10,
    novembra: 11,
    decembra: 12,
  },
  weekdays: { pondelok: 1, utorok: 2, streda: 3, stvrtok: 4, piatok: 5, sobota: 6, nedela: 0 },
  labels: {
    pinned: ['připnuto', 'připnutý příspěvek', 'pripnuté'],
    key: ['důležité', 'dôležité'],
    summary: ['shrnutí', 'co víme', 'zhrnutie'],
    breaking: ['právě teď', 'mimořádné', 'práve teraz', 'mimoriadne'],
    updated: ['aktualizováno', 'aktualizované', 'publikováno'],
    live: ['živě', 'on-line', 'naživo'],
    advert: ['reklama', 'inzerce', 'komerční sdělení', 'inzercia'],
  },
  times: { at: ['ve?', 'o'], today: ['dnes'], yesterday: ['včera'], ofPlay: ['minuta'] },
  ages: {
    before: ['před', 'pred'],
    units: {
      second: ['sekundami', 'sekundou'],
      minute: ['minutami', 'minutou', 'minútami', 'minútou'],
      hour: ['hodinami', 'hodinou'],
      day: ['dny', 'dnem', 'dňami', 'dňom'],
      week: ['týdny', 'týdnem', 'týždňami', 'týždňom'],
    },
    alone: ['minutou', 'minútou', 'hodinou', 'dnem', 'dňom', 'týdnem', 'týždňom'],
    now: ['před chvílí', 'pred chvíľou'],
  },
  closing: {
    marks: ['on-?line(?= (?:reportáž|přenos|prenos|sa |skonč|byl|je ))', 'přenos', 'prenos', 'reportáž'],
    endings: ['skonč', 'ukonč', 'konce'],
    blog: ['on-?line(?: reportáž| přenos| prenos)?', 'živý přenos', 'reportáž'],
    sentences: ['N (?:skončil[ao]?|byl[ao]? ukončen[ao]?|je u konce|sa skončil[ao]?)'],
  },
  pointers: [
    'čtěte (také|též|i|více)|přečtěte si( také)?|číst (více|dále)',
    'čítajte (aj|tiež|viac)|prečítajte si( aj)?',
  ],
  furniture: {
    lines: ['sdílet', 'zkopírovat odkaz', 'zdieľať', 'kopírovať odkaz', 'načíst další', 'zobrazit další'],
    comments: ['diskuze', 'diskusia', 'diskusie'],
    otherLists: ['nejčtenější', 'najčítanejšie'],
    replies: ['odpovědět', 'odpovedať'],
    counted: ['komentář\\w*'],
  },
  author: ['autor(?:ka)?', 'text'],
  and: ['a'],
  live: {
    titles: [
      'živě',
      'naživo',
      '\\bon-?line\\s*[:|]',
      '-online(?=[/.? ]|$)',
      'on-?line (?:reportáž|přenos|prenos)',
      'min[uú]t[auú] po min[uú]t',
    ],
  },
  points: ['v kostce', 'nejdůležitější', 'co (?:zatím )?víme'],
};
