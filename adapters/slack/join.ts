import type { Desk } from './desk.ts';
import { slackCode } from './errors.ts';
import type { Origin } from './origin.ts';
import type { Payload } from './payload.ts';
import { channelName } from './place.ts';
import { richText, section, textPart } from './rich-text.ts';

/** The action of the button that lets the app into a public channel. */
export const JOIN = 'join';

const WHY = 'The app is not in this channel yet, so it cannot post here.';
const BY_HAND = 'Type /invite and the app’s name in the channel; in a private channel that is the only way.';

export function offerToJoin(channel: string): Payload {
  return {
    text: `${WHY} ${BY_HAND}`,
    blocks: [
      richText([section(textPart(`${WHY} Press the button in a public channel. ${BY_HAND}`))]),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: JOIN,
            text: { type: 'plain_text', text: 'Let it join', emoji: false },
            value: channel,
            style: 'primary',
          },
        ],
      },
    ],
  };
}

/** Joins, tells the program that the channel is mended, and says how it went. */
export async function joinChannel(desk: Desk, origin: Origin, channel: string): Promise<string> {
  const signal = desk.patience();
  const workspace = await desk.workspaces.of(origin.team, signal);
  try {
    await workspace.call('conversations.join', { channel }, { signal });
  } catch (error) {
    return `That did not work (${slackCode(error) ?? 'no answer'}). ${BY_HAND}`;
  }
  const team = desk.workspaces.several ? origin.team : undefined;
  await desk.inbound.channel({ kind: 'mended', channel: channelName(team, channel) });
  return 'The app is in this channel now.';
}
