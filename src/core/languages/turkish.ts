import type { Language } from './language.ts';

export const turkish: Language = {
  name: 'Turkish',
  tags: ['tr'],
  labels: {
    pinned: ['sabitlendi', 'sabitlenmiş'],
    key: ['önemli'],
    summary: ['özet', 'neler biliyoruz'],
    breaking: ['son dakika', 'flaş'],
    updated: ['güncellendi', 'güncelleme', 'son güncelleme'],
    live: ['canlı'],
    advert: ['reklam'],
  },
  times: { today: ['bugün'], yesterday: ['dün'] },
  ages: {
    after: ['önce'],
    units: {
      second: ['sn', 'saniye'],
      minute: ['dk', 'dakika'],
      hour: ['sa', 'saat'],
      day: ['gün'],
      week: ['hafta'],
    },
    one: ['bir'],
    now: ['az önce', 'şimdi'],
  },
  closing: {
    marks: ['canlı'],
    endings: ['sona erdi', 'bitti', 'sonlandı'],
    blog: ['canlı (?:anlatım|yayın|blog)(?:ımız)?'],
    sentences: ['N (?:sona erdi|bitti|sonlandı)'],
  },
  pointers: ['(bunu|bunları|ayrıca) (da )?okuyun|devamı( için)?|ilgili haber(ler)?'],
  furniture: {
    lines: ['paylaş', 'bağlantıyı kopyala', 'reklam', 'daha fazla göster'],
    comments: ['yorumlar'],
    otherLists: ['en çok okunanlar'],
    replies: ['yanıtla', 'cevapla'],
  },
  and: ['ve'],
  live: { titles: ['canl[ıi]', 'dakika dakika'] },
  points: ['öne çıkan', 'kısaca'],
};
