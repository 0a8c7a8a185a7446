import type { ServerResponse } from 'node:http';
import { type Answer, refuse } from './methods.ts';
import type { World } from './world.ts';

/** The consent page, which says yes or no at once, and the exchange of codes for tokens. */
export class Oauth {
  readonly #world: World;
  readonly #codes = new Map<string, string>();
  /** The team the next person installs into, or undefined when they say no. */
  installInto: string | undefined = 'T1';
  /** Where people are sent when the app names no redirect address. */
  redirectUri = '';

  constructor(world: World) {
    this.#world = world;
  }

  authorize(url: URL, response: ServerResponse): void {
    const back = new URL(url.searchParams.get('redirect_uri') ?? this.redirectUri);
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    if (this.installInto === undefined) back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', this.code(this.installInto));
    response.writeHead(302, { location: back.href }).end();
  }

  code(team: string): string {
    const code = this.#world.id('code-');
    this.#codes.set(code, team);
    return code;
  }

  access(body: Record<string, unknown>): Answer {
    const code = String(body.code);
    const id = this.#codes.get(code);
    if (id === undefined) return refuse('invalid_code');
    this.#codes.delete(code);
    const token = `xoxb-installed-${this.#world.id('')}`;
    const team = this.#world.teams.get(id) ?? this.#world.addTeam(id, token);
    team.botToken = token;
    team.revoked = false;
    return {
      ok: true,
      app_id: 'A1',
      access_token: token,
      token_type: 'bot',
      scope: [...team.scopes].join(','),
      bot_user_id: team.botUser,
      team: { id, name: team.name },
      enterprise: null,
      authed_user: { id: 'U1' },
      is_enterprise_install: false,
    };
  }
}
