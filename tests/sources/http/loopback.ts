import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../src/ports/clock.ts';
import type { FetchRequest } from '../../../src/ports/fetcher.ts';
import { createFetcher, type FetcherOptions } from '../../../src/sources/http/fetcher.ts';

export type Site = { readonly url: string; readonly port: number; readonly requests: IncomingMessage[]; close(): void };

/** A web server on loopback that notes what it was asked. */
export async function startSite(answer: RequestListener): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, port, requests, close };
}

/** The real time, moved on by hand where a test wants tomorrow today. */
export class MovableClock implements Clock {
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  skip(ms: number): void {
    this.#ahead += ms;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await sleep(ms, undefined, signal === undefined ? { ref: false } : { signal, ref: false });
  }
}

export function testFetcher(options: Partial<FetcherOptions> = {}) {
  const clock = new MovableClock();
  const settings = { allowPrivate: false, userAgent: 'saltmere-test', maxBytes: 1_000_000, timeout: 1_500, clock };
  return Object.assign(createFetcher({ ...settings, ...options }), { clock });
}

export function asking(url: string, rest: Partial<FetchRequest> = {}): FetchRequest {
  return { url, validators: {}, trusted: true, signal: new AbortController().signal, ...rest };
}
