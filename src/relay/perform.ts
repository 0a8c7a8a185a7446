import { type ChannelId, platformOf } from '../core/channel.ts';
import type { Delivery, DeliveryIn } from '../core/delivery.ts';
import type { Step } from '../core/diff.ts';
import { tokenOf } from '../core/token.ts';
import type { Wanted } from '../core/wanted.ts';
import { DeliveryError, type Message, type Outbound, type Target } from '../ports/adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Deliveries } from './deliveries.ts';

export type PerformDeps = {
  readonly channel: ChannelId;
  readonly outbound: Outbound;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
};

/**
 * How a step went. `absent`: the post is not there and starts anew; nothing was shown by finding that out. `waits`: what
 * it stands under is not there yet. `limited`: the platform asked to wait. `unavailable`: perhaps done, perhaps not.
 * `stopped`: the channel is closed to us. `thread-limited`: no thread can be opened for it now.
 */
export type Performed =
  | { readonly kind: 'done' | 'absent' | 'unsure' }
  | { readonly kind: 'waits' }
  | { readonly kind: 'limited' | 'thread-limited'; readonly wait: number }
  | { readonly kind: 'unavailable' | 'stopped'; readonly error: DeliveryError };

type StepTo<D extends Step['do']> = Extract<Step, { readonly do: D }>;

/** A platform that limits us without saying for how long. */
const LIMITED_FOR = 5000;

/**
 * Does one step: the intent is written, the platform is asked, the result is written. Killed in between, the intent tells
 * the next run what to look for. A step marked `inChannel` goes into the channel though it should stand in a thread.
 * Throws only what the store throws.
 */
export async function performStep(deps: PerformDeps, step: Step, signal: AbortSignal): Promise<Performed> {
  const target = targetOf(deps, step);
  if (target === undefined) return { kind: 'waits' };
  try {
    const performed = await attempt(deps, step, target, signal);
    count(deps, step, performed.kind === 'unsure' ? 'unsure' : 'done');
    return performed;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    count(deps, step, error.kind);
    return afterError(deps, step, target, error);
  }
}

function attempt(deps: PerformDeps, step: Step, target: Target, signal: AbortSignal): Promise<Performed> {
  switch (step.do) {
    case 'find':
      return find(deps, step.wanted, step.delivery, target, signal);
    case 'post':
      return post(deps, step, target, signal);
    case 'edit':
      return edit(deps, step.wanted, step.delivery, target, signal);
    case 'remove':
      return remove(deps, step.wanted, step.delivery, target, signal);
  }
}

async function post(deps: PerformDeps, step: StepTo<'post'>, target: Target, signal: AbortSignal): Promise<Performed> {
  const { channel, clock, deliveries, outbound } = deps;
  const { wanted, life } = step;
  const { key, revision, edits } = wanted;
  const token = tokenOf(channel, key, life);
  const since = clock.now();
  const place = step.inChannel === undefined ? {} : { inChannel: step.inChannel };
  await deliveries.save(channel, { key, state: 'posting', life, at: since, revision, edits, token, since, ...place });
  const message = await outbound.post(target, wanted.post(), { token, key, since }, signal);
  const at = clock.now();
  await deliveries.save(channel, {
    key,
    state: 'posted',
    life,
    at,
    revision,
    edits,
    message: bare(message),
    postedAt: at,
  });
  if (wanted.dueAt !== undefined)
    deps.metrics.observe('deliveryLag', Math.max(0, at - wanted.dueAt), { platform: platformOf(channel) });
  deps.log.info('posted', { channel, post: key, revision });
  return { kind: 'done' };
}

