import { describe, expect, it } from 'vitest';
import { guardian } from '../../../src/sources/guardian/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const BLOG = 'https://www.theguardian.com/uk-news/live/2026/mar/01/saltmere-storm-live';
const id = (digit: number): string => String(digit).repeat(24);
const at = (clock: string): string => `2026-03-01T${clock}:00.000Z`;
const read = (html: string) => snapshotOf(guardian, documentOf(html, BLOG));
const props = (value: object): string => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const island = (name: string, value: object, inside = ''): string =>
  `<gu-island name="${name}" priority="feature" props="${props(value)}">${inside}</gu-island>`;
const renamed = (html: string): string => html.replaceAll(/class="[^"]*"/gu, 'class="z9"');

/** A block as the site has written it since 2021. */
function article(digit: number, clock: string, inner: string, head = ''): string {
  return `<article id="block-${id(digit)}" class="block dcr-1a"><header class="dcr-2b"><div><a href="${BLOG}?page=with:block-${id(digit)}#block-${id(digit)}"><time datetime="${at(clock)}">4m ago</time><span>${clock.replace(':', '.')} GMT</span></a></div>${head}</header>${inner}<footer><div>${island('ShareButton', { blockId: id(digit) }, '<button>Share</button>')}</div></footer></article>`;
}

const page = (body: string): string =>
  `<html><head><link rel="canonical" href="${BLOG}"></head><body><h1>Storm reaches Saltmere</h1>${body}</body></html>`;
const bodyOf = (inner: string) => read(page(article(1, '09:00', inner))).entries[0]?.body;

describe('key events of a page', () => {
  const list = [
    { id: id(2), title: 'Two', attributes: { pinned: false, keyEvent: true, summary: false } },
    { id: id(1), title: 'One', attributes: { pinned: false, keyEvent: false, summary: true } },
  ];
  const blocks =
    article(3, '11:00', '<p>Three</p>') + article(2, '10:00', '<p>Two</p>') + article(1, '09:00', '<p>One</p>');
  const flags = (html: string) => read(html).entries.map((entry) => entry.flags);

  it('are told from summaries by the data of the list', () => {
    expect(flags(page(island('KeyEventsCarousel', { keyEvents: list }) + blocks))).toEqual([['summary'], ['key'], []]);
  });

  it.each([
    [
      'cards',
      `<li><a data-link-name="key event card | 0 of 4" href="?filterKeyEvents=false&page=with:block-${id(2)}#block-${id(2)}"><div>Two</div></a></li>`,
    ],
    [
      'a timeline',
      `<li class="timeline__item"><a class="timeline__link" href="/uk-news/live/x?page=with:block-${id(2)}#block-${id(2)}" data-event-id="block-${id(2)}"><span>Two</span></a></li>`,
    ],
    ['a list of 2021', `<ul><li><a href="?page=with:block-${id(2)}#block-${id(2)}&filterKeyEvents">Two</a></li></ul>`],
  ])('are known by the links of %s, whatever its classes are called', (_what, links) => {
    expect(flags(page(links + blocks))).toEqual([[], ['key'], []]);
    expect(flags(renamed(page(links + blocks)))).toEqual([[], ['key'], []]);
  });

  it('are not what a block links to in its text', () => {
    const text = `<p>As <a href="${BLOG}?filterKeyEvents=false&page=with:block-${id(1)}#block-${id(1)}">we said</a></p>`;

    expect(flags(page(article(2, '10:00', text) + article(1, '09:00', '<p>One</p>')))).toEqual([[], []]);
  });

  it('are the blocks with a headline where the page has lost all names', () => {
    const block = (digit: number, title: string) =>
      `<div id="block-${id(digit)}" class="block${title === '' ? '' : ' is-key-event'}"><p class="block-time published-time"><time datetime="${at(`0${digit}:00`)}">9am</time></p>${title}<div class="block-elements"><p>Text</p></div></div>`;
    const html = page(block(2, '<h2 class="block-title">Ferry stops</h2>') + block(1, ''));

    expect(flags(html)).toEqual([[], ['key']]);
    expect(flags(renamed(html))).toEqual([[], ['key']]);
  });
});

