import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/entry.ts';
import type { ReadContext } from '../../src/ports/source.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { readDocument } from '../../src/sources/read.ts';
import { processorTime } from '../support/processor-time.ts';

const URL = 'https://news.saltmere.example/live/storm';
const NOON = Date.parse('2031-03-03T12:00:00Z');

function read(html: string, context: Partial<ReadContext> = {}, url = URL): Snapshot {
  const document = { url, text: html, contentType: 'text/html', fetchedAt: NOON };
  const { result } = readDocument(document, { body: createBodyMemo(), ...context });
  if ('elsewhere' in result) throw new Error('a page is read where it is');
  return result;
}

const page = (body: string, head = '<title>Storm: live updates</title>'): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>Storm live</h1>${body}</main></body></html>`;
const said = ({ entries }: Snapshot) =>
  entries.map((entry) => [
    entry.publishedAt === undefined ? undefined : new Date(entry.publishedAt).toISOString().slice(5, 16),
    entry.title,
    entry.body.text,
  ]);

const REPORT = 'The harbour master has closed the outer basin to all boats until the morning tide.';
const POSTS = [
  { id: 'post-103', time: '2031-03-03T11:40:00Z', title: 'Pier shut', text: REPORT },
  { id: 'post-102', time: '2031-03-03T11:20:00Z', title: 'Ferry waits', text: `${REPORT} The ferry waits.` },
  { id: 'post-101', time: '2031-03-03T10:05:00Z', title: 'First gusts', text: `${REPORT} First gusts came.` },
];
const EXPECTED = POSTS.toReversed().map(({ time, title, text }) => [time.slice(5, 16), title, text]);

describe('entries on a page nobody described', () => {
  it('pinned among clock times is aside, and the others are of today', () => {
    const items = ['11:40', '11:20', '10:05'].map((time) => `<li><time>${time}</time><p>${time} ${REPORT}</p></li>`);
    const { entries } = read(
      page(`<ul><li class="pinned"><time>08:10</time><p>${REPORT}</p></li>${items.join('')}</ul>`),
    );
    const times = entries.map(({ publishedAt = 0, aside }) => [
      new Date(publishedAt).toISOString().slice(5, 16),
      aside,
    ]);

    expect(times).toContainEqual(['03-03T08:10', true]);
    expect(times.filter(([, aside]) => aside !== true).map(([time]) => time)).toEqual([
      '03-03T10:05',
      '03-03T11:20',
      '03-03T11:40',
    ]);
  });

  it('clock times are of the zone that the page writes with its own date', () => {
    const head = '<title>Storm: live updates</title>';
    const byline = '<p>Updated <time datetime="2031-03-03T17:20:00+05:30">5.20 pm</time></p>';
    const items = ['17:10', '16:50', '15:35'].map((time) => `<li><time>${time}</time><p>${time} ${REPORT}</p></li>`);
    const { entries } = read(page(`${byline}<ul class="ticker">${items.join('')}</ul>`, head));

    expect(entries.map(({ publishedAt = 0 }) => new Date(publishedAt).toISOString().slice(5, 16))).toEqual([
      '03-03T10:05',
      '03-03T11:20',
      '03-03T11:40',
    ]);
  });

  it('one that came just now is there at once', () => {
    const ages = ['just now', '4 minutes ago', '1 hour ago', '2 hrs ago'];
    const items = ages.map((age) => `<li class="post"><span class="time">${age}</span><p>${age}: ${REPORT}</p></li>`);
    const { entries } = read(page(`<ul class="live-posts">${items.join('')}</ul>`));

    expect(entries.map(({ publishedAt }) => (NOON - (publishedAt ?? 0)) / 60_000)).toEqual([120, 60, 4, 0]);
  });

  describe('beside another list that looks the same', () => {
    const list = (items: readonly (readonly [time: string, text: string])[]) =>
      `<ul>${items.map(([time, text]) => `<li><time datetime="2031-03-03T${time}:00Z">${time}</time><p>${text}</p></li>`).join('')}</ul>`;
    const entries = ['11:40', '11:20', '10:05'].map((time) => [time, `${time} ${REPORT}`] as const);
    const opinions = ['11:50', '11:45', '11:10', '10:30'].map(
      (time) =>
        [
          time,
          `I was there at ${time} and saw nothing of the kind, but the wind was strong enough to knock a man over on the pier.`,
        ] as const,
    );
    const reports = (snapshot: Snapshot) => snapshot.entries.map(({ body }) => body.text.slice(0, 5));

    it.each([
      ['readers’ comments, under their heading', `${list(entries)}<h2>Comments (4)</h2>${list(opinions)}`],
      [
        'Leserkommentare in a box',
        `${list(entries)}<section><h2>Kommentare</h2><div>${list(opinions)}</div></section>`,
      ],
      [
        'comments that can be answered',
        `${list(entries)}${list(opinions.map(([time, text]) => [time, `${text} <button>Reply</button> <a href="#">Reply</a>`]))}`,
      ],
      [
        'what is read most, in no order',
        `${list(entries)}${list(['08:10', '11:15', '06:30', '10:45', '07:00'].map((time) => [time, `Another story of ${time} with a long summary of what it says.`]))}`,
      ],
    ])('%s: is left out', (_, html) => {
      expect(reports(read(page(html)))).toEqual(['10:05', '11:20', '11:40']);
    });

    it('so is one whose first part holds an old entry at its top', () => {
      const held = [['06:00', `06:00 ${REPORT}`] as const, ...entries];
      const more = ['09:30', '09:10', '08:55'].map((time) => [time, `${time} ${REPORT}`] as const);

      expect(reports(read(page(`${list(held)}<p>More</p>${list(more)}`)))).toHaveLength(7);
    });

    it('a list that is cut by an advert is one', () => {
      const more = ['09:30', '09:10', '08:55'].map((time) => [time, `${time} ${REPORT}`] as const);

      expect(reports(read(page(`${list(entries)}<div class="ad">Buy rope</div>${list(more)}`)))).toEqual([
        '08:55',
        '09:10',
        '09:30',
        '10:05',
        '11:20',
        '11:40',
      ]);
    });
  });

  it.each([
    ['with titles', (age: string, title: string) => `<h3>${age}: ${title}</h3><p>${title} ${REPORT}</p>`, true],
    ['alone', (age: string, title: string) => `<h3>${age}</h3><p>${title} ${REPORT}</p>`, false],
    ['in bold', (age: string, title: string) => `<p><strong>${age}</strong> ${title} ${REPORT}</p>`, false],
  ])('headings in ages %s are counted back from when the page was fetched', (_, written, titled) => {
    const ages = [
      ['4 minutes ago', 'Pier shut'],
      ['1 hour ago', 'Ferry waits'],
      ['2 hrs ago', 'First gusts'],
    ] as const;
    const { entries } = read(page(ages.map(([age, title]) => written(age, title)).join('')));

    expect(entries.map(({ publishedAt }) => (NOON - (publishedAt ?? 0)) / 60_000)).toEqual([120, 60, 4]);
    expect(entries.map(({ title }) => title)).toEqual(
      titled ? ['First gusts', 'Ferry waits', 'Pier shut'] : [undefined, undefined, undefined],
    );
    expect(entries.map(({ body }) => body.text)).toEqual([
      expect.stringContaining('First gusts'),
      expect.stringContaining('Ferry waits'),
      expect.stringContaining('Pier shut'),
    ]);
  });

  it('headings in ages are read in German, French and Spanish', () => {
    for (const ages of [
      ['vor 4 Minuten', 'vor 1 Stunde', 'vor 2 Std.'],
      ['il y a 4 minutes', 'il y a 1 heure', 'il y a 2 h'],
      ['hace 4 minutos', 'hace 1 hora', 'hace 2 horas'],
    ]) {
      const { entries } = read(
        page(ages.map((age, index) => `<h3>${age} – Report ${index}</h3><p>${index} ${REPORT}</p>`).join('')),
      );

      expect(entries.map(({ publishedAt }) => (NOON - (publishedAt ?? 0)) / 60_000)).toEqual([120, 60, 4]);
      expect(entries.map(({ title }) => title)).toEqual(['Report 2', 'Report 1', 'Report 0']);
    }
  });

  it.each([
    ['seconds', (time: string) => String(Date.parse(time) / 1000)],
    ['milliseconds', (time: string) => String(Date.parse(time))],
    ['an ISO date', (time: string) => time],
  ])('carry their time for scripts: %s', (_, written) => {
    const boxes = POSTS.map(
      ({ id, time, title, text }) =>
        `<div class="entry" id="${id}" data-sort-time="${written(time)}"><h3>${title}</h3><p>${text}</p></div>`,
    );

    expect(said(read(page(`<div class="live-posts">${boxes.join('')}</div>`)))).toEqual(EXPECTED);
  });

  it('are found in a list of articles with times', () => {
    const articles = POSTS.map(
      ({ id, time, title, text }) =>
        `<article class="post" id="${id}"><time datetime="${time}">20m ago</time><h2>${title}</h2><p>${text}</p></article>`,
    );
    const snapshot = read(page(`<div class="posts">${articles.join('<hr>')}</div>`));

    expect(snapshot.kind).toBe('html');
    expect(said(snapshot)).toEqual(EXPECTED);
    expect(snapshot.entries.map((entry) => entry.sourceId)).toEqual(['post-101', 'post-102', 'post-103']);
    expect(snapshot.entries[0]?.url).toBe(`${URL}#post-101`);
  });

  it('are found in list items with epoch times and bylines', () => {
    const items = POSTS.map(
      ({ id, time, title, text }) =>
        `<li class="update" data-id="${id}"><span class="timestamp" data-timestamp="${Date.parse(time) / 1000}">now</span><h3>${title}</h3><div class="byline">By Ana Voss</div><div><p>${text}</p></div></li>`,
    );
    const snapshot = read(page(`<ul>${items.join('')}</ul>`));

    expect(said(snapshot)).toEqual(EXPECTED);
    expect(snapshot.entries[0]?.authors).toEqual(['Ana Voss']);
  });

  it('are found in sections by day, with clock times', () => {
    const section = (items: string) => `<section class="day">${items}</section>`;
    const item = (time: string, title: string) =>
      `<div class="entry"><div class="time">${time}</div><h3>${title}</h3><p>${REPORT}</p></div>`;
    const snapshot = read(
      page(
        section(item('09:10', 'Third') + item('08:00', 'Second')) +
          section(item('3 March 2031 01:30', 'First') + item('2 March 2031 23:30', 'Zeroth')),
      ),
      { timezone: 'Europe/London' },
    );

    expect(said(snapshot).map(([time]) => time)).toEqual(['03-02T23:30', '03-03T01:30', '03-03T08:00', '03-03T09:10']);
  });

  it('take their day from headings between them', () => {
    const item = (time: string) => `<div class="entry"><div class="time">${time}</div><p>${REPORT}</p></div>`;
    const days = `<h3>Monday 3 March 2031</h3>${item('09:10')}${item('08:00')}<h3>Sunday 2 March 2031</h3>${item('21:30')}${item('07:15')}`;

    expect(said(read(page(`<div>${days}</div>`), { timezone: 'UTC' })).map(([time]) => time)).toEqual([
      '03-02T07:15',
      '03-02T21:30',
      '03-03T08:00',
      '03-03T09:10',
    ]);
  });

  it('are found in an ARIA feed without any times, in the order of the page turned round', () => {
    const articles = POSTS.map(({ title, text }) => `<div role="article"><h2>${title}</h2><p>${text}</p></div>`);
    const snapshot = read(page(`<section role="feed">${articles.join('')}</section>`));

    expect(snapshot.entries.map((entry) => entry.title)).toEqual(['First gusts', 'Ferry waits', 'Pier shut']);
  });

  it('keep their order on a page that shows the oldest first', () => {
    const articles = POSTS.toReversed().map(
      ({ time, title, text }) => `<article><time datetime="${time}"></time><h2>${title}</h2><p>${text}</p></article>`,
    );

    expect(said(read(page(articles.join(''))))).toEqual(EXPECTED);
  });

  it.each([
    [
      'German',
      '12.31 Uhr: ',
      '11.02 Uhr: ',
      '23.50 Uhr: ',
      'Europe/Berlin',
      ['03-02T22:50', '03-03T10:02', '03-03T11:31'],
    ],
    ['French', '12h31 – ', '11h02 – ', '23h50 – ', 'Europe/Paris', ['03-02T22:50', '03-03T10:02', '03-03T11:31']],
    ['a dash', '11:31 – ', '10:02 – ', '22:50 – ', 'UTC', ['03-02T22:50', '03-03T10:02', '03-03T11:31']],
    ['British', '11.31am GMT ', '10.02am GMT ', '10.50pm GMT ', 'UTC', ['03-02T22:50', '03-03T10:02', '03-03T11:31']],
  ])('are told by headings that begin with a clock time: %s', (_name, a, b, c, timezone, times) => {
    const heads = [a, b, c].map((time, index) => `<h2>${time}Lage ${index}</h2><p>${REPORT}</p><p>Mehr.</p>`);
    const snapshot = read(page(`<div class="text">${heads.join('')}</div><h2>More about the coast</h2><p>Other.</p>`), {
      timezone,
    });

    expect(said(snapshot)).toEqual(times.map((time, index) => [time, `Lage ${2 - index}`, `${REPORT}\n\nMehr.`]));
  });

  it('are read from the state a framework left in the page', () => {
    const posts = POSTS.map(({ id, time, title, text }) => ({
      id,
      publishedAt: time,
      headline: title,
      body: `<p>${text}</p>`,
      pinned: id === 'post-103',
    }));
    const state = JSON.stringify({ props: { pageProps: { blog: { posts } } } });
    const next = `<script id="__NEXT_DATA__" type="application/json">${state}</script>`;
    const assigned = `<script>window.__INITIAL_STATE__ = ${state};</script>`;

    expect(said(read(page(`<p>Loading</p>${next}`)))).toEqual(EXPECTED);
    expect(said(read(page(`<p>Loading</p>${assigned}`)))).toEqual(EXPECTED);
  });
});

