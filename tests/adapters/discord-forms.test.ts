import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Form } from '../../src/ports/commands.ts';
import { CommandError } from '../../src/ports/commands.ts';
import { Driver, until } from '../support/fake-discord/driver.ts';
import { wordsOf } from '../support/fake-discord/world.ts';
import { Program, reply } from './discord-program.ts';
import type { DiscordStage } from './discord-stage.ts';
import { discordStage } from './discord-stage.ts';

describe('forms on Discord', () => {
  let program: Program;
  let stage: DiscordStage;
  let ana: Driver;

  beforeEach(async () => {
    program = new Program();
    stage = await discordStage(program);
    ana = new Driver(stage.fake);
  });
  afterEach(() => stage.close());

  const form = (count: number): Form => ({
    kind: 'form',
    title: 'Settings of Storm over Saltmere harbour, a long title',
    submit: 'settings storm',
    label: 'Save',
    fields: Array.from({ length: count }, (_, n) =>
      n === 0
        ? {
            input: 'select',
            name: 'entries',
            label: 'Entries',
            optional: false,
            value: 'all',
            choices: [{ label: 'All', value: 'all' }],
          }
        : { input: 'text', name: `field${n}`, label: `Field ${n}`, optional: true },
    ),
  });

  it('are filled in and run their command with the fields', async () => {
    program.answers.set('settings', () => (program.commands.length === 1 ? form(3) : reply('Saved.')));
    const asked = ana.slash('settings', { blog: 'storm' });
    await until(() => asked.modal);

    const sent = ana.submit(asked, { entries: 'all', field1: 'ferry', field2: '' });

    expect(wordsOf(await until(() => sent.original))).toBe('Saved.');
    expect(program.commands[1]).toMatchObject({
      name: 'settings',
      words: 'storm',
      options: { entries: 'all', field1: 'ferry', field2: '' },
    });
    expect(String(asked.modal?.title).length).toBeLessThanOrEqual(45);
  });

  it('with more than five fields go in pages and lose nothing', async () => {
    program.answers.set('settings', () => (program.commands.length === 1 ? form(8) : reply('Saved.')));
    const asked = ana.slash('settings', { blog: 'storm' });
    await until(() => asked.modal);
    const first = ana.submit(asked, { entries: 'all', field1: 'one' });
    const next = ana.press(await until(() => first.original), 'Continue (2 of 2)');
    await until(() => next.modal);

    ana.submit(next, { field7: 'seven' });

    await until(() => program.commands.length === 2);
    expect(program.commands[1]?.options).toEqual({ entries: 'all', field1: 'one', field7: 'seven' });
  });

  it('that come late are opened by a button', async () => {
    program.answers.set('settings', () => new Promise((resolve) => setTimeout(() => resolve(form(2)), 1_300)));
    const asked = ana.slash('settings', { blog: 'storm' });
    const answer = await until(() => asked.original);
    await until(() => answer.components.length > 0);

    const opened = ana.press(answer, 'Open the form');

    expect(await until(() => opened.modal)).toMatchObject({ custom_id: expect.stringMatching(/^page:/u) });
  });

  describe('with a mistake in them', () => {
    const mistaken = (field: string) => () => {
      throw new CommandError('That is no hour I know.', ['settings storm quiet:23-7'], field);
    };

    it('are opened again with what was typed', async () => {
      program.answers.set('settings', () => (program.commands.length === 1 ? form(3) : mistaken('field1')()));
      const asked = ana.slash('settings', { blog: 'storm' });
      await until(() => asked.modal);
      const sent = ana.submit(asked, { entries: 'all', field1: 'evenings', field2: '' });
      const refusal = await until(() => sent.original);

      expect(wordsOf(refusal)).toContain('That is no hour I know.');
      const again = ana.press(refusal, 'Correct it');
      await until(() => again.modal);
      expect(typedIn(again)).toEqual({ entries: 'all', field1: 'evenings' });

      program.answers.set('settings', () => reply('Saved.'));
      const corrected = ana.submit(again, { entries: 'all', field1: '23-7', field2: '' });
      expect(wordsOf(await until(() => corrected.original))).toBe('Saved.');
      expect(program.commands.at(-1)).toMatchObject({
        name: 'settings',
        words: 'storm',
        options: { entries: 'all', field1: '23-7', field2: '' },
      });
    });

    it('are opened at the page that holds it, and nothing of the others is lost', async () => {
      program.answers.set('settings', () => (program.commands.length === 1 ? form(8) : mistaken('field1')()));
      const asked = ana.slash('settings', { blog: 'storm' });
      await until(() => asked.modal);
      const first = ana.submit(asked, { entries: 'all', field1: 'evenings' });
      const next = ana.press(await until(() => first.original), 'Continue (2 of 2)');
      await until(() => next.modal);
      const sent = ana.submit(next, { field7: 'seven' });

      const refusal = await until(() => sent.followups[0] ?? sent.original);
      const again = ana.press(refusal, 'Correct it');
      await until(() => again.modal);
      expect(typedIn(again)).toEqual({ entries: 'all', field1: 'evenings' });

      program.answers.set('settings', () => reply('Saved.'));
      const corrected = ana.submit(again, { entries: 'all', field1: '23-7' });
      ana.press(await until(() => corrected.original), 'Save');
      await until(() => program.commands.length === 3);
      expect(program.commands[2]?.options).toEqual({ entries: 'all', field1: '23-7', field7: 'seven' });
    });

    it('may be looked at and closed without being lost', async () => {
      program.answers.set('settings', () => (program.commands.length === 1 ? form(3) : mistaken('field1')()));
      const asked = ana.slash('settings', { blog: 'storm' });
      await until(() => asked.modal);
      const sent = ana.submit(asked, { entries: 'all', field1: 'evenings' });
      const refusal = await until(() => sent.original);
      const closed = ana.press(refusal, 'Correct it');
      await until(() => closed.modal);

      const again = ana.press(refusal, 'Correct it');
      await until(() => again.modal);

      expect(typedIn(again)).toMatchObject({ field1: 'evenings' });
    });

    it('and a bot that was started anew meanwhile say so in words', async () => {
      program.answers.set('settings', mistaken('field1'));
      const asked = ana.slash('help');
      const sent = ana.submit(
        { ...asked, modal: { custom_id: 'form:settings storm' } },
        { entries: 'all', field1: 'evenings' },
      );
      const refusal = await until(() => sent.original);

      expect(wordsOf(refusal)).toContain('That is no hour I know.');
      expect(refusal.components).toEqual([]);
    });
  });
});

/** What stands in the fields of an opened form; empty ones are left out. */
function typedIn({ modal }: { readonly modal?: Record<string, unknown> }): Record<string, string> {
  type Component = { custom_id: string; value?: string; options?: { value: string; default?: boolean }[] };
  const fields = (modal?.components ?? []) as { component: Component }[];
  return Object.fromEntries(
    fields.flatMap(({ component: { custom_id, value, options } }) => {
      const shown = value ?? options?.find((option) => option.default === true)?.value;
      return shown === undefined ? [] : [[custom_id, shown]];
    }),
  );
}
