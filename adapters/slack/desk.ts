import { paragraphs } from '../../src/core/text/body-text.ts';
import type { Inbound } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { type Answer, type Command, CommandError, type Reply } from '../../src/ports/commands.ts';
import type { Log } from '../../src/ports/log.ts';
import type { CommandLine } from './commands-parse.ts';
import type { Memberships } from './memberships.ts';
import type { Origin } from './origin.ts';
import type { People } from './people.ts';
import { channelName } from './place.ts';
import { withoutSecrets } from './sdk-log.ts';
import type { Workspaces } from './workspaces.ts';

/** What everything that comes in needs. */
export type Desk = {
  readonly inbound: Inbound;
  readonly workspaces: Workspaces;
  readonly people: People;
  readonly memberships: Memberships;
  readonly clock: Clock;
  readonly log: Log;
  readonly served: (team: string) => boolean;
  /** A fresh limit of time for the calls that answer one request. */
  readonly patience: () => AbortSignal;
};

/** What a command led to; `refused` when it was an error to tell the person, `field` where it is about one of a form's. */
export type Outcome = { readonly answer: Answer; readonly refused?: string; readonly field?: string };

/** Hands a request to the program; whatever it throws becomes an answer. */
export async function runCommand(
  desk: Desk,
  origin: Origin,
  line: CommandLine,
  options: Command['options'] = {},
): Promise<Outcome> {
  if (!desk.served(origin.team)) return refusal('This bot does not serve this workspace. Ask whoever runs it.');
  try {
    const person = await desk.people.person(origin.team, origin.user, desk.patience());
    const team = desk.workspaces.several ? origin.team : undefined;
    const memberOf =
      origin.from === 'home' ? await desk.memberships.of(origin.team, origin.user, desk.patience()) : undefined;
    const answer = await desk.inbound.command({
      ...line,
      options,
      platform: 'slack',
      workspace: origin.team,
      channel: channelName(team, origin.channel ?? `@${origin.user}`),
      person,
      ...(origin.message === undefined ? {} : { message: origin.message }),
      ...(memberOf === undefined ? {} : { memberOf }),
    });
    return { answer };
  } catch (error) {
    if (error instanceof CommandError) {
      const { message, examples, field } = error;
      return { ...refusal(message, examples), ...(field === undefined ? {} : { field }) };
    }
    const reason = withoutSecrets(error instanceof Error ? error.message : String(error));
    desk.log.error('command failed', { command: line.name, reason });
    return refusal('Something went wrong here and was written to the log. Please try again in a minute.');
  }
}

/** An address to be typed in place of: nothing to press. */
const PLACEHOLDER = /https?:\/\/example\.org\b/u;

/** An error in words, always private, with examples to press. */
export function refusal(message: string, examples: readonly string[] = []): Outcome {
  const typed = examples.filter((run) => PLACEHOLDER.test(run)).slice(0, 2);
  const buttons = examples.filter((run) => !PLACEHOLDER.test(run) && Buffer.byteLength(run) <= 90).slice(0, 5);
  const blocks: Reply['blocks'] = [
    { kind: 'text', tree: paragraphs(message) },
    ...typed.map((run) => ({ kind: 'small' as const, tree: paragraphs(`For example: /liveblog ${run}`) })),
    ...(buttons.length === 0
      ? []
      : [{ kind: 'buttons' as const, buttons: buttons.map((run) => ({ label: run, run })) }]),
  ];
  return { answer: { kind: 'reply', blocks, visibility: 'private' }, refused: message };
}
