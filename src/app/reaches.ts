import type { ChannelId } from '../core/channel.ts';
import { type Adapter, DeliveryError } from '../ports/adapter.ts';

const PATIENCE = 15_000;

/** Whether a platform lets us into a channel; undefined = it is not connected, or did not answer. */
export async function reaches(adapter: Adapter, channel: ChannelId): Promise<boolean | undefined> {
  const status = adapter.status();
  if (!status.health().connected) return undefined;
  try {
    return (await status.access(channel, AbortSignal.timeout(PATIENCE))).reachable;
  } catch (error) {
    const isClosed = error instanceof DeliveryError && (error.kind === 'forbidden' || error.kind === 'channel-gone');
    return isClosed ? false : undefined;
  }
}
