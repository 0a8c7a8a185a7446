import { z } from 'zod';
import type { ChannelId } from '../../src/core/channel.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { slackCode } from './errors.ts';
import { channelName } from './place.ts';
import { parse } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

const Page = z.object({
  channels: z.array(z.object({ id: z.string(), name: z.string().optional() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** A home tab is drawn again after each press on it: the answer is good for so long (ms). */
const KEPT = 60_000;
const PAGE_SIZE = 200;
/** Somebody in more than a thousand channels sees the first thousand. */
const MOST_PAGES = 5;

/** Which channels that the app can see a person is in; asked for pages of their own alone. */
export class Memberships {
  readonly #workspaces: Workspaces;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #known = new Map<string, { readonly channels: readonly ChannelId[]; readonly until: number }>();

  constructor(workspaces: Workspaces, clock: Clock, log: Log) {
    this.#workspaces = workspaces;
    this.#clock = clock;
    this.#log = log;
  }

  /** undefined where Slack does not tell. */
  async of(team: string, user: string, signal: AbortSignal): Promise<readonly ChannelId[] | undefined> {
    const key = `${team}/${user}`;
    const now = this.#clock.now();
    const known = this.#known.get(key);
    if (known !== undefined && known.until > now) return known.channels;
    try {
      const channels = await this.#ask(team, user, signal);
      for (const [name, { until }] of this.#known) if (until <= now) this.#known.delete(name);
      this.#known.set(key, { channels, until: now + KEPT });
      return channels;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      this.#log.warn('slack memberships unknown', { reason: slackCode(error) ?? error.kind });
      return undefined;
    }
  }

  async #ask(team: string, user: string, signal: AbortSignal): Promise<ChannelId[]> {
    const workspace = await this.#workspaces.of(team, signal);
    const channels: ChannelId[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const args = {
        user,
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: PAGE_SIZE,
        ...(cursor === undefined ? {} : { cursor }),
      };
      const answer = parse(Page, await workspace.call('users.conversations', args, { signal }), 'users.conversations');
      for (const { id, name } of answer.channels) {
        const channel = channelName(this.#workspaces.several ? team : undefined, id);
        channels.push(channel);
        if (name !== undefined) this.#workspaces.names.set(channel, `#${name}`);
      }
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    return channels;
  }
}
