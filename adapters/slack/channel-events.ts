import { z } from 'zod';
import type { ChannelEvent } from '../../src/ports/adapter.ts';
import { channelName } from './place.ts';
import type { Recent } from './recent.ts';

/** The parts of Slack's channel events that say what can be shown where. */
const Event = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  channel: z.union([z.string(), z.object({ id: z.string() })]).optional(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  deleted_ts: z.string().optional(),
  message: z.object({ subtype: z.string().optional(), ts: z.string().optional() }).optional(),
  previous_message: z.object({ bot_id: z.string().optional(), ts: z.string().optional() }).optional(),
});

export type Us = {
  /** Set where channels are written with their workspace. */
  readonly team: string | undefined;
  readonly bot: string | undefined;
  readonly user: string | undefined;
  readonly removals: Recent;
  /** Whose direct messages a `D…` channel holds. */
  readonly personOf: (channel: string) => string | undefined;
};

const LOST = new Set(['channel_archive', 'channel_left', 'group_archive', 'group_left']);
const GONE = new Set(['channel_deleted', 'group_deleted']);
const MENDED = new Set(['channel_unarchive', 'group_unarchive']);

/** What an event means for us; undefined when nothing, which is so for our own edits and removals. */
export function channelEvent(event: unknown, us: Us): ChannelEvent | undefined {
  const { data } = Event.safeParse(event);
  const id = typeof data?.channel === 'object' ? data.channel.id : data?.channel;
  if (data === undefined || id === undefined) return undefined;
  const person = us.personOf(id);
  const channel = channelName(us.team, person === undefined ? id : `@${person}`);
  if (LOST.has(data.type)) return { kind: 'lost', channel };
  if (GONE.has(data.type)) return { kind: 'gone', channel };
  if (MENDED.has(data.type)) return { kind: 'mended', channel };
  if (data.type === 'member_joined_channel') return data.user === us.user ? { kind: 'mended', channel } : undefined;
  const message = deletedMessage(data);
  if (message === undefined || data.previous_message?.bot_id !== us.bot || us.bot === undefined) return undefined;
  return us.removals.has(id, message) ? undefined : { kind: 'deleted', channel, message };
}

/** A deleted message; one with answers under it leaves a tombstone instead and counts as deleted. */
function deletedMessage(event: z.infer<typeof Event>): string | undefined {
  if (event.type !== 'message') return undefined;
  if (event.subtype === 'message_deleted') return event.deleted_ts ?? event.previous_message?.ts;
  if (event.subtype === 'message_changed' && event.message?.subtype === 'tombstone') return event.message.ts;
  return undefined;
}
