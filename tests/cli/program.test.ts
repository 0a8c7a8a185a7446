import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'liveblog-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const COMMANDS = ['start', 'demo', 'inspect', 'summary', 'check', 'replay', 'export'];

describe('the command line', () => {
  it.each([[], ...COMMANDS.map((name) => [name])])('explains itself with --help: %s', async (...words) => {
    const { code, out, err } = await runCli([...words, '--help']);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: liveblog ${words.join(' ')}`.trim());
    expect(out).toContain('--version');
  });

  it.each([[], ...COMMANDS.map((name) => [name])])('tells its version with --version: %s', async (...words) => {
    expect(await runCli([...words, '--version'])).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
  });

  it.each([
    ['nothing', [], 'Usage'],
    ['an unknown command', ['chek'], 'Did you mean check?'],
    ['an unknown option', ['check', '--confg', 'x'], 'Did you mean --config?'],
    ['too many words', ['check', 'x'], 'too many arguments'],
    ['a missing word', ['export'], "missing required argument 'blog'"],
    ['a wrong choice', ['export', 'x', '--format', 'pdf'], 'md, json, csv'],
    ['a role that is none', ['start', '--role', 'boss'], 'all, worker, gateway'],
    ['a role that is not there yet', ['start', '--role', 'worker'], 'not yet available'],
    ['an unknown kind', ['inspect', 'x', '--as', 'schemaorg'], 'Did you mean schema.org?'],
    ['a day that is none', ['inspect', 'x', '--date', '2026-02-30'], 'Write a day like'],
    ['a zone that is none', ['inspect', 'x', '--timezone', 'Mars/Base'], 'Europe/London'],
    ['a number out of bounds', ['summary', 'x', '--max', '0'], 'from 1 to 50'],
    ['an option without its value', ['check', '--config'], 'argument missing'],
  ])('used with %s ends with 2 and says so on stderr', async (_, argv, words) => {
    const { code, out, err } = await runCli(argv);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});

describe('check', () => {
  it('prints what is in force and ends with 0', async () => {
    const { code, out, err } = await runCli(['check'], { environment: { DISCORD_TOKEN: 'planted.token.value' } });

    expect(code).toBe(0);
    expect(out).toContain('state: sqlite:data/liveblog.db');
    expect(out).not.toContain('planted');
    expect(err).toContain('Slack is off');
    expect(err).toContain('nothing wrong');
  });

  it('lists every problem on stderr and ends with 2', async () => {
    writeFileSync(join(folder, 'bad.yaml'), 'stat: x\nlanguage: klingon_x\n');

    const { code, out, err } = await runCli(['check', '--config', 'bad.yaml'], { folder });

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/bad\.yaml: 2 problems\n.*line 1:\d+: stat: .*"state".*\n.*line 2:\d+: language: /);
  });
});
