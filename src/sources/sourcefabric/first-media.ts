import { type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { escapeHtml, figure, frame } from '../wire/markup.ts';

/** The HTML of a post's words: the desk's own, or what was taken over from a network with what that said of it. */
export function foreignHtml(source: string, meta: JsonObject, content: string): string {
  const id = textIn(meta, 'id_str') ?? textIn(meta, 'id');
  const text = content.trim() === '' || /^https?:\/\/\S+$/u.test(content.trim()) ? '' : `<p>${content}</p>`;
  if (source === 'twitter' && id !== undefined) return tweetHtml(id, meta, content);
  if (source === 'youtube' && id !== undefined)
    return frame(`https://www.youtube.com/watch?v=${id}`, textIn(meta, 'title')) + text;
  const picture = pictureIn(meta);
  const link = ['permalink_url', 'link', 'unescapedUrl', 'url', 'uri']
    .map((name) => textIn(meta, name))
    .find(isAddress);
  const words = text === '' ? wordsIn(meta) : text;
  if (picture !== undefined) return `${words}${figure({ url: picture, alt: textIn(meta, 'title') })}`;
  if (link === undefined) return words;
  if (source === 'soundcloud') return `${frame(link, textIn(meta, 'title'))}${words}`;
  return `<p><a href="${escapeHtml(link)}">${escapeHtml(textIn(meta, 'title') ?? link)}</a></p>${words}`;
}

function isAddress(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\//u.test(url);
}

/** A tweet as its network writes it for other sites, which the body reader knows. */
function tweetHtml(id: string, meta: JsonObject, content: string): string {
  const handle = textIn(meta, 'from_user') ?? textIn(objectIn(meta, 'user'), 'screen_name');
  if (handle === undefined) return `<p>${content}</p>`;
  const name = textIn(meta, 'from_user_name') ?? textIn(objectIn(meta, 'user'), 'name') ?? handle;
  const words = textIn(meta, 'text') ?? content;
  const address = `https://twitter.com/${encodeURIComponent(handle)}/status/${encodeURIComponent(id)}`;
  return `<blockquote class="twitter-tweet"><p>${words}</p>&mdash; ${escapeHtml(name)} (@${escapeHtml(handle)}) <a href="${address}">${escapeHtml(address)}</a></blockquote>`;
}

function pictureIn(meta: JsonObject): string | undefined {
  const sizes = objectIn(meta, 'images');
  const url =
    textIn(objectIn(sizes, 'standard_resolution'), 'url') ??
    textIn(objectIn(sizes, 'low_resolution'), 'url') ??
    ['media_url', 'tbUrl'].map((name) => textIn(meta, name)).find(isAddress);
  return isAddress(url) ? url : undefined;
}

function wordsIn(meta: JsonObject): string {
  const words = textIn(objectIn(meta, 'caption'), 'text') ?? textIn(meta, 'description') ?? textIn(meta, 'content');
  return words === undefined ? '' : `<p>${words}</p>`;
}
