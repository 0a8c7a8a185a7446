import { describe, expect, it } from 'vitest';
import { all, german, item, RIGHT, read, told } from './abroad.ts';
import { clock, OLDEST_FIRST, page, paragraphs, REPORTS, type Report, textOf } from './pages/saltmere.ts';

/* Manners of newsrooms outside the English-speaking world, one at a time: what their entries hold. */

describe('the text of an entry', () => {
  it('is without the link to itself and the number of answers', () => {
    const html = (report: Report) =>
      item(report, `${paragraphs(report)}<a href="#e-${report.n}77">Zur Meldung</a><span>${report.n}2 Postings</span>`);

    expect(told(german(html))).toEqual(RIGHT);
  });

  it('has the question of a reader that it answers, and the reader is not its author', () => {
    const asked = (report: Report) =>
      item(
        report,
        `<div class="post__comment-content"><blockquote class="post__comment-blockquote"><p>Fährt die Fähre?</p></blockquote><span class="post__comment-author">Nadja</span></div>${paragraphs(report)}`,
      );
    const { entries } = german(asked);

    expect(entries.map(({ body, authors }) => [body.text, authors])).toEqual(
      OLDEST_FIRST.map((report) => [`Fährt die Fähre?\n\n${textOf(report)}`, []]),
    );
  });

  it('is without the portrait of its author, who is the one it shows', () => {
    const signed = (report: Report) =>
      item(
        report,
        paragraphs(report),
        '<div class="css-7"><img src="/faces/1.jpg" alt=""><span>Dana Pike</span></div>',
      );
    const { entries } = german(signed);

    expect(entries.map(({ body, authors }) => [body.text, body.media, authors])).toEqual(
      OLDEST_FIRST.map((report) => [textOf(report), [], ['Dana Pike']]),
    );
  });

  it('is without the line that says who posted it', () => {
    const posted = (report: Report) =>
      item(report, paragraphs(report), '<p class="postedby">Posted by :- <span>Dana Pike</span></p>');
    const { entries } = german(posted);

    expect(entries.map(({ body, authors }) => [body.text, authors])).toEqual(
      OLDEST_FIRST.map((report) => [textOf(report), ['Dana Pike']]),
    );
  });

  it('is without its title, by whatever short name that is called', () => {
    const named = (report: Report) => item(report).replace(/<h3>(.*?)<\/h3>/u, '<strong class="tit">$1</strong>');

    expect(told(german(named))).toEqual(RIGHT);
  });

  it('keeps a picture of somebody', () => {
    const pictured = (report: Report) =>
      item(
        report,
        `${paragraphs(report)}<figure><img src="/dana.jpg" alt=""><figcaption>Dana Pike</figcaption></figure>`,
      );
    const { entries } = german(pictured);

    expect(entries.flatMap(({ body }) => body.media.map(({ caption }) => caption))).toEqual(
      REPORTS.map(() => 'Dana Pike'),
    );
  });

  it('has pictures whose credit stands alone', () => {
    const pictured = (report: Report) =>
      item(
        report,
        `${paragraphs(report)}<figure><img src="/quay.jpg" alt="Kai"><footer class="credit">APA/Ida Thornby</footer></figure>`,
      );
    const { entries } = german(pictured);

    expect(entries.flatMap(({ body }) => body.media.map(({ credit }) => credit))).toEqual(
      REPORTS.map(() => 'APA/Ida Thornby'),
    );
    expect(entries.map(({ body }) => body.text)).toEqual(OLDEST_FIRST.map(textOf));
  });
});

describe('a line with the name of an author of the page', () => {
  it('says who wrote the entry', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"Dana Pike"}]}</script>';
    const signed = (report: Report) => item(report, paragraphs(report), '<span class="text-s">Dana Pike</span>');
    const { entries } = german(signed, head);

    expect(entries.map(({ body, authors }) => [body.text, authors])).toEqual(
      OLDEST_FIRST.map((report) => [textOf(report), ['Dana Pike']]),
    );
  });

  it('says nothing of the sort where the page names nobody', () => {
    const placed = (report: Report) => item(report, `<p>Dana Pike</p>${paragraphs(report)}`);

    expect(german(placed).entries.flatMap(({ authors }) => authors)).toEqual([]);
  });
});

