import type { Root } from 'mdast';
import { plainText } from '../../src/core/text/body-text.ts';
import type { Button, Form, Reply } from '../../src/ports/commands.ts';
import { buttonRows } from './buttons.ts';
import { type Desk, type Outcome, refusal } from './desk.ts';
import { slackCode } from './errors.ts';
import { offerToJoin } from './join.ts';
import type { Origin } from './origin.ts';
import type { Payload } from './payload.ts';
import { placeOf } from './place.ts';
import { escapeMrkdwn, line } from './plain.ts';
import { renderForm } from './render-form.ts';
import { renderReply } from './render-reply.ts';
import { addresses, richText, treeSections } from './rich-text.ts';

/** Shows a person what their command led to. */
export async function deliver(desk: Desk, origin: Origin, { answer }: Outcome): Promise<void> {
  if (answer.kind === 'form') return openForm(desk, origin, answer);
  await sendReply(desk, origin, answer);
  await announceOf(desk, origin, answer);
}

/** Leaves the line of an answer in the channel it is about, where it has one. */
export async function announceOf(desk: Desk, origin: Origin, { announce: words, announceIn, offers = [] }: Reply) {
  if (words === undefined) return;
  const { respond: _elsewhere, ...person } = origin;
  const at = announceIn === undefined ? origin : { ...person, channel: placeOf(announceIn).id };
  await announce(desk, at, words, offers);
}

async function openForm(desk: Desk, origin: Origin, form: Form): Promise<void> {
  const { channel, message } = origin;
  const view = renderForm(form, {
    submit: form.submit,
    ...(channel === undefined ? {} : { channel }),
    ...(message === undefined ? {} : { message }),
  });
  if (origin.trigger === undefined)
    return deliver(desk, origin, refusal('This needs a form. Use the slash command instead.', [form.submit]));
  const signal = desk.patience();
  const workspace = await desk.workspaces.of(origin.team, signal);
  try {
    await workspace.call('views.open', { trigger_id: origin.trigger, view }, { signal });
  } catch (error) {
    desk.log.warn('slack form not opened', { reason: slackCode(error) ?? 'unknown' });
    await deliver(desk, origin, refusal('The form took too long to open. Please try again.', [form.submit]));
  }
}

async function sendReply(desk: Desk, origin: Origin, reply: Reply): Promise<void> {
  const payload = renderReply(reply);
  if (origin.respond === undefined) return sendEphemeral(desk, origin, payload);
  const replaces = reply.replaces === true && origin.ownMessage === true;
  try {
    await origin.respond({
      ...payload,
      response_type: reply.visibility === 'shared' ? 'in_channel' : 'ephemeral',
      replace_original: replaces,
      unfurl_links: false,
      unfurl_media: false,
      ...(origin.thread === undefined ? {} : { thread_ts: origin.thread }),
    });
  } catch (error) {
    desk.log.warn('slack answer address refused', { reason: error instanceof Error ? error.name : 'unknown' });
    await sendEphemeral(desk, origin, payload);
  }
}

/** Without an answer address: to the person in the channel, or in direct messages where the app is not in the channel. */
export async function sendEphemeral(desk: Desk, origin: Origin, payload: Payload): Promise<void> {
  const signal = desk.patience();
  const workspace = await desk.workspaces.of(origin.team, signal);
  const { channel, user, thread } = origin;
  if (channel !== undefined) {
    const args = { channel, user, ...payload, ...(thread === undefined ? {} : { thread_ts: thread }) };
    try {
      await workspace.call('chat.postEphemeral', args, { signal, channel });
      return;
    } catch (error) {
      desk.log.warn('slack private answer refused', { reason: slackCode(error) ?? 'unknown' });
    }
  }
  const direct = await workspace.directChannel(user, signal);
  await workspace.call('chat.postMessage', { channel: direct, ...payload }, { signal, channel: direct });
}

/** One line for everybody in the channel. */
async function announce(desk: Desk, origin: Origin, words: Root, offers: readonly Button[]): Promise<void> {
  const { channel, team } = origin;
  if (channel === undefined) return;
  const signal = desk.patience();
  const workspace = await desk.workspaces.of(team, signal);
  const args = {
    channel,
    text: escapeMrkdwn(line(plainText(words), 1_000)),
    blocks: [richText(treeSections(words, addresses())), ...buttonRows(offers, 0)],
    unfurl_links: false,
    unfurl_media: false,
  };
  try {
    await workspace.call('chat.postMessage', args, { signal, channel });
  } catch (error) {
    desk.log.warn('slack announcement refused', { reason: slackCode(error) ?? 'unknown' });
    if (slackCode(error) === 'not_in_channel') return sendEphemeral(desk, origin, offerToJoin(channel));
    // A channel in the middle of a burst takes no more posts just now, but it takes answers.
    const { text, blocks } = args;
    await origin.respond?.({ text, blocks, response_type: 'in_channel', replace_original: false });
  }
}
