import type { Language } from './language.ts';

/** How its dates and times are counted stands in `time/east-asian-times`. */
export const japanese: Language = {
  name: 'Japanese',
  tags: [],
  labels: {
    pinned: ['固定', 'ピン留め'],
    key: ['重要'],
    summary: ['まとめ'],
    breaking: ['速報'],
    updated: ['更新'],
    live: ['ライブ'],
    advert: ['広告'],
  },
  times: { today: ['今日'], yesterday: ['昨日'] },
  ages: {
    after: ['前'],
    units: { second: ['秒'], minute: ['分'], hour: ['時間'], day: ['日'], week: ['週間'] },
    now: ['たった今'],
  },
  closing: {
    marks: ['ライブ', '速報', '実況'],
    endings: ['終了'],
    blog: ['\\p{L}*(?:ライブ|速報|実況)(?:中継|更新)?'],
    sentences: ['N(?:は|を)終了\\p{L}*'],
  },
  pointers: ['関連記事|続きを読む|あわせて読みたい'],
  furniture: {
    lines: ['シェア', '共有', '広告', 'もっと見る'],
    comments: ['コメント'],
    otherLists: ['ランキング'],
    replies: ['返信'],
  },
  live: { titles: ['タイムライン', 'ライブ', '速報', '実況'] },
  points: ['まとめ', 'ポイント'],
};
