import { describe, expect, it } from 'vitest';
import { block, bodyOf, boxed, fragment, paragraph } from './data.ts';

const before = paragraph(fragment('Before.'));
const after = paragraph(fragment('After.'));

describe('what is written in a block of a post', () => {
  it.each([
    ['a heading', boxed('heading', 'At the pier'), 'At the pier'],
    ['a subheadline', boxed('subheadline', 'At the quay'), 'At the quay'],
    ['text without parts', block('text', { text: 'Rain.' }), 'Rain.'],
    ['an introduction', block('introduction', { blocks: [boxed('text', 'Rain.')] }), 'Rain.'],
    [
      'a quote with its speaker',
      block('quote', { text: 'We saw it come.', quoteSource: 'Ann Lowe' }),
      'We saw it come.\n\n— Ann Lowe',
    ],
    ['a block quote', block('blockquote', { blocks: [paragraph(fragment('We saw it come.'))] }), 'We saw it come.'],
    [
      'a box',
      block('callout', { title: 'Stay safe', blocks: [paragraph(fragment('Keep off the pier.'))] }),
      'Stay safe\n\nKeep off the pier.',
    ],
    [
      'a list in a list',
      block('unorderedList', {
        blocks: [
          block('listItem', {
            blocks: [
              paragraph(fragment('Ferries')),
              block('orderedList', { blocks: [block('listItem', { blocks: [fragment('Morning')] })] }),
            ],
          }),
        ],
      }),
      'Ferries\nMorning',
    ],
    [
      'a table',
      block('include', {
        type: 'table',
        html: '<table><tr><th>Tide</th><th>Hour</th></tr><tr><td>High</td><td>Nine</td></tr></table>',
      }),
      'Tide | Hour\nHigh | Nine',
    ],
    ['of a kind nobody knows, with parts', block('harbour', { blocks: [paragraph(fragment('Shut.'))] }), 'Shut.'],
    ['of a kind nobody knows, with text', block('harbour', { text: 'Shut.' }), 'Shut.'],
  ])('%s is read', (_what, inner, expected) => {
    expect(bodyOf(before, inner, after).text).toBe(`Before.\n\n${expected}\n\nAfter.`);
  });

  it.each([
    'mpu',
    'mpuAd',
    'advertisement',
    'wsoj',
    'relatedContent',
    'links',
    'podcastPromo',
    'uploaderLink',
    'disclaimer',
    'metadata',
    'timestamp',
    'topicList',
    'recommendations',
    'emailNewsletter',
  ])('%s is furniture', (type) => {
    const inner = block(type, {
      text: 'More',
      blocks: [boxed('text', 'More on this story')],
      title: 'More',
      url: 'https://www.bbc.com/1',
    });

    expect(bodyOf(before, inner, after)).toMatchObject({ text: 'Before.\n\nAfter.', media: [], links: [] });
  });

  it('emphasis, links and crossings-out keep their marks', () => {
    const link = block('urlLink', {
      locator: 'https://saltmere.example/tides',
      blocks: [fragment('tide table', 'bold')],
    });

    const { tree, links } = bodyOf(paragraph(fragment('The '), link, fragment(' was wrong', 'strikethrough')));

    expect(JSON.stringify(tree)).toContain('"delete"');
    expect(links).toEqual([{ text: 'tide table', url: 'https://saltmere.example/tides' }]);
  });

  it('odd blocks break nothing', () => {
    const odd = [
      null,
      3,
      'x',
      [],
      {},
      { type: 'image' },
      { type: 'video', model: null },
      { type: 'social', model: { blocks: 'x' } },
      { type: 'radio', model: [{ type: 'heading', text: 'Live' }] },
      block('quote', {}),
      block('include', { html: null }),
      block('media', { media: { items: [null] } }),
    ];

    expect(bodyOf(...odd, after).text).toBe('After.');
  });
});