describe('what belongs to no entry', () => {
  const articles = POSTS.map(
    ({ id, time, title, text }) =>
      `<article class="post" id="${id}"><time datetime="${time}"></time><h2>${title}</h2><p>${text}</p></article>`,
  ).join('');

  it.each([
    ['comments', '<section class="comments">X</section>'],
    ['related stories', '<section class="related-stories">X</section>'],
    ['an aside', '<aside>X</aside>'],
    ['teasers', '<div class="more-stories">X</div>'],
  ])('%s are left alone', (_name, wrapper) => {
    const other = Array.from(
      { length: 9 },
      (_, n) =>
        `<div class="item"><time datetime="2031-03-03T0${n}:00:00Z"></time><p>Something else altogether that people said at length, number ${n}, and on it goes.</p></div>`,
    );

    expect(read(page(articles + wrapper.replace('X', other.join('')))).entries).toHaveLength(3);
  });

  it('an advert between entries is not relayed', () => {
    const advert =
      '<article class="post"><span class="label">Advertisement</span><time datetime="2031-03-03T11:30:00Z"></time><p>Buy a boat today, it is cheap and it floats.</p></article>';

    expect(read(page(articles + advert)).entries).toHaveLength(3);
  });
});

describe('marks of an entry', () => {
  it.each([
    ['Pinned', 'pinned'],
    ['Angepinnt', 'pinned'],
    ['Key event', 'key'],
    ['Wichtig', 'key'],
    ['Temps fort', 'key'],
    ['BREAKING', 'breaking'],
    ['EILMELDUNG', 'breaking'],
    ['Última hora', 'breaking'],
    ['Summary', 'summary'],
    ['Zusammenfassung', 'summary'],
    ['Przypięty', 'pinned'],
    ['Vastgezet', 'pinned'],
    ['Fixado', 'pinned'],
    ['In evidenza', 'pinned'],
  ])('the label "%s" is the flag %s and no text', (label, flag) => {
    const [first, ...others] = POSTS.map(({ time, title, text }) => ({
      time,
      inner: `<h2>${title}</h2><p>${text}</p>`,
    }));
    const html = `<article><span class="badge">${label}</span><time datetime="${first?.time}"></time>${first?.inner}</article>${others.map(({ time, inner }) => `<article><time datetime="${time}"></time>${inner}</article>`).join('')}`;
    const newest = read(page(html)).entries.at(-1);

    expect(newest?.flags).toEqual([flag]);
    expect(newest?.body.text).toBe(REPORT);
  });
});

