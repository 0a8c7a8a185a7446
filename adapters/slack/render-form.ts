import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Field, Form } from '../../src/ports/commands.ts';
import { SLACK } from './limits.ts';
import { clean, line } from './plain.ts';

/** The callback of every modal of ours. */
export const FORM = 'liveblog_form';
const ACTION = 'value';

/** What a modal remembers of where it was opened from. */
const Opened = z.object({
  submit: z.string(),
  channel: z.string().optional(),
  message: z.string().optional(),
});
export type Opened = z.infer<typeof Opened>;

/** A form as a modal. */
export function renderForm(form: Form, opened: Opened): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain(form.title, SLACK.modalTitle, 'Live blog'),
    submit: plain(form.label, SLACK.modalButton, 'Send'),
    close: plain('Cancel', SLACK.modalButton, 'Cancel'),
    private_metadata: JSON.stringify(opened).slice(0, SLACK.privateMetadata),
    blocks: form.fields.slice(0, SLACK.blocksInView).map(inputBlock),
  };
}

/** Where a submitted modal was opened from; undefined when it is not one of ours. */
export function readOpened(metadata: string): Opened | undefined {
  try {
    return Opened.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

const Values = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({ value: z.string().nullish(), selected_option: z.object({ value: z.string() }).nullish() }),
  ),
);

/** The values of a submitted modal by field name. A text left empty is '', a choice not made is absent. */
export function readValues(values: unknown): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, actions] of Object.entries(Values.parse(values))) {
    const state = actions[ACTION];
    if (state === undefined) continue;
    if (state.selected_option != null) read[name] = fromOption(state.selected_option.value);
    else if (state.value !== undefined) read[name] = state.value ?? '';
  }
  return read;
}

function inputBlock(field: Field): types.InputBlock {
  const hint = line(field.hint ?? '', SLACK.inputHint);
  return {
    type: 'input',
    block_id: field.name.slice(0, 255),
    optional: field.optional,
    label: plain(field.label, SLACK.inputLabel, field.name),
    ...(hint === '' ? {} : { hint: { type: 'plain_text', text: hint, emoji: false } }),
    element: field.input === 'text' ? textInput(field) : select(field),
  };
}

function textInput(field: Field & { input: 'text' }): types.PlainTextInput {
  const initial = clean(field.value ?? '').slice(0, SLACK.inputLength);
  const placeholder = line(field.placeholder ?? '', SLACK.placeholder);
  return {
    type: 'plain_text_input',
    action_id: ACTION,
    multiline: field.multiline === true,
    max_length: SLACK.inputLength,
    ...(initial === '' ? {} : { initial_value: initial }),
    ...(placeholder === '' ? {} : { placeholder: { type: 'plain_text', text: placeholder, emoji: false } }),
  };
}

function select(field: Field & { input: 'select' }): types.StaticSelect {
  const options = field.choices
    .filter((choice) => choice.value.length <= SLACK.optionValue)
    .slice(0, SLACK.selectOptions)
    .map((choice) => ({ text: plain(choice.label, SLACK.optionText, '–'), value: toOption(choice.value) }));
  const initial = options.find((option) => option.value === toOption(field.value ?? ''));
  return {
    type: 'static_select',
    action_id: ACTION,
    options,
    ...(field.value === undefined || initial === undefined ? {} : { initial_option: initial }),
  };
}

/** Slack refuses an empty option value; a space stands for it. */
function toOption(value: string): string {
  return value === '' ? ' ' : value;
}

function fromOption(value: string): string {
  return value === ' ' ? '' : value;
}

function plain(text: string, max: number, otherwise: string): types.PlainTextElement {
  return { type: 'plain_text', text: line(text, max) || line(otherwise, max) || '–', emoji: false };
}
