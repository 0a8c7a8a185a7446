import type { ChannelAccess } from '../../src/ports/adapter.ts';

/**
 * The scopes of `config/slack-manifest.yaml`, each with what stops working without it. `config/slack-manifest.yaml` and
 * this table are compared by a test.
 */
export const SCOPES: Readonly<Record<string, string>> = {
  'app_mentions:read': 'the app does not see when it is mentioned with a link',
  'channels:history': 'a post whose answer was lost cannot be found again in public channels and may appear twice',
  'channels:join': 'the app cannot join a public channel by a button',
  'channels:read': 'the app cannot tell whether it is in a public channel, nor which ones a person’s home tab is about',
  'chat:write': 'nothing can be posted',
  commands: 'the slash command and the message shortcuts do not exist',
  'groups:history': 'a post whose answer was lost cannot be found again in private channels and may appear twice',
  'groups:read': 'the app cannot tell whether it is in a private channel',
  'im:history': 'a direct message whose answer was lost cannot be found again and may appear twice',
  'im:write': 'personal alerts cannot be sent',
  'users:read': 'the app cannot tell administrators from others, nor a person’s time zone',
};

/** Scopes the app lacks, with the remedy in a sentence each. Nothing where the server does not tell its scopes. */
export function missingScopes(granted: readonly string[] | undefined): ChannelAccess['missing'] {
  if (granted === undefined) return [];
  return Object.entries(SCOPES)
    .filter(([scope]) => !granted.includes(scope))
    .map(([scope, loss]) => ({
      what: `scope ${scope}`,
      remedy: `Without it ${loss}. Add it under OAuth & Permissions of the Slack app and install the app again.`,
      ...onlyFor(scope),
    }));
}

/** One scope is needed to post; the app does without each of the others. */
function onlyFor(scope: string): Pick<ChannelAccess['missing'][number], 'only'> {
  if (scope === 'chat:write') return {};
  return { only: scope.endsWith(':history') ? 'certainty' : 'extras' };
}