/** An intent to post was left behind: the message is there, or it is not and the post starts anew. */
async function find(
  deps: PerformDeps,
  wanted: Wanted,
  intent: DeliveryIn<'posting'>,
  target: Target,
  signal: AbortSignal,
): Promise<Performed> {
  const { channel, clock, deliveries, outbound } = deps;
  const { key, token, since, life, revision, edits } = intent;
  const found = await outbound.find(target, wanted.post(), { token, key, since }, signal);
  if (found !== undefined && found !== 'unsure') {
    const at = clock.now();
    await deliveries.save(channel, {
      key,
      state: 'posted',
      life,
      at,
      revision,
      edits,
      message: bare(found),
      postedAt: since,
    });
    deps.log.info('found a post whose answer was lost', { channel, post: key });
    return { kind: 'done' };
  }
  await unpost(deps, key, life);
  return { kind: found === 'unsure' ? 'unsure' : 'absent' };
}

async function edit(
  deps: PerformDeps,
  wanted: Wanted,
  delivery: DeliveryIn<'posted' | 'editing'>,
  target: Target,
  signal: AbortSignal,
): Promise<Performed> {
  const { channel, clock, deliveries, outbound } = deps;
  const { key, life, message, postedAt } = delivery;
  const { revision, edits } = wanted;
  const was = delivery.state === 'editing' ? delivery.was : { revision: delivery.revision, edits: delivery.edits };
  const base = { key, life, revision, edits, postedAt };
  await deliveries.save(channel, { ...base, state: 'editing', at: clock.now(), message, was });
  const shown = await outbound.edit(target, message, wanted.post(), signal);
  await deliveries.save(channel, { ...base, state: 'posted', at: clock.now(), message: bare(shown) });
  deps.log.info('edited', { channel, post: key, revision });
  return { kind: 'done' };
}

async function remove(
  deps: PerformDeps,
  wanted: Wanted,
  delivery: DeliveryIn<'posted' | 'editing' | 'removing' | 'refused'>,
  target: Target,
  signal: AbortSignal,
): Promise<Performed> {
  const { channel, clock, deliveries, outbound } = deps;
  const { key, life, message, postedAt, revision, edits } = delivery;
  await deliveries.save(channel, { key, state: 'removing', life, at: clock.now(), message, postedAt, revision, edits });
  await outbound.remove(target, message, signal);
  await deliveries.save(channel, { key, state: 'removed', life, at: clock.now() });
  deps.log.info('removed', { channel, post: wanted.key });
  return { kind: 'done' };
}

/** What a refusal of the platform means for our record of the post. */
async function afterError(deps: PerformDeps, step: Step, target: Target, error: DeliveryError): Promise<Performed> {
  switch (error.kind) {
    case 'unavailable':
      return { kind: 'unavailable', error };
    case 'rate-limited':
      await undo(deps, step);
      return { kind: 'limited', wait: error.retryAfter ?? LIMITED_FOR };
    case 'thread-limited':
      await undo(deps, step);
      return { kind: 'thread-limited', wait: error.retryAfter ?? LIMITED_FOR };
    case 'channel-gone':
    case 'forbidden':
      await undo(deps, step);
      return { kind: 'stopped', error };
    case 'message-gone':
      await messageGone(deps, step, target);
      return { kind: step.do === 'post' || step.do === 'find' ? 'absent' : 'done' };
    case 'thread-gone':
      await threadGone(deps, step);
      return { kind: 'absent' };
    case 'edit-refused':
    case 'rejected':
      await refused(deps, step, error);
      return { kind: 'done' };
  }
}

/** Certainly not done: the intent is taken back. */
async function undo(deps: PerformDeps, step: Step): Promise<void> {
  if (step.do === 'find') return;
  if (step.do === 'post') await unpost(deps, step.wanted.key, step.life);
  else await deps.deliveries.save(deps.channel, asItWas(step.delivery, deps.clock.now()));
}

async function unpost(deps: PerformDeps, key: string, life: number): Promise<void> {
  if (life === 1) await deps.deliveries.drop(deps.channel, key);
  else await deps.deliveries.save(deps.channel, { key, state: 'removed', life: life - 1, at: deps.clock.now() });
}

