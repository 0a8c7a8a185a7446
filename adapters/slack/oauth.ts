import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../src/ports/log.ts';
import type { Installations } from './installations.ts';
import { DEFAULTS, type OauthOptions } from './options.ts';
import { SCOPES } from './scopes.ts';
import { deriveKey } from './seal.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

type Installer = NonNullable<HTTPReceiver['installer']>;
type ReceiverOptions = ConstructorParameters<typeof HTTPReceiver>[0];

/** The part of the receiver's options that lets people install the app into their workspaces. */
export function installerOptions(
  oauth: OauthOptions,
  installations: Installations,
  on: { readonly served: (team: string) => boolean; readonly installed: (team: string) => Promise<void> },
): Pick<ReceiverOptions, 'clientId' | 'clientSecret' | 'stateSecret' | 'installationStore' | 'scopes'> {
  return {
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    stateSecret: deriveKey(oauth.encryptionKey ?? oauth.clientSecret, 'slack oauth state').toString('base64'),
    scopes: Object.keys(SCOPES),
    installationStore: {
      storeInstallation: async ({ team, bot }) => {
        if (team === undefined || bot === undefined) throw new Refused('org');
        if (!on.served(team.id)) throw new Refused('closed');
        await installations.save(team.id, {
          token: bot.token,
          ...(team.name === undefined ? {} : { name: team.name }),
        });
        await on.installed(team.id);
      },
      fetchInstallation: () => Promise.reject(new Error('tokens are read from the installations themselves')),
    },
  };
}

/** Why an installation is turned away although Slack agreed to it. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(why: 'org' | 'closed') {
    super(why);
    this.code = why;
  }
}

export type OauthPages = {
  install(request: IncomingMessage, response: ServerResponse): Promise<void>;
  redirect(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

/** The two pages of an installation. Whatever goes wrong, people get a page that says what to do, never a 500. */
export function oauthPages(installer: Installer, oauth: OauthOptions, log: Log): OauthPages {
  return {
    install: (request, response) => {
      const redirectUri = redirectFor(oauth, request);
      const options = { scopes: Object.keys(SCOPES), ...(redirectUri === undefined ? {} : { redirectUri }) };
      return installer.handleInstallPath(request, response, undefined, options);
    },
    redirect: (request, response) =>
      installer.handleCallback(request, response, {
        success: (installation) => {
          log.info('slack workspace installed', { team: installation.team?.id });
          page(response, 200, 'Liveblog Relay is installed', 'Invite it to a channel and type /liveblog there.');
        },
        failure: (error) => {
          const [status, title, text] = failurePage(error);
          log.warn('slack installation not completed', { reason: error.code });
          page(response, status, title, text);
        },
      }),
  };
}

type FailurePage = readonly [status: number, title: string, text: string];

function failurePage(error: Error & { readonly code: string }): FailurePage {
  if (error.message.includes('cancelled'))
    return [200, 'Not installed', 'You said no, so nothing was installed. You can start again at any time.'];
  if (error.code === 'closed')
    return [403, 'Not installed', 'This bot serves chosen workspaces only. Ask whoever runs it to add yours.'];
  if (error.code === 'org')
    return [400, 'Not installed', 'Install it into one workspace rather than into the whole organisation.'];
  if (/state|code/u.test(error.code))
    return [
      400,
      'Not installed',
      'This link was used already, is too old, or was opened in another browser. Start again.',
    ];
  if (error.code === 'slack_webapi_platform_error')
    return [400, 'Not installed', 'Slack did not accept this installation, perhaps because the link was used already.'];
  return [503, 'Not installed yet', 'Something did not answer just now. Please start again in a minute.'];
}

function page(response: ServerResponse, status: number, title: string, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
      '<body style="font-family: system-ui; max-width: 40em; margin: 4em auto; padding: 0 1em">' +
      `<h1>${title}</h1><p>${text}</p><p><a href="${INSTALL_PATH}">Install</a></p></body></html>`,
  );
}

/**
 * The address Slack sends people back to. Slack knows the app's own; a test server does not, and gets the one the
 * request came to.
 */
function redirectFor(oauth: OauthOptions, request: IncomingMessage): string | undefined {
  if (oauth.publicUrl !== undefined) return new URL(REDIRECT_PATH, oauth.publicUrl).href;
  const authorize = oauth.authorizeUrl ?? DEFAULTS.authorizeUrl;
  if (new URL(authorize).host === new URL(DEFAULTS.authorizeUrl).host) return undefined;
  return new URL(REDIRECT_PATH, `http://${request.headers.host ?? 'localhost'}`).href;
}
