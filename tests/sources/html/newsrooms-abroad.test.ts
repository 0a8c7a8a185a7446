import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/ports/source.ts';
import { all, german, item, RIGHT, read, told, YEARS_LATER } from './abroad.ts';
import { clock, day, iso, OLDEST_FIRST, page, paragraphs, REPORTS, type Report } from './pages/saltmere.ts';

/* Manners of newsrooms outside the English-speaking world, one at a time: times, states and what the page says of itself. */

describe('the time of an entry', () => {
  it('is day and hour in boxes of their own', () => {
    const item = (report: Report) =>
      `<li class="news-item"><div class="news-date"><span class="day">${Number(day(report, 1))} marzo</span> <span class="hour">${clock(report, 1)}</span></div><div class="text"><h3>${report.title}</h3>${paragraphs(report)}</div></li>`;
    const html = page('it', 'Tempesta, la diretta', `<ul>${all(item)}</ul>`);

    expect(told(read(html, 'https://www.saltmere.example.it/diretta'))).toEqual(RIGHT);
  });

  it('stands in the margin', () => {
    const item = (report: Report) =>
      `<article class="entry" id="e${report.n}"><aside><time datetime="${iso(report, 0)}">${clock(report, 0)}</time></aside><div><h4>${report.title}</h4>${paragraphs(report)}</div></article>`;
    const html = page('pt', 'Tempestade ao minuto', `<div>${all(item)}</div>`);

    expect(told(read(html, 'https://www.saltmere.example.pt/aominuto'))).toEqual(RIGHT);
  });

  it('is counted in hours and minutes of a half of the day', () => {
    const item = (report: Report) => {
      const [hour = 0, minute] = clock(report, 9).split(':').map(Number);
      return `<div class="item" id="t${report.n}"><p class="time">${hour < 12 ? '午前' : '午後'}${hour % 12}時${minute}分</p><h2>${report.title}</h2>${paragraphs(report)}</div>`;
    };
    const html = page('ja', '【タイムライン】嵐', `<p>2031年3月3日</p>${all(item)}`);

    expect(told(read(html, 'https://www.saltmere.example.jp/timeline'))).toEqual(RIGHT);
  });
});

describe('the time of a story that an entry shows', () => {
  it('is not its own', () => {
    const card =
      '<article class="c-card"><a href="/x"><h4>A mole is built</h4><time datetime="2030-01-01T10:00:00Z">1.1.</time></a></article>';
    const shown = (report: Report) =>
      `<div class="c-post" id="n${report.n}7a"><span>${clock(report, 1)}</span><h2>${report.title}</h2>${paragraphs(report)}${card}</div>`;
    const html = page('it', 'Tempesta, la diretta', all(shown));

    expect(
      read(html, 'https://www.saltmere.example.it/diretta').entries.map(({ title, publishedAt }) => [
        title,
        publishedAt,
      ]),
    ).toEqual(RIGHT.map(([title, at]) => [title, at]));
  });
});

describe('the day of clock times', () => {
  const clocks = all(
    (report) =>
      `<div class="entry" id="e-${report.n}77"><b>${clock(report, 1)}</b><h3>${report.title}</h3>${paragraphs(report)}</div>`,
  );
  const kept = (line: string, lang = 'fr') =>
    told(
      read(
        page(lang, 'En direct : tempête', `${line}<div class="entries">${clocks}</div>`),
        'https://www.saltmere.example.fr/direct',
        YEARS_LATER,
      ),
    );

  it.each([
    '<p>Mis à jour le 03/03/2031 à 12:50</p>',
    '<p>Publié le 02/03/2031 | Mis à jour le 03/03/2031</p>',
    '<div>03.03.31 | 12:50</div>',
    '<div><time datetime="2031-03-03T11:50:00Z">hier</time></div>',
  ])('stands under the heading of a page that was kept: %s', (line) => {
    expect(kept(line)).toEqual(RIGHT);
  });

  it('is not read from numbers where it may be the month', () => {
    expect(kept('<p>Updated 05/03/2031</p>', 'en').map(([title]) => title)).toEqual(RIGHT.map(([title]) => title));
    expect(kept('<p>Updated 05/03/2031</p>', 'en')).not.toEqual(RIGHT);
  });

  it('stands before each, with its month in short', () => {
    const short = (report: Report) =>
      `<div class="sc-1"><p class="sc-when">${Number(day(report, 1))} mar - ${clock(report, 1)}</p><h2>${report.title}</h2>${paragraphs(report)}</div>`;

    expect(
      told(read(page('it', 'Tempesta, la diretta', all(short)), 'https://www.saltmere.example.it/diretta')),
    ).toEqual(RIGHT);
  });
});

