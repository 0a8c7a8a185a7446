import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { record } from './block-limits.ts';
import { METHODS, refuse } from './methods.ts';
import { Oauth } from './oauth.ts';
import { RateLimits } from './rate-limits.ts';
import { ResponseUrls } from './response-urls.ts';
import { SocketMode } from './socket-mode.ts';
import { Views } from './views.ts';
import { World } from './world.ts';

/** What befalls a call: not done and cut, done and cut, never answered (done or not), a 5xx, a 429. */
export type ApiFault =
  | { readonly kind: 'cut' | 'lost' | 'hang' | 'hang-done' | 'broken' }
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'refuse'; readonly error: string };

export type FakeSlackOptions = {
  readonly now?: () => number;
  /** Enforce the documented rate limits. */
  readonly limits?: boolean;
};

/**
 * Slack as far as our adapter can tell: Web API, Socket Mode, OAuth and response addresses on one loopback port. The
 * world behind it is what people see; `calls` is every call that arrived.
 */
export class FakeSlack {
  readonly world: World;
  readonly limits: RateLimits;
  readonly socket: SocketMode;
  readonly oauth: Oauth;
  readonly responses: ResponseUrls;
  readonly views: Views;
  readonly calls: { readonly method: string; readonly args: Record<string, unknown>; readonly at: number }[] = [];
  appToken = 'xapp-test-1';
  readonly #faults: { readonly fault: ApiFault; readonly methods: readonly string[] }[] = [];
  readonly #server: Server;
  readonly #enforce: boolean;

  constructor(options: FakeSlackOptions = {}) {
    const now = options.now ?? Date.now;
    this.world = new World(now);
    this.limits = new RateLimits(now);
    this.views = new Views(this.world);
    this.responses = new ResponseUrls(this.world);
    this.oauth = new Oauth(this.world);
    this.#enforce = options.limits ?? false;
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    this.socket = new SocketMode(this.#server);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  /** The next call of one of these methods meets the fault. */
  failNext(fault: ApiFault, methods: readonly string[] = ['chat.postMessage', 'chat.update', 'chat.delete']): void {
    this.#faults.push({ fault, methods });
  }

  async close(): Promise<void> {
    this.socket.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    if (url.pathname === '/authorize') return this.oauth.authorize(url, response);
    const body = await readBody(request);
    if (url.pathname.startsWith('/response/')) {
      const done = this.responses.use(url.pathname.slice('/response/'.length), body);
      response.writeHead(done ? 200 : 404, { 'content-type': 'text/plain' }).end(done ? 'ok' : 'used_url');
      return;
    }
    const method = url.pathname.replace(/^\/api\//u, '');
    const token = (request.headers.authorization ?? '').replace(/^Bearer /u, '') || String(body.token ?? '');
    this.calls.push({ method, args: body, at: Date.now() });
    const at = this.#faults.findIndex(({ methods }) => methods.includes(method));
    const fault = at < 0 ? undefined : this.#faults.splice(at, 1)[0]?.fault;
    this.#answer(method, token, body, fault, response);
  }

  #answer(
    method: string,
    token: string,
    body: Record<string, unknown>,
    fault: ApiFault | undefined,
    response: ServerResponse,
  ) {
    if (fault?.kind === 'cut') return response.destroy();
    if (fault?.kind === 'hang') return response;
    if (fault?.kind === 'broken') return response.writeHead(503).end('upstream trouble');
    if (fault?.kind === 'limited') return limited(response, Math.ceil(fault.retryAfter / 1_000));
    if (fault?.kind === 'refuse') return json(response, refuse(fault.error));
    const team = this.world.byToken(token);
    const wait =
      this.#enforce && team !== undefined ? this.limits.check(method, team.id, String(body.channel ?? '')) : undefined;
    if (wait !== undefined) return limited(response, wait);
    const answer = this.#run(method, token, body);
    if (fault?.kind === 'lost') return response.destroy();
    if (fault?.kind === 'hang-done') return response;
    const scopes = team === undefined ? {} : { 'x-oauth-scopes': [...team.scopes].join(',') };
    return json(response, answer, scopes);
  }

  #run(method: string, token: string, body: Record<string, unknown>) {
    if (method === 'apps.connections.open')
      return token === this.appToken ? { ok: true, url: this.socket.ticket(this.origin) } : refuse('invalid_auth');
    if (method === 'oauth.v2.access') return this.oauth.access(body);
    const team = this.world.byToken(token);
    if (team === undefined) return refuse('invalid_auth');
    if (team.revoked) return refuse('token_revoked');
    if (method.startsWith('views.') && method !== 'views.publish') return this.views.run(method, body);
    const known = METHODS[method];
    if (known === undefined) return refuse('unknown_method');
    if (known.scope !== undefined && !team.scopes.has(known.scope))
      return refuse('missing_scope', { needed: known.scope, provided: [...team.scopes].join(',') });
    return known.run(this.world, team, body);
  }
}

function limited(response: ServerResponse, seconds: number) {
  response.writeHead(429, { 'retry-after': String(seconds), 'content-type': 'application/json' });
  return response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
}

function json(response: ServerResponse, answer: unknown, headers: Record<string, string> = {}) {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  return response.end(JSON.stringify(answer));
}

const JSON_FIELDS = ['blocks', 'view', 'metadata', 'attachments'];

/** Form-encoded or JSON; the fields Slack takes as JSON strings are read. */
async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if ((request.headers['content-type'] ?? '').includes('json')) return { ...record(JSON.parse(text || '{}')) };
  const fields: Record<string, unknown> = Object.fromEntries(new URLSearchParams(text));
  for (const name of JSON_FIELDS) if (typeof fields[name] === 'string') fields[name] = JSON.parse(fields[name]);
  return fields;
}
