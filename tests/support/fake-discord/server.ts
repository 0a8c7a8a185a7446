import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Route } from './answer.ts';
import { refuse } from './answer.ts';
import type { Fault } from './faults.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { RateLimits } from './rate-limits.ts';
import { applicationRoutes, CommandBook } from './routes-application.ts';
import { Interactions, interactionRoutes } from './routes-interactions.ts';
import { messageRoutes, threadRoutes } from './routes-messages.ts';
import { World } from './world.ts';

/** A Discord on loopback that the real SDK connects to. */
export class FakeDiscord {
  token = 'fake.bot.token';
  readonly world = new World();
  readonly faults = new Faults();
  readonly limits = new RateLimits();
  readonly commands = new CommandBook();
  readonly interactions = new Interactions();
  readonly gateway = new Gateway(this.world, () => this.token);
  /** Every request, as `METHOD /path`. */
  readonly requests: string[] = [];
  readonly #routes: readonly (readonly [string, RegExp, Route])[];
  readonly #server = createServer((request, response) => {
    this.#serve(request, response).catch(() => response.destroy());
  });
  apiUrl = '';

  constructor() {
    this.#routes = [
      ...messageRoutes(this.world, this.gateway),
      ...threadRoutes(this.world, this.gateway),
      ...applicationRoutes(this.world, this.gateway, this.commands),
      ...interactionRoutes(this.world, this.gateway, this.interactions),
    ];
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.apiUrl = `http://127.0.0.1:${port}/api`;
    this.gateway.listen(this.#server, `ws://127.0.0.1:${port}`);
    return this;
  }

  /** Goes away as in an outage: no new connections, the open ones cut. `back` brings it back at the same address. */
  async away(): Promise<() => Promise<void>> {
    const { port } = this.#server.address() as AddressInfo;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.gateway.cut();
    this.#server.closeAllConnections();
    await closed;
    return () => new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    await this.gateway.stop();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/u, ''));
    const method = request.method ?? 'GET';
    const body = await readBody(request);
    this.requests.push(`${method} ${path}`);
    if (this.limits.banned())
      return void response.writeHead(429, { 'content-type': 'text/html' }).end('<html>banned</html>');
    const fault = this.faults.take(method, path);
    if (fault?.kind === 'cut') return void request.socket.destroy();
    if (fault?.kind === 'hang') return;
    const refusal = this.#refusal(request, path, fault);
    if (refusal !== undefined) return this.#send(response, refusal, {});
    if (fault?.kind === 'limited')
      return this.#limit(
        response,
        fault.retryAfter,
        fault.global === true ? 'global' : fault.shared === true ? 'shared' : 'user',
      );
    const verdict = this.limits.ask(method, path);
    if (verdict.over !== undefined)
      return this.#limit(response, verdict.over.retryAfter, verdict.over.scope, verdict.headers);
    const answer = this.#route(method, path, url.searchParams, body);
    if (fault?.kind === 'lost') return void request.socket.destroy();
    this.#send(response, answer, verdict.headers);
  }

  #refusal(request: IncomingMessage, path: string, fault: Fault | undefined): Answer | undefined {
    const open = /^\/(?:webhooks|interactions)\//u.test(path);
    if (!open && request.headers.authorization !== `Bot ${this.token}`) return refuse(401, 0, '401: Unauthorized');
    if (fault?.kind === 'broken') return { status: 500, body: 'broken' };
    if (fault?.kind === 'code') return refuse(fault.status, fault.code, fault.message ?? 'refused');
    return undefined;
  }

  #route(method: string, path: string, query: URLSearchParams, body: Record<string, unknown>): Answer {
    for (const [verb, pattern, route] of this.#routes) {
      const match = verb === method ? pattern.exec(path) : null;
      if (match !== null) return route({ method, path, query, body }, match.slice(1));
    }
    return refuse(404, 0, '404: Not Found');
  }

  #send(response: ServerResponse, { status, body }: Answer, headers: Record<string, string>): void {
    if (status === 401 || status === 403) this.limits.invalid();
    response.writeHead(status, { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  #limit(
    response: ServerResponse,
    retryAfter: number,
    scope: 'user' | 'shared' | 'global',
    headers: Record<string, string> = {},
  ): void {
    if (scope !== 'shared') this.limits.invalid();
    response.writeHead(429, {
      ...headers,
      'content-type': 'application/json',
      'retry-after': String(Math.ceil(retryAfter / 1_000)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    });
    const body = {
      message: 'You are being rate limited.',
      retry_after: retryAfter / 1_000,
      global: scope === 'global',
    };
    response.end(JSON.stringify(body));
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
