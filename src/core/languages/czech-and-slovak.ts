import type { Language } from './language.ts';

/** Two languages so near to each other that their words are known together. */
export const czechAndSlovak: Language = {
  name: 'Czech and Slovak',
  tags: ['cs'],
  labels: {
    pinned: ['připnuto', 'připnutý příspěvek', 'pripnuté'],
    key: ['důležité', 'dôležité'],
    summary: ['shrnutí', 'co víme', 'zhrnutie'],
    breaking: ['právě teď', 'mimořádné', 'práve teraz', 'mimoriadne'],
    updated: ['aktualizováno', 'aktualizované', 'publikováno'],
    live: ['živě', 'on-line', 'naživo'],
    advert: ['reklama', 'inzerce', 'komerční sdělení', 'inzercia'],
  },
  times: { at: ['v'], ofPlay: ['minuta'] },
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
