import type { Language } from './language.ts';

export const bulgarian: Language = {
  name: 'Bulgarian',
  tags: [],
  labels: {
    pinned: ['закачено'],
    key: ['важно'],
    summary: ['обобщение'],
    breaking: ['извънредно', 'последно'],
    updated: ['обновена', 'обновено'],
    live: ['на живо'],
  },
  pointers: ['(прочетете|вижте) (още|също)'],
  furniture: { lines: ['сподели'], comments: ['коментари'], replies: ['отговор'] },
  live: { titles: ['на живо'] },
};
