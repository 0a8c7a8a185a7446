import type { Language } from './language.ts';

export const bulgarian: Language = {
  name: 'Bulgarian',
  tags: ['bg'],
  labels: {
    pinned: ['закачено'],
    key: ['важно'],
    summary: ['обобщение'],
    breaking: ['извънредно', 'последно'],
    updated: ['обновена', 'обновено'],
    live: ['на живо'],
  },
  times: { at: ['в'], today: ['днес'], yesterday: ['вчера'] },
  ages: {
    before: ['преди'],
    units: {
      second: ['секунда', 'секунди'],
      minute: ['минута', 'минути'],
      hour: ['час', 'часа'],
      day: ['ден', 'дни'],
      week: ['седмица', 'седмици'],
    },
    alone: ['минута', 'час', 'ден', 'седмица'],
  },
  pointers: ['(прочетете|вижте) (още|също)'],
  furniture: { lines: ['сподели'], comments: ['коментари'], replies: ['отговор'] },
  and: ['и'],
  live: { titles: ['на живо'] },
};
