import type { Message, Target } from '../../src/ports/adapter.ts';
import type { Workspace } from './workspace.ts';

/** The `event_type` of the metadata on every message of ours; its payload holds the intent's token and key. */
export const METADATA_EVENT = 'liveblog_post';

/** The timestamp of the message on top of the thread a target means. */
export function topOf({ under }: Target): string | undefined {
  return under?.thread ?? under?.id;
}

/** A message with its permalink, made without a call; without one while Slack does not say who we are. */
export async function messageOf(
  workspace: Workspace,
  channel: string,
  ts: string,
  top: string | undefined,
  signal: AbortSignal,
): Promise<Message> {
  const base = await workspace.identity(signal).then(
    ({ url }) => url,
    () => undefined,
  );
  const thread = top === undefined || top === ts ? {} : { thread: top };
  if (base === undefined) return { id: ts, ...thread };
  const query = top === undefined || top === ts ? '' : `?thread_ts=${top}&cid=${channel}`;
  return { id: ts, url: `${base}archives/${channel}/p${ts.replace('.', '')}${query}`, ...thread };
}
