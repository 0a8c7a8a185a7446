import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../../src/sources/body/html-body.ts';
import { elementsHtml } from '../../../src/sources/guardian/elements.ts';

const of = (name: string, rest: object) => ({ _type: `model.dotcomrendering.pageElements.${name}`, ...rest });
const bodyOf = (...elements: object[]) => htmlBody(elementsHtml(elements), 'https://www.theguardian.com/');
const shown = (...elements: object[]): string => bodyOf(...elements).text;
const media = (...elements: object[]) => bodyOf(...elements).media;

describe('what is shown in an element', () => {
  const images = (url: string, width: number) => ({ images: [{ url, fields: { width: String(width) } }] });

  it.each([
    [
      'a video of the site',
      of('YoutubeBlockElement', { assetId: 'abcdefghijk', mediaTitle: 'The storm', id: 'x' }),
      { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', caption: 'The storm' },
    ],
    [
      'a YouTube link',
      of('VideoYoutubeBlockElement', {
        url: 'https://www.youtube.com/watch?v=abcdefghijk',
        originalUrl: 'https://youtu.be/abcdefghijk',
        embedUrl: 'https://www.youtube-nocookie.com/embed/abcdefghijk',
        caption: 'Waves',
      }),
      { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', caption: 'Waves' },
    ],
    [
      'Vimeo',
      of('VideoVimeoBlockElement', { embedUrl: 'https://player.vimeo.com/video/42', url: 'https://vimeo.com/42' }),
      { type: 'video', url: 'https://vimeo.com/42' },
    ],
    [
      'a film of the paper',
      of('GuVideoBlockElement', {
        html: '',
        caption: 'The pier',
        assets: [{ url: 'https://cdn.example/pier.mp4', mimeType: 'video/mp4' }],
      }),
      { type: 'video', url: 'https://cdn.example/pier.mp4', caption: 'The pier' },
    ],
    [
      'a film as an atom',
      of('MediaAtomBlockElement', {
        title: 'The quay',
        assets: [
          { url: 'https://cdn.example/quay.m3u8', mimeType: 'application/x-mpegURL' },
          { url: 'https://cdn.example/quay.mp4', mimeType: 'video/mp4' },
        ],
        posterImage: [{ url: 'https://i.example/p.jpg', width: 9 }],
      }),
      { type: 'video', url: 'https://cdn.example/quay.mp4', caption: 'The quay' },
    ],
    [
      'sound',
      of('AudioAtomBlockElement', {
        kicker: 'Today',
        title: 'The gale',
        trackUrl: 'https://audio.example/gale.mp3',
        coverUrl: 'https://i.example/c.jpg',
      }),
      { type: 'embed', url: 'https://audio.example/gale.mp3', caption: 'The gale' },
    ],
    [
      'Spotify',
      of('SpotifyBlockElement', { embedUrl: 'https://open.spotify.com/embed/track/1', title: 'Sea shanty' }),
      { type: 'embed', url: 'https://open.spotify.com/track/1', caption: 'Sea shanty' },
    ],
    [
      'a map',
      of('MapBlockElement', {
        embedUrl: 'https://maps.example/embed',
        originalUrl: 'https://maps.example/',
        title: 'Saltmere',
      }),
      { type: 'embed', url: 'https://maps.example/embed', caption: 'Saltmere' },
    ],
    [
      'a document',
      of('DocumentBlockElement', { embedUrl: 'https://docs.example/1', title: 'Council minutes' }),
      { type: 'embed', url: 'https://docs.example/1', caption: 'Council minutes' },
    ],
    [
      'Vine',
      of('VineBlockElement', { url: 'https://vine.co/v/1', originalUrl: 'https://vine.co/v/1', title: 'Splash' }),
      { type: 'embed', url: 'https://vine.co/v/1', caption: 'Splash' },
    ],
    [
      'an interactive',
      of('InteractiveBlockElement', { url: 'https://interactive.guim.co.uk/tides', alt: 'Tides by hour' }),
      { type: 'embed', url: 'https://interactive.guim.co.uk/tides', caption: 'Tides by hour' },
    ],
    [
      'an interactive atom',
      of('InteractiveAtomBlockElement', {
        url: 'https://embed.theguardian.com/embed/atom/interactive/1',
        title: 'Flood map',
        html: '<div id="app">Loading</div>',
        js: 'x()',
      }),
      { type: 'embed', url: 'https://embed.theguardian.com/embed/atom/interactive/1', caption: 'Flood map' },
    ],
    [
      'a chart',
      of('ChartAtomBlockElement', {
        url: 'https://embed.theguardian.com/embed/atom/chart/1',
        title: 'Wind',
        html: '<svg></svg>',
      }),
      { type: 'embed', url: 'https://embed.theguardian.com/embed/atom/chart/1', caption: 'Wind' },
    ],
    [
      'a cartoon',
      of('CartoonBlockElement', {
        variants: [
          { viewportSize: 'small', ...images('https://i.example/s.jpg', 300) },
          { viewportSize: 'large', ...images('https://i.example/l.jpg', 1200) },
        ],
        alt: 'A gull',
        caption: 'The gull',
        credit: 'Mo Reed',
      }),
      { type: 'image', url: 'https://i.example/l.jpg', alt: 'A gull', caption: 'The gull', credit: 'Mo Reed' },
    ],
    [
      'a picture of a reader',
      of('WitnessBlockElement', {
        assets: [{ type: 'Image', file: 'https://i.example/w.jpg' }],
        witnessTypeData: { type: 'image', title: 'My roof', alt: 'A roof', caption: 'Gone', authorName: 'Mo Reed' },
      }),
      { type: 'image', url: 'https://i.example/w.jpg', alt: 'A roof', caption: 'Gone', credit: 'Mo Reed' },
    ],
    [
      'a film of a reader',
      of('WitnessBlockElement', {
        assets: [],
        witnessTypeData: { type: 'video', title: 'My roof', youtubeUrl: 'https://www.youtube.com/watch?v=abcdefghijk' },
      }),
      { type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk', caption: 'My roof' },
    ],
    [
      'a tweet without its words',
      of('TweetBlockElement', { html: '', url: 'https://twitter.com/tom/status/1', id: '1' }),
      { type: 'embed', url: 'https://twitter.com/tom/status/1' },
    ],
    [
      'something of a kind nobody knows',
      of('HologramBlockElement', { url: 'https://holo.example/1', title: 'The pier in depth' }),
      { type: 'embed', url: 'https://holo.example/1', caption: 'The pier in depth' },
    ],
  ])('%s is named by its address and title', (_what, element, expected) => {
    expect(media(element)).toEqual([expected]);
    expect(shown(element)).toBe('');
  });

  it('words beside an address are kept', () => {
    const body = bodyOf(of('HologramBlockElement', { url: 'https://holo.example/1', body: '<p>Look down.</p>' }));

    expect(body.text).toBe('Look down.');
    expect(body.media).toEqual([{ type: 'embed', url: 'https://holo.example/1' }]);
  });

  it('pictures side by side share a caption', () => {
    const picture = (url: string, caption?: string) =>
      of('ImageBlockElement', {
        media: { allImages: [{ url, fields: { width: '900' } }] },
        data: { alt: 'x', caption },
      });

    expect(
      media(
        of('MultiImageBlockElement', {
          caption: 'Before and after',
          images: [picture('https://i.example/1.jpg'), picture('https://i.example/2.jpg', 'After')],
        }),
      ),
    ).toMatchObject([
      { url: 'https://i.example/1.jpg', caption: 'Before and after' },
      { url: 'https://i.example/2.jpg', caption: 'After' },
    ]);
  });
});
