import { array } from './block-limits.ts';
import type { World } from './world.ts';

type Held = {
  readonly channel: string;
  readonly user: string;
  readonly team: string;
  readonly until: number;
  readonly source?: string;
  uses: number;
};

/** Addresses for answers: five uses in thirty minutes, private unless `in_channel` is said. */
export class ResponseUrls {
  readonly #world: World;
  readonly #held = new Map<string, Held>();

  constructor(world: World) {
    this.#world = world;
  }

  /** `source` is the message or private answer whose button was pressed. */
  create(team: string, channel: string, user: string, source?: string): string {
    const id = this.#world.id('R');
    const until = this.#world.now() + 30 * 60_000;
    this.#held.set(id, { team, channel, user, until, uses: 0, ...(source === undefined ? {} : { source }) });
    return id;
  }

  use(id: string, body: Record<string, unknown>): boolean {
    const held = this.#held.get(id);
    if (held === undefined || held.uses >= 5 || held.until < this.#world.now()) return false;
    held.uses += 1;
    const text = String(body.text ?? '');
    const blocks = array(body.blocks);
    if (body.replace_original === true && held.source !== undefined && this.#replace(held, text, blocks)) return true;
    if (body.response_type === 'in_channel') this.#share(held, text, blocks);
    else this.#world.ephemerals.push({ id: this.#world.id('E'), channel: held.channel, user: held.user, text, blocks });
    return true;
  }

  #replace(held: Held, text: string, blocks: readonly unknown[]): boolean {
    const own = this.#world.ephemerals.find(({ id }) => id === held.source);
    const message = this.#world.channels.get(held.channel)?.messages.find(({ ts }) => ts === held.source);
    const shown = own ?? message;
    if (shown === undefined) return false;
    shown.text = text;
    shown.blocks = blocks;
    return true;
  }

  #share(held: Held, text: string, blocks: readonly unknown[]): void {
    const channel = this.#world.channels.get(held.channel);
    const team = this.#world.teams.get(held.team);
    if (channel === undefined || team === undefined) return;
    channel.messages.push({
      ts: this.#world.nextTs(channel),
      text,
      blocks,
      user: team.botUser,
      bot: team.botId,
      edited: false,
    });
  }
}
