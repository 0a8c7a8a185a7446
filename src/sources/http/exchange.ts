import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';
import { redactUrl } from '../../core/redact-url.ts';
import type { Clock } from '../../ports/clock.ts';
import { header, maxAge, retryAfter } from './caching.ts';
import { DeadlineError, networkFailure } from './failures.ts';
import type { HostQueue } from './hosts.ts';
import { ACCEPT_ENCODING, readBody, tooLarge } from './read-body.ts';
import { isRedirect, nextHop, pageOf } from './redirects.ts';
import { challengeFailure, isChallenge, REFUSAL_REACH, statusFailure } from './refusals.ts';
import type { Transport } from './transport.ts';

export type ExchangeTools = {
  readonly transport: Transport;
  readonly hosts: HostQueue;
  readonly clock: Clock;
  readonly allowPrivate: boolean;
  readonly userAgent: string;
  readonly maxBytes: number;
  readonly timeout: number;
};

export type ExchangeRequest = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly trusted: boolean;
  readonly signal: AbortSignal;
};

/** What came of following an address to its end. `movedTo`: the redirects on the way were all
 * permanent (never told of an address with credentials, which would be lost by it). */
export type Answer = {
  readonly url: string;
  readonly movedTo?: string;
  readonly headers: IncomingHttpHeaders;
  readonly maxAge: number | undefined;
  /** undefined: not modified. */
  readonly body: Buffer | undefined;
};

type Step = { readonly redirect: URL; readonly permanent: boolean } | { readonly answer: Answer };

/**
 * Asks for an address and follows its redirects by hand: each step is judged anew – address, host's turn, credentials – and
 * all steps together have one time budget, which waiting for a host's turn does not eat. Throws `SourceError`.
 */
export async function exchange(asked: ExchangeRequest, tools: ExchangeTools): Promise<Answer> {
  const visited = new Set([pageOf(asked.url)]);
  let { url, trusted } = asked;
  let permanent = asked.url.username === '' && asked.url.password === '';
  let budget = tools.timeout;
  for (;;) {
    const name = url.host;
    const where = redactUrl(url.href);
    const near = tools.transport.isPrivate(url.hostname);
    await tools.hosts.enter(name, { near, where, signal: asked.signal });
    const start = tools.clock.now();
    try {
      const step = await takeStep({ ...asked, url, trusted }, budget, visited, tools);
      if ('answer' in step) {
        const moved = permanent && visited.size > 1 ? { movedTo: step.answer.url } : {};
        return { ...step.answer, ...moved };
      }
      permanent &&= step.permanent;
      trusted &&= staysTrusted(url, step.redirect, tools);
      url = step.redirect;
      visited.add(pageOf(url));
    } finally {
      tools.hosts.leave(name);
    }
    budget = Math.max(1, budget - (tools.clock.now() - start));
  }
}

/**
 * An operator who trusts a host at a private address trusts where it leads; a public site that was trusted must not lead
 * inside.
 */
function staysTrusted(from: URL, to: URL, tools: ExchangeTools): boolean {
  return tools.allowPrivate || from.hostname === to.hostname || tools.transport.isPrivate(from.hostname);
}

async function takeStep(
  asked: ExchangeRequest,
  budget: number,
  visited: ReadonlySet<string>,
  tools: ExchangeTools,
): Promise<Step> {
  const where = redactUrl(asked.url.href);
  const deadline = new AbortController();
  const done = new AbortController();
  const signal = AbortSignal.any([asked.signal, deadline.signal]);
  tools.clock.sleep(budget, done.signal).then(
    () => deadline.abort(new DeadlineError()),
    () => undefined, // the step was quicker than its deadline
  );
  let phase: 'headers' | 'body' = 'headers';
  try {
    const response = await send(asked, signal, tools);
    phase = 'body';
    return await readResponse(response, asked.url, visited, tools);
  } catch (cause) {
    asked.signal.throwIfAborted();
    throw networkFailure(deadline.signal.aborted ? deadline.signal.reason : cause, where, phase, tools.timeout);
  } finally {
    done.abort();
  }
}

type Response = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Dispatcher.ResponseData['body'];
};

async function send(asked: ExchangeRequest, signal: AbortSignal, tools: ExchangeTools): Promise<Response> {
  const { statusCode, headers, body } = await request(pageOf(asked.url), {
    dispatcher: asked.trusted ? tools.transport.open : tools.transport.guarded,
    method: 'GET',
    headers: {
      'user-agent': tools.userAgent,
      'accept-encoding': ACCEPT_ENCODING,
      ...asked.headers,
      ...authorization(asked.url),
    },
    signal,
  });
  body.on('error', () => undefined); // a body nobody reads to its end may fail after we turned away; readers get it anyway
  return { status: statusCode, headers, body };
}

async function readResponse(
  response: Response,
  url: URL,
  visited: ReadonlySet<string>,
  tools: ExchangeTools,
): Promise<Step> {
  const { status, headers, body } = response;
  const where = redactUrl(url.href);
  const now = tools.clock.now();
  if (isRedirect(status)) {
    await body.dump();
    const hop = nextHop(url, status, header(headers, 'location'), visited);
    return { redirect: hop.url, permanent: hop.permanent };
  }
  const answer = { url: pageOf(url), headers, maxAge: maxAge(headers, now) };
  if (status === 304) {
    await body.dump();
    return { answer: { ...answer, body: undefined } };
  }
  if (status < 200 || status > 299) throw await refusal(response, url, tools);
  const limits = { maxBytes: tools.maxBytes, where };
  if (Number(header(headers, 'content-length') ?? 0) > tools.maxBytes) {
    body.destroy();
    throw tooLarge(limits);
  }
  const bytes = await readBody(body, header(headers, 'content-encoding') ?? '', limits);
  if (isChallenge(headers, bytes.toString('latin1', 0, REFUSAL_REACH))) throw challengeFailure(where);
  return { answer: { ...answer, body: bytes } };
}

async function refusal(response: Response, url: URL, tools: ExchangeTools): Promise<Error> {
  const { status, headers, body } = response;
  const where = redactUrl(url.href);
  const wait = retryAfter(headers, tools.clock.now());
  if (wait !== undefined && (status === 429 || status === 503)) tools.hosts.hold(url.host, wait);
  if (status === 403 || status === 429 || status === 503) {
    const start = await startOf(body, header(headers, 'content-encoding') ?? '', where);
    if (isChallenge(headers, start)) return challengeFailure(where);
  } else body.destroy();
  return statusFailure(status, where, wait);
}

/** The beginning of an error page; a page too long or broken to read is simply not recognised. */
async function startOf(body: Readable, encoding: string, where: string): Promise<string> {
  try {
    const bytes = await readBody(body, encoding, { maxBytes: REFUSAL_REACH, where });
    return bytes.toString('latin1');
  } catch {
    body.destroy();
    return '';
  }
}

/** Credentials stand in the address as the operator wrote it, so they never reach the host a redirect leads to. */
function authorization(url: URL): { authorization?: string } {
  if (url.username === '' && url.password === '') return {};
  const pair = `${asWritten(url.username)}:${asWritten(url.password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** A part of an address with its escapes read; with a bare per cent sign in it there are none to read. */
function asWritten(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