describe('the end of a live blog', () => {
  const closing = (text: string): Snapshot =>
    read(
      page(
        `<article><time datetime="2031-03-03T11:59:00Z"></time><p>${text}</p></article>${POSTS.map(({ time, text: report }) => `<article><time datetime="${time}"></time><p>${report}</p></article>`).join('')}`,
      ),
    );

  it.each([
    'This live blog has now closed. Thank you for reading, and good night from the quay.',
    'Unser Liveblog ist beendet. Vielen Dank fürs Lesen und eine gute Nacht vom Kai.',
    'Ce direct est terminé. Merci de nous avoir suivis, bonne nuit depuis le quai.',
    'Este directo ha terminado. Gracias por seguirnos esta noche desde el muelle.',
    'Dit liveblog is gesloten. Dank voor het lezen en een goede nacht vanaf de kade.',
  ])('is heard: %s', (text) => {
    expect(closing(text).live).toBe(false);
  });

  it('an entry about a road that has closed ends nothing', () => {
    expect(
      closing('The coast road has now closed, and the blog of the harbour office says it stays so until dawn.').live,
    ).toBe(true);
  });

  it('names the live blog that continues it', () => {
    const { successor } = closing(
      'This live blog has now closed. Follow our new live blog <a href="/live/storm-day-2">Storm, day two – live</a>.',
    );

    expect(successor).toEqual({
      url: 'https://news.saltmere.example/live/storm-day-2',
      title: 'Storm, day two – live',
    });
  });
});

