import { changedAt, iso, type LiveEntry, type LivePage, labelled } from './live-page.ts';
import { absolute, escaped } from './markup.ts';

/** The page as RSS 2.0 (https://www.rssboard.org/rss-specification), `dc:creator` for authors. */
export function rssFeed(page: LivePage, url: string): string {
  const items = page.entries.map((entry) => rssItem(entry, url)).join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${escaped(page.title)}</title>
<link>${escaped(url)}</link>
<description>${escaped(page.description ?? page.title)}</description>
${element('lastBuildDate', rfc822(changedAt(page)))}
${items}
</channel>
</rss>
`;
}

function rssItem(entry: LiveEntry, url: string): string {
  const link = `${url}#${entry.id}`;
  return [
    '<item>',
    element('title', labelled(entry)),
    element('link', link),
    `<guid isPermaLink="true">${escaped(link)}</guid>`,
    element('pubDate', rfc822(entry.publishedAt)),
    ...entry.authors.map((name) => element('dc:creator', name)),
    ...entry.flags.map((flag) => element('category', flag)),
    element('description', absolute(entry.html, url)),
    '</item>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const element = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;

const rfc822 = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toUTCString());

/** The page as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(page: LivePage, url: string): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: page.title,
    description: page.description,
    home_page_url: url,
    feed_url: new URL('feed.json', url).href,
    expired: !page.live,
    items: page.entries.map((entry) => ({
      id: `${url}#${entry.id}`,
      url: `${url}#${entry.id}`,
      title: labelled(entry),
      content_html: absolute(entry.html, url),
      date_published: iso(entry.publishedAt),
      date_modified: iso(entry.updatedAt),
      authors: entry.authors.map((name) => ({ name })),
      tags: entry.flags,
    })),
  };
  return JSON.stringify(feed, undefined, 1);
}
