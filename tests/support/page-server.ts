import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type PageEntry = {
  readonly id: string;
  readonly headline: string;
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
};

export type PageServer = {
  readonly url: string;
  /** What the newsroom shows; newest first on the page. */
  entries: readonly PageEntry[];
  close(): Promise<void>;
};

/** A live page with schema.org data on loopback, with an ETag, whose entries a test writes. */
export async function servePage(title: string): Promise<PageServer> {
  let entries: readonly PageEntry[] = [];
  const server = createServer((request, response) => {
    const body = pageOf(title, `http://${request.headers.host}/live`, entries);
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live`,
    get entries() {
      return entries;
    },
    set entries(next) {
      entries = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function pageOf(title: string, url: string, entries: readonly PageEntry[]): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: title,
    url,
    liveBlogUpdate: entries.toReversed().map(({ id, headline, text, at }) => ({
      '@type': 'BlogPosting',
      '@id': id,
      url: `${url}#${id}`,
      headline,
      datePublished: new Date(at).toISOString(),
      articleBody: `<p>${text}</p>`,
      author: { '@type': 'Person', name: 'Ada Quill' },
    })),
  };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html><title>${title}</title><script type="application/ld+json">${json}</script><h1>${title}</h1>`;
}
