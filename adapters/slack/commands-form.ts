import type { AckFn, App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { deliver } from './answer.ts';
import { commandLine } from './commands-parse.ts';
import { type Desk, type Outcome, runCommand } from './desk.ts';
import { answerAtHome } from './home.ts';
import type { Origin } from './origin.ts';
import { FORM, type Opened, readOpened, readValues, renderForm } from './render-form.ts';

/** A modal stays open this long (ms) for the program to find fault with it; then it closes and the answer follows. */
const WAIT = 700;

/** Hands submitted modals to the program as the command they were opened for. */
export function listenForForms(app: App, desk: Desk): void {
  app.view<ViewSubmitAction>({ callback_id: FORM, type: 'view_submission' }, async ({ ack, body, view }) => {
    const opened = readOpened(view.private_metadata);
    if (opened === undefined) return ack();
    const origin: Origin = {
      from: opened.channel === undefined ? 'home' : 'form',
      team: body.team?.id ?? body.user.team_id ?? '',
      user: body.user.id,
      ...(opened.channel === undefined ? {} : { channel: opened.channel }),
      ...(opened.message === undefined ? {} : { message: opened.message }),
      ...('trigger_id' in body && typeof body.trigger_id === 'string' ? { trigger: body.trigger_id } : {}),
    };
    const running = runCommand(desk, origin, commandLine(opened.submit), readValues(view.state.values));
    const quick = await Promise.race([running, desk.clock.sleep(WAIT).then(() => undefined)]);
    if (quick === undefined) {
      await ack();
      return give(desk, origin, await running);
    }
    const answered = await answerInModal(ack, quick, opened, view.blocks);
    if (!answered) await give(desk, origin, quick);
  });
}

/** A form that was opened on the home tab is answered there. */
function give(desk: Desk, origin: Origin, outcome: Outcome): Promise<void> {
  return origin.from === 'home' ? answerAtHome(desk, origin, outcome) : deliver(desk, origin, outcome);
}

/** An error stays beside the field it is about, and a further form takes the place of the first; anything else closes the modal. */
async function answerInModal(
  ack: AckFn<ViewResponseAction>,
  { answer, refused, field }: Outcome,
  opened: Opened,
  blocks: readonly { readonly block_id?: string }[],
): Promise<boolean> {
  const ids = blocks.flatMap(({ block_id: id }) => id ?? []);
  const beside = ids.find((id) => id === field) ?? ids[0];
  if (refused !== undefined && beside !== undefined) {
    await ack({ response_action: 'errors', errors: { [beside]: refused } });
    return true;
  }
  if (answer.kind === 'form') {
    await ack({ response_action: 'update', view: renderForm(answer, { ...opened, submit: answer.submit }) });
    return true;
  }
  await ack();
  return false;
}
