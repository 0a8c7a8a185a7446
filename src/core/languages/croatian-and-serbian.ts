import type { Language } from './language.ts';

/** Two languages so near to each other that their words are known together. */
export const croatianAndSerbian: Language = {
  name: 'Croatian and Serbian',
  tags: [],
  labels: {
    pinned: ['prikvačeno', 'zakačeno'],
    key: ['važno', 'bitno'],
    summary: ['sažetak', 'rezime', 'što znamo'],
    breaking: ['najnovije', 'upravo', 'hitno'],
    updated: ['ažurirano', 'objavljeno'],
    live: ['uživo'],
    advert: ['oglas', 'sponzorirano'],
  },
  pointers: ['pročitajte (i|još|više)|čitajte (i|još)'],
  furniture: {
    lines: ['podijeli', 'podeli', 'kopiraj link', 'oglas', 'učitaj još'],
    comments: ['komentari'],
    otherLists: ['najčitanije'],
    replies: ['odgovori'],
  },
  live: { titles: ['uživo', 'уживо'] },
};
