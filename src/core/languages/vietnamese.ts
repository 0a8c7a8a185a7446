import type { Language } from './language.ts';

export const vietnamese: Language = {
  name: 'Vietnamese',
  tags: [],
  live: { titles: ['trực tiếp'] },
};
