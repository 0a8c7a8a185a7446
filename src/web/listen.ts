import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** Takes whole requests itself, with their raw bodies: Slack's HTTP mode checks a signature over them. */
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => void;

export type ListenOptions = {
  readonly app: Hono;
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Path beginning (`/slack/`) → handler; asked before the app. */
  readonly raw?: Readonly<Record<string, RawHandler>>;
};

export type Listening = { readonly url: string; readonly port: number; close(): Promise<void> };

/** Opens the HTTP port. Rejects with a sentence for people when it cannot be opened. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const listener = getRequestListener(options.app.fetch);
  const mounted = Object.entries(options.raw ?? {});
  const server = createServer((request, response) => {
    const handler = mounted.find(([prefix]) => request.url?.startsWith(prefix))?.[1];
    if (handler === undefined) void listener(request, response);
    else handler(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, options)));
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusal(error: NodeJS.ErrnoException, { host, port }: ListenOptions): Error {
  const where = `${host}:${port}`;
  const why = {
    EADDRINUSE: `The HTTP port ${where} is in use by another program. Set another http.port, 0 for any free one, or http: off.`,
    EACCES: `The HTTP port ${where} may not be opened by this user. Set an http.port above 1024.`,
    EADDRNOTAVAIL: `The HTTP host ${host} is no address of this machine. Set http.host to one of its addresses, or 0.0.0.0.`,
    ENOTFOUND: `The HTTP host ${host} has no address. Set http.host to an address of this machine, or 0.0.0.0.`,
  }[error.code ?? ''];
  return new Error(why ?? `The HTTP port ${where} cannot be opened (${error.code ?? error.message}).`, {
    cause: error,
  });
}
