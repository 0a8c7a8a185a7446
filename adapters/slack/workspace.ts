import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { abortable } from './abortable.ts';
import { Budget } from './budget.ts';
import { toDeliveryError } from './errors.ts';

const Identity = z.object({
  team_id: z.string(),
  url: z.string().optional(),
  user_id: z.string().optional(),
  bot_id: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** Who we are in a workspace. `scopes` is undefined where the server does not tell. */
export type Identity = {
  readonly team: string;
  /** The workspace's address, for permalinks. */
  readonly url: string | undefined;
  readonly user: string | undefined;
  readonly bot: string | undefined;
  readonly scopes: readonly string[] | undefined;
};

const Opened = z.object({ channel: z.object({ id: z.string() }) });

export type CallOptions = { readonly signal: AbortSignal; readonly channel?: string };

/**
 * One workspace with its token: every call to its Web API goes through `call`, which counts it against the budget, gives
 * it up when the signal says so, and fails with a `DeliveryError` only.
 */
export class Workspace {
  readonly token: string;
  readonly #client: webApi.WebClient;
  readonly #clock: Clock;
  readonly #budget = new Budget();
  readonly #direct = new Map<string, string>();
  #identity: Identity | undefined;

  constructor(token: string, client: webApi.WebClient, clock: Clock) {
    this.token = token;
    this.#client = client;
    this.#clock = clock;
  }

  async call(method: string, args: Record<string, unknown>, { signal, channel }: CallOptions): Promise<unknown> {
    const where = channel === undefined ? { method } : { method, channel };
    const wait = this.#budget.take(method, channel ?? '', this.#clock.now());
    if (wait > 0) {
      const place = channel === undefined ? 'Slack' : `Slack channel ${channel}`;
      throw new DeliveryError('rate-limited', `${place}: ${method} waits for its turn.`, { retryAfter: wait });
    }
    try {
      return await abortable(this.#client.apiCall(method, args), signal);
    } catch (error) {
      const failure = toDeliveryError(error, where);
      if (failure.kind === 'rate-limited')
        this.#budget.block(method, channel ?? '', this.#clock.now() + (failure.retryAfter ?? 0));
      throw failure;
    }
  }

  /** Asked once; a failure is not remembered. */
  async identity(signal: AbortSignal): Promise<Identity> {
    this.#identity ??= await this.freshIdentity(signal);
    return this.#identity;
  }

  async freshIdentity(signal: AbortSignal): Promise<Identity> {
    const answer = parse(Identity, await this.call('auth.test', {}, { signal }), 'auth.test');
    this.#identity = {
      team: answer.team_id,
      url: answer.url?.replace(/\/?$/u, '/'),
      user: answer.user_id,
      bot: answer.bot_id,
      scopes: answer.response_metadata?.scopes,
    };
    return this.#identity;
  }

  /** The channel of a person's direct messages; opened once. */
  async directChannel(person: string, signal: AbortSignal): Promise<string> {
    const known = this.#direct.get(person);
    if (known !== undefined) return known;
    const answer = await this.call('conversations.open', { users: person }, { signal });
    const { id } = parse(Opened, answer, 'conversations.open').channel;
    this.#direct.set(person, id);
    return id;
  }

  /** Whose direct messages a channel holds, as far as we opened them ourselves. */
  personOf(channel: string): string | undefined {
    return [...this.#direct].find(([, id]) => id === channel)?.[0];
  }
}

/** Reads an answer of the Web API; one of another shape counts as no answer. */
export function parse<T>(shape: z.ZodType<T>, answer: unknown, method: string): T {
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new DeliveryError('unavailable', `Slack: ${method} gave an answer of an unknown shape; it is tried again.`, {
    cause: parsed.error,
  });
}
