import type { types } from '@slack/bolt';
import type { Button } from '../../src/ports/commands.ts';
import { SLACK } from './limits.ts';
import { line, webAddress } from './plain.ts';

const BUTTONS_IN_ROW = 5;

/** Rows of buttons; `index` keeps action ids apart within a message. */
export function buttonRows(buttons: readonly Button[], index: number): types.KnownBlock[] {
  const elements = buttons.map((button, at) => {
    const url = webAddress(button.url, SLACK.buttonUrl);
    return url === undefined ? runButton(button, index * 100 + at) : linkButton(button.label, url, index * 100 + at);
  });
  const blocks: types.KnownBlock[] = [];
  for (let at = 0; at < elements.length; at += BUTTONS_IN_ROW)
    blocks.push({ type: 'actions', elements: elements.slice(at, at + BUTTONS_IN_ROW) });
  return blocks;
}

/** A button that runs a command line; the line is its value. */
export function runButton(button: Button, at: number): types.Button {
  const label = line(button.label, SLACK.buttonText) || 'Run';
  return {
    type: 'button',
    action_id: `run:${at}`,
    text: { type: 'plain_text', text: label, emoji: false },
    value: button.run.slice(0, SLACK.buttonValue),
    ...(button.style === undefined ? {} : { style: button.style }),
    ...(button.confirm === undefined ? {} : { confirm: confirmation(button.confirm, label) }),
  };
}

export function linkButton(label: string, url: string, at: number): types.Button {
  const text = line(label, SLACK.buttonText) || 'Open';
  return { type: 'button', action_id: `open:${at}`, text: { type: 'plain_text', text, emoji: false }, url };
}

/** A "…" menu of command lines (at most five, each at most 150 characters). */
export function overflow(entries: readonly Pick<Button, 'label' | 'run'>[]): types.Overflow {
  return {
    type: 'overflow',
    action_id: 'menu',
    options: entries
      .filter(({ run }) => run.length <= SLACK.optionValue)
      .slice(0, 5)
      .map(({ label, run }) => ({
        text: { type: 'plain_text' as const, text: line(label, SLACK.optionText), emoji: false },
        value: run,
      })),
  };
}

function confirmation(text: string, label: string): types.ConfirmationDialog {
  const plain = (words: string, max: number) => ({ type: 'plain_text' as const, text: line(words, max), emoji: false });
  return {
    title: plain('Are you sure?', SLACK.confirmTitle),
    text: plain(text, SLACK.confirmText),
    confirm: plain(label, SLACK.confirmButton),
    deny: plain('Cancel', SLACK.confirmButton),
  };
}