describe('the title of an entry', () => {
  it('is the heading over the paragraph that begins with the time', () => {
    const under = (report: Report) =>
      `${report.n === 6 ? '<h2>Montag, 3. März</h2>' : report.n === 2 ? '<h2>Sonntag, 2. März</h2>' : ''}<h3>${report.title}</h3><p><strong>${clock(report, 1)} Uhr: </strong>${report.paragraphs[0]}</p>${report.paragraphs
        .slice(1)
        .map((text) => `<p>${text}</p>`)
        .join('')}`;
    const html = page('de', 'Newsblog: Sturm', `<div class="body">${all(under)}</div>`);

    expect(told(read(html))).toEqual(RIGHT);
  });

  it('is the bold line that all entries of a list without headings begin with', () => {
    const bold = (report: Report) =>
      `<li class="m-item" id="e-${report.n}77"><span class="time">${clock(report, 1)}</span><p><strong>${report.title}</strong></p>${paragraphs(report)}</li>`;

    expect(told(german(bold))).toEqual(RIGHT);
  });

  it('is the bold line under a line of time, in one long box', () => {
    const bold = (report: Report) =>
      `<p class="ora">Ore ${clock(report, 1, '.')}</p><p><b>${report.title}</b></p>${paragraphs(report)}`;
    const head = '<meta property="article:modified_time" content="2031-03-03T12:45:00+01:00">';
    const html = page('it', 'Tempesta, la diretta', `<div class="story">${all(bold)}</div>`, head);

    expect(told(read(html, 'https://www.saltmere.example.it/diretta'))).toEqual(RIGHT);
  });

  it('is not a bold line that one of them begins with', () => {
    const bold = (report: Report) =>
      `<li class="m-item" id="e-${report.n}77"><span class="time">${clock(report, 1)}</span>${report.n === 3 ? '<p><strong>Keep away from the quay</strong></p>' : ''}${paragraphs(report)}</li>`;

    expect(german(bold).entries.flatMap(({ title }) => title ?? [])).toEqual([]);
  });
});

describe('what is called a comment', () => {
  const minutes = ["3'", "17'", "29'", "45'+2", "61'", "90'"];

  it('may be the commentary of a match', () => {
    const moments = REPORTS.map(
      ({ paragraphs: [text] }, place) =>
        `<div class="live-comment__row"><div class="live-comment__minute">${minutes.at(-1 - place)}</div><div class="live-comment__text"><p>${text}</p></div></div>`,
    );
    const html = page('it', 'Saltmere-Tidewick: la diretta', `<div class="live-comment">${moments.join('')}</div>`);

    expect(read(html, 'https://www.saltmere.example.it/diretta').entries).toHaveLength(6);
  });
});

describe('names of authors', () => {
  it('are not of those who took the pictures', () => {
    const pictured = (report: Report) =>
      item(
        report,
        `${paragraphs(report)}<figure><img src="/quay.jpg" alt=""><figcaption>The quay <span class="voc-figure__author">Ida Thornby</span></figcaption></figure><p class="voc-author">Dana Pike</p>`,
      );

    expect(german(pictured).entries.flatMap(({ authors }) => authors)).toEqual(REPORTS.map(() => 'Dana Pike'));
  });

  it.each(['Av Dana Pike', '(Dana Pike)'])('are without what stands around them: %s', (byline) => {
    const signed = (report: Report) => item(report, `${paragraphs(report)}<div class="post__author">${byline}</div>`);

    expect(german(signed).entries.flatMap(({ authors }) => authors)).toEqual(REPORTS.map(() => 'Dana Pike'));
  });
});

describe('the end of the oldest entry', () => {
  it('is without the way to the blog of the day before', () => {
    const link = '<p><a href="/liveblog-sonntag-100.html">Der Liveblog vom Sonntag zum Nachlesen</a></p>';
    const html = (report: Report) => item(report, paragraphs(report) + (report.n === 1 ? link : ''));

    expect(told(german(html))).toEqual(RIGHT);
  });
});
