import type { Flag } from '../core/entry.ts';
import { jsonLd } from './json-ld.ts';
import { iso, type LiveEntry, type LivePage } from './live-page.ts';
import { escaped, scriptJson } from './markup.ts';

const LABELS: Readonly<Record<Flag, string>> = {
  pinned: 'Pinned',
  key: 'Key event',
  summary: 'Summary',
  breaking: 'Breaking',
};

/** The page as readers and machines get it: visible entries, and the same as JSON-LD. `url` is its address. */
export function liveHtml(page: LivePage, url: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
<link rel="canonical" href="${escaped(url)}">
<link rel="alternate" type="application/rss+xml" href="${escaped(new URL('feed.xml', url).href)}">
<link rel="alternate" type="application/feed+json" href="${escaped(new URL('feed.json', url).href)}">
<script type="application/ld+json">${scriptJson(jsonLd(page, url))}</script>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<p class="state">${page.live ? '<b>Live</b>' : 'Closed'}${page.publisher === undefined ? '' : ` · ${escaped(page.publisher)}`}</p>
<h1>${escaped(page.title)}</h1>
${page.description === undefined ? '' : `<p>${escaped(page.description)}</p>`}
${keyPoints(page.keyPoints)}
</header>
${page.pinned === undefined ? '' : `<section id="pinned-post">${article(page.pinned, url, 'pinned')}</section>`}
<section class="updates" role="feed">
${page.entries.map((entry) => article(entry, url, 'entry')).join('\n')}
</section>
</main>
</body>
</html>
`;
}

function keyPoints(points: readonly string[]): string {
  if (points.length === 0) return '';
  return `<section class="key-points"><h2>Key points</h2><ul>${points.map((point) => `<li>${escaped(point)}</li>`).join('')}</ul></section>`;
}

function article(entry: LiveEntry, url: string, place: 'entry' | 'pinned'): string {
  const id = place === 'entry' ? ` id="${escaped(entry.id)}"` : '';
  const flags =
    place === 'pinned'
      ? [...new Set<Flag>(['pinned', ...entry.flags])]
      : entry.flags.filter((flag) => flag !== 'pinned');
  const labels = flags.map((flag) => `<span class="label ${flag}">${LABELS[flag]}</span> `).join('');
  return `<article${id} class="${place}${flags.includes('key') ? ' is-key-event' : ''}">
<header class="meta">${time(entry.publishedAt)} ${labels}</header>
${entry.title === undefined ? '' : `<h2><a href="${escaped(url)}#${escaped(entry.id)}">${escaped(entry.title)}</a></h2>`}
<div class="text">${entry.html}</div>
${footer(entry)}
</article>`;
}

function footer(entry: LiveEntry): string {
  const names = entry.authors.map((name) => `<span class="author">${escaped(name)}</span>`).join(', ');
  const parts = [names, edited(entry)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<footer class="meta byline">${parts.join(' · ')}</footer>`;
}

const time = (at: number | undefined) =>
  at === undefined ? '' : `<time datetime="${iso(at)}">${iso(at)?.slice(11, 16)} UTC</time>`;

function edited(entry: LiveEntry): string {
  return entry.updatedAt === undefined || entry.updatedAt === entry.publishedAt
    ? ''
    : `updated ${time(entry.updatedAt)}`;
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --accent: #b3261e; }
body { font: 1.05rem/1.55 Georgia, serif; margin: 0; padding: 0 1rem 4rem; }
main { max-width: 40rem; margin: 0 auto; }
h1 { line-height: 1.2; } h2 { font-size: 1.2rem; margin: .2rem 0; } h2 a { color: inherit; text-decoration: none; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
#pinned-post article { border: 1px solid var(--line); padding: 1rem; }
.meta, .state, figcaption { font: .85rem/1.4 system-ui, sans-serif; opacity: .8; margin: .2rem 0; }
.state b, .label.breaking { color: var(--accent); } .label { font-weight: 700; }
img { max-width: 100%; height: auto; } figure { margin: 1rem 0; } iframe { width: 100%; height: 9rem; border: 1px solid var(--line); }
table { border-collapse: collapse; } th, td { text-align: left; padding: .2rem .8rem .2rem 0; }
blockquote { margin: 0 0 0 .2rem; padding-left: 1rem; border-left: 3px solid var(--line); }
`;
