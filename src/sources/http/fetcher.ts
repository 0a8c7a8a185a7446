import { createHash } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { publicUrl, redactUrl } from '../../core/redact-url.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Fetched, Fetcher, FetchRequest, Validators } from '../../ports/fetcher.ts';
import { SourceError } from '../../ports/source.ts';
import { header } from './caching.ts';
import { decodeText } from './decode-text.ts';
import { Doubts, type Finding } from './doubts.ts';
import { type Answer, type ExchangeTools, exchange } from './exchange.ts';
import { HostQueue } from './hosts.ts';
import { InFlight } from './in-flight.ts';
import { createTransport } from './transport.ts';

export type FetcherOptions = {
  /** True: addresses given in chat may be private too. */
  readonly allowPrivate: boolean;
  readonly userAgent: string;
  /** Cap of a body, packed and unpacked. */
  readonly maxBytes: number;
  /** Milliseconds for a fetch from the first connection to the last byte, redirects included. */
  readonly timeout: number;
  readonly clock: Clock;
  /** In place of the system's name look-up. */
  readonly lookup?: LookupFunction;
};

const DEFAULT_ACCEPT =
  'text/html,application/xhtml+xml,application/feed+json,application/json,application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.8';

/** What one fetch brought, before each asker compares it with what it had. `sent`: the validators it was made with. */
type Trip = { readonly answer: Answer; readonly hash: string | undefined; readonly sent: Validators };

/** The one way to the web for all sources. */
export function createFetcher(options: FetcherOptions): Fetcher {
  return new WebFetcher(options);
}

class WebFetcher implements Fetcher {
  readonly #options: FetcherOptions;
  readonly #tools: ExchangeTools;
  readonly #doubts = new Doubts();
  readonly #trips = new InFlight<Trip>();

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#tools = { ...options, transport: createTransport(options), hosts: new HostQueue(options.clock) };
  }

  /** Where an address once moved to is asked first; when that is gone or refused, the old one gets to say where it is now. */
  async fetch(request: FetchRequest): Promise<Fetched> {
    const asked = webAddress(request.url);
    const { movedTo } = request.validators;
    if (movedTo === undefined) return this.#fetchFrom(request, asked);
    try {
      const trusted = request.trusted && sameHost(movedTo, asked);
      return await this.#fetchFrom({ ...request, trusted }, webAddress(movedTo));
    } catch (error) {
      if (!(error instanceof SourceError) || (error.kind !== 'gone' && error.kind !== 'refused')) throw error;
      return this.#fetchFrom({ ...request, validators: hashOnly(request.validators) }, asked);
    }
  }

  close(): Promise<void> {
    return this.#tools.transport.close();
  }

  async #fetchFrom(request: FetchRequest, url: URL): Promise<Fetched> {
    const key = JSON.stringify([url.href, request.accept, request.trusted]);
    let trip = await this.#trips.share(key, request.signal, (signal) => this.#travel(request, url, signal));
    if (trip.hash === undefined && !sameConditions(trip.sent, request.validators)) {
      trip = await this.#travel(request, url, request.signal); // "not modified" was said to somebody who had another version
    }
    return settle(trip, request, this.#options.clock.now());
  }

  async #travel(request: FetchRequest, url: URL, signal: AbortSignal): Promise<Trip> {
    const now = this.#options.clock.now();
    const tested = this.#doubts.isDue(url.href, now);
    const sent = tested ? {} : request.validators;
    const headers = { accept: request.accept ?? DEFAULT_ACCEPT, ...conditions(sent) };
    const trusted = request.trusted || this.#options.allowPrivate;
    const answer = await exchange({ url, headers, trusted, signal }, this.#tools);
    if (answer.body === undefined) {
      if (Object.keys(conditions(sent)).length === 0) throw unaskedNotModified(url);
      this.#doubts.notModified(url.href, now);
      return { answer, hash: undefined, sent };
    }
    const hash = createHash('sha256').update(answer.body).digest('base64url');
    this.#doubts.whole(url.href, now, tested, finding(request.validators, answer, hash));
    return { answer, hash, sent };
  }
}

function sameHost(address: string, url: URL): boolean {
  return webAddress(address).hostname === url.hostname;
}

function hashOnly({ bodyHash }: Validators): Validators {
  return bodyHash === undefined ? {} : { bodyHash };
}

function webAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new SourceError('refused', `${redactUrl(text)} is not a web address; give one that begins with https://.`);
}

/** The ETag alone where there is one: it wins over the date, and some servers mind only the date when both are sent. */
function conditions(validators: Validators): Record<string, string> {
  if (validators.etag !== undefined) return { 'if-none-match': validators.etag };
  if (validators.lastModified !== undefined) return { 'if-modified-since': validators.lastModified };
  return {};
}

function sameConditions(a: Validators, b: Validators): boolean {
  return JSON.stringify(conditions(a)) === JSON.stringify(conditions(b));
}

function finding(before: Validators, answer: Answer, hash: string): Finding {
  if (before.bodyHash === undefined || before.bodyHash === hash) return 'same';
  return sameConditions(before, validatorsOf(answer, hash)) ? 'contradiction' : 'changed';
}

function unaskedNotModified(url: URL): SourceError {
  const where = redactUrl(url.href);
  return new SourceError('unreachable', `${where} answers "not modified" to a first request; it will be tried again.`);
}

function validatorsOf(answer: Answer, hash: string): Validators {
  const etag = header(answer.headers, 'etag');
  const lastModified = header(answer.headers, 'last-modified');
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    bodyHash: hash,
  };
}

function settle(trip: Trip, request: FetchRequest, now: number): Fetched {
  const { answer, hash } = trip;
  const movedTo = answer.movedTo ?? request.validators.movedTo;
  const moved = movedTo === undefined ? {} : { movedTo };
  const maxAge = answer.maxAge === undefined ? {} : { maxAge: answer.maxAge };
  if (hash === undefined || answer.body === undefined) {
    return { status: 'same', validators: { ...request.validators, ...moved }, ...maxAge };
  }
  const validators = { ...validatorsOf(answer, hash), ...moved };
  if (hash === request.validators.bodyHash) return { status: 'same', validators, ...maxAge };
  const type = header(answer.headers, 'content-type') ?? '';
  const document = {
    url: publicUrl(answer.url),
    text: decodeText(answer.body, type),
    contentType: (type.split(';')[0] ?? '').trim().toLowerCase(),
    fetchedAt: now,
  };
  return { status: 'changed', document, validators, ...maxAge };
}
