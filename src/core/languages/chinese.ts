import type { Language } from './language.ts';

/** How its dates and times are counted stands in `time/east-asian-times`. */
export const chinese: Language = {
  name: 'Chinese',
  tags: [],
  labels: {
    pinned: ['置顶', '置頂'],
    key: ['要点', '重點', '重要'],
    summary: ['小结', '總結'],
    breaking: ['突发', '快讯', '快訊'],
    updated: ['更新'],
    live: ['直播'],
    advert: ['广告', '廣告'],
  },
  times: { today: ['今天'], yesterday: ['昨天'] },
  ages: {
    after: ['前'],
    units: {
      second: ['秒', '秒钟', '秒鐘'],
      minute: ['分钟', '分鐘'],
      hour: ['小时', '小時'],
      day: ['天'],
      week: ['周', '週'],
    },
    now: ['刚刚', '剛剛'],
  },
  closing: {
    marks: ['直播'],
    endings: ['结束', '結束'],
    blog: ['\\p{L}*直播'],
    sentences: ['N(?:现在|現在)?已(?:经|經)?(?:结束|結束)\\p{L}*'],
  },
  pointers: ['相关(阅读|报道|新闻)|相關新聞|延伸閱讀|阅读更多'],
  furniture: {
    lines: ['分享', '复制链接', '複製連結', '广告', '廣告', '查看更多'],
    comments: ['评论', '留言'],
    otherLists: ['热门'],
    replies: ['回复', '回覆'],
  },
  live: { titles: ['直播', '实时', '即時', '滚动', '滾動'] },
};
