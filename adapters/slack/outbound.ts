import { z } from 'zod';
import type { Post } from '../../src/core/post.ts';
import { DeliveryError, type Intent, type Outbound, type Target } from '../../src/ports/adapter.ts';
import { slackCode } from './errors.ts';
import { findPost } from './find.ts';
import { ADAPTER_LIMITS } from './limits.ts';
import { METADATA_EVENT, messageOf, topOf } from './message.ts';
import type { Detail, Payload } from './payload.ts';
import type { Recent } from './recent.ts';
import { renderPost } from './render.ts';
import { parse } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

const Posted = z.object({ ts: z.string() });

/** Slack's codes for a payload it could show if it held less: an image it cannot fetch, too many characters. */
const TOO_MUCH = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long']);
const DETAILS: readonly Detail[] = ['full', 'plain', 'short'];

/** Messages in Slack. What we remove ourselves goes into `removals`, because Slack reports those deletions to us too. */
export function createOutbound(workspaces: Workspaces, removals: Recent): Outbound {
  async function send(method: string, target: Target, args: Record<string, unknown>, post: Post, signal: AbortSignal) {
    const { workspace, id } = await workspaces.resolve(target.channel, signal);
    const answer = await simplerIfRefused(post, (payload) =>
      workspace.call(method, { channel: id, ...withMention(payload, post, method), ...args }, { signal, channel: id }),
    );
    return messageOf(workspace, id, parse(Posted, answer, method).ts, topOf(target), signal);
  }

  return {
    limits: ADAPTER_LIMITS,
    post: (target, post, intent, signal) =>
      send('chat.postMessage', target, postArguments(target, post, intent), post, signal),
    edit: (target, message, post, signal) => send('chat.update', target, { ts: message.id }, post, signal),
    remove: async (target, message, signal) => {
      const { workspace, id } = await workspaces.resolve(target.channel, signal);
      removals.add(id, message.id);
      try {
        await workspace.call('chat.delete', { channel: id, ts: message.id }, { signal, channel: id });
      } catch (error) {
        const kind = error instanceof DeliveryError ? error.kind : undefined;
        if (kind === 'message-gone') return;
        // Certainly not removed by us: if it goes now, somebody else deleted it.
        if (kind !== 'unavailable') removals.forget(id, message.id);
        throw error;
      }
    },
    find: async (target, _post, intent, signal) => {
      const { workspace, id } = await workspaces.resolve(target.channel, signal);
      return findPost({ workspace, channel: id, top: topOf(target), intent, signal });
    },
  };
}

function postArguments(target: Target, post: Post, intent: Intent): Record<string, unknown> {
  const top = topOf(target);
  return {
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: METADATA_EVENT, event_payload: { token: intent.token, key: intent.key } },
    ...(top === undefined ? {} : { thread_ts: top, ...(post.broadcast === true ? { reply_broadcast: true } : {}) }),
  };
}

/** A configured mention, already in Slack's syntax, goes in front of a new message and never into an edit. */
function withMention(payload: Payload, post: Post, method: string): Payload {
  if (post.mention === undefined || method !== 'chat.postMessage') return payload;
  return {
    text: `${post.mention} ${payload.text}`,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: post.mention } }, ...payload.blocks],
  };
}

/** A refused payload was certainly not shown, so the same post may be tried at once with less in it. */
async function simplerIfRefused(post: Post, call: (payload: Payload) => Promise<unknown>): Promise<unknown> {
  const payloads = DETAILS.map((detail) => renderPost(post, detail));
  const distinct = payloads.filter((payload, at) => at === 0 || !same(payload, payloads[at - 1]));
  for (const [at, payload] of distinct.entries()) {
    try {
      return await call(payload);
    } catch (error) {
      if (at === distinct.length - 1 || !TOO_MUCH.has(slackCode(error) ?? '')) throw error;
    }
  }
  return undefined;
}

function same(one: Payload, other: Payload | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
