import type { Language } from './language.ts';

export const thai: Language = {
  name: 'Thai',
  tags: [],
  live: { titles: ['ถ่ายทอดสด'] },
};
