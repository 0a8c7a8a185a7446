import type { ChannelId } from '../core/channel.ts';
import type { DeliveryError } from '../ports/adapter.ts';
import type { Log } from '../ports/log.ts';
import { failed, isFailing, mended } from './failure.ts';
import type { ChannelRecord, Records } from './records.ts';

/** First and longest wait after a platform did not answer, ms. */
const BACK_OFF = { first: 1000, longest: 60_000 };
/** A failure is worth a record, and a notice, when it lasts. */
const LASTING = 3;
/** How often a channel that is closed to us is tried again by itself. */
const TRY_AGAIN = 30 * 60_000;

/** `name`: what people call it, or its id. */
export type FailingChannel = {
  readonly channel: ChannelId;
  readonly name: string;
  readonly failure: NonNullable<ChannelRecord['failure']>;
};

/** How each channel is doing. */
export type ChannelStates = ReturnType<typeof createChannelStates>;

export function createChannelStates(
  records: Records,
  log: Log,
  nameOf: (channel: ChannelId) => string | undefined,
  changed: (channel: ChannelId) => void,
) {
  const known = new Map<ChannelId, ChannelRecord>();
  const waiting = new Map<ChannelId, number>();
  const deleted = new Map<ChannelId, Set<string>>();

  async function of(channel: ChannelId): Promise<ChannelRecord> {
    const record = known.get(channel) ?? (await records.channel(channel)) ?? {};
    known.set(channel, record);
    return record;
  }

  async function save(channel: ChannelId, record: ChannelRecord): Promise<void> {
    const name = nameOf(channel) ?? record.name;
    const named = name === undefined ? record : { ...record, name };
    known.set(channel, named);
    await records.saveChannel(channel, named);
    changed(channel);
  }

  /** What went wrong, with the channel called as people call it. */
  function inWords(channel: ChannelId, record: ChannelRecord, { message }: DeliveryError): string {
    const name = nameOf(channel) ?? record.name;
    const id = channel.slice(Math.max(channel.lastIndexOf('/'), channel.indexOf(':')) + 1);
    return name === undefined || message.includes(name) || id === '' ? message : message.replaceAll(id, () => name);
  }

  return {
    of,

    /** Channels with a failure, over or not, that this process knows of. */
    failures(): readonly FailingChannel[] {
      return [...known].flatMap(([channel, { failure, name = channel }]) =>
        failure === undefined ? [] : [{ channel, name, failure }],
      );
    },

    /** Before this the channel is not touched, epoch ms. */
    async stoppedUntil(channel: ChannelId): Promise<number> {
      return (await of(channel)).stoppedUntil ?? 0;
    },

    /** Something worked: a failure, if there was one, is over. */
    async works(channel: ChannelId, now: number): Promise<void> {
      const record = await of(channel);
      if (record.failure === undefined || !isFailing(record.failure)) {
        const name = nameOf(channel);
        if (name !== undefined && name !== record.name) await save(channel, record);
        return;
      }
      const { stoppedUntil: _over, ...rest } = record;
      if (record.failure.count >= LASTING || record.stoppedUntil !== undefined) {
        log.info('the channel can be reached again', { channel, since: record.failure.since });
      }
      await save(channel, { ...rest, failure: mended(record.failure, now) });
    },

    /** The platform did not answer; the time to try again. */
    async fails(channel: ChannelId, error: DeliveryError, now: number): Promise<number> {
      const record = await of(channel);
      const failure = failed(record.failure, error.kind, inWords(channel, record, error), now);
      known.set(channel, { ...record, failure });
      if (failure.count === LASTING) {
        log.warn('a channel cannot be reached', { channel, kind: error.kind, reason: failure.message });
        await save(channel, { ...record, failure });
      }
      return now + Math.min(BACK_OFF.first * 2 ** (failure.count - 1), BACK_OFF.longest);
    },

    /** The platform closed the channel to us: nothing is sent until it is mended, or until the time returned. */
    async stops(channel: ChannelId, error: DeliveryError, now: number): Promise<number> {
      const record = await of(channel);
      const failure = failed(record.failure, error.kind, inWords(channel, record, error), now);
      if (failure.count === 1)
        log.error('a channel is closed to us', { channel, kind: error.kind, reason: failure.message });
      await save(channel, { ...record, failure, stoppedUntil: now + TRY_AGAIN });
      return now + TRY_AGAIN;
    },

    /** The platform says that the channel is open to us again. */
    async reopens(channel: ChannelId): Promise<void> {
      const { stoppedUntil, ...rest } = await of(channel);
      if (stoppedUntil !== undefined) await save(channel, rest);
    },

    /** Nothing is known of the channel any more. */
    async drop(channel: ChannelId): Promise<void> {
      await records.deleteChannel(channel);
      for (const map of [known, waiting, deleted]) map.delete(channel);
    },

    async unsure(channel: ChannelId, now: number): Promise<void> {
      const record = await of(channel);
      if (record.atLeastOnceSince === undefined) await save(channel, { ...record, atLeastOnceSince: now });
    },

    /** Since when the channel's oldest due post waits; undefined = nothing waits. */
    waiting(channel: ChannelId, since: number | undefined): void {
      if (since === undefined) waiting.delete(channel);
      else waiting.set(channel, since);
    },

    waitingSince: (channel: ChannelId): number | undefined => waiting.get(channel),

    /** The oldest due post that waits in a channel that is not closed to us. */
    oldestWaiting(): { readonly channel: ChannelId; readonly since: number } | undefined {
      let oldest: { channel: ChannelId; since: number } | undefined;
      for (const [channel, since] of waiting) {
        if (known.get(channel)?.stoppedUntil !== undefined) continue;
        if (oldest === undefined || since < oldest.since) oldest = { channel, since };
      }
      return oldest;
    },

    /** A person deleted this message; told once, at the channel's next run. */
    noteDeleted(channel: ChannelId, message: string): void {
      deleted.set(channel, (deleted.get(channel) ?? new Set()).add(message));
    },

    hasDeleted: (channel: ChannelId): boolean => deleted.has(channel),

    takeDeleted(channel: ChannelId): ReadonlySet<string> {
      const taken = deleted.get(channel) ?? new Set<string>();
      deleted.delete(channel);
      return taken;
    },
  };
}
