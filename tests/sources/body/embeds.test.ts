import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../../src/sources/body/html-body.ts';

const BASE = 'https://saltmere.example/live/storm';
const body = (html: string) => htmlBody(html, BASE);
const media = (html: string) => body(html).media;
const frame = (src: string) => `<iframe src="${src}"></iframe>`;

describe('a frame of another site is a link to what a person opens', () => {
  it.each([
    ['https://platform.twitter.com/embed/Tweet.html?dnt=false&id=77&lang=en', 'https://x.com/i/status/77'],
    ['https://www.instagram.com/p/ABC/embed/captioned/?cr=1', 'https://www.instagram.com/p/ABC/'],
    ['https://www.instagram.com/reel/ABC/embed', 'https://www.instagram.com/reel/ABC/'],
    [
      'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fsaltmere%2Fposts%2F1&width=5',
      'https://www.facebook.com/saltmere/posts/1',
    ],
    ['https://t.me/saltmere/42?embed=1', 'https://t.me/saltmere/42'],
    [
      'https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3k?id=1',
      'https://bsky.app/profile/did:plc:abc/post/3k',
    ],
    ['https://mastodon.example/@ana/111/embed', 'https://mastodon.example/@ana/111'],
    ['https://truthsocial.com/@ana/111/embed', 'https://truthsocial.com/@ana/111'],
    [
      'https://www.linkedin.com/embed/feed/update/urn:li:share:7',
      'https://www.linkedin.com/feed/update/urn:li:share:7',
    ],
    ['https://open.spotify.com/embed/episode/4x?utm_source=gen', 'https://open.spotify.com/episode/4x'],
    ['https://embed.podcasts.apple.com/gb/podcast/x/id1?i=2', 'https://podcasts.apple.com/gb/podcast/x/id1?i=2'],
    [
      'https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/saltmere/tide&color=f00',
      'https://soundcloud.com/saltmere/tide',
    ],
    ['https://giphy.com/embed/abc', 'https://giphy.com/gifs/abc'],
    ['https://flo.uri.sh/visualisation/123/embed', 'https://public.flourish.studio/visualisation/123/'],
    ['https://e.infogram.com/abc?src=embed', 'https://infogram.com/abc'],
    ['https://datawrapper.dwcdn.net/AbCdE/3/', 'https://datawrapper.dwcdn.net/AbCdE/3/'],
    ['https://maps.saltmere.example/flood?id=1', 'https://maps.saltmere.example/flood?id=1'],
    ['https://www.riddle.com/embed/a/1', 'https://www.riddle.com/embed/a/1'],
    ['https://www.youtube.com/embed/videoseries?list=PL1', 'https://www.youtube.com/playlist?list=PL1'],
  ])('%s', (src, url) => {
    expect(media(frame(src))).toEqual([{ type: 'embed', url }]);
  });

  it.each([
    ['//www.youtube.com/embed/abcdefghijk?start=30', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://www.youtube.com/embed/live_stream?channel=UC1', 'https://www.youtube.com/channel/UC1/live'],
    ['https://player.vimeo.com/video/12345?h=abc', 'https://vimeo.com/12345'],
    ['https://geo.dailymotion.com/player/x1.html?video=x8', 'https://www.dailymotion.com/video/x8'],
    ['https://player.twitch.tv/?channel=ana&parent=x', 'https://www.twitch.tv/ana'],
    ['https://clips.twitch.tv/embed?clip=Abc', 'https://clips.twitch.tv/Abc'],
    ['https://streamable.com/e/abc', 'https://streamable.com/abc'],
    [
      'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fsaltmere%2Fvideos%2F2',
      'https://www.facebook.com/saltmere/videos/2',
    ],
    [
      'https://players.brightcove.net/1/default_default/index.html?videoId=2',
      'https://players.brightcove.net/1/default_default/index.html?videoId=2',
    ],
  ])('a film: %s', (src, url) => {
    expect(media(frame(src))).toEqual([{ type: 'video', url }]);
  });

  it('with the title it has', () => {
    expect(media('<iframe src="/map.html" title="Flood map"></iframe>')).toEqual([
      { type: 'embed', url: 'https://saltmere.example/map.html', caption: 'Flood map' },
    ]);
  });

  it.each([
    'about:blank',
    'javascript:alert(1)',
    'https://cdn.taboola.com/x',
    'https://newsletters.saltmere.example/signup',
    'https://www.saltmere.example/newsletter/embed',
    'https://www.facebook.com/plugins/like.php?href=x',
  ])('but none of %s', (src) => {
    expect(media(frame(src))).toEqual([]);
  });
});

describe('a card that a script would draw is a link', () => {
  it.each([
    ['<twitter-widget data-tweet-id="555"></twitter-widget>', 'https://x.com/i/status/555'],
    ['<div class="embed-tweet" data-tweet-id="777"></div>', 'https://x.com/i/status/777'],
    [
      '<blockquote class="twitter-tweet"><a href="https://x.com/ana/status/7">https://x.com/ana/status/7</a></blockquote>',
      'https://x.com/ana/status/7',
    ],
    [
      '<div class="fb-post" data-href="https://www.facebook.com/ana/posts/1"></div>',
      'https://www.facebook.com/ana/posts/1',
    ],
    [
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3k"></blockquote>',
      'https://bsky.app/profile/did:plc:abc/post/3k',
    ],
    [
      '<blockquote class="mastodon-embed" data-embed-url="https://mastodon.example/@ana/111/embed"><a href="https://mastodon.example/@ana/111">View on Mastodon</a></blockquote>',
      'https://mastodon.example/@ana/111',
    ],
    [
      '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@ana/post/Cx"><a href="https://www.threads.net/@ana/post/Cx">View on Threads</a></blockquote>',
      'https://www.threads.net/@ana/post/Cx',
    ],
    ['<script async src="x" data-telegram-post="saltmere/42"></script>', 'https://t.me/saltmere/42'],
    [
      '<div class="flourish-embed flourish-chart" data-src="visualisation/123"></div>',
      'https://public.flourish.studio/visualisation/123/',
    ],
    ['<div class="infogram-embed" data-id="abc" data-title="Tides"></div>', 'https://infogram.com/abc'],
    [
      '<amp-facebook data-href="https://www.facebook.com/ana/posts/1"></amp-facebook>',
      'https://www.facebook.com/ana/posts/1',
    ],
    ['<amp-tiktok data-src="https://www.tiktok.com/@ana/video/9"></amp-tiktok>', 'https://www.tiktok.com/@ana/video/9'],
    ['<oembed url="https://mastodon.example/@ana/1"></oembed>', 'https://mastodon.example/@ana/1'],
    ['<div data-oembed-url="https://x.com/ana/status/7"><div></div></div>', 'https://x.com/ana/status/7'],
    [
      '<figure class="wp-block-embed is-provider-twitter"><div class="wp-block-embed__wrapper">https://x.com/ana/status/7</div></figure>',
      'https://x.com/ana/status/7',
    ],
  ])('%s', (html, url) => {
    expect(body(html)).toMatchObject({ text: '', media: [{ type: 'embed', url }] });
    expect(media(html)).toHaveLength(1);
  });

  it.each([
    ['<lite-youtube videoid="abcdefghijk"></lite-youtube>', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['<div class="youtube-player" data-id="abcdefghijk"></div>', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['<div data-youtube-id="abcdefghijk" class="yt"></div>', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['<amp-vimeo data-videoid="27246366"></amp-vimeo>', 'https://vimeo.com/27246366'],
    ['<amp-dailymotion data-videoid="x9"></amp-dailymotion>', 'https://www.dailymotion.com/video/x9'],
    [
      '<video-js data-account="1" data-video-id="2" poster="/p.jpg"></video-js>',
      'https://players.brightcove.net/1/default_default/index.html?videoId=2',
    ],
    [
      '<amp-brightcove data-account="1" data-video-id="2"></amp-brightcove>',
      'https://players.brightcove.net/1/default_default/index.html?videoId=2',
    ],
    ['<amp-video src="/v.mp4"></amp-video>', 'https://saltmere.example/v.mp4'],
    [
      '<video><source src="/v.m3u8" type="application/x-mpegURL"><source src="/v.mp4" type="video/mp4">No video?</video>',
      'https://saltmere.example/v.mp4',
    ],
    [
      '<a href="https://youtu.be/abcdefghijk"><img src="https://i.ytimg.com/vi/abcdefghijk/hq.jpg"></a>',
      'https://www.youtube.com/watch?v=abcdefghijk',
    ],
    [
      '<oembed url="https://www.youtube.com/watch?v=abcdefghijk"></oembed>',
      'https://www.youtube.com/watch?v=abcdefghijk',
    ],
  ])('a film: %s', (html, url) => {
    expect(body(html)).toMatchObject({ text: '', media: [{ type: 'video', url }] });
  });

  it('a film that only its own player can show is its still', () => {
    expect(media('<video src="blob:https://x.example/1" poster="/p.jpg"></video>')).toEqual([
      { type: 'image', url: 'https://saltmere.example/p.jpg' },
    ]);
  });

  it('sound is a link', () => {
    expect(media('<audio controls title="The mayor"><source src="/a.mp3"></audio>')).toEqual([
      { type: 'embed', url: 'https://saltmere.example/a.mp3', caption: 'The mayor' },
    ]);
  });
});

describe('what a card carries', () => {
  it('is the text and author of a post', () => {
    const html =
      '<blockquote class="twitter-tweet"><p>Gate three is open <a href="https://t.co/a">pic.twitter.com/x</a></p>&mdash; Harbour Office (@saltmere) <a href="https://twitter.com/saltmere/status/77?ref_src=twsrc">June 5</a></blockquote>';

    expect(body(html)).toMatchObject({
      text: 'Gate three is open pic.twitter.com/x\n\n— Harbour Office (@saltmere) June 5',
      media: [{ type: 'embed', url: 'https://twitter.com/saltmere/status/77' }],
    });
  });

  it('is every address the post names, and not its own once more', () => {
    const html =
      '<blockquote class="twitter-tweet"><p>Gate three: <a href="https://t.co/a">https://t.co/a</a> by the port</p>&mdash; Harbour Office (@saltmere) <a href="https://twitter.com/saltmere/status/77">https://twitter.com/saltmere/status/77</a></blockquote>';

    expect(body(html).text).toBe('Gate three: https://t.co/a by the port\n\n— Harbour Office (@saltmere)');
  });

  it('is not the address of the post it quotes', () => {
    const html =
      '<blockquote class="twitter-tweet"><p>Outer</p>— A (@a) <a href="https://x.com/a/status/1">d</a><blockquote><p>Quoted</p>— B (@b) <a href="https://x.com/b/status/2">e</a></blockquote></blockquote>';

    expect(media(html)).toEqual([{ type: 'embed', url: 'https://x.com/a/status/1' }]);
  });

  it.each([
    ['View this post on Instagram', 'A post shared by Ana (@ana)'],
    ['Sieh dir diesen Beitrag auf Instagram an', 'Ein Beitrag geteilt von Ana (@ana)'],
    ['Voir cette publication sur Instagram', 'Une publication partagée par Ana (@ana)'],
    ['Ver esta publicación en Instagram', 'Una publicación compartida de Ana (@ana)'],
    ['Visualizza questo post su Instagram', 'Un post condiviso da Ana (@ana)'],
    ['Wyświetl ten post na Instagramie', 'Post udostępniony przez Ana (@ana)'],
    ['Ver esta foto no Instagram', 'Uma publicação partilhada por Ana (@ana)'],
    ['Dit bericht op Instagram bekijken', 'Een bericht gedeeld door Ana (@ana)'],
  ])('is who shared it where a picture says nothing else: %s', (view, shared) => {
    const html = `<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/ABC/?utm_source=ig_embed"><div><a href="https://www.instagram.com/p/ABC/">${view}</a><p><a href="https://www.instagram.com/p/ABC/">${shared}</a></p></div></blockquote>`;

    expect(body(html)).toMatchObject({
      text: '',
      media: [{ type: 'embed', url: 'https://www.instagram.com/p/ABC/', caption: shared }],
    });
  });

  it('is the thread, not the community it stands in', () => {
    const html =
      '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/saltmere/comments/1/storm/">Storm</a><br>by <a href="https://www.reddit.com/user/ana/">u/ana</a> in <a href="https://www.reddit.com/r/saltmere/">r/saltmere</a></blockquote>';

    expect(media(html)).toEqual([{ type: 'embed', url: 'https://www.reddit.com/r/saltmere/comments/1/storm/' }]);
  });
});

describe('a box that asks before it shows another site', () => {
  it.each([
    '<div class="embed-consent"><p>Allow Twitter content?</p><p>We ask for your permission before anything is loaded.</p><button>Allow</button><a href="/privacy">Privacy</a><a href="https://x.com/ana/status/7">View tweet</a></div>',
    '<div class="consent-placeholder" data-url="https://x.com/ana/status/7"><h3>Externer Inhalt</h3><p>Hier finden Sie Inhalte von X.</p></div>',
    '<div class="js-opt-in" data-src="https://x.com/ana/status/7"><p>Contenu bloqué</p><button>Accepter</button></div>',
    '<div class="embed-placeholder"><p>Zum Laden klicken</p><a href="https://x.com/ana/status/7">Auf X ansehen</a></div>',
  ])('keeps its link: %s', (html) => {
    expect(body(html)).toMatchObject({ text: '', media: [{ type: 'embed', url: 'https://x.com/ana/status/7' }] });
  });

  it('is nothing where it leads nowhere', () => {
    expect(
      body('<p>Dry</p><div class="cookie-consent"><p>We use cookies</p><a href="/privacy">Privacy</a></div>'),
    ).toMatchObject({
      text: 'Dry',
      media: [],
    });
  });
});
