/** The page a person opens for what a frame shows, by the frame's address. `film`: it is watched, not read. */
type Place = readonly [frame: RegExp, page: (match: RegExpExecArray, url: string) => string | undefined, film?: true];

const parameter = (name: string) => (_: RegExpExecArray, url: string) =>
  new URL(url).searchParams.get(name) ?? undefined;

const PLACES: readonly Place[] = [
  [
    /youtube(?:-nocookie)?\.com\/embed\/live_stream/u,
    (_, url) => `https://www.youtube.com/channel/${new URL(url).searchParams.get('channel')}/live`,
    true,
  ],
  [
    /youtube(?:-nocookie)?\.com\/embed\/videoseries/u,
    (_, url) => `https://www.youtube.com/playlist?list=${new URL(url).searchParams.get('list')}`,
  ],
  [
    /(?:youtube(?:-nocookie)?\.com\/(?:(?:embed|v|live|shorts)\/|watch\?(?:.*&)?v=)|youtu\.be\/)([\w-]{6,})/u,
    ([, id]) => `https://www.youtube.com/watch?v=${id}`,
    true,
  ],
  [/player\.vimeo\.com\/video\/(\d+)/u, ([, id]) => `https://vimeo.com/${id}`, true],
  [
    /dailymotion\.com\/(?:embed\/video\/|player\/?[\w.]*\?(?:.*&)?video=)(\w+)/u,
    ([, id]) => `https://www.dailymotion.com/video/${id}`,
    true,
  ],
  [/player\.twitch\.tv\/\?(?:.*&)?channel=(\w+)/u, ([, id]) => `https://www.twitch.tv/${id}`, true],
  [/player\.twitch\.tv\/\?(?:.*&)?video=v?(\d+)/u, ([, id]) => `https://www.twitch.tv/videos/${id}`, true],
  [/clips\.twitch\.tv\/embed\?(?:.*&)?clip=([\w-]+)/u, ([, id]) => `https://clips.twitch.tv/${id}`, true],
  [/streamable\.com\/[eso]\/(\w+)/u, ([, id]) => `https://streamable.com/${id}`, true],
  [/facebook\.com\/plugins\/video\.php/u, parameter('href'), true],
  [/facebook\.com\/plugins\/(?:post|comment_embed)\.php/u, parameter('href')],
  [/platform\.(?:twitter|x)\.com\/embed\/\S*[?&]id=(\d+)/u, ([, id]) => tweetAddress(id)],
  [/instagram\.com\/(p|reel|tv)\/([\w-]+)\/embed/u, ([, kind, id]) => `https://www.instagram.com/${kind}/${id}/`],
  [/\/\/t\.me\/(\w+\/\d+)\?(?:.*&)?embed=1/u, ([, post]) => `https://t.me/${post}`],
  [/embed\.bsky\.app\/embed\/(did:[\w:.%-]+\/app\.bsky\.feed\.post\/\w+)/u, ([, post]) => blueskyAddress(post)],
  [/^(https:\/\/[^/]+\/@[\w.@-]+\/\d+)\/embed/u, ([, post]) => post],
  [/linkedin\.com\/embed\/(feed\/update\/urn:[\w:]+)/u, ([, post]) => `https://www.linkedin.com/${post}`],
  [/open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/u, ([, id]) => `https://open.spotify.com/${id}`],
  [/embed\.podcasts\.apple\.com\/(\S+)/u, ([, id]) => `https://podcasts.apple.com/${id}`],
  [/w\.soundcloud\.com\/player\/\?(?:.*&)?url=https?(?:%3A|:)(?:%2F|\/){2}soundcloud\.com/iu, parameter('url')],
  [/giphy\.com\/embed\/(\w+)/u, ([, id]) => `https://giphy.com/gifs/${id}`],
  [/flo\.uri\.sh\/(visualisation|story)\/(\d+)/u, ([, kind, id]) => flourishAddress(`${kind}/${id}`)],
  [/e\.infogram\.com\/([\w-]+)/u, ([, id]) => `https://infogram.com/${id}`],
];
/** One of these stands in the address of every frame above. */
const KNOWN =
  /youtu|vimeo|dailymotion|twitch|streamable|facebook|platform\.|instagram|t\.me|bsky|\/embed|spotify|apple\.com|soundcloud|giphy|flo\.uri|infogram/u;

const FILM =
  /brightcove|jwplatform|jwplayer|twitch\.tv|wistia|streamable\.com|\/video\/embed|kaltura|ooyala|vimeo\.com|dailymotion\.com/iu;

/** Where a person sees what a frame shows, and whether it is a film; the frame's own address where no better is known. */
export function openedAt(url: string): { readonly url: string; readonly film: boolean } {
  if (KNOWN.test(url)) {
    for (const [frame, page, film] of PLACES) {
      const match = frame.exec(url);
      const opened = match === null ? undefined : page(match, url);
      if (opened !== undefined && /^https?:\/\//u.test(opened)) return { url: opened, film: film === true };
    }
  }
  return { url, film: FILM.test(url) };
}

/** Where a person watches what a player frame plays; undefined when the frame is no video player. */
export function watchUrl(url: string): string | undefined {
  const opened = openedAt(url);
  return opened.film ? opened.url : undefined;
}

export function tweetAddress(id: string | undefined): string | undefined {
  return id !== undefined && /^\d+$/u.test(id) ? `https://x.com/i/status/${id}` : undefined;
}

/** From "did:plc:…/app.bsky.feed.post/…", as Bluesky names a post. */
export function blueskyAddress(post: string | undefined): string | undefined {
  const [, who, which] = /^(?:at:\/\/)?(did:[\w:.%-]+)\/app\.bsky\.feed\.post\/(\w+)$/u.exec(post ?? '') ?? [];
  return who === undefined ? undefined : `https://bsky.app/profile/${who}/post/${which}`;
}

/** From "visualisation/123", as Flourish names what it draws. */
export function flourishAddress(drawing: string | undefined): string | undefined {
  const match = /^(visualisation|story)\/(\d+)/u.exec(drawing ?? '');
  return match === null ? undefined : `https://public.flourish.studio/${match[0]}/`;
}
