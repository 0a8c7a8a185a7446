import { describe, expect, it } from 'vitest';
import { guardian } from '../../../src/sources/guardian/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const PATH = 'uk-news/live/2026/mar/01/saltmere-storm-live';
const BLOG = `https://www.theguardian.com/${PATH}`;
const id = (digit: number): string => String(digit).repeat(24);

function block(digit: number, rest: object = {}) {
  return {
    id: id(digit),
    bodyHtml: `<p>Text ${digit}</p>`,
    bodyTextSummary: `Text ${digit}`,
    attributes: {},
    published: true,
    createdDate: `2026-03-01T0${digit}:00:00Z`,
    firstPublishedDate: `2026-03-01T0${digit}:00:00Z`,
    publishedDate: `2026-03-01T0${digit}:00:00Z`,
    lastModifiedDate: `2026-03-01T0${digit}:00:00Z`,
    contributors: [],
    elements: [],
    ...rest,
  };
}

function answer(blocks: object, rest: object = {}) {
  return {
    response: {
      status: 'ok',
      content: {
        id: PATH,
        type: 'liveblog',
        webTitle: 'Storm reaches Saltmere',
        webUrl: BLOG,
        fields: { headline: 'Storm reaches Saltmere', liveBloggingNow: 'true' },
        blocks,
        ...rest,
      },
    },
  };
}

const read = (content: object) => snapshotOf(guardian, documentOf(content, 'https://content.guardianapis.com/x'));
const bodyOf = (rest: object) => read(answer({ body: [block(1, rest)] })).entries[0]?.body;

describe('a Content API answer', () => {
  it('names the people of a block by the tags their ids stand for', () => {
    const tags = [
      { id: 'profile/annlowe', type: 'contributor', webTitle: 'Ann Lowe' },
      { id: 'uk/storms', type: 'keyword', webTitle: 'Storms' },
    ];

    const { entries } = read(
      answer(
        { body: [block(2, { contributors: ['profile/annlowe'] }), block(1, { contributors: ['annlowe'] })] },
        { tags },
      ),
    );

    expect(entries.map((entry) => entry.authors)).toEqual([['Ann Lowe'], ['Ann Lowe']]);
  });

  it('asked for a part of the blocks has the newest in the run and the others aside', () => {
    const requestedBodyBlocks = {
      'body:key-events': [block(5, { attributes: { keyEvent: true } }), block(1, { attributes: { keyEvent: true } })],
      'body:latest:2': [block(5, { attributes: { keyEvent: true } }), block(4)],
      'body:pinned': [block(2, { attributes: { pinned: true } })],
    };

    const snapshot = read(answer({ totalBodyBlocks: 5, requestedBodyBlocks }));

    expect(snapshot.coverage).toBe('window');
    expect(snapshot.entries.map((entry) => [entry.sourceId, entry.aside === true, entry.flags])).toEqual([
      [id(1), true, ['key']],
      [id(2), true, ['pinned']],
      [id(4), false, []],
      [id(5), false, ['key']],
    ]);
  });

  it('shows no block that is not published', () => {
    const { entries } = read(answer({ body: [block(2, { published: false }), block(1)] }));

    expect(entries.map((entry) => entry.sourceId)).toEqual([id(1)]);
  });

  it('may write its times as instant and text together', () => {
    const time = (clock: string) => ({
      dateTime: Date.parse(`2026-03-01T${clock}:00Z`),
      iso8601: `2026-03-01T${clock}:00Z`,
    });

    const [entry] = read(
      answer({ body: [block(1, { firstPublishedDate: time('09:00'), lastModifiedDate: time('09:30') })] }),
    ).entries;

    expect([iso(entry?.publishedAt), iso(entry?.updatedAt)]).toEqual([
      '2026-03-01T09:00:00.000Z',
      '2026-03-01T09:30:00.000Z',
    ]);
  });

  it('is known by its id where it does not name its page', () => {
    expect(read(answer({ body: [block(1)] }, { webUrl: undefined })).url).toBe(BLOG);
  });

  it('as a list with one result is that one', () => {
    const { content } = answer({ body: [block(1)] }).response;

    expect(read({ response: { status: 'ok', results: [content] } })).toMatchObject({
      url: BLOG,
      live: true,
      entries: [{ sourceId: id(1) }],
    });
  });
});

