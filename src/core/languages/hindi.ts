import type { Language } from './language.ts';

export const hindi: Language = {
  name: 'Hindi',
  tags: [],
  labels: {
    key: ['अहम'],
    breaking: ['ब्रेकिंग', 'ब्रेकिंग न्यूज'],
    updated: ['अपडेटेड'],
    live: ['लाइव'],
    advert: ['विज्ञापन'],
  },
  ages: {
    after: ['पहले'],
    units: {
      second: ['सेकंड'],
      minute: ['मिनट'],
      hour: ['घंटे', 'घंटा'],
      day: ['दिन'],
      week: ['हफ्ते'],
    },
  },
  pointers: ['(ये|यह) भी पढ़ें'],
  furniture: { lines: ['शेयर करें', 'विज्ञापन'] },
  live: { titles: ['लाइव', 'लाईव'] },
};
