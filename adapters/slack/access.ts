import { z } from 'zod';
import type { ChannelId } from '../../src/core/channel.ts';
import { type ChannelAccess, DeliveryError } from '../../src/ports/adapter.ts';
import { slackCode } from './errors.ts';
import { JOIN } from './join.ts';
import { placeOf } from './place.ts';
import { missingScopes } from './scopes.ts';
import { parse } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

const Info = z.object({
  channel: z.object({
    name: z.string().optional(),
    is_member: z.boolean().optional(),
    is_im: z.boolean().optional(),
    is_private: z.boolean().optional(),
    is_archived: z.boolean().optional(),
  }),
});

type Missing = ChannelAccess['missing'];

/** What the app may do in a channel: its scopes, and whether it is in there. */
export async function channelAccess(
  workspaces: Workspaces,
  channel: ChannelId,
  signal: AbortSignal,
): Promise<ChannelAccess> {
  let missing: Missing = [];
  try {
    const workspace = await workspaces.of(placeOf(channel).team, signal);
    missing = missingScopes((await workspace.freshIdentity(signal)).scopes);
    const { id } = await workspaces.resolve(channel, signal);
    if (placeOf(channel).person || id.startsWith('D')) return { reachable: true, missing };
    const answer = await workspace.call('conversations.info', { channel: id }, { signal });
    const access = membership(parse(Info, answer, 'conversations.info').channel, missing, id);
    if (access.name !== undefined) workspaces.names.set(channel, access.name);
    return access;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (error.kind === 'rate-limited' || error.kind === 'unavailable') throw error;
    const found = { what: slackCode(error) ?? error.kind, remedy: error.message };
    // Without channels:read nobody can say; posting may well work.
    if (found.what === 'missing_scope') return { reachable: true, missing: missing.length > 0 ? missing : [found] };
    // Slack would not answer this question, which says nothing of posting.
    if (error.kind === 'rejected') return { reachable: true, missing };
    return { reachable: false, missing: [...missing, found] };
  }
}

function membership(channel: z.infer<typeof Info>['channel'], missing: Missing, id: string): ChannelAccess {
  const name = channel.name === undefined ? {} : { name: `#${channel.name}` };
  if (channel.is_archived === true)
    return {
      ...name,
      reachable: false,
      missing: [
        ...missing,
        { what: 'is_archived', remedy: 'The channel is archived. Unarchive it or use another one.' },
      ],
    };
  if (channel.is_member === false && channel.is_im !== true)
    return {
      ...name,
      reachable: false,
      missing: [
        ...missing,
        {
          what: 'not_in_channel',
          remedy: 'The app is not in this channel. Type /invite and its name there.',
          ...(channel.is_private === true ? {} : { mend: { label: 'Let it join', run: `${JOIN} ${id}` } }),
        },
      ],
    };
  return { ...name, reachable: true, missing };
}