describe('what is shown in a block of a post', () => {
  const raw = (originCode: string) =>
    block('rawImage', { locator: 'a/storm.jpg', originCode, copyrightHolder: 'Tom Hale', width: 1, height: 1 });

  it.each([
    [
      'a picture of the newsroom',
      block('image', { blocks: [raw('cpsprodpb'), boxed('altText', 'Waves'), boxed('caption', 'The pier')] }),
      {
        type: 'image',
        url: 'https://ichef.bbci.co.uk/ace/standard/976/cpsprodpb/a/storm.jpg',
        alt: 'Waves',
        caption: 'The pier',
        credit: 'Tom Hale',
      },
    ],
    [
      'a picture of the site',
      block('image', {
        image: {
          alt: 'Waves',
          copyright: 'Tom Hale',
          src: 'https://ichef.bbci.co.uk/news/240/a.jpg',
          srcSet: 'https://ichef.bbci.co.uk/news/240/a.jpg 240w, https://ichef.bbci.co.uk/news/976/a.jpg 976w',
          originalSrc: 'https://i.example/a.jpg',
        },
        caption: block('caption', { blocks: [paragraph(fragment('The pier'))] }),
      }),
      {
        type: 'image',
        url: 'https://ichef.bbci.co.uk/news/976/a.jpg',
        alt: 'Waves',
        caption: 'The pier',
        credit: 'Tom Hale',
      },
    ],
    [
      'a video by its metadata',
      block('video', {
        blocks: [
          boxed('caption', 'The pier'),
          block('aresMedia', {
            blocks: [
              block('aresMediaMetadata', {
                id: 'p0saltm1',
                title: 'Pier at dawn',
                format: 'audio_video',
                versions: [{ versionId: 'p0saltm2' }],
              }),
            ],
          }),
        ],
      }),
      { type: 'video', url: 'https://www.bbc.com/programmes/p0saltm1', caption: 'The pier' },
    ],
    [
      'a video without a caption',
      block('video', {
        blocks: [
          block('aresMedia', { blocks: [block('aresMediaMetadata', { id: 'p0saltm1', title: 'Pier at dawn' })] }),
        ],
      }),
      { type: 'video', url: 'https://www.bbc.com/programmes/p0saltm1', caption: 'Pier at dawn' },
    ],
    [
      'sound',
      block('audio', {
        blocks: [
          block('aresMedia', {
            blocks: [block('aresMediaMetadata', { id: 'p0saltm1', title: 'The gale', format: 'audio' })],
          }),
        ],
      }),
      { type: 'embed', url: 'https://www.bbc.com/programmes/p0saltm1', caption: 'The gale' },
    ],
    [
      'a clip of the site',
      block('media', {
        media: {
          __typename: 'ElementsMediaPlayer',
          items: [
            {
              id: 'p0saltm1',
              title: 'Pier at dawn',
              holdingImageUrl: 'https://ichef.bbci.co.uk/images/ic/$recipe/p0.jpg',
            },
          ],
        },
      }),
      { type: 'video', url: 'https://www.bbc.com/programmes/p0saltm1', caption: 'Pier at dawn' },
    ],
    [
      'a clip that does not say where it plays',
      block('video', {
        blocks: [
          block('clipMedia', {
            type: 'video',
            images: [{ source: 'x', urlTemplate: 'https://ichef.bbci.co.uk/ace/standard/{width}/p0.jpg' }],
            video: { title: 'Pier at dawn' },
          }),
          boxed('caption', 'The pier'),
        ],
      }),
      { type: 'image', url: 'https://ichef.bbci.co.uk/ace/standard/976/p0.jpg', caption: 'The pier' },
    ],
    [
      'a tweet',
      block('social', { source: 'twitter', href: 'https://twitter.com/tom/status/1' }),
      { type: 'embed', url: 'https://twitter.com/tom/status/1' },
    ],
    [
      'a tweet by its source',
      block('social', { source: 'https://twitter.com/tom/status/1', blocks: [] }),
      { type: 'embed', url: 'https://twitter.com/tom/status/1' },
    ],
    [
      'TikTok',
      block('socialEmbed', { source: 'tiktok', href: 'https://www.tiktok.com/@tom/video/1' }),
      { type: 'embed', url: 'https://www.tiktok.com/@tom/video/1' },
    ],
    [
      'Facebook',
      block('socialEmbed', { source: 'facebook', href: 'https://www.facebook.com/tom/posts/1' }),
      { type: 'embed', url: 'https://www.facebook.com/tom/posts/1' },
    ],
    [
      'YouTube',
      block('socialEmbed', { source: 'youtube', href: 'https://www.youtube.com/watch?v=abcdefghijk' }),
      { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
    ],
    [
      'a chart',
      block('embed', {
        provider: 'charts',
        source: 'https://charts.example/visualisation/1/embed',
        title: 'Wind by hour',
      }),
      { type: 'embed', url: 'https://charts.example/visualisation/1/embed', caption: 'Wind by hour' },
    ],
    [
      'a graphic',
      block('include', { type: 'idt2', idt2Image: { src: 'https://i.example/tides.png', alt: 'Tides' } }),
      { type: 'image', url: 'https://i.example/tides.png', alt: 'Tides' },
    ],
    [
      'an include by its path',
      block('include', { type: 'vj', href: '/include/newsspec/1', title: 'Flood map' }),
      { type: 'embed', url: 'https://news.files.bbci.co.uk/include/newsspec/1', caption: 'Flood map' },
    ],
    [
      'an include as a frame',
      block('include', {
        type: 'customEmbedded',
        html: '<iframe src="https://maps.example/1" title="Saltmere"></iframe>',
      }),
      { type: 'embed', url: 'https://maps.example/1', caption: 'Saltmere' },
    ],
  ])('%s is named by its address', (_what, inner, expected) => {
    const body = bodyOf(inner);

    expect(body.media).toEqual([expected]);
    expect(body.text).toBe('');
  });

  it('a card of another site brings its words', () => {
    const html =
      '<blockquote class="twitter-tweet"><p>Wet!</p>&mdash; Tom (@tom) <a href="https://twitter.com/tom/status/1">1 March</a></blockquote>';
    const oembed = block('social', {
      source: 'https://twitter.com/tom/status/1',
      blocks: [
        block('twitter', { id: '1', blocks: [block('oembed', { oembed: { html, provider_name: 'Twitter' } })] }),
      ],
    });

    for (const body of [bodyOf(oembed), bodyOf(block('social', { embed: { oembed: { html } } }))]) {
      expect(body.text).toContain('Wet!');
      expect(body.media).toEqual([{ type: 'embed', url: 'https://twitter.com/tom/status/1' }]);
    }
  });
});
