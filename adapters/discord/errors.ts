import type { DeliveryErrorKind } from '../../src/ports/adapter.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import { OLD_EDIT_WAIT } from './limits.ts';

/** A 429 as our request layer read it. `code` is Discord's own, e.g. 30046 for too many edits of old messages. */
export class LimitedAnswer extends Error {
  override readonly name = 'LimitedAnswer';
  readonly retryAfter: number;
  readonly global: boolean;
  readonly code: number | undefined;

  constructor(answer: { retryAfter: number; global: boolean; code?: number | undefined }) {
    super('Discord answered 429');
    this.retryAfter = answer.retryAfter;
    this.global = answer.global;
    this.code = answer.code;
  }
}

/** Discord's numbers for what went wrong, in their words (topics/opcodes-and-status-codes, "JSON Error Codes"). */
const CODES: Readonly<Record<number, readonly [DeliveryErrorKind, string]>> = {
  10003: ['channel-gone', 'the channel or thread does not exist any more; unfollow it or point the route elsewhere'],
  10004: ['channel-gone', 'the bot is not in that server any more; invite it again'],
  10008: ['message-gone', 'the message was deleted'],
  10013: ['channel-gone', 'that person does not exist'],
  30046: ['rate-limited', 'too many edits of messages older than an hour; they go on slowly'],
  40005: ['rejected', 'the message is too large'],
  50001: ['forbidden', 'the bot cannot see the channel; give it the permission View Channel there'],
  50005: ['edit-refused', 'the message was written by somebody else'],
  50006: ['rejected', 'the message was empty'],
  50007: [
    'forbidden',
    'this person does not take direct messages from the bot; they can allow them in the privacy settings of a server they share with it',
  ],
  50008: ['channel-gone', 'messages cannot be sent to that kind of channel'],
  50013: ['forbidden', 'a permission is missing in the channel; /liveblog status there names it'],
  50021: ['edit-refused', 'system messages cannot be changed'],
  50024: ['channel-gone', 'that cannot be done in this kind of channel'],
  50035: ['rejected', 'Discord found the message malformed'],
  50083: ['forbidden', 'the thread is archived and could not be reopened; unarchive it or give the bot Manage Threads'],
  160002: ['rejected', 'the message that was answered cannot be replied to'],
  160005: ['forbidden', 'the thread is locked; unlock it or give the bot Manage Threads'],
};

/** Turns whatever a call threw into a `DeliveryError`; `where` names the channel for a person. */
export function toDeliveryError(error: unknown, where: string): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof LimitedAnswer) return limited(error.retryAfter, error.code, where);
  const facts = factsOf(error);
  if (facts.name.startsWith('RateLimitError')) return limited(facts.retryAfter ?? 1_000, undefined, where);
  const cause = Object.assign(
    new Error(`${facts.name}: ${facts.message}`),
    facts.code === undefined ? {} : { code: facts.code },
  );
  if (facts.status === 401)
    return new DeliveryError(
      'forbidden',
      `${where}: Discord does not accept the bot token; copy it anew from the developer portal (Bot → Reset Token).`,
      { cause },
    );
  const known = facts.code === undefined ? undefined : CODES[facts.code];
  if (known !== undefined) {
    const [kind, words] = known;
    return new DeliveryError(kind, `${where}: ${words}.`, {
      cause,
      ...(kind === 'rate-limited' ? { retryAfter: OLD_EDIT_WAIT } : {}),
    });
  }
  if (facts.status === 403) return new DeliveryError('forbidden', `${where}: Discord does not allow it.`, { cause });
  // Discord's own refusals have a number; a bare 404 is an address nobody serves, a proxy's or an outage's.
  if (facts.status === 404 && (facts.code ?? 0) !== 0)
    return new DeliveryError('channel-gone', `${where}: Discord does not know it.`, { cause });
  if (facts.status !== undefined && facts.status >= 400 && facts.status < 500 && facts.status !== 404) {
    return new DeliveryError('rejected', `${where}: Discord refused the message (${facts.status}).`, { cause });
  }
  return new DeliveryError('unavailable', `${where}: Discord did not answer as it should; it will be tried again.`, {
    cause,
  });
}

/** Discord's own number in an error, when it gave one. */
export function codeOf(error: unknown): number | undefined {
  return factsOf(error).code;
}

/** True when Discord says that the channel a message was meant for does not exist any more. */
export function isDeleted(error: unknown): boolean {
  return error instanceof DeliveryError && error.kind === 'channel-gone' && codeOf(error.cause) === UNKNOWN_CHANNEL;
}

export const UNKNOWN_CHANNEL = 10_003;

function limited(retryAfter: number, code: number | undefined, where: string): DeliveryError {
  const wait = Math.ceil(code === 30046 ? Math.max(retryAfter, OLD_EDIT_WAIT) : retryAfter);
  const what = code === 30046 ? 'too many edits of messages older than an hour' : 'Discord asked us to slow down';
  return new DeliveryError('rate-limited', `${where}: ${what}; going on in ${Math.ceil(wait / 1_000)} s.`, {
    retryAfter: wait,
  });
}

type Facts = { name: string; message: string; status?: number; code?: number; retryAfter?: number };

function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { name: 'Error', message: 'unknown' };
  const { status, code, retryAfter } = error as { status?: unknown; code?: unknown; retryAfter?: unknown };
  return {
    name: error.name,
    message: error.message,
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof code === 'number' ? { code } : {}),
    ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
  };
}
