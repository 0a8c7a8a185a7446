import type { Language } from './language.ts';

export const slovenian: Language = {
  name: 'Slovenian',
  tags: [],
  pointers: ['preberite (še|tudi)'],
  live: { titles: ['v živo'] },
};
