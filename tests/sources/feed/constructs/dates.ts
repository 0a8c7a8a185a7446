import { ATOM_ALL, type Row, RSS_ALL } from './row.ts';

const EIGHT = '2023-06-05T07:16:00Z';
/** Ways to write 7:16 UTC of 5 June 2023 that both libraries read, feedparser alone, and gofeed alone. */
const BOTH = [
  'Mon, 05 Jun 2023 07:16:00 GMT',
  'Mon, 05 Jun 2023 07:16 GMT',
  'Mon, 5 Jun 2023 07:16:00 GMT',
  'Mon, 05 Jun 23 07:16:00 GMT',
  '05 Jun 2023 07:16:00 GMT',
  'Mon, 05 June 2023 08:16:00 +0100',
  'Mon Jun  5 07:16:00 2023',
  'Mon Jun 05 08:16:00 +0100 2023',
  '2023-06-05T07:16:00Z',
  '2023-06-05T08:16:00+01:00',
  '2023-06-05T07:16:00',
  '2023-06-05T07:16Z',
  '2023-06-05 07:16:00',
  '2023-06-05T07:16:00.000Z',
];
const FEEDPARSER = [
  'Mon, Jun 05 2023 07:16:00 GMT',
  'Mon, 05 Jun 2023 07:16:00 Etc/GMT',
  'Mon, 05 Jun 2023 02:16:00 GMT-05:00',
  'Mon, 05 Jun 2023 06:16:00 A',
  'Mon, 05 Jun 2023 08:16:00 N',
  'Sun, 04 Jun 2023 19:16:00 M',
  'Mon, 05 Jun 2023 19:16:00 Y',
  'Mon, 05 Jun 2023 07:16:00 Z',
  '20230605T07:16:00Z',
  '23-06-05T07:16:00Z',
  'Mon, 2023/06/05 03:16:00 EDT',
  'Δευ, 05 Ιούν 2023 03:16:00 EDT',
];
/** What neither reads right, although feedparser says that it reads the last three. */
const NEITHER = [
  'Mon,05 Jun 2023 07:16:00 -0000',
  'Mon, 05 Jun 2023 03:16:00 ET',
  '2023-156T07:16:00Z',
  '2023-június-5T9:16+02:00',
  '2023년 06월 05일  16:16:00',
  '2023-06-05 오후 04:16:00',
];
const GOFEED = [
  'Mon, 05 Jun 2023 00:16:00 -0700 MST',
  'Mon, 05 Jun 2023 00:16:00 MST-07:00',
  'Mon, 05 Jun 2023 00:16:00 MST -0700',
  'Mon, 05 Jun 2023 00:16:00 GMT-0700',
  'Mon, 05 Jun 2023 00:16:00 --0700',
  'Mon Jun 05, 2023 7:16 am',
  'Monday, June 5, 2023 07:16 AM',
  'Mon, 5 June 2023, 07:16 +0000',
  '05.06.2023 07:16',
  '07:16 05.06.2023 +0000',
  '2023-06-05 at 07:16:00',
  '23-6-5 07:16',
  '2023-06-05 00:00:00.0 07:16:00.0 +0000',
  '2023-06-05T08:16:00+01:00:00',
  '2023-06-05T08:16:00:+0100',
  '2023-06-05T07:16:00:00',
  'Mon, 05 Jun 2023 07:16:00 00',
  'Mon, 05 Jun 2023 07:16:00 UT',
  '05/06/2023 07:16:00',
  '05/06/2023 - 07:16',
  '05 Monday, Jun 2023 07:16',
];

const row = (date: string): Row => ({
  construct: `the date ${date}`,
  formats: [...RSS_ALL, ...ATOM_ALL],
  item: `<title>a</title><pubDate>${date}</pubDate><published>${date}</published>`,
  seen: { published: EIGHT },
});

/** Grammars of dates. */
export const DATES: readonly Row[] = [
  ...BOTH.map(row),
  ...FEEDPARSER.map((date): Row => ({ ...row(date), gofeed: 'silent' })),
  { ...row('June 5, 2023, 7:16 a.m.'), gofeed: 'silent', feedparser: 'silent' },
  // Names of zones, which gofeed takes for UTC in the usual form of a date, and feedparser where RFC 822 has them not.
  {
    ...row('Mon, 05 Jun 2023 02:16:00 EST'),
    gofeed: { published: '2023-06-05T02:16:00Z' },
    ours: { published: EIGHT },
  },
  {
    ...row('Mon, 05 Jun 2023 08:16:00 BST'),
    gofeed: { published: '2023-06-05T08:16:00Z' },
    feedparser: { published: '2023-06-05T08:16:00Z' },
    ours: { published: EIGHT },
  },
  // A zone that gofeed takes for a name.
  {
    ...row('Mon, 05 Jun 2023 00:16:00 -07'),
    gofeed: { published: '2023-06-05T00:16:00Z' },
    feedparser: 'silent',
    ours: { published: EIGHT },
  },
  ...GOFEED.map((date): Row => ({ ...row(date), feedparser: 'silent' })),
  ...NEITHER.map((date): Row => ({ ...row(date), gofeed: 'silent', feedparser: 'silent' })),
];
