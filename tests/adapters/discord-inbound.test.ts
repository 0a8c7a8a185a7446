import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paragraphs } from '../../src/core/text/body-text.ts';
import type { Reply } from '../../src/ports/commands.ts';
import { CommandError } from '../../src/ports/commands.ts';
import { entryPost } from '../contracts/sample-posts.ts';
import { Driver, until } from '../support/fake-discord/driver.ts';
import { ANA, CHANNEL, GUILD, wordsOf } from '../support/fake-discord/world.ts';
import { Program, reply } from './discord-program.ts';
import type { DiscordStage } from './discord-stage.ts';
import { discordStage } from './discord-stage.ts';

const EPHEMERAL = 64;

describe('what people do on Discord', () => {
  let program: Program;
  let stage: DiscordStage;
  let ana: Driver;
  const shown = (): string[] => (stage.fake.world.channels.get(CHANNEL)?.messages ?? []).map(wordsOf);

  beforeEach(async () => {
    program = new Program();
    stage = await discordStage(program);
    ana = new Driver(stage.fake);
  });
  afterEach(() => stage.close());

  describe('commands', () => {
    it.each(['help', 'status', 'list'])('/liveblog %s is answered privately', async (name) => {
      const asked = ana.slash(name);

      const answer = await until(() => asked.original);

      expect(wordsOf(answer)).toBe(`You said ${name}.`);
      expect(answer.flags & EPHEMERAL).toBe(EPHEMERAL);
      expect(shown()).toEqual([]);
    });

    it('typed options, the person and the place reach the program', async () => {
      const asked = ana.slash(
        'follow',
        { url: 'https://gazette.example/live', layout: 'thread' },
        { permissions: '32', locale: 'de' },
      );

      await until(() => asked.original);

      expect(program.commands[0]).toEqual({
        name: 'follow',
        words: '',
        options: { url: 'https://gazette.example/live', layout: 'thread' },
        platform: 'discord',
        workspace: GUILD,
        channel: `discord:${CHANNEL}`,
        person: { id: `discord:${ANA.id}`, name: 'Ana', admin: true, roles: [], language: 'de' },
      });
    });

    it('a subcommand of a group keeps its second word', async () => {
      const asked = ana.slash('alert add', { query: 'ferry -sport' });

      await until(() => asked.original);

      expect(program.commands[0]).toMatchObject({ name: 'alert', words: 'add', options: { query: 'ferry -sport' } });
    });

    it('direct messages are named by the person', async () => {
      const direct = stage.fake.world.directWith(ANA.id);
      const asked = ana.slash('list', {}, { channel: direct.id, guild: '' });

      await until(() => asked.original);

      expect(program.commands[0]?.channel).toBe(`discord:@${ANA.id}`);
      expect(program.commands[0]?.person.admin).toBe(true);
    });

    it('an answer that takes long is announced within the three seconds and filled in', async () => {
      program.answers.set(
        'summary',
        () => new Promise((resolve) => setTimeout(() => resolve(reply('At last.')), 1_600)),
      );

      const asked = ana.slash('summary');
      const answer = await until(() => asked.original);
      await until(() => wordsOf(answer).includes('At last.'));

      expect(asked.acknowledged).toBe(5);
      expect(asked.ackedAfter).toBeLessThan(2_500);
      expect(answer.flags & EPHEMERAL).toBe(EPHEMERAL);
    });

    it('a late answer for everybody is shown to everybody', async () => {
      const late = reply('For all.', { visibility: 'shared' });
      program.answers.set('latest', () => new Promise((resolve) => setTimeout(() => resolve(late), 1_200)));

      ana.slash('latest');

      await until(() => shown().some((text) => text === 'For all.'));
    });

    it('a refusal says what would work, privately', async () => {
      program.answers.set('follow', () => {
        throw new CommandError('That page is not a live blog.', ['follow https://gazette.example/live/storm']);
      });

      const asked = ana.slash('follow', { url: 'https://gazette.example' });
      const answer = await until(() => asked.original);

      expect(wordsOf(answer)).toContain('That page is not a live blog.');
      expect(wordsOf(answer)).toContain('/liveblog follow https://gazette.example/live/storm');
      expect(answer.flags & EPHEMERAL).toBe(EPHEMERAL);
    });

    it('a failure of ours is told without its details', async () => {
      program.answers.set('status', () => {
        throw new Error('password=hunter2');
      });

      const asked = ana.slash('status');
      const told = await until(() => asked.original);

      expect(wordsOf(told)).toContain('Something went wrong');
      expect(wordsOf(told)).not.toContain('hunter2');
    });

    it('what changes the channel leaves one line in it', async () => {
      program.answers.set('follow', () => reply('Done.', { announce: paragraphs('Ana now follows Storm *here*') }));

      ana.slash('follow', { url: 'https://gazette.example/live' });

      await until(() => shown().length > 0);
      expect(shown()).toEqual(['Ana now follows Storm \\*here\\*']);
    });
  });

  describe('suggestions', () => {
    it('show titles and carry ids', async () => {
      const typing = ana.typing('unfollow', 'blog', 'sto');

      expect(await until(() => typing.choices)).toEqual([{ name: 'Storm over Saltmere harbour', value: 'blog-0' }]);
      expect(program.partials[0]).toMatchObject({ name: 'unfollow', option: 'blog', typed: 'sto' });
    });

    it('are at most 25, each at most 100 characters', async () => {
      program.follows = Array.from({ length: 60 }, () => '🌊'.repeat(150));

      const typing = ana.typing('unfollow', 'blog', '');
      const choices = await until(() => typing.choices);

      expect(choices).toHaveLength(25);
      for (const { name } of choices) expect([...name].length).toBeLessThanOrEqual(100);
    });
  });

  describe('buttons', () => {
    const withButton = (confirm?: string): Reply =>
      reply(
        'Storm?',
        {},
        {
          kind: 'buttons',
          buttons: [{ label: 'Unfollow', run: 'unfollow storm', ...(confirm === undefined ? {} : { confirm }) }],
        },
      );

    it('run their command line', async () => {
      program.answers.set('list', () => withButton());
      const asked = ana.slash('list');
      const list = await until(() => asked.original);

      const pressed = ana.press(list, 'Unfollow');

      await until(() => pressed.original);
      expect(program.commands[1]).toMatchObject({ name: 'unfollow', words: 'storm' });
    });

    it('replace the message they stand on when the answer says so', async () => {
      program.answers.set('list', () => withButton());
      program.answers.set('unfollow', () => reply('No more storm.', { replaces: true }));
      const asked = ana.slash('list');
      const list = await until(() => asked.original);

      ana.press(list, 'Unfollow');

      await until(() => wordsOf(list) === 'No more storm.');
      expect(list.components).toEqual([]);
    });

    it('ask first when they should', async () => {
      program.answers.set('list', () => withButton('Stop following the storm?'));
      const asked = ana.slash('list');
      const pressed = ana.press(await until(() => asked.original), 'Unfollow');
      const question = await until(() => pressed.original);

      expect(wordsOf(question)).toBe('Stop following the storm?');
      expect(program.commands).toHaveLength(1);

      ana.press(question, 'Unfollow');
      await until(() => program.commands.length === 2);
    });

    it('can be thought better of', async () => {
      program.answers.set('list', () => withButton('Sure?'));
      const asked = ana.slash('list');
      const pressed = ana.press(await until(() => asked.original), 'Unfollow');
      const question = await until(() => pressed.original);

      ana.press(question, 'Cancel');

      await until(() => wordsOf(question) === 'Nothing was changed.');
      expect(program.commands).toHaveLength(1);
    });

    it('share a private answer with the channel', async () => {
      program.answers.set('latest', () => reply('Latest:', {}, { kind: 'post', post: entryPost() }));
      const asked = ana.slash('latest');
      const answer = await until(() => asked.original);

      ana.press(answer, 'Share to channel');

      await until(() => shown().length > 0);
      expect(shown()[0]).toContain('Shared by Ana');
      expect(shown()[0]).toContain('Harbour gates closed');
    });

    it('a bare confirmation has nothing to share', async () => {
      const asked = ana.slash('pause');

      expect((await until(() => asked.original)).components).toEqual([]);
    });

    it('a menu adds what was chosen', async () => {
      program.answers.set('list', () => withButton());
      const asked = ana.slash('list');
      const list = await until(() => asked.original);

      ana.choose(list, 'run:0:settings', ['storm']);

      await until(() => program.commands.length === 2);
      expect(program.commands[1]).toMatchObject({ name: 'settings', words: 'storm' });
    });

    it('of an older version say so instead of failing', async () => {
      program.answers.set('list', () => withButton());
      const asked = ana.slash('list');
      const old = ana.choose(await until(() => asked.original), 'menu-of-last-year', ['x']);

      expect(wordsOf(await until(() => old.original))).toContain('Run the command again');
    });
  });

  describe('message commands', () => {
    it.each([
      ['Why this entry', 'why'],
      ['History', 'history'],
      ['Mute similar', 'mute'],
    ])('“%s” names the message it was used on', async (name, command) => {
      const asked = ana.onMessage(name, '1234567890123456789');

      await until(() => asked.original);

      expect(program.commands[0]).toMatchObject({ name: command, message: '1234567890123456789' });
    });
  });
});

describe('a bot for some servers only', () => {
  it('turns others away and tells the program nothing', async () => {
    const program = new Program();
    const stage = await discordStage(program, { workspaces: ['1100000000000000099'] });
    const ana = new Driver(stage.fake);

    const asked = ana.slash('list');
    const answer = await until(() => asked.original);
    const post = stage.adapter.outbound.post(
      { channel: `discord:${CHANNEL}` },
      entryPost(),
      { token: 'a', key: 'a', since: Date.now() },
      AbortSignal.timeout(5_000),
    );

    expect(wordsOf(answer)).toContain('does not serve this server');
    await expect(post).rejects.toMatchObject({ kind: 'forbidden' });
    expect(program.commands).toEqual([]);
    await stage.close();
  });
});