describe('a block of the Content API', () => {
  const link = {
    type: 'rich-link',
    richLinkTypeData: {
      url: 'https://www.theguardian.com/tides',
      linkText: 'The tide tables',
      linkPrefix: 'Related: ',
    },
  };
  const aside =
    '<aside class="element element-rich-link"><p><span>Related: </span><a href="https://www.theguardian.com/tides">The tide tables</a></p></aside>';

  it('that is only a related link keeps it, and one with words does not', () => {
    expect(bodyOf({ bodyHtml: aside, elements: [link] })?.links).toEqual([
      { text: 'The tide tables', url: 'https://www.theguardian.com/tides' },
    ]);
    expect(bodyOf({ bodyHtml: `<p>Rain.</p>${aside}`, elements: [link] })).toMatchObject({ text: 'Rain.', links: [] });
  });

  it('keeps what readers wrote and what is pulled out of the text', () => {
    const pulled =
      '<aside class="element element-pullquote element--supporting"><blockquote><p>Never seen waves like it.</p><footer><cite>Ann Lowe</cite></footer></blockquote></aside>';
    const comment =
      '<figure class="element element-comment" data-canonical-url="https://discussion.theguardian.com/comment-permalink/1"><div class="d2-comment-embedded"><p class="d2-username">gull</p><div class="d2-body"><p>Stay safe.</p></div></div></figure>';

    const text = bodyOf({ bodyHtml: `<p>Rain.</p>${pulled}${comment}` })?.text;

    expect(text).toContain('Never seen waves like it.');
    expect(text).toContain('Stay safe.');
  });

  it('leaves out sign-ups and evenings with the paper', () => {
    const form =
      '<figure class="element element-embed" data-alt="sign up"><iframe class="fenced" src="https://www.theguardian.com/email/form/plaintone/harbour" title="Sign up"></iframe></figure>';
    const evening =
      '<figure class="element element-membership"><a href="https://membership.theguardian.com/event/1"><span>Meet the crew</span></a></figure>';

    expect(bodyOf({ bodyHtml: `<p>Rain.</p>${form}${evening}` })).toMatchObject({
      text: 'Rain.',
      media: [],
      links: [],
    });
  });

  it.each([
    ['text', { textTypeData: { html: '<p>Rain.</p>' } }, 'Rain.', []],
    [
      'image',
      {
        assets: [
          { type: 'image', file: 'https://i.example/500.jpg', typeData: { width: 500, altText: 'Waves' } },
          { type: 'image', file: 'https://i.example/4000.jpg', typeData: { width: 4000, isMaster: true } },
          { type: 'image', file: 'https://i.example/1000.jpg', typeData: { width: 1000 } },
        ],
        imageTypeData: { alt: 'Waves', caption: 'The sea wall', credit: 'Tom Hale' },
      },
      '',
      [{ type: 'image', url: 'https://i.example/1000.jpg', alt: 'Waves', caption: 'The sea wall', credit: 'Tom Hale' }],
    ],
    [
      'tweet',
      {
        tweetTypeData: {
          url: 'https://twitter.com/tom/status/1',
          html: '<blockquote class="twitter-tweet"><p>Wet!</p>— Tom (@tom) <a href="https://twitter.com/tom/status/1">1 March</a></blockquote>',
        },
      },
      'Wet!\n\n— Tom (@tom) 1 March',
      [{ type: 'embed', url: 'https://twitter.com/tom/status/1' }],
    ],
    [
      'video',
      { videoTypeData: { title: 'Waves', url: 'https://www.youtube.com/watch?v=abcdefghijk', source: 'YouTube' } },
      '',
      [{ type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', caption: 'Waves' }],
    ],
    [
      'audio',
      { audioTypeData: { html: '<iframe src="https://w.soundcloud.com/player/?url=1"></iframe>', title: 'Gale' } },
      '',
      [{ type: 'embed', url: 'https://w.soundcloud.com/player/?url=1' }],
    ],
    ['pullquote', { pullquoteTypeData: { html: '<p>Never.</p>', attribution: 'Ann' } }, 'Never.\n\n— Ann', []],
    ['comment', { commentTypeData: { html: '<p>Stay safe.</p>', authorName: 'gull' } }, 'Stay safe.\n\n— gull', []],
    [
      'interactive',
      { interactiveTypeData: { url: 'https://interactive.guim.co.uk/tides', alt: 'Tides' } },
      '',
      [{ type: 'embed', url: 'https://interactive.guim.co.uk/tides', caption: 'Tides' }],
    ],
    [
      'instagram',
      {
        instagramTypeData: { originalUrl: 'https://www.instagram.com/p/1/', title: 'The quay', authorUsername: 'ann' },
      },
      '',
      [{ type: 'embed', url: 'https://www.instagram.com/p/1/', caption: 'The quay' }],
    ],
    [
      'vine',
      { vineTypeData: { originalUrl: 'https://vine.co/v/1', title: 'Splash' } },
      '',
      [{ type: 'embed', url: 'https://vine.co/v/1', caption: 'Splash' }],
    ],
    [
      'document',
      { documentTypeData: { originalUrl: 'https://docs.example/1', title: 'Minutes' } },
      '',
      [{ type: 'embed', url: 'https://docs.example/1', caption: 'Minutes' }],
    ],
    ['code', { codeTypeData: { html: 'if (tide < 3) sail();' } }, 'if (tide < 3) sail();', []],
    [
      'list',
      {
        listTypeData: {
          items: [{ title: 'One', elements: [{ type: 'text', textTypeData: { html: '<p>First.</p>' } }] }],
        },
      },
      'One\n\nFirst.',
      [],
    ],
    [
      'timeline',
      {
        timelineTypeData: {
          sections: [
            {
              title: 'Night',
              events: [
                { title: 'Low tide', date: '6am', body: [{ type: 'text', textTypeData: { html: '<p>Calm.</p>' } }] },
              ],
            },
          ],
        },
      },
      'Night\n\n6am\n\nLow tide\n\nCalm.',
      [],
    ],
    ['callout', { calloutTypeData: { callouts: [{ title: 'Tell us', description: 'x' }] } }, '', []],
    ['contentatom', { contentAtomTypeData: { atomId: '1', atomType: 'quiz' } }, '', []],
    ['recipe', { recipeTypeData: { recipeJson: '{"title":"Chowder"}' } }, '', []],
    ['hologram', { hologramTypeData: { html: '<p>Look down.</p>' } }, 'Look down.', []],
  ])('whose body is not given is read from its elements: %s', (type, rest, text, media) => {
    const body = bodyOf({ bodyHtml: undefined, elements: [{ type, assets: [], ...rest }] });

    expect(body?.text).toBe(text);
    expect(body?.media).toEqual(media);
  });

  it('of old texts has its people and title in its markup', () => {
    const body = `<div id="block-${id(1)}" class="block is-key-event" data-block-contributor="profile/annlowe"><p class="block-time published-time"><time datetime="2014-03-01T09:00:00.000Z">9.00am <span class="timezone">GMT</span></time></p><h2 class="block-title">Ferry stops</h2><div class="block-elements"><p>Rain.</p></div></div>`;
    const tags = [{ id: 'profile/annlowe', webTitle: 'Ann Lowe' }];

    const { entries } = read(answer({}, { fields: { body }, tags }));

    expect(entries).toMatchObject([
      { sourceId: id(1), title: 'Ferry stops', authors: ['Ann Lowe'], flags: ['key'], body: { text: 'Rain.' } },
    ]);
  });
});
