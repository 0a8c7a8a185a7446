import { randomBytes } from 'node:crypto';
import type { Field, Form } from '../../src/ports/commands.ts';
import { tidy } from './escape.ts';
import { DISCORD } from './limits.ts';

/**
 * Forms under way: Discord's modals hold five fields, so longer ones go in pages whose answers are kept meanwhile; and a form
 * that is refused is gone from the screen, so what was typed is kept to open it again.
 */
export class Forms {
  readonly #now: () => number;
  readonly #open = new Map<string, Open>();
  /** Forms that one modal holds, by who has it open. */
  readonly #given = new Map<string, Given>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keeps a form and gives the id by which its pages are asked for. */
  keep(form: Form): string {
    return this.#keep(form, {}, 0);
  }

  /** The same with what was typed, at the page that holds the named field. */
  keepFilled(form: Form, values: Values, field: string | undefined): string {
    const fields = form.fields.map((one) => (one.name in values ? { ...one, value: values[one.name] ?? '' } : one));
    const filled = { ...form, fields };
    const page = pagesOf(filled).findIndex((on) => on.some(({ name }) => name === field));
    return this.#keep(filled, values, Math.max(0, page));
  }

  #keep(form: Form, values: Values, page: number): string {
    this.#forget();
    const id = randomBytes(6).toString('hex');
    this.#open.set(id, { form, page, values, until: this.#now() + KEPT });
    return id;
  }

  #forget(): void {
    for (const kept of [this.#open, this.#given]) {
      for (const [id, { until }] of kept) if (until < this.#now()) kept.delete(id);
    }
  }

  /** A form that fits one modal, which carries its command and works after a restart too. */
  single(form: Form, person: string): object {
    this.#forget();
    this.#given.set(`${person} ${form.submit}`, { form, until: this.#now() + KEPT });
    return modalOf(form, `form:${form.submit}`, form.fields, '');
  }

  /** A form that one modal held, with what was filled in; without itself when it was given before a restart. */
  sent(submit: string, values: Values, person: string): Sent {
    const form = this.#given.get(`${person} ${submit}`)?.form;
    return { submit, values, ...(form === undefined ? {} : { form }) };
  }

  /** The page a person is at, as a modal; undefined when the form is too old. */
  modal(id: string): object | undefined {
    const open = this.#open.get(id);
    if (open === undefined) return undefined;
    const pages = pagesOf(open.form);
    return modalOf(
      open.form,
      `page:${id}`,
      pages[open.page] ?? [],
      pages.length > 1 ? ` ${open.page + 1}/${pages.length}` : '',
    );
  }

  /** Takes the fields of a page; gives the whole form's once it was the last. */
  take(id: string, fields: Readonly<Record<string, string>>): Taken | undefined {
    const open = this.#open.get(id);
    if (open === undefined) return undefined;
    const pages = pagesOf(open.form).length;
    const values = { ...open.values, ...fields };
    if (open.page + 1 < pages) {
      this.#open.set(id, { ...open, page: open.page + 1, values });
      return { done: false, next: open.page + 2, of: pages };
    }
    this.#open.delete(id);
    return { done: true, submit: open.form.submit, values, form: open.form };
  }

  /** Ends a form before its last page: what was filled in so far counts. */
  finish(id: string): Sent | undefined {
    const open = this.#open.get(id);
    this.#open.delete(id);
    return open === undefined ? undefined : { submit: open.form.submit, values: open.values, form: open.form };
  }

  /** What the form's own button says. */
  label(id: string): string {
    return this.#open.get(id)?.form.label ?? 'Save';
  }
}

type Values = Readonly<Record<string, string>>;
type Given = { readonly form: Form; readonly until: number };
type Open = Given & { readonly page: number; readonly values: Values };

/** A form that was filled in. */
export type Sent = { readonly submit: string; readonly values: Values; readonly form?: Form };
type Taken = { readonly done: false; readonly next: number; readonly of: number } | ({ readonly done: true } & Sent);

/** As long as an interaction's token lives. */
const KEPT = 900_000;

/** True when one modal holds the whole form and its custom_id can carry the command, so that nothing need be kept. */
export function fitsOneModal(form: Form): boolean {
  return form.fields.length <= DISCORD.modalFields && `form:${form.submit}`.length <= DISCORD.customId;
}

function pagesOf(form: Form): (readonly Field[])[] {
  const pages: (readonly Field[])[] = [];
  for (let at = 0; at < form.fields.length; at += DISCORD.modalFields) {
    pages.push(form.fields.slice(at, at + DISCORD.modalFields));
  }
  return pages.length === 0 ? [[]] : pages;
}

function modalOf(form: Form, customId: string, fields: readonly Field[], suffix: string): object {
  const title = `${plain(form.title, DISCORD.modalTitle - suffix.length)}${suffix}`;
  return { title, custom_id: customId, components: fields.map(labelled) };
}

/** A field in its label (components/reference, "Label"). */
function labelled(field: Field): object {
  const hint = plain(field.hint ?? '', DISCORD.labelDescription);
  return {
    type: 18,
    label: plain(field.label, DISCORD.label) || field.name,
    ...(hint === '' ? {} : { description: hint }),
    component: field.input === 'select' ? select(field) : textInput(field),
  };
}

function textInput(field: Extract<Field, { input: 'text' }>): object {
  const placeholder = plain(field.placeholder ?? '', DISCORD.placeholder);
  return {
    type: 4,
    custom_id: field.name,
    style: field.multiline === true ? 2 : 1,
    required: !field.optional,
    max_length: DISCORD.inputValue,
    ...(field.value === undefined || field.value === '' ? {} : { value: field.value.slice(0, DISCORD.inputValue) }),
    ...(placeholder === '' ? {} : { placeholder }),
  };
}

function select(field: Extract<Field, { input: 'select' }>): object {
  return {
    type: 3,
    custom_id: field.name,
    required: !field.optional,
    min_values: field.optional ? 0 : 1,
    max_values: 1,
    options: field.choices.slice(0, DISCORD.selectOptions).map(({ label, value }) => ({
      label: plain(label, DISCORD.selectText) || value,
      value: value.slice(0, DISCORD.selectText),
      ...(value === field.value ? { default: true } : {}),
    })),
  };
}

/** Plain text of one line; Discord shows no markup in labels. */
function plain(text: string, max: number): string {
  const line = tidy(text).trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}
