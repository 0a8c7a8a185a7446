import type { OauthOptions } from '../../adapters/slack/index.ts';
import { createTerminalAdapter, type Output, type TerminalAdapter } from '../../adapters/terminal/index.ts';
import type { Config } from '../../config/config.ts';
import type { Adapter } from '../ports/adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { RawHandler } from '../web/listen.ts';

export type AdapterParts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly terminal: { readonly out: Output; readonly color: boolean; readonly timezone?: string };
};

export type Adapters = {
  readonly all: readonly Adapter[];
  readonly terminal: TerminalAdapter;
  /** What a platform wants to serve over HTTP, by path. */
  readonly raw: Readonly<Record<string, RawHandler>>;
};

/** The platforms that are configured, and the terminal. An SDK is loaded only when its platform is. */
export async function createAdapters(config: Config, parts: AdapterParts): Promise<Adapters> {
  const { store, clock, log } = parts;
  const workspaces = config.access.workspaces;
  const terminal = createTerminalAdapter({ ...parts.terminal, language: config.language, clock });
  const all: Adapter[] = [terminal];
  const raw: Record<string, RawHandler> = {};
  if (config.slack !== undefined) {
    const { createSlackAdapter } = await import('../../adapters/slack/index.ts');
    const { botToken, appToken, signingSecret, apiUrl, oauth } = config.slack;
    const slack = await createSlackAdapter({
      store,
      clock,
      log,
      workspaces,
      apiUrl,
      ...(botToken === undefined ? {} : { botToken: botToken.reveal() }),
      ...(appToken === undefined ? {} : { appToken: appToken.reveal() }),
      ...(signingSecret === undefined ? {} : { signingSecret: signingSecret.reveal() }),
      ...(oauth === undefined ? {} : { oauth: oauthOptions(oauth) }),
    });
    all.push(slack);
    for (const path of slack.http?.paths ?? [])
      raw[path] = (request, response) => slack.http?.handle(request, response);
  }
  if (config.discord !== undefined) {
    const { createDiscordAdapter } = await import('../../adapters/discord/index.ts');
    const { token, apiUrl, guilds, publish } = config.discord;
    all.push(
      createDiscordAdapter({
        token: token.reveal(),
        apiUrl,
        guilds,
        publish,
        workspaces,
        store,
        clock,
        log,
      }),
    );
  }
  return { all, terminal, raw };
}

function oauthOptions(oauth: NonNullable<NonNullable<Config['slack']>['oauth']>): OauthOptions {
  const { clientId, clientSecret, authorizeUrl, encryptionKey } = oauth;
  return {
    clientId,
    clientSecret: clientSecret.reveal(),
    authorizeUrl,
    ...(encryptionKey === undefined ? {} : { encryptionKey: encryptionKey.reveal() }),
  };
}
