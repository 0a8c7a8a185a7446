import { changedAt, iso, type LiveEntry, type LivePage, labelled } from './live-page.ts';
import { absolute } from './markup.ts';

/** The page as schema.org `LiveBlogPosting` (https://schema.org/LiveBlogPosting), newest update first. */
export function jsonLd(page: LivePage, url: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    '@id': url,
    url,
    headline: page.title,
    description: page.description,
    datePublished: iso(page.startedAt),
    dateModified: iso(changedAt(page)),
    coverageStartTime: iso(page.startedAt),
    coverageEndTime: page.live ? undefined : iso(page.endedAt),
    publisher: page.publisher === undefined ? undefined : { '@type': 'Organization', name: page.publisher },
    liveBlogUpdate: page.entries.map((entry) => update(entry, url)),
  };
}

function update(entry: LiveEntry, url: string): object {
  return {
    '@type': 'BlogPosting',
    '@id': `${url}#${entry.id}`,
    url: `${url}#${entry.id}`,
    headline: labelled(entry),
    datePublished: iso(entry.publishedAt),
    dateModified: iso(entry.updatedAt ?? entry.publishedAt),
    author: entry.authors.map((name) => ({ '@type': 'Person', name })),
    articleBody: absolute(entry.html, url),
  };
}
