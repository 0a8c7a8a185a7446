import type { Language } from './language.ts';

export const hebrew: Language = {
  name: 'Hebrew',
  tags: [],
  labels: {
    pinned: ['נעוץ', 'מוצמד'],
    key: ['חשוב'],
    summary: ['סיכום'],
    breaking: ['מבזק', 'חדשות עכשיו'],
    updated: ['עודכן', 'עודכן לאחרונה'],
    live: ['בשידור חי'],
    advert: ['פרסומת'],
  },
  times: { today: ['היום'], yesterday: ['אתמול'] },
  ages: {
    before: ['לפני'],
    units: {
      second: ['שנייה', 'שניות'],
      minute: ['דקה', 'דקות'],
      hour: ['שעה', 'שעות'],
      day: ['יום', 'ימים'],
      week: ['שבוע', 'שבועות'],
    },
    alone: ['דקה', 'שעה', 'יום', 'שבוע'],
    now: ['עכשיו'],
  },
  closing: {
    marks: ['הסיקור', 'הדיווח'],
    endings: ['הסתיים'],
    blog: ['(?:הסיקור|הדיווח) (?:החי|השוטף)'],
    sentences: ['N הסתיים'],
  },
  pointers: ['קראו (גם|עוד)|לקריאה נוספת'],
  furniture: {
    lines: ['שתפו', 'שיתוף', 'העתק קישור', 'פרסומת'],
    comments: ['תגובות'],
    replies: ['השב', 'הגב'],
  },
  live: { titles: ['בשידור חי', 'דיווח שוטף', 'עדכונים'] },
  points: ['עיקרי', 'תקציר'],
};
