import type { Block } from '../../src/ports/commands.ts';
import { announceOf, deliver } from './answer.ts';
import type { CommandLine } from './commands-parse.ts';
import { type Desk, type Outcome, runCommand } from './desk.ts';
import type { Origin } from './origin.ts';
import { renderHome } from './render-home.ts';

/** Shows a person's home tab, with what a button on it led to on top. */
export async function publishHome(desk: Desk, origin: Origin, page: number, top: readonly Block[] = []): Promise<void> {
  const { answer } = await runCommand(desk, origin, { name: 'home', words: '' });
  if (answer.kind !== 'reply') return;
  const blocks: Block[] = top.length === 0 ? [...answer.blocks] : [...top, { kind: 'divider' }, ...answer.blocks];
  const signal = desk.patience();
  const workspace = await desk.workspaces.of(origin.team, signal);
  await workspace.call('views.publish', { user_id: origin.user, view: renderHome(blocks, page) }, { signal });
}

/** A button on the home tab: there is no message to answer, so the answer goes on top of the tab. */
export async function runFromHome(desk: Desk, origin: Origin, line: CommandLine): Promise<void> {
  if (line.name === 'home' && line.words !== ADD)
    return publishHome(desk, origin, Number.parseInt(line.words, 10) || 1);
  await answerAtHome(desk, origin, await runCommand(desk, origin, line));
}

/** Shows on top of the home tab what a button or a form of it led to; the channel concerned hears of a change. */
export async function answerAtHome(desk: Desk, origin: Origin, outcome: Outcome): Promise<void> {
  const { answer } = outcome;
  if (answer.kind === 'form') return deliver(desk, origin, outcome);
  await publishHome(desk, origin, 1, answer.blocks);
  await announceOf(desk, origin, answer);
}

/** The form by which a live blog is added. */
const ADD = 'add';
