import type { Language } from './language.ts';

export const romanian: Language = {
  name: 'Romanian',
  tags: ['ro'],
  labels: {
    pinned: ['fixat'],
    key: ['important de știut'],
    summary: ['rezumat'],
    breaking: ['ultima oră', 'de ultimă oră', 'alertă'],
    updated: ['actualizat', 'ultima actualizare', 'publicat'],
    advert: ['publicitate', 'reclamă'],
  },
  times: { at: ['la', 'ora'], today: ['azi', 'astăzi'], yesterday: ['ieri'] },
  ages: {
    before: ['acum'],
    units: {
      second: ['secundă', 'secunde'],
      minute: ['minut', 'minute'],
      hour: ['oră', 'ore'],
      day: ['zi', 'zile'],
      week: ['săptămână', 'săptămâni'],
    },
    one: ['un', 'o'],
    now: ['chiar acum', 'acum câteva secunde', 'acum câteva momente'],
  },
  closing: {
    marks: ['transmisiunea'],
    endings: ['încheiat'],
    blog: ['transmisiunea(?: live| în direct)?'],
    sentences: ['N s-a încheiat'],
  },
  pointers: ['cite[sșş]te [sșş]i|cite[sșş]te mai mult|vezi [sșş]i'],
  furniture: {
    lines: ['distribuie', 'copiază linkul', 'publicitate'],
    comments: ['comentarii'],
    otherLists: ['cele mai citite'],
    replies: ['răspunde'],
  },
  and: ['și'],
  live: { titles: ['în direct', 'minut cu minut'] },
};
