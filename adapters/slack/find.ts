import { z } from 'zod';
import { DeliveryError, type Intent, type Message } from '../../src/ports/adapter.ts';
import { slackCode } from './errors.ts';
import { METADATA_EVENT, messageOf } from './message.ts';
import { parse, type Workspace } from './workspace.ts';

const Page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      bot_id: z.string().optional(),
      metadata: z
        .object({ event_type: z.string().optional(), event_payload: z.record(z.string(), z.unknown()).optional() })
        .optional(),
    }),
  ),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
type Page = z.infer<typeof Page>;

export type Search = {
  readonly workspace: Workspace;
  readonly channel: string;
  readonly top: string | undefined;
  readonly intent: Intent;
  readonly signal: AbortSignal;
};

/** Our clock and Slack's may differ by this much (ms). */
const SKEW = 120_000;
const PAGE_SIZE = 200;
/** A message that is not on the newest 2,000 since the intent was written is looked for no further. */
const MOST_PAGES = 10;

/**
 * Looks through the channel's history (or the thread's) since the intent was written for the message with its token.
 * 'unsure' where the app lacks the history scope, history does not reach back, or messages come without metadata.
 */
export async function findPost({
  workspace,
  channel,
  top,
  intent,
  signal,
}: Search): Promise<Message | 'unsure' | undefined> {
  const { bot } = await workspace.identity(signal);
  let cursor: string | undefined;
  let blind = false;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await readPage({ workspace, channel, top, intent, signal }, cursor);
    if (found === 'unsure' || found === undefined) return found;
    const hit = found.messages.find((message) => isPost(message, intent));
    if (hit !== undefined) return messageOf(workspace, channel, hit.ts, top, signal);
    blind ||= found.messages.some(
      ({ bot_id, metadata }) => bot_id !== undefined && bot_id === bot && metadata === undefined,
    );
    cursor = found.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return blind && page > 0 ? 'unsure' : undefined;
  }
  return 'unsure';
}

async function readPage(search: Search, cursor: string | undefined): Promise<Page | 'unsure' | undefined> {
  const { workspace, channel, top, intent, signal } = search;
  const method = top === undefined ? 'conversations.history' : 'conversations.replies';
  const args = {
    channel,
    oldest: String(Math.max(0, Math.floor((intent.since - SKEW) / 1_000))),
    inclusive: true,
    include_all_metadata: true,
    limit: PAGE_SIZE,
    ...(top === undefined ? {} : { ts: top }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  try {
    return parse(Page, await workspace.call(method, args, { signal, channel }), method);
  } catch (error) {
    const code = slackCode(error);
    if (code === 'missing_scope' || code === 'not_allowed_token_type') return 'unsure';
    if (error instanceof DeliveryError && error.kind === 'message-gone') return undefined;
    throw error;
  }
}

function isPost({ metadata }: Page['messages'][number], { token, key }: Intent): boolean {
  if (metadata?.event_type !== METADATA_EVENT) return false;
  return metadata.event_payload?.token === token && metadata.event_payload.key === key;
}
