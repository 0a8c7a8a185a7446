import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands at an address now. `modifiedAt`: epoch ms. */
export type Page = {
  readonly type: string;
  readonly body: string | Buffer;
  readonly status?: number;
  readonly modifiedAt?: number;
};

export type Loopback = { readonly url: string; close(): Promise<void> };

/**
 * Serves pages on 127.0.0.1 with ETags and 304s, so that a follower can ask "changed since?". `read` is asked at every
 * request; undefined is a 404. Rejects with a sentence for people when the port is taken.
 */
export async function serveLoopback(
  port: number,
  read: (path: string, base: string) => Promise<Page | undefined> | Page | undefined,
): Promise<Loopback> {
  let base = '';
  const server = createServer((request, response) => {
    answer(request, response, (path) => read(path, base)).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(error instanceof Error ? error.message : 'failed');
    });
  });
  base = `http://127.0.0.1:${await listening(server, port)}/`;
  return { url: base, close: () => closed(server) };
}

type Read = (path: string) => Promise<Page | undefined> | Page | undefined;

async function answer(request: IncomingMessage, response: ServerResponse, read: Read): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const page = await read((request.url ?? '/').replace(/\?.*$/u, ''));
  if (page === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Nothing is served here.\n');
    return;
  }
  const etag = `"${createHash('sha256').update(page.body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': page.type,
    etag,
    'cache-control': 'no-cache',
    ...(page.modifiedAt === undefined ? {} : { 'last-modified': new Date(page.modifiedAt).toUTCString() }),
  };
  if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
  else response.writeHead(page.status ?? 200, headers).end(request.method === 'HEAD' ? undefined : page.body);
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  const why =
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use by another program. Choose another with --port, or --port 0 for any free one.`
      : error.code === 'EACCES'
        ? `Port ${port} may not be opened by this user. Choose one above 1024 with --port.`
        : `Port ${port} cannot be opened (${error.code ?? 'unknown error'}).`;
  return new Error(why, { cause: error });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