/** The message as it is when an edit or a removal did not happen; its edit gap begins anew only with a real edit. */
function asItWas(delivery: DeliveryIn<'posted' | 'editing' | 'removing' | 'refused'>, now: number): Delivery {
  if (delivery.state !== 'editing') return delivery;
  const { key, life, message, postedAt, was } = delivery;
  return { key, life, message, postedAt, state: 'posted', at: now, ...was };
}

/** Somebody deleted the message, or the one it was to stand under; neither comes back. */
async function messageGone(deps: PerformDeps, step: Step, target: Target): Promise<void> {
  const { channel, clock, deliveries, log } = deps;
  const posting = step.do === 'post' || step.do === 'find';
  const key = posting ? step.wanted.under : step.wanted.key;
  if (posting) await undo(deps, step);
  const delivery = key === undefined ? undefined : deliveries.get(channel, key);
  if (key === undefined || delivery === undefined) {
    throw new Error(
      `${channel} says that ${target.under?.id ?? 'a message'} is gone, and nothing was to stand under it`,
    );
  }
  await deliveries.save(channel, { key, state: 'gone', life: delivery.life, at: clock.now() });
  log.info('a message was deleted by a person and stays deleted', { channel, post: key });
}

/** Somebody deleted the thread a post was to stand in: what headed it stays as it is, and what follows goes into the channel. */
async function threadGone(deps: PerformDeps, step: Step): Promise<void> {
  const { channel, clock, deliveries, log } = deps;
  const { key, under } = step.wanted;
  await undo(deps, step);
  const head = under === undefined ? undefined : deliveries.get(channel, under);
  if (head === undefined || !('message' in head))
    throw new Error(`${channel} says that the thread of ${key} is gone, and it has none`);
  await deliveries.save(channel, { ...head, at: clock.now(), message: { ...head.message, thread: null } });
  log.info('a thread was deleted by a person; what follows goes into the channel', { channel, post: head.key });
}

/** The platform will not have it: a new post is given up at this revision, a message there is left as it is. */
async function refused(deps: PerformDeps, step: Step, error: DeliveryError): Promise<void> {
  const { channel, clock, deliveries, log } = deps;
  const { key, revision, edits } = step.wanted;
  const at = clock.now();
  log.error('the platform refused a message', { channel, post: key, step: step.do, reason: error.message });
  if (step.do === 'post' || step.do === 'find') {
    const life = step.do === 'post' ? step.life : step.delivery.life;
    await deliveries.save(channel, { key, state: 'failed', life, at, revision, edits, reason: error.message });
    return;
  }
  const { life, message, postedAt } = step.delivery;
  const shown = step.delivery.state === 'editing' ? step.delivery.was : step.delivery;
  const cannot = step.do === 'remove' ? 'remove' : 'edit';
  await deliveries.save(channel, {
    key,
    state: 'refused',
    cannot,
    life,
    at,
    message,
    postedAt,
    revision: shown.revision,
    edits: shown.edits,
  });
}

/** Where the step happens; undefined while the message it stands under is not there yet. */
function targetOf(deps: PerformDeps, step: Step): Target | undefined {
  const { channel } = deps;
  const { wanted } = step;
  if (wanted.under === undefined || isInChannel(step)) return { channel };
  const parent = deps.deliveries.get(channel, wanted.under);
  if (parent === undefined || parent.state === 'posting') return undefined;
  return 'message' in parent ? { channel, under: parent.message } : { channel };
}

function isInChannel(step: Step): boolean {
  return (step.do === 'post' && step.inChannel === true) || (step.do === 'find' && step.delivery.inChannel === true);
}

function bare(message: Message): Message {
  const { id, url, thread } = message;
  return { id, ...(url === undefined ? {} : { url }), ...(thread === undefined ? {} : { thread }) };
}

function count(deps: PerformDeps, step: Step, outcome: 'done' | 'unsure' | DeliveryError['kind']): void {
  deps.metrics.count('deliveries', { platform: platformOf(deps.channel), step: step.do, outcome });
}