describe('the pinned block', () => {
  it('has its time in the line above it', () => {
    const copy = `<article class="block"><header><div><a href="?page=with:block-${id(1)}#block-${id(1)}"><span>09.00 GMT</span></a></div><h2>One</h2></header><p>Pinned words</p></article>`;
    const row = `<div>From ${island('RelativeTime', { epoch: Date.parse(at('09:00')) })}</div>`;

    const { entries } = read(
      page(`<div id="pinned-post">${row}<div>${copy}</div></div>${article(2, '10:00', '<p>Two</p>')}`),
    );

    expect(entries).toMatchObject([
      {
        sourceId: id(1),
        title: 'One',
        aside: true,
        flags: ['pinned'],
        publishedAt: Date.parse(at('09:00')),
        body: { text: 'Pinned words' },
      },
      { sourceId: id(2) },
    ]);
  });

  it('of 2022 is marked in its id and has its time in numbers', () => {
    const block = (own: string, digit: number, time: string) =>
      `<div id="block-${own}" data-sort-time="${Date.parse(at(`0${digit}:00`))}" class="block block--content" itemprop="liveBlogUpdate"><div class="block-time"><p class="published-time"><a href="#block-${own}" class="block-time__link">${time}<span class="block-time__absolute">0${digit}:00</span></a></p></div><div class="block-elements" itemprop="articleBody"><p>Text ${digit}</p></div></div>`;
    const time = `<time datetime="${at('08:00')}">8am <span class="timezone">GMT</span></time>`;
    const pinned = `<div class="pinned-block"><div class="pinned-block__body" id="pinned-block">${block(`${id(5)}-pinned`, 5, '')}</div></div>`;

    const { entries } = read(page(`${pinned}<div class="js-liveblog-body">${block(id(8), 8, time)}</div>`));

    expect(
      entries.map((entry) => [entry.sourceId, entry.flags, entry.aside, iso(entry.publishedAt), entry.body.text]),
    ).toEqual([
      [id(5), ['pinned'], true, at('05:00'), 'Text 5'],
      [id(8), [], undefined, at('08:00'), 'Text 8'],
    ]);
  });
});

describe('the people of a block', () => {
  it('are named with and without a portrait', () => {
    const byline =
      '<div><div><img src="https://i.example/a.jpg" alt="Ann Lowe"></div><span>Ann Lowe</span></div><div><span>Tom Hale</span></div><div><span>9.00 GMT</span></div>';

    const [entry] = read(page(article(1, '09:00', '<p>Rain.</p>', `<h2>Storm</h2>${byline}`))).entries;

    expect(entry).toMatchObject({
      title: 'Storm',
      authors: ['Ann Lowe', 'Tom Hale'],
      body: { text: 'Rain.', media: [] },
    });
  });

  const older = `<div id="block-${id(1)}" class="block" itemprop="liveBlogUpdate"><meta itemprop="headline" content="Page headline"><span itemprop="author" itemscope><meta itemprop="name" content="https://www.theguardian.com#publisher"></span><div class="block-time"><p class="published-time"><a href="#block-${id(1)}" class="block-time__link" itemprop="url"><time datetime="${at('09:00')}" itemprop="datePublished">9am <span>GMT</span></time><span class="block-time__absolute">09:00</span></a></p></div><h2 class="block-title">Ferry stops</h2><div class="liveblog-block-byline"><img class="liveblog-block-byline__img" src="https://i.example/a.jpg" alt="Ann Lowe"><p class="liveblog-block-byline__name" itemprop="author">Ann Lowe</p></div><div class="block-elements" itemprop="articleBody"><p>Rain.</p></div><p class="block-time updated-time">Updated <time datetime="${at('09:30')}">at 9.30am GMT</time></p><div class="block-share"><a class="block-share__link" href="https://www.facebook.com/sharer?u=1"><span>Facebook</span></a><label>copy link text</label></div><div><h2>Share this post</h2></div></div>`;

  it.each([
    ['with its classes', page(older)],
    ['under other classes', renamed(page(older))],
  ])('of 2014 to 2020 stand under the headline, %s', (_how, html) => {
    expect(read(html).entries).toMatchObject([
      {
        title: 'Ferry stops',
        authors: ['Ann Lowe'],
        publishedAt: Date.parse(at('09:00')),
        updatedAt: Date.parse(at('09:30')),
        body: { text: 'Rain.', media: [] },
      },
    ]);
  });
});

