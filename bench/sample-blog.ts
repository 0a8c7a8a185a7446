/** One update of the made-up blog the benches use. */
export type SampleUpdate = { readonly id: string; readonly title: string; readonly html: string; readonly at: number };

const WORDS =
  'tide quay ferry lamp pump mill harbour storm warden chapel bridge basin gauge mole lifeboat cellar'.split(' ');

/** `count` updates of some 120 words each, oldest first, the same every time. */
export function sampleUpdates(count: number): SampleUpdate[] {
  return Array.from({ length: count }, (_, n) => sampleUpdate(n, 'as first written'));
}

export function sampleUpdate(n: number, edition: string): SampleUpdate {
  const word = (i: number) => WORDS[((n + 1) * 31 + i * 17 + ((n * i) % 7)) % WORDS.length];
  const sentence = (from: number) => Array.from({ length: 12 }, (_, i) => word(from + i)).join(' ');
  const paragraphs = Array.from(
    { length: 5 },
    (_, p) => `<p>${sentence(p * 12)}, ${n} ${edition}. ${sentence(p * 7)}.</p>`,
  );
  const link = `<p>See <a href="https://saltmere.example/story/${n}">the ${word(3)} story</a>.</p>`;
  return {
    id: `u${n}`,
    title: `Update ${n}: ${word(1)} and ${word(2)}`,
    html: paragraphs.join('') + link,
    at: Date.UTC(2026, 2, 5, 6) + n * 60_000,
  };
}

/** The page's schema.org data, newest first. */
export function liveBlogJson(updates: readonly SampleUpdate[]): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: 'A storm in Saltmere',
    liveBlogUpdate: updates.toReversed().map(({ id, title, html, at }) => ({
      '@type': 'BlogPosting',
      '@id': id,
      url: `https://saltmere.example/live#${id}`,
      headline: title,
      datePublished: new Date(at).toISOString(),
      dateModified: new Date(at).toISOString(),
      articleBody: html,
      author: { '@type': 'Person', name: 'Ada Quill' },
    })),
  });
}

export function liveBlogPage(json: string): string {
  return `<!doctype html><html lang="en"><head><title>A storm in Saltmere</title><script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script></head><body><h1>A storm in Saltmere</h1></body></html>`;
}

/** The same as an RSS feed, newest first. */
export function rssFeed(updates: readonly SampleUpdate[]): string {
  const items = updates
    .toReversed()
    .map(
      ({ id, title, html, at }) =>
        `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>https://saltmere.example/live/${id}</link><pubDate>${new Date(at).toUTCString()}</pubDate><dc:creator>Ada Quill</dc:creator><description><![CDATA[${html}]]></description></item>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A storm in Saltmere</title><link>https://saltmere.example/live</link><description>Live</description>${items.join('')}</channel></rss>`;
}