describe('the words by which a page says that it is live', () => {
  const entries = all(
    (report) =>
      `<div class="e"><time datetime="${report.at}">${clock(report, 0)}</time><h3>${report.title}</h3>${paragraphs(report)}</div>`,
  );

  it.each([
    ['tr', 'CANLI | Fırtına'],
    ['cs', 'ON-LINE: Bouře v přístavu'],
    ['fi', 'Suora seuranta: myrsky'],
    ['sk', 'Minúta po minúte: búrka'],
    ['el', 'Καταιγίδα: λεπτό προς λεπτό'],
    ['ru', 'Шторм: хроника'],
    ['he', 'סערה בנמל - עדכונים שוטפים'],
    ['ar', 'عاصفة في المرفأ.. لحظة بلحظة'],
    ['ko', '[실시간] 폭풍'],
    ['zh', '风暴 直播'],
    ['hi', 'तूफान लाइव'],
  ])('in %s: %s', (lang, title) => {
    expect(told(read(page(lang, title, entries), 'https://www.saltmere.example/storm'))).toEqual(RIGHT);
  });
});

describe('a page of headings between plus signs', () => {
  it('is a ticker, though it does not say so', () => {
    const item = (report: Report) => `<h2><b>+++ ${clock(report, 1)} ${report.title} +++</b></h2>${paragraphs(report)}`;
    const html = page('de', 'Der Tag in Saltmere', all(item));

    expect(told(read(html, 'https://www.saltmere.example.de/der-tag.html'))).toEqual(RIGHT);
  });
});

describe('a page that declares a live blog and tells none of its entries there', () => {
  it('is read from what it shows', () => {
    const declared =
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Sturm","liveBlogUpdate":[]}</script>';
    const html = page('de', 'Sturm', `<div class="entries">${all((report) => item(report))}</div>`, declared);

    expect(told(read(html, 'https://www.saltmere.example.de/sturm'))).toEqual(RIGHT);
  });
});

describe('an age beside a clock time', () => {
  it('tells less than the time that the entry has for scripts', () => {
    const aged = (report: Report) =>
      `<div class="entry" id="e-${report.n}77" data-published="${Date.parse(report.at)}"><span class="time">${clock(report, 1)}</span><span class="ago">vor 300 Minuten</span><h3>${report.title}</h3>${paragraphs(report)}</div>`;

    expect(told(german(aged))).toEqual(RIGHT);
  });
});

describe('key points', () => {
  it.each([
    ['de', 'Wichtige Updates'],
    ['nl', 'Het belangrijkste op een rij'],
    ['nb', 'Kort fortalt'],
    ['uk', 'Головне'],
  ])('are introduced in %s by "%s"', (lang, words) => {
    const points = `<div><h3>${words}</h3><ul><li>Harbour closed</li><li>Ferries wait</li></ul></div>`;

    expect(read(page(lang, 'Live', points + all((report) => item(report)))).keyPoints).toEqual([
      'Harbour closed',
      'Ferries wait',
    ]);
  });
});

describe('a heading over the entries', () => {
  it('says that the ticker is over', () => {
    const over = '<h2 class="ticker__heading">Der Ticker ist abgeschlossen</h2>';

    expect([german((report) => item(report), '', over).live, german((report) => item(report)).live]).toEqual([
      false,
      true,
    ]);
  });
});

describe('posts in the state of a framework', () => {
  it('have their time under whatever name', () => {
    const posts = REPORTS.map((report) => ({
      id: report.n,
      title: report.title,
      publicationDateTime: report.at,
      updatedDateTime: null,
      content: paragraphs(report),
    }));
    const script = `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { tickerEntries: posts } })}</script>`;

    expect(told(read(page('de', 'Liveticker: Sturm', script)))).toEqual(RIGHT);
  });
});

describe('whether the blog goes on', () => {
  const posts = REPORTS.map(({ n, title, at }) => ({ id: n, title, published: at, body: `<p>${title} tonight.</p>` }));
  const state = (blog: object) =>
    `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { liveblog: { posts, ...blog } } })}</script>`;

  it.each([
    [{ isLive: false }, false],
    [{ status: 'closed' }, false],
    [{ status: 'live' }, true],
    [{ status: 'published' }, null],
  ])('is what stands beside its posts in the state of a framework: %j', (blog, live) => {
    const later = Date.parse('2031-03-09T12:00:00Z');

    expect(read(page('de', 'Liveticker: Sturm', state(blog)), undefined, later).live).toBe(live);
  });

  it('is told by the end that its JSON-LD announces', () => {
    const declared =
      '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Sturm","coverageEndTime":"2031-03-04T00:00:00Z"}</script>';
    const html = page('de', 'Sturm', `<div class="entries">${all((report) => item(report))}</div>`, declared);

    expect(read(html, undefined, Date.parse('2031-03-09T12:00:00Z')).live).toBe(false);
  });
});

