import { z } from 'zod';
import type { ChannelId } from '../../src/core/channel.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { placeOf } from './place.ts';
import { parse, type Workspace } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

const Info = z.object({
  channel: z.object({
    is_private: z.boolean().optional(),
    is_im: z.boolean().optional(),
    is_mpim: z.boolean().optional(),
  }),
});
const User = z.object({
  user: z.object({
    team_id: z.string().optional(),
    deleted: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
  }),
});
const Members = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Who left a channel may be told of what it follows for this long (ms). */
const KEPT = 60_000;
/** Pages of members read of one channel; with a thousand each. */
const MOST_PAGES = 20;

/** Knows which channels a person can read: public ones all but guests, every other one its members alone. */
export class Sight {
  readonly #workspaces: Workspaces;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly told: Promise<unknown>; readonly until: number }>();

  constructor(workspaces: Workspaces, clock: Clock) {
    this.#workspaces = workspaces;
    this.#clock = clock;
  }

  /** undefined = Slack does not tell (a scope is missing, the channel is gone). Throws when it cannot be asked just now. */
  async sees(person: ChannelId, channel: ChannelId, signal: AbortSignal): Promise<boolean | undefined> {
    const [who, where] = [placeOf(person), placeOf(channel)];
    if (who.team !== where.team) return false;
    if (where.person) return where.id === who.id;
    try {
      const workspace = await this.#workspaces.of(where.team, signal);
      if (await this.#isOpen(workspace, where.id, signal)) {
        const standing = await this.#standing(workspace, who.id, signal);
        if (standing !== 'guest') return standing === 'member';
      }
      return (await this.#members(workspace, where.id, signal)).has(who.id);
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (error.kind === 'rate-limited' || error.kind === 'unavailable') throw error;
      return undefined;
    }
  }

  #isOpen(workspace: Workspace, channel: string, signal: AbortSignal): Promise<boolean> {
    return this.#once(`info ${channel}`, async () => {
      const answer = await workspace.call('conversations.info', { channel }, { signal });
      const { is_private, is_im, is_mpim } = parse(Info, answer, 'conversations.info').channel;
      return is_private !== true && is_im !== true && is_mpim !== true;
    });
  }

  #standing(workspace: Workspace, user: string, signal: AbortSignal): Promise<'member' | 'guest' | 'gone'> {
    return this.#once(`user ${user}`, async () => {
      const answer = await workspace.call('users.info', { user }, { signal });
      const { team_id, deleted, is_restricted, is_ultra_restricted } = parse(User, answer, 'users.info').user;
      if (deleted === true) return 'gone';
      // In a shared channel somebody may come from another company's workspace.
      const foreign = team_id !== undefined && team_id !== (await workspace.identity(signal)).team;
      return foreign || is_restricted === true || is_ultra_restricted === true ? 'guest' : 'member';
    });
  }

  #members(workspace: Workspace, channel: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
    return this.#once(`members ${channel}`, async () => {
      const all = new Set<string>();
      let cursor = '';
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const args = { channel, limit: 1_000, ...(cursor === '' ? {} : { cursor }) };
        const answer = await workspace.call('conversations.members', args, { signal });
        const { members, response_metadata } = parse(Members, answer, 'conversations.members');
        for (const member of members) all.add(member);
        cursor = response_metadata?.next_cursor ?? '';
        if (cursor === '') break;
      }
      return all;
    });
  }

  /** What was just asked is not asked again; what failed is. */
  #once<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#known.get(name);
    if (known !== undefined && known.until > this.#clock.now()) return known.told as Promise<T>;
    for (const [old, { until }] of this.#known) if (until <= this.#clock.now()) this.#known.delete(old);
    const told = ask();
    this.#known.set(name, { told, until: this.#clock.now() + KEPT });
    told.catch(() => this.#known.delete(name));
    return told;
  }
}
