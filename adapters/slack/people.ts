import { z } from 'zod';
import type { Clock } from '../../src/ports/clock.ts';
import type { Person } from '../../src/ports/commands.ts';
import type { Log } from '../../src/ports/log.ts';
import { parse } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

const Info = z.object({
  user: z.object({
    team_id: z.string().optional(),
    name: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    tz: z.string().nullish(),
    locale: z.string().optional(),
    profile: z.object({ display_name: z.string().optional() }).optional(),
  }),
});

/** An administrator who ceases to be one may act as one for this long (ms). */
const KEPT = 10 * 60_000;

/** Who is asking. Somebody Slack tells nothing about is nobody special: never an administrator by accident. */
export class People {
  readonly #workspaces: Workspaces;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #known = new Map<string, { readonly person: Person; readonly until: number }>();

  constructor(workspaces: Workspaces, clock: Clock, log: Log) {
    this.#workspaces = workspaces;
    this.#clock = clock;
    this.#log = log;
  }

  async person(team: string, user: string, signal: AbortSignal): Promise<Person> {
    const key = `${team}/${user}`;
    const known = this.#known.get(key);
    if (known !== undefined && known.until > this.#clock.now()) return known.person;
    try {
      const person = await this.#ask(team, user, signal);
      this.#known.set(key, { person, until: this.#clock.now() + KEPT });
      return person;
    } catch (error) {
      this.#log.warn('slack person unknown', { reason: error instanceof Error ? error.message : 'unknown' });
      return { id: `slack:${user}`, admin: false, roles: [] };
    }
  }

  async #ask(team: string, user: string, signal: AbortSignal): Promise<Person> {
    const workspace = await this.#workspaces.of(team, signal);
    const answer = await workspace.call('users.info', { user, include_locale: true }, { signal });
    const { team_id, name, is_admin, is_owner, tz, locale, profile } = parse(Info, answer, 'users.info').user;
    // In a shared channel somebody may be an administrator of another company's workspace.
    const ours = team_id === undefined || team_id === team;
    const shown = profile?.display_name || name;
    return {
      id: `slack:${user}`,
      admin: ours && (is_admin === true || is_owner === true),
      roles: [],
      ...(shown === undefined ? {} : { name: shown }),
      ...(locale === undefined ? {} : { language: locale }),
      ...(tz == null ? {} : { timezone: tz }),
    };
  }
}