describe('pages of a blog', () => {
  const blocks = article(1, '09:00', '<p>One</p>');

  it.each([
    [
      'today',
      `<nav id="liveblog-navigation"><section style="grid-area:position"><strong>1</strong>&nbsp;of&nbsp;<strong>4</strong></section><section style="grid-area:older;justify-self:end"><a href="?page=with%3Ablock-${id(7)}#liveblog-navigation">Next</a><a href="?page=with%3Ablock-${id(6)}#liveblog-navigation">Oldest</a></section></nav>`,
    ],
    [
      '2014 to 2020',
      `<div id="liveblog-navigation"><div class="liveblog-navigation__older"><a href="/uk-news/live/x?page=with:block-${id(7)}#liveblog-navigation" data-link-name="older page">Older</a><a href="/uk-news/live/x?page=with:block-${id(6)}#liveblog-navigation" data-link-name="oldest page">Oldest</a></div></div>`,
    ],
  ])('lead to the next older one: %s', (_when, navigation) => {
    expect(read(page(blocks + navigation))).toMatchObject({
      older: `${BLOG}.json?dcr&page=with:block-${id(7)}`,
      coverage: 'window',
    });
  });

  it('name the newest block of all beside the blocks', () => {
    const html = `<div data-most-recent-block="block-${id(9)}">${blocks}</div>`;

    expect(read(page(html)).cursor).toBe(`block-${id(9)}`);
  });
});

