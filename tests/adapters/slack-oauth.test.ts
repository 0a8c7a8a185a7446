import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deriveKey, seal, unseal } from '../../adapters/slack/seal.ts';
import { entryPost } from '../contracts/sample-posts.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { byHttp, eventually, type Setting } from '../support/fake-slack/setting.ts';

const signal = AbortSignal.timeout(60_000);
const intent = { token: 't1', key: 'k1', since: Date.now() };

describe('several Slack workspaces', () => {
  let consent: FakeSlack;
  let { stage, driver, program, toldTo, url, close } = {} as Setting;

  const open = (more: object = {}) => {
    const oauth = { clientId: '1.2', clientSecret: 'client-secret-x', authorizeUrl: `${consent.origin}/authorize` };
    return byHttp({ options: { botToken: undefined, oauth, apiUrl: consent.apiUrl, ...more } as object });
  };

  beforeEach(async () => {
    consent = await new FakeSlack().start();
    consent.world.addUser('U1', { admin: true });
    ({ stage, driver, program, toldTo, url, close } = await open());
  });
  afterEach(async () => {
    await close();
    await consent.close();
  });

  /** What a person's browser does: follow, keep the cookie, come back. */
  async function install(change: (back: URL) => void = () => {}, cookies = true) {
    const start = await fetch(`${url}/slack/install`, { redirect: 'manual' });
    const cookie = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' });
    const back = new URL(page.headers.get('location') ?? '');
    change(back);
    return { response: await fetch(back, { headers: cookies ? { cookie } : {} }), back, cookie };
  }

  it('install the app, get posts by their own tokens, and the token is unreadable in the store', async () => {
    for (const team of ['T1', 'T2']) {
      consent.oauth.installInto = team;
      expect((await install()).response.status).toBe(200);
      consent.world.addChannel(`C${team}`, team);
    }

    await stage.adapter.outbound.post({ channel: 'slack:T1/CT1' }, entryPost(), intent, signal);
    await stage.adapter.outbound.post({ channel: 'slack:T2/CT2' }, entryPost(), intent, signal);

    expect(consent.world.channels.get('CT1')?.messages).toHaveLength(1);
    expect(consent.world.channels.get('CT2')?.messages).toHaveLength(1);
    expect([...stage.store.records.keys()].sort()).toEqual(['slack-installation:T1', 'slack-installation:T2']);
    expect(JSON.stringify([...stage.store.records.values()])).not.toMatch(/xoxb|client-secret/u);
    expect(stage.log.lines.join('\n')).not.toMatch(/xoxb|client-secret/u);
  });

  it('are asked for the scopes of the manifest and no more', async () => {
    const start = await fetch(`${url}/slack/install`, { redirect: 'manual' });

    const asked = new URL(start.headers.get('location') ?? '').searchParams.get('scope')?.split(',');

    expect(asked?.sort()).toEqual(
      [...(consent.world.teams.get('T9') ?? consent.world.addTeam('T9', 'x')).scopes].sort(),
    );
  });

  it('that say no see a page, and nothing is stored', async () => {
    consent.oauth.installInto = undefined;

    const { response } = await install();

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('You said no');
    expect(stage.store.records.size).toBe(0);
  });

  it.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'forged')],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['no code', (back: URL) => back.searchParams.delete('code')],
    ['a code that is none', (back: URL) => back.searchParams.set('code', 'forged')],
    ['an error of Slack’s', (back: URL) => back.searchParams.set('error', 'invalid_scope')],
  ])('that come back with %s see a page, and nothing is stored', async (name, change) => {
    const { response } = await install((back) => {
      change(back);
      if (name.startsWith('an error')) back.searchParams.delete('code');
    });

    expect(response.status).toBe(400);
    expect(stage.store.records.size).toBe(0);
  });

  it('that come back in another browser are turned away', async () => {
    expect((await install(() => {}, false)).response.status).toBe(400);
  });

  it('that reload the last page see one, and stay installed', async () => {
    const { back, cookie } = await install();

    const again = await fetch(back, { headers: { cookie } });

    expect(again.status).toBe(400);
    expect(stage.store.records.size).toBe(1);
  });

  it('that install again are served by the new token', async () => {
    await install();
    consent.world.addChannel('C1', 'T1');
    await stage.adapter.outbound.post({ channel: 'slack:T1/C1' }, entryPost(), intent, signal);

    await install();
    await stage.adapter.outbound.post({ channel: 'slack:T1/C1' }, entryPost(), { ...intent, token: 't2' }, signal);

    expect(consent.world.channels.get('C1')?.messages).toHaveLength(2);
  });

  it('see a page when Slack does not answer, never a 500', async () => {
    consent.failNext({ kind: 'broken' }, ['oauth.v2.access']);

    expect((await install()).response.status).toBe(503);
  });

  it.each([
    ['uninstall the app', { type: 'app_uninstalled' }],
    ['revoke its token', { type: 'tokens_revoked', tokens: { bot: ['UBOTT1'] } }],
  ])('that %s are forgotten once', async (_name, event) => {
    await install();
    const later = Math.floor(Date.now() / 1_000) + 10;

    await driver.event(event, { time: later });
    await driver.event(event, { time: later });

    await eventually(() => expect(program.events).toHaveLength(1));
    expect(program.events).toEqual([{ kind: 'workspace-lost', platform: 'slack', workspace: 'T1' }]);
    expect(stage.store.records.size).toBe(0);
    const failed = stage.adapter.outbound.post({ channel: 'slack:T1/C1' }, entryPost(), intent, signal);
    await expect(failed).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('an old farewell that comes late does not undo a new installation', async () => {
    await install();

    await driver.event({ type: 'app_uninstalled' }, { time: Math.floor(Date.now() / 1_000) - 60 });
    await driver.event({ type: 'channel_left', channel: 'C1' });

    await eventually(() => expect(program.events.at(-1)?.kind).toBe('lost'));
    expect(program.events).toEqual([{ kind: 'lost', channel: 'slack:T1/C1' }]);
    expect(stage.store.records.size).toBe(1);
  });

  it('only the bot’s token counts when tokens are revoked', async () => {
    await install();

    await driver.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, { time: 2_000_000_000 });

    expect(stage.store.records.size).toBe(1);
  });

  it('commands carry the workspace in the channel', async () => {
    await install();

    const there = consent.responses.create('T1', 'C1', 'U1');
    await driver.deliver('slash_commands', {
      command: '/liveblog',
      text: 'status',
      team_id: 'T1',
      user_id: 'U1',
      channel_id: 'C1',
      response_url: `${consent.origin}/response/${there}`,
      trigger_id: 'x1',
    });

    await eventually(() => expect(program.commands[0]).toMatchObject({ channel: 'slack:T1/C1', workspace: 'T1' }));
    expect(toldTo('U1')).toEqual([]);
  });

  it('that are not served are turned away at the door', async () => {
    await close();
    ({ stage, driver, program, toldTo, url, close } = await open({ workspaces: ['T7'] }));

    const { response } = await install();

    expect(response.status).toBe(403);
    expect(stage.store.records.size).toBe(0);
  });
});

describe('a sealed token', () => {
  const key = deriveKey('secret', 'test');

  it('opens with its key and under its name only', () => {
    const sealed = seal('xoxb-1', key, 'T1');

    expect(sealed).not.toContain('xoxb');
    expect(unseal(sealed, key, 'T1')).toBe('xoxb-1');
    expect(unseal(sealed, key, 'T2')).toBeUndefined();
    expect(unseal(sealed, deriveKey('other', 'test'), 'T1')).toBeUndefined();
    expect(unseal(`${sealed.slice(0, -4)}AAAA`, key, 'T1')).toBeUndefined();
    expect(unseal('nonsense', key, 'T1')).toBeUndefined();
  });
});
