import type { Language } from './language.ts';

/** How its dates and times are counted stands in `time/east-asian-times`. */
export const korean: Language = {
  name: 'Korean',
  tags: [],
  labels: {
    pinned: ['고정', '고정됨'],
    key: ['중요', '주요'],
    summary: ['요약', '정리'],
    breaking: ['속보'],
    updated: ['수정', '업데이트'],
    live: ['실시간'],
    advert: ['광고'],
  },
  times: { today: ['오늘'], yesterday: ['어제'] },
  ages: {
    after: ['전'],
    units: { second: ['초'], minute: ['분'], hour: ['시간'], day: ['일'], week: ['주'] },
    now: ['방금', '방금 전'],
  },
  closing: {
    marks: ['실시간'],
    endings: ['종료'],
    blog: ['실시간 (?:중계|업데이트)(?:를|가)?'],
    sentences: ['N 종료\\p{L}*'],
  },
  pointers: ['관련 ?기사|자세히 ?보기'],
  furniture: {
    lines: ['공유', '공유하기', '광고', '더보기'],
    comments: ['댓글'],
    otherLists: ['많이 본 뉴스'],
    replies: ['답글'],
  },
  live: { titles: ['실시간', '생중계', '속보'] },
  points: ['주요 내용', '핵심'],
};
