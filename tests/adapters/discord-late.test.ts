import { afterEach, describe, expect, it } from 'vitest';
import { paragraphs } from '../../src/core/text/body-text.ts';
import type { Inbound } from '../../src/ports/adapter.ts';
import type { Command, Reply } from '../../src/ports/commands.ts';
import { Driver, until } from '../support/fake-discord/driver.ts';
import { wordsOf } from '../support/fake-discord/world.ts';
import { DEAF, type DiscordStage, discordStage, keptLog, wrongClock } from './discord-stage.ts';

const DONE: Reply = {
  kind: 'reply',
  visibility: 'private',
  blocks: [{ kind: 'text', tree: paragraphs('Done.') }],
};

/** What people did while the connection was cut comes when it is back, perhaps too late to be answered. */
describe('a command that comes late', () => {
  const ran: Command[] = [];
  const { log, lines } = keptLog();
  const program: Inbound = {
    ...DEAF,
    async command(command) {
      ran.push(command);
      return DONE;
    },
  };
  let stage: DiscordStage;

  afterEach(async () => {
    await stage.close();
    ran.length = 0;
    lines.length = 0;
  });

  it.each([
    ['right', 0],
    ['ten seconds slow', -10_000],
    ['ten seconds fast', 10_000],
  ])('after its time is not run, and one line says so, where our clock is %s', async (_, by) => {
    stage = await discordStage(program, { log, clock: wrongClock(by) });
    const asked = new Driver(stage.fake).slash('unfollow', { blog: 'storm' }, { ago: 4_000 });

    await until(() => asked.refused, 'the refusal');
    await until(() => lines.length > 1, 'the line');

    expect(ran).toEqual([]);
    expect(lines.filter((line) => line.includes('unfollow'))).toEqual([
      expect.stringContaining('too late to be answered and was not run'),
    ]);
  });

  it('within its time is run and answered', async () => {
    stage = await discordStage(program, { log });
    const asked = new Driver(stage.fake).slash('unfollow', { blog: 'storm' }, { ago: 2_000 });

    const answer = await until(() => asked.original);
    await until(() => wordsOf(answer) === 'Done.', 'the answer');

    expect(ran).toHaveLength(1);
  });

  it('a press after its time is not run either', async () => {
    const buttons = [{ label: 'Undo', run: 'undo 1' }];
    const asking: Inbound = {
      ...program,
      async command(command) {
        await program.command(command);
        return { ...DONE, blocks: [...DONE.blocks, { kind: 'buttons', buttons }] };
      },
    };
    stage = await discordStage(asking, { log });
    const ana = new Driver(stage.fake);
    const first = ana.slash('list');
    const pressed = ana.press(await until(() => first.original), 'Undo', { ago: 4_000 });

    await until(() => pressed.refused, 'the refusal');

    expect(ran.map(({ name }) => name)).toEqual(['list']);
  });

  it.each([0, 10_000])('at once is answered at once, though our clock be %s ms fast', async (by) => {
    stage = await discordStage(program, { log, clock: wrongClock(by) });
    const asked = new Driver(stage.fake).slash('list');

    expect(wordsOf(await until(() => asked.original))).toBe('Done.');
    expect(asked.acknowledged).toBe(4);
  });

  it('that can no longer be announced does not end the program', async () => {
    stage = await discordStage(
      {
        ...program,
        command: () => new Promise((resolve) => setTimeout(() => resolve(DONE), 1_500)),
      },
      { log },
    );
    stage.fake.faults.next({ kind: 'code', status: 404, code: 10_062 }, (_, path) => path.endsWith('/callback'), 2);
    new Driver(stage.fake).slash('list');

    await until(() => lines.some((line) => line.includes('was not answered')), 'the line');
  });
});