describe('a date in numbers', () => {
  it.each([
    ['de', (report: Report) => `${Number(day(report, 1))}.3., ${clock(report, 1)} Uhr`],
    ['fi', (report: Report) => `${Number(day(report, 2))}.3. klo ${clock(report, 2, '.')}`],
    ['fr', (report: Report) => `${day(report, 1)}/03 à ${clock(report, 1, 'h')}`],
    ['ja', (report: Report) => `3/${Number(day(report, 9))}(月) ${clock(report, 9)}`],
    ['ja', (report: Report) => `3月${Number(day(report, 9))}日 ${clock(report, 9)}`],
  ])('may lack its year (%s)', (lang, when) => {
    const tld = lang === 'ja' ? 'jp' : lang;
    const numbered = (report: Report) =>
      `<div class="_a"><div class="_b"><span class="_c">${when(report)}</span></div><h3>${report.title}</h3>${paragraphs(report)}</div>`;
    const head = '<meta property="article:modified_time" content="2031-03-03T11:45:00Z">';
    const html = page(lang, 'Live: 実況', `<div>${all(numbered)}</div>`, head);

    expect(told(read(html, `https://www.saltmere.example.${tld}/live`, YEARS_LATER))).toEqual(RIGHT);
  });

  it('is read as people write it where the clocks are', () => {
    const numbered = (report: Report) =>
      `<div class="_a"><div class="_b"><span class="_c">${clock(report, 1)} | ${day(report, 1)}/03/2031</span></div><h3>${report.title}</h3>${paragraphs(report)}</div>`;
    const html = page('es', 'Temporal, en directo', `<div>${all(numbered)}</div>`);

    expect(told(read(html, 'https://www.saltmere.example.es/directo', YEARS_LATER))).toEqual(RIGHT);
  });
});

describe('paragraphs in the state of a framework', () => {
  it('stay apart, by whatever name they are paragraphs', () => {
    const messages = REPORTS.map((report) => ({
      uuid: `m${report.n}`,
      heading: report.title,
      createdTime: report.at,
      richText: { blocks: report.paragraphs.map((text) => ({ kind: 'paragraph', text })) },
    }));
    const html = page(
      'nb',
      'Direkte: storm',
      `<script>window.__state = ${JSON.stringify({ stream: { messages } })};</script>`,
    );

    expect(told(read(html, 'https://www.saltmere.example.no/direkte'))).toEqual(RIGHT);
  });
});

describe('posts wrapped in others', () => {
  it('are read with their author and mark', () => {
    const log = REPORTS.map((report) => ({
      id: report.n,
      type: 'entry',
      entry: {
        id: report.n,
        title: report.title,
        content: paragraphs(report),
        highlight: report.n === 4,
        author_name: 'Dana Pike',
        timestamp: String(Date.parse(report.at) / 1000),
      },
    }));
    const html = page(
      'pt',
      'Tempestade em direto',
      `<script>window.liveblogData = ${JSON.stringify({ log })};</script>`,
    );
    const snapshot = read(html, 'https://www.saltmere.example.pt/direto');

    expect(told(snapshot)).toEqual(RIGHT);
    expect(snapshot.entries.map(({ authors, flags }) => [authors, flags])).toEqual(
      OLDEST_FIRST.map(({ n }) => [['Dana Pike'], n === 4 ? ['key'] : []]),
    );
  });
});

describe('a thread of readers below a page that calls itself live', () => {
  it.each([
    ['cs', 'ON-LINE: diskuse', 'Odpovědět'],
    ['fi', 'Suora: keskustelu', 'Vastaa'],
    ['tr', 'CANLI: yorumlar', 'Yanıtla'],
    ['uk', 'Онлайн: думки', 'Відповісти'],
    ['ja', '実況スレッド', '返信'],
  ])('is no live blog (%s)', (lang, title, reply) => {
    const post = (report: Report) =>
      `<div class="p" id="d${report.n}"><b>gull_${report.n}</b> <time datetime="${report.at}">${clock(report, 0)}</time>${paragraphs(report)}<a href="#d">${reply}</a></div>`;

    expect(() => read(page(lang, title, all(post)), 'https://www.saltmere.example/forum')).toThrow(SourceError);
  });
});