describe('what scripts of the page would show', () => {
  it('is read from their data', () => {
    const ask = '<div>Allow content provided by a third party?</div><button>Allow and continue</button>';
    const body = bodyOf(
      `<p>Look:</p><figure data-spacefinder-type="model.dotcomrendering.pageElements.YoutubeBlockElement">${island('YoutubeBlockComponent', { id: 'x', assetId: 'abcdefghijk', mediaTitle: 'The storm' }, '<button><img src="https://i.example/poster.jpg" alt="play"></button>')}</figure>` +
        `<figure>${island('SpotifyBlockComponent', { embedUrl: 'https://open.spotify.com/embed/track/1', title: 'Shanty' }, ask)}</figure>` +
        `<figure>${island('TweetBlockComponent', { element: { _type: 'model.dotcomrendering.pageElements.TweetBlockElement', html: '<blockquote class="nojs-tweet"><p>Wet!</p>— Tom (@tom) <a href="https://twitter.com/tom/status/1">1 March</a></blockquote>' } })}</figure>` +
        `<figure>${island('QandaAtom', { title: 'Is the pier open?', html: '<p>No.</p>' }, '<div>Is the pier open? Show</div>')}</figure>`,
    );

    expect(body?.text).toBe('Look:\n\nWet!\n\n— Tom (@tom) 1 March\n\nIs the pier open?\n\nNo.');
    expect(body?.media).toEqual([
      { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', caption: 'The storm' },
      { type: 'embed', url: 'https://open.spotify.com/track/1', caption: 'Shanty' },
      { type: 'embed', url: 'https://twitter.com/tom/status/1' },
    ]);
  });

  it('stays as it is where the data says nothing', () => {
    expect(bodyOf(`<p>Look:</p>${island('HologramBlockComponent', {}, '<p>Down there.</p>')}`)?.text).toBe(
      'Look:\n\nDown there.',
    );
    expect(bodyOf('<gu-island name="TweetBlockComponent" props="{broken"><p>Wet!</p></gu-island>')?.text).toBe('Wet!');
  });

  it('is left out where it asks readers for something', () => {
    const body = bodyOf(
      `<p>Rain.</p>${island('CalloutBlockComponent', { callout: { title: 'Tell us' } }, '<p>Tell us what you saw</p>')}${island('EmailSignUpWrapper', { name: 'Harbour Mail' }, '<p>Sign up</p>')}<figure data-spacefinder-type="model.dotcomrendering.pageElements.NewsletterSignupBlockElement"><p>Harbour Mail</p></figure><figure class="element element-embed"><iframe src="https://www.theguardian.com/email/form/plaintone/1"></iframe></figure>`,
    );

    expect(body).toMatchObject({ text: 'Rain.', media: [] });
  });

  it.each([
    [
      'today',
      island(
        'RichLinkComponent',
        {
          element: {
            _type: 'x.RichLinkBlockElement',
            url: 'https://www.theguardian.com/tides',
            text: 'The tide tables',
            prefix: 'Related: ',
          },
        },
        '<div>Related: <a href="https://www.theguardian.com/tides">The tide tables</a></div>',
      ),
    ],
    [
      'today without data',
      '<figure data-spacefinder-type="model.dotcomrendering.pageElements.RichLinkBlockElement"><div>Related: <a href="https://www.theguardian.com/tides">The tide tables</a></div></figure>',
    ],
    [
      '2014 to 2020',
      '<aside class="element element-rich-link" data-component="rich-link"><p><span>Related: </span><a href="https://www.theguardian.com/tides">The tide tables</a></p></aside>',
    ],
  ])('a related link counts only where a block has nothing else: %s', (_when, related) => {
    expect(bodyOf(`<p>Rain.</p>${related}`)).toMatchObject({ text: 'Rain.', links: [] });
    expect(bodyOf(related)?.links).toEqual([{ text: 'The tide tables', url: 'https://www.theguardian.com/tides' }]);
  });

  it('a tweet of 2014 to 2018 is known', () => {
    const tweet =
      '<figure class="element element-tweet" data-canonical-url="https://twitter.com/tom/status/1"><blockquote class="js-tweet tweet"><span class="tweet-user">— Tom (@tom)</span><a class="tweet-date" href="https://twitter.com/tom/status/1">March 1</a><p class="tweet-body">Wet!</p><a href="https://twitter.com/tom/status/1" style="display: none;"></a></blockquote></figure>';

    const body = bodyOf(tweet);

    expect(body?.text).toContain('Wet!');
    expect(body?.media).toEqual([{ type: 'embed', url: 'https://twitter.com/tom/status/1' }]);
  });
});

describe('pages before 2014', () => {
  const block = (number: number, clock: string) =>
    `<div id="block-${number}" class="block"><p class="block-time published-time"><time datetime="2012-03-01T${clock}:00Z">${clock}</time></p><h2 class="block-title">Title ${number}</h2><div class="block-elements"><p>Text ${number}</p></div></div>`;

  it('number their blocks', () => {
    const html = page(`${block(12, '10:00')}${block(11, '09:00')}`);

    expect(guardian.recognise(documentOf(html))).toBe('sure');
    expect(read(html).entries).toMatchObject([
      { sourceId: '11', title: 'Title 11', publishedAt: Date.parse('2012-03-01T09:00:00Z') },
      { sourceId: '12', body: { text: 'Text 12' } },
    ]);
  });

  it('are not taken for boxes that other sites number', () => {
    const widgets =
      '<html><body><div id="block-2" class="widget widget_block"><p>About</p></div><div id="block-3" class="widget widget_block">From theguardian.com</div><div id="block-4" class="block"><a href="https://www.theguardian.com/">Papers</a></div></body></html>';

    expect(guardian.recognise(documentOf(widgets))).toBe('no');
  });
});
