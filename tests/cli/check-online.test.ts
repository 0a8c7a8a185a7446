import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { type PageServer, servePage } from '../support/page-server.ts';

describe('check --online', () => {
  let slack: FakeSlack;
  let page: PageServer;
  let folder: string;

  beforeEach(async () => {
    slack = await new FakeSlack().start();
    slack.world.addTeam('T1', 'xoxb-check-1');
    slack.world.addChannel('C1', 'T1');
    page = await servePage('Storm over Saltmere');
    page.entries = [{ id: 'r1', headline: 'Report', text: 'The tide is high.', at: Date.now() }];
    folder = mkdtempSync(join(tmpdir(), 'liveblog-check-'));
  });

  afterEach(async () => {
    await slack.close();
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function check(token = 'xoxb-check-1', to = 'slack:C1', url = page.url) {
    const lines = [
      `slack: { botToken: ${token}, appToken: ${slack.appToken}, apiUrl: "${slack.apiUrl}" }`,
      `blogs: { storm: { url: "${url}", to: ["${to}"] } }`,
    ];
    writeFileSync(join(folder, 'config.yaml'), lines.join('\n'));
    const said = { out: '', err: '' };
    const code = await runCommandLine(['check', '--online', '--config', join(folder, 'config.yaml')], {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      environment: {},
      folder,
      colour: false,
      signal: new AbortController().signal,
      now: Date.now,
    });
    return { code, ...said };
  }

  it('says that tokens, channels and blogs are fine', async () => {
    const { code, out } = await check();

    expect(code).toBe(0);
    expect(out).toMatch(/ok +Slack: the tokens are those of T1/u);
    expect(out).toMatch(/ok +slack:C1 \(#?#c1\): the bot may post here/u);
    expect(out).toMatch(/ok +storm: 1 entry read as schema\.org/u);
  });

  it('names a refused token, a channel the bot is not in, and a blog that is none', async () => {
    slack.world.channels.get('C1')?.members.clear();

    expect((await check('xoxb-wrong-1')).out).toMatch(/PROBLEM Slack: /u);
    expect((await check()).out).toMatch(/PROBLEM slack:C1 .*invite/iu);
    expect((await check('xoxb-check-1', 'slack:C1', `${slack.origin}/nothing`)).out).toMatch(/PROBLEM storm: /u);
  });

  it('names missing scopes and ends with 1', async () => {
    slack.world.teams.get('T1')?.scopes.delete('channels:history');

    const { code, out, err } = await check();

    expect(code).toBe(1);
    expect(out).toContain('channels:history');
    expect(err).toContain('not work yet');
    expect(out + err).not.toContain('xoxb-check-1');
  });
});