describe('a page that is no live blog', () => {
  it('says so, with the feeds it names', () => {
    const head = '<title>The old lighthouse</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">';
    const article = `<article><time datetime="2031-03-01T10:00:00Z"></time><p>${REPORT}</p><p>${REPORT}</p></article>`;

    expect(() =>
      read(
        page(article, head).replace('Storm live', 'The old lighthouse'),
        {},
        'https://news.saltmere.example/lighthouse',
      ),
    ).toThrow(/no live blog.*https:\/\/news\.saltmere\.example\/feed\.xml/u);
  });

  it('a front page of stories is none, though each has a time', () => {
    const story = (n: number) =>
      `<article class="card"><h2><a href="/story/${n}">Headline of story ${n} that leads to another page</a></h2><time datetime="2031-03-03T0${n}:00:00Z"></time><p>Short teaser ${n} of it.</p></article>`;
    const front = page(Array.from({ length: 9 }, (_, n) => story(n)).join(''), '<title>Saltmere Post</title>').replace(
      'Storm live',
      'Saltmere Post',
    );

    expect(() => read(front, {}, 'https://news.saltmere.example/')).toThrow(/no live blog/u);
  });

  it('stories in the state of a front page are none', () => {
    const articles = [1, 2, 3, 4].map((n) => ({
      id: n,
      title: `Story ${n}`,
      publishedAt: '2031-03-03T10:00:00Z',
      description: REPORT,
      url: `/story/${n}`,
    }));
    const front = `<html><head><title>Saltmere Post</title></head><body><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ articles })}</script></body></html>`;

    expect(() => read(front, {}, 'https://news.saltmere.example/front')).toThrow(/no live blog/u);
  });

  it('an empty document says that it is empty', () => {
    expect(() => read('')).toThrow(/empty/u);
  });
});

describe('hostile pages', () => {
  it.each([
    ['times in boxes in boxes', '<div><time datetime="2031-03-03T10:00:00Z">x</time>'.repeat(1500)],
    ['headings ten thousand elements deep', `${'<div>'.repeat(10_000)}${'<h2>10:00 Uhr: x</h2>'.repeat(10)}`],
    ['half-open tags', '<div class="time">12:30</div><'.repeat(30_000)],
  ])('%s end soon', (_name, body) => {
    const spent = processorTime();
    try {
      read(page(body));
    } catch (error) {
      expect(String(error)).toContain('no live blog');
    }

    expect(spent()).toBeLessThan(8000);
  });
});
