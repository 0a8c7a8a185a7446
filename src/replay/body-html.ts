import type { Body, Media } from '../core/entry.ts';
import { escaped } from './markup.ts';
import { treeHtml } from './mdast-html.ts';

/** HTML of a whole body: its text, then its pictures, videos and embeds. */
export function bodyHtml(body: Body): string {
  return treeHtml(body.tree) + body.media.map(figure).join('');
}

function figure(media: Media): string {
  const words = [
    media.caption === undefined ? '' : escaped(media.caption),
    media.credit === undefined ? '' : `<span class="credit">${escaped(media.credit)}</span>`,
  ].filter((text) => text !== '');
  const caption = words.length === 0 ? '' : `<figcaption>${words.join(' ')}</figcaption>`;
  return `<figure>${shown(media)}${caption}</figure>`;
}

function shown({ type, url, alt }: Media): string {
  const address = escaped(url);
  const words = escaped(alt ?? '');
  switch (type) {
    case 'image':
      return `<img src="${address}" alt="${words}">`;
    case 'video':
      return `<video src="${address}" title="${words}" controls preload="none"></video>`;
    case 'embed':
      return `<iframe src="${address}" title="${words}" loading="lazy" sandbox></iframe>`;
  }
}
