import type { ChannelId } from '../../src/core/channel.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import { placeOf } from './place.ts';
import type { Workspace } from './workspace.ts';

/** Where a team's token comes from: the installations. */
export interface Tokens {
  token(team: string): Promise<string | undefined>;
  teams(): Promise<readonly string[]>;
}

/** A channel resolved: whose token to use, and Slack's own id of it. */
export type Resolved = { readonly workspace: Workspace; readonly id: string };

export type WorkspacesOptions = {
  /** Of the one workspace given in the configuration. */
  readonly botToken: string | undefined;
  /** Of those that installed the app. */
  readonly tokens: Tokens | undefined;
  readonly connect: (token: string) => Workspace;
};

/** The workspaces we have tokens for, each connected once. */
export class Workspaces {
  /** What channels are called, as far as Slack told us by the way. */
  readonly names = new Map<ChannelId, string>();
  readonly #options: WorkspacesOptions;
  readonly #open = new Map<string, { readonly token: string; readonly workspace: Workspace }>();
  readonly #own: Workspace | undefined;

  constructor(options: WorkspacesOptions) {
    this.#options = options;
    this.#own = options.botToken === undefined ? undefined : options.connect(options.botToken);
  }

  /** True when channels must be written with their workspace. */
  get several(): boolean {
    return this.#options.tokens !== undefined;
  }

  /** The workspace of the configured token, where there is one. */
  get own(): Workspace | undefined {
    return this.#own;
  }

  /** The workspace of a team, as far as it was used already. */
  connected(team: string | undefined): Workspace | undefined {
    return (team === undefined ? undefined : this.#open.get(team)?.workspace) ?? this.#own;
  }

  async of(team: string | undefined, signal: AbortSignal): Promise<Workspace> {
    const installed = await this.#installed(team);
    if (installed !== undefined) return installed;
    const own = this.#own;
    if (own !== undefined && (team === undefined || (await own.identity(signal)).team === team)) return own;
    throw new DeliveryError(
      'forbidden',
      team === undefined
        ? 'Slack: which workspace? With several installations write the channel as slack:T…/C….'
        : `Slack: the app is not installed in workspace ${team}. Install it there.`,
    );
  }

  async resolve(channel: ChannelId, signal: AbortSignal): Promise<Resolved> {
    const { team, id, person } = placeOf(channel);
    const workspace = await this.of(team, signal);
    return { workspace, id: person ? await workspace.directChannel(id, signal) : id };
  }

  async #installed(team: string | undefined): Promise<Workspace | undefined> {
    const { tokens, connect } = this.#options;
    if (tokens === undefined || (team === undefined && this.#own !== undefined)) return undefined;
    const teams = team === undefined ? await tokens.teams() : [team];
    const [only, ...more] = teams;
    if (only === undefined || more.length > 0) return undefined;
    const token = await tokens.token(only);
    if (token === undefined) {
      this.#open.delete(only);
      return undefined;
    }
    const known = this.#open.get(only);
    if (known?.token === token) return known.workspace;
    const workspace = connect(token);
    this.#open.set(only, { token, workspace });
    return workspace;
  }
}
