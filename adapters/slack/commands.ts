import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { paragraphs } from '../../src/core/text/body-text.ts';
import { deliver } from './answer.ts';
import { commandLine, decodeWords, mentionLine } from './commands-parse.ts';
import { type Desk, type Outcome, runCommand } from './desk.ts';
import { OPENS } from './entry-menu.ts';
import { answerAtHome, publishHome, runFromHome } from './home.ts';
import { JOIN, joinChannel } from './join.ts';
import type { Origin } from './origin.ts';
import { channelName } from './place.ts';

/** The shortcuts of the manifest, by their callback ids. */
const SHORTCUTS = [
  ['liveblog_why', 'why'],
  ['liveblog_history', 'history'],
  ['liveblog_mute', 'mute'],
] as const;

/** Acknowledges at once, so that Slack never waits for us; a lost connection must not lose the request. */
async function acknowledge(desk: Desk, ack: () => Promise<void>): Promise<void> {
  try {
    await ack();
  } catch (error) {
    desk.log.warn('slack acknowledgement lost', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

/** Hands slash commands, shortcuts, buttons, menus and mentions to the program. */
export function listenForCommands(app: App, desk: Desk): void {
  listenForWords(app, desk);
  listenForShortcuts(app, desk);
  listenForPresses(app, desk);
}

function listenForWords(app: App, desk: Desk): void {
  app.command(/^\/liveblog/u, async ({ ack, command, respond }) => {
    await acknowledge(desk, ack);
    const { team_id: team, user_id: user, channel_id: channel, trigger_id: trigger } = command;
    const origin: Origin = { from: 'slash', team, user, channel, trigger, respond };
    noteName(desk, origin, command.channel_name);
    await deliver(desk, origin, await runCommand(desk, origin, commandLine(decodeWords(command.text))));
  });

  app.event('app_mention', async ({ event, context }) => {
    const { user, channel, text, ts, thread_ts } = event;
    const team = context.teamId;
    if (user === undefined || team === undefined) return;
    const origin: Origin = {
      from: 'mention',
      team,
      user,
      channel,
      ...(thread_ts === undefined || thread_ts === ts ? {} : { thread: thread_ts }),
    };
    await deliver(desk, origin, await runCommand(desk, origin, mentionLine(text, context.botUserId)));
  });

  app.event('app_home_opened', async ({ event, context }) => {
    if (event.tab !== 'home' || context.teamId === undefined) return;
    await publishHome(desk, { from: 'home', team: context.teamId, user: event.user }, 1);
  });
}

function listenForShortcuts(app: App, desk: Desk): void {
  for (const [callback, name] of SHORTCUTS) {
    app.shortcut({ callback_id: callback, type: 'message_action' }, async ({ ack, shortcut, respond }) => {
      await acknowledge(desk, ack);
      if (shortcut.type !== 'message_action') return;
      const origin: Origin = {
        from: 'message',
        team: shortcut.team?.id ?? shortcut.user.team_id ?? '',
        user: shortcut.user.id,
        channel: shortcut.channel.id,
        message: shortcut.message.ts,
        trigger: shortcut.trigger_id,
        respond,
      };
      await deliver(desk, origin, await runCommand(desk, origin, { name, words: '' }));
    });
  }
}

function listenForPresses(app: App, desk: Desk): void {
  app.action<BlockAction>(/^(run:|menu)/u, async ({ ack, action, body, respond }) => {
    await acknowledge(desk, ack);
    const run =
      action.type === 'overflow' ? action.selected_option.value : action.type === 'button' ? action.value : '';
    if (run !== OPENS) await press(desk, body, respond, run ?? '');
  });

  // A button that only opens an address is reported all the same.
  app.action(/^open:/u, ({ ack }) => acknowledge(desk, ack));

  app.action<BlockAction>(JOIN, async ({ ack, action, body, respond }) => {
    await acknowledge(desk, ack);
    const origin = pressed(body, respond);
    const text = await joinChannel(desk, origin, action.type === 'button' ? (action.value ?? '') : '');
    if (respond !== undefined) await respond({ text, response_type: 'ephemeral', replace_original: true });
  });
}

async function press(desk: Desk, body: BlockAction, respond: RespondFn | undefined, run: string): Promise<void> {
  const origin = pressed(body, respond);
  const line = commandLine(run);
  if (line.name === JOIN) return joinAndSay(desk, origin, line.words);
  if (origin.from === 'home') return runFromHome(desk, origin, line);
  await deliver(desk, origin, await runCommand(desk, origin, line));
}

/** The button that lets the app into a channel, in an answer of the program. */
async function joinAndSay(desk: Desk, origin: Origin, channel: string): Promise<void> {
  const said = { kind: 'text', tree: paragraphs(await joinChannel(desk, origin, channel)) } as const;
  const outcome: Outcome = { answer: { kind: 'reply', blocks: [said], visibility: 'private' } };
  await (origin.from === 'home' ? answerAtHome(desk, origin, outcome) : deliver(desk, origin, outcome));
}

/** Where a pressed button stands. Only a message that nobody else sees may be replaced by the answer. */
function pressed(body: BlockAction, respond: RespondFn | undefined): Origin {
  const { container, user } = body;
  const ephemeral = container.is_ephemeral === true;
  const message = typeof container.message_ts === 'string' ? container.message_ts : undefined;
  const channel = body.channel?.id;
  const thread = threadOf(body.message);
  return {
    from: channel === undefined ? 'home' : 'message',
    team: body.team?.id ?? user.team_id ?? '',
    user: user.id,
    trigger: body.trigger_id,
    ownMessage: ephemeral || (channel?.startsWith('D') ?? false),
    ...(channel === undefined ? {} : { channel }),
    ...(ephemeral || message === undefined ? {} : { message }),
    ...(thread === undefined ? {} : { thread }),
    ...(channel === undefined || respond === undefined ? {} : { respond }),
  };
}

/** The thread a pressed message stands in: what is said about it belongs there. */
function threadOf(message: BlockAction['message']): string | undefined {
  const { ts, thread_ts } = (message ?? {}) as { readonly ts?: unknown; readonly thread_ts?: unknown };
  return typeof thread_ts === 'string' && thread_ts !== ts ? thread_ts : undefined;
}

/** Slack says a channel's name with each slash command; private channels and direct messages go by a general word. */
function noteName({ workspaces }: Desk, { team, channel }: Origin, name: string): void {
  if (channel === undefined || /^(?:directmessage|privategroup|mpdm-.*)?$/u.test(name)) return;
  workspaces.names.set(channelName(workspaces.several ? team : undefined, channel), `#${name}`);
}
