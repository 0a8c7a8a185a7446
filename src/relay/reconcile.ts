import { type ChannelId, platformOf } from '../core/channel.ts';
import { diff, noteKeys, type Step } from '../core/diff.ts';
import type { Wanted } from '../core/wanted.ts';
import type { Outbound } from '../ports/adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { ChannelStates } from './channel-states.ts';
import type { Deliveries } from './deliveries.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { type Performed, performStep } from './perform.ts';
import type { Look } from './wanted-for.ts';

export type ReconcileDeps = {
  /** What the channel should show now; `whole` = all of it, else what changed since everything was in its place. */
  readonly wanted: (channel: ChannelId, now: number, whole: boolean) => Promise<Look>;
  readonly deliveries: Deliveries;
  readonly states: ChannelStates;
  /** The bot was removed from the workspace of this channel. */
  readonly isLeft: (channel: ChannelId) => boolean;
  /** undefined while the platform is not connected. */
  readonly outbound: (channel: ChannelId) => Outbound | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** Steps of one run, and the time a run may take beyond them, ms; then other channels have their turn. */
const STEPS_A_RUN = 25;
const TIME_A_RUN = 200;
/** A platform that is not connected is asked for again after this. */
const NOT_CONNECTED = 2000;
/** A post whose thread is not there yet is looked at again after this. */
const PARENT_WAIT = 1000;
/** Between two looks at the whole of a channel, ms. */
const WHOLE_EVERY = 10 * 60_000;

/**
 * Compares what a channel should show with what it shows, and makes the difference. May be run at any time, any number of
 * times; returns when to look again. Whatever fails is left as an intent or as a difference, so the next run mends it.
 */
export function createReconcile(
  deps: ReconcileDeps,
): (channel: ChannelId, signal: AbortSignal) => Promise<number | undefined> {
  const lanes = new Map<ChannelId, Lanes>();
  const wholeAt = new Map<ChannelId, number>();

  return async (channel, signal) => {
    const { clock, states, deliveries } = deps;
    const outbound = deps.outbound(channel);
    if (outbound === undefined) return clock.now() + NOT_CONNECTED;
    if (deps.isLeft(channel)) return void states.waiting(channel, undefined);
    const stoppedUntil = await states.stoppedUntil(channel);
    if (stoppedUntil > clock.now()) return stoppedUntil;

    const whole = isWholeDue(wholeAt.get(channel), clock.now()) || states.hasDeleted(channel);
    if (whole) wholeAt.set(channel, clock.now());
    const { wanted, inPlace } = await deps.wanted(channel, clock.now(), whole);
    const delivered = (key: string) => deliveries.get(channel, key);
    deliveries.begin(channel);
    await deliveries.load(
      channel,
      wanted.map((item) => item.key),
    );
    await deliveries.load(channel, noteKeys(wanted, delivered));
    await markDeleted(deps, channel, wanted);
    const lane = laneOf(lanes, channel, outbound);

    const { steps } = diff(wanted, delivered, clock.now());
    const stopped = await run(deps, channel, outbound, lane, steps, signal);
    const again = lookAgainAt(deps, channel, lane, wanted);
    if (stopped === undefined && again === undefined) inPlace();
    return stopped ?? again;
  };
}

/** Every so often the whole channel is looked at, in case something was missed. */
function isWholeDue(last: number | undefined, now: number): boolean {
  return last === undefined || now - last >= WHOLE_EVERY;
}

function laneOf(lanes: Map<ChannelId, Lanes>, channel: ChannelId, outbound: Outbound): Lanes {
  const known = lanes.get(channel);
  if (known !== undefined) return known;
  const made = createLanes(outbound.limits);
  lanes.set(channel, made);
  return made;
}

/** Does as many steps as this run may; answers with a time when the whole channel has to wait. */
async function run(
  deps: ReconcileDeps,
  channel: ChannelId,
  outbound: Outbound,
  lanes: Lanes,
  steps: readonly Step[],
  signal: AbortSignal,
): Promise<number | undefined> {
  const started = deps.clock.now();
  let done = 0;
  for (const step of steps) {
    if (signal.aborted || (done >= STEPS_A_RUN && deps.clock.now() - started > TIME_A_RUN)) break;
    if (lanes.opensAt(step, deps.clock.now()) > deps.clock.now()) continue;
    const performed = await performStep({ ...deps, channel, outbound }, lanes.placed(step, deps.clock.now()), signal);
    if (performed.kind === 'waits') continue;
    done++;
    const stop = await settle(deps, channel, lanes, step, performed);
    if (stop !== undefined) return stop;
  }
  return undefined;
}

/** Takes note of how a step went; a time = the channel is left alone until then. */
async function settle(
  deps: ReconcileDeps,
  channel: ChannelId,
  lanes: Lanes,
  step: Step,
  performed: Exclude<Performed, { kind: 'waits' }>,
): Promise<number | undefined> {
  const now = deps.clock.now();
  const platform = platformOf(channel);
  switch (performed.kind) {
    case 'done':
      lanes.spend(step, now);
      await deps.states.works(channel, now);
      return undefined;
    // The post starts anew, before those that follow it: in a new run.
    case 'absent':
      return now;
    case 'unsure':
      await deps.states.unsure(channel, now);
      return now;
    case 'limited':
      lanes.close(step, now + performed.wait);
      deps.metrics.observe('rateLimitWait', performed.wait, { platform });
      return undefined;
    case 'thread-limited':
      lanes.closeThread(step, now, now + performed.wait);
      deps.metrics.observe('rateLimitWait', performed.wait, { platform });
      // What follows may go into the channel: this one first, in a new run.
      return now;
    case 'unavailable':
      return deps.states.fails(channel, performed.error, now);
    case 'stopped':
      return deps.states.stops(channel, performed.error, now);
  }
}

/** The earliest time at which anything will be due, in the lanes as they are now. Notes how long the oldest post waits. */
function lookAgainAt(
  deps: ReconcileDeps,
  channel: ChannelId,
  lanes: Lanes,
  wanted: readonly Wanted[],
): number | undefined {
  const now = deps.clock.now();
  const { steps, nextAt } = diff(wanted, (key) => deps.deliveries.get(channel, key), now);
  deps.states.waiting(channel, oldestWaiting(steps));
  const times = steps.map((step) =>
    Math.max(now, lanes.opensAt(step, now), isReady(deps, channel, step) ? 0 : now + PARENT_WAIT),
  );
  if (nextAt !== undefined) times.push(nextAt);
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
}

/** Whether the message that the step's post stands under is there, or will never be. */
function isReady(deps: ReconcileDeps, channel: ChannelId, step: Step): boolean {
  if (step.wanted.under === undefined) return true;
  const parent = deps.deliveries.get(channel, step.wanted.under);
  return parent !== undefined && parent.state !== 'posting';
}

/** Since when the oldest post that is due waits, epoch ms. */
function oldestWaiting(steps: readonly Step[]): number | undefined {
  let oldest: number | undefined;
  for (const { do: doing, wanted } of steps) {
    if ((doing !== 'post' && doing !== 'find') || wanted.dueAt === undefined) continue;
    oldest = Math.min(oldest ?? wanted.dueAt, wanted.dueAt);
  }
  return oldest;
}

/** Messages that people deleted never come back. */
async function markDeleted(deps: ReconcileDeps, channel: ChannelId, wanted: readonly Wanted[]): Promise<void> {
  const deleted = deps.states.takeDeleted(channel);
  if (deleted.size === 0) return;
  for (const { key } of wanted) {
    const delivery = deps.deliveries.get(channel, key);
    if (delivery === undefined || !('message' in delivery) || !deleted.has(delivery.message.id)) continue;
    if (delivery.state === 'removing') continue;
    await deps.deliveries.save(channel, { key, state: 'gone', life: delivery.life, at: deps.clock.now() });
    deps.log.info('a message was deleted by a person and stays deleted', { channel, post: key });
  }
}
