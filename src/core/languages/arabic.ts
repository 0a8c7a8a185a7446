import type { Language } from './language.ts';

export const arabic: Language = {
  name: 'Arabic',
  tags: ['ar'],
  labels: {
    pinned: ['مثبت'],
    key: ['مهم', 'أبرز'],
    summary: ['ملخص'],
    breaking: ['عاجل'],
    updated: ['آخر تحديث', 'تم التحديث'],
    live: ['مباشر'],
    advert: ['إعلان'],
  },
  times: { today: ['اليوم'], yesterday: ['أمس'] },
  ages: {
    before: ['قبل', 'منذ'],
    units: {
      second: ['ثانية', 'ثوان', 'ثواني'],
      minute: ['دقيقة', 'دقائق'],
      hour: ['ساعة', 'ساعات'],
      day: ['يوم', 'أيام'],
      week: ['أسبوع', 'أسابيع'],
    },
    alone: ['دقيقة', 'ساعة', 'يوم', 'أسبوع'],
    now: ['الآن'],
  },
  closing: {
    marks: ['التغطية', 'تغطيتنا'],
    endings: ['انتهت', 'اختتمت', 'نختتم'],
    blog: ['(?:هذه )?(?:التغطية|تغطيتنا)'],
    sentences: ['و?(?:انتهت|اختتمت|نختتم) N'],
  },
  pointers: ['اقر[أا] (أيض[اً]+|المزيد)|المزيد|طالع (أيض[اً]+|المزيد)'],
  furniture: {
    lines: ['مشاركة', 'شارك', 'انسخ الرابط', 'إعلان', 'عرض المزيد'],
    comments: ['تعليقات'],
    otherLists: ['الأكثر قراءة'],
    replies: ['رد'],
  },
  live: { titles: ['مباشر', 'لحظة بلحظة', 'أولا بأول'] },
  points: ['أبرز', 'النقاط'],
};
