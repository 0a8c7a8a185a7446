import type { ChannelId } from '../core/channel.ts';
import type { Delivery } from '../core/delivery.ts';
import type { Records } from './records.ts';

/** What a channel has, as far as we know; one holder per channel, written through. */
export type Deliveries = {
  /** A run of the channel begins: what another process may have changed since the last one is forgotten. */
  begin(channel: ChannelId): void;
  /** Reads what is not known yet; afterwards `get` answers for these keys. */
  load(channel: ChannelId, keys: readonly string[]): Promise<void>;
  get(channel: ChannelId, key: string): Delivery | undefined;
  save(channel: ChannelId, delivery: Delivery): Promise<void>;
  drop(channel: ChannelId, key: string): Promise<void>;
  /** Nothing of the channel is kept: it is gone, and its messages with it. */
  dropAll(channel: ChannelId): Promise<void>;
  /** Forgets what is held in memory, after a write whose outcome is unknown. */
  forget(channel: ChannelId): void;
};

/** Deliveries held in memory at most, over all channels; the least recently used channel goes first. */
const MOST_HELD = 200_000;

/**
 * `shared`: other processes reconcile the same channels between our runs, so nothing is remembered from one run to the
 * next.
 */
export function createDeliveries(records: Records, options: { readonly shared: boolean }): Deliveries {
  const held = new Map<ChannelId, Map<string, Delivery | undefined>>();

  function of(channel: ChannelId): Map<string, Delivery | undefined> {
    const known = held.get(channel) ?? new Map<string, Delivery | undefined>();
    held.delete(channel);
    held.set(channel, known);
    return known;
  }

  return {
    begin(channel) {
      if (options.shared) held.delete(channel);
    },

    async load(channel, keys) {
      const known = of(channel);
      const unknown = keys.filter((key) => !known.has(key));
      if (unknown.length === 0) return;
      const found = await records.deliveries(channel, unknown);
      for (const [i, key] of unknown.entries()) known.set(key, found[i]);
      makeRoom(channel);
    },

    get: (channel, key) => held.get(channel)?.get(key),

    async save(channel, delivery) {
      await guarded(channel, () => records.saveDelivery(channel, delivery));
      of(channel).set(delivery.key, delivery);
    },

    async drop(channel, key) {
      await guarded(channel, () => records.deleteDelivery(channel, key));
      of(channel).set(key, undefined);
    },

    async dropAll(channel) {
      for (const key of await records.deliveryKeys(channel)) await records.deleteDelivery(channel, key);
      held.delete(channel);
    },

    forget(channel) {
      held.delete(channel);
    },
  };

  /** A write that failed may have happened: what we remember of the channel is no longer to be trusted. */
  async function guarded(channel: ChannelId, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      held.delete(channel);
      throw error;
    }
  }

  function makeRoom(channel: ChannelId): void {
    let count = 0;
    for (const known of held.values()) count += known.size;
    for (const [other, known] of held) {
      if (count <= MOST_HELD || other === channel) return;
      held.delete(other);
      count -= known.size;
    }
  }
}
