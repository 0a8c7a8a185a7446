import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryPost } from '../contracts/sample-posts.ts';
import { signedRequest } from '../support/fake-slack/driver.ts';
import { byHttp, bySocket, eventually, type Setting, SIGNING_SECRET } from '../support/fake-slack/setting.ts';

const intent = { token: 't1', key: 'k1', since: Date.now() };
const signal = AbortSignal.timeout(60_000);

describe.each([
  ['by socket', bySocket],
  ['by HTTP', byHttp],
])('what happens in Slack %s', (_name, open) => {
  let { stage, driver, program, toldTo, close } = {} as Setting;

  beforeEach(async () => {
    ({ stage, driver, program, toldTo, close } = await open());
  });
  afterEach(() => close());

  it('a pasted address is previewed when the app is mentioned', async () => {
    await driver.event({
      type: 'app_mention',
      user: 'U2',
      channel: 'C1',
      ts: '1.1',
      text: '<@UBOTT1> have you seen <https://gazette.example/live>?',
    });

    await eventually(() => expect(toldTo('U2')).toEqual(['preview https://gazette.example/live']));
  });

  it('an event delivered again is handled once', async () => {
    const event = { type: 'app_mention', user: 'U2', channel: 'C1', ts: '1.1', text: '<@UBOTT1> status' };
    await driver.event(event, { id: 'Ev-same' });
    await driver.event(event, { id: 'Ev-same' });
    await driver.event(event, { id: 'Ev-other' });

    await eventually(() => expect(toldTo('U2')).toHaveLength(2));
    expect(program.commands).toHaveLength(2);
  });

  it('a message of ours that a moderator deletes is reported, our own removals and edits are not', async () => {
    const at = { channel: 'slack:C1' } as const;
    const first = await stage.adapter.outbound.post(at, entryPost(), intent, signal);
    const second = await stage.adapter.outbound.post(at, entryPost(), { ...intent, token: 't2' }, signal);
    await stage.adapter.outbound.remove(at, second, signal);
    const deleted = (ts: string, bot: string) =>
      driver.event({
        type: 'message',
        subtype: 'message_deleted',
        channel: 'C1',
        deleted_ts: ts,
        previous_message: { ts, bot_id: bot },
      });

    await deleted(first.id, 'BBOTT1');
    await deleted(second.id, 'BBOTT1');
    await deleted('5.5', 'BOTHER');
    await driver.event({
      type: 'message',
      subtype: 'message_changed',
      channel: 'C1',
      message: { ts: first.id, bot_id: 'BBOTT1' },
      previous_message: { ts: first.id, bot_id: 'BBOTT1' },
    });
    await driver.event({ type: 'member_joined_channel', user: 'UBOTT1', channel: 'C1', channel_type: 'C', team: 'T1' });

    await eventually(() => expect(program.events.at(-1)?.kind).toBe('mended'));
    expect(program.events).toEqual([
      { kind: 'deleted', channel: 'slack:C1', message: first.id },
      { kind: 'mended', channel: 'slack:C1' },
    ]);
  });

  it('a removal that failed does not hide a moderator’s deletion', async () => {
    const at = { channel: 'slack:C1' } as const;
    const { id, ...rest } = await stage.adapter.outbound.post(at, entryPost(), intent, signal);
    stage.slack.failNext({ kind: 'refuse', error: 'ratelimited' }, ['chat.delete']);
    await stage.adapter.outbound.remove(at, { id, ...rest }, signal).catch(() => {});

    const previous_message = { ts: id, bot_id: 'BBOTT1' };
    await driver.event({
      type: 'message',
      subtype: 'message_deleted',
      channel: 'C1',
      deleted_ts: id,
      previous_message,
    });

    await eventually(() => expect(program.events).toEqual([{ kind: 'deleted', channel: 'slack:C1', message: id }]));
  });

  it.each([
    [{ type: 'channel_archive', channel: 'C1', user: 'U1' }, 'lost'],
    [{ type: 'channel_left', channel: 'C1' }, 'lost'],
    [{ type: 'channel_deleted', channel: 'C1' }, 'gone'],
    [{ type: 'group_left', channel: 'C1' }, 'lost'],
    [{ type: 'channel_unarchive', channel: 'C1', user: 'U1' }, 'mended'],
  ])('%o tells the program', async (event, kind) => {
    await driver.event(event);

    await eventually(() => expect(program.events).toEqual([{ kind, channel: 'slack:C1' }]));
  });

  it('somebody else joining a channel is nothing to us', async () => {
    await driver.event({ type: 'member_joined_channel', user: 'U2', channel: 'C1', channel_type: 'C', team: 'T1' });
    await driver.event({ type: 'channel_left', channel: 'C1' });

    await eventually(() => expect(program.events.map(({ kind }) => kind)).toEqual(['lost']));
  });

  it('where the app is not in the channel it offers to join, and tells the program when it did', async () => {
    stage.expel('slack:C1');

    await driver.slash('follow harbour-storm');
    await eventually(() => expect(stage.slack.world.channels.get(`DT1U1`)?.messages).toHaveLength(1));
    await driver.press('Let it join', { channel: 'DT1U1' });

    await eventually(() => expect(program.events).toEqual([{ kind: 'mended', channel: 'slack:C1' }]));
    expect(stage.slack.world.channels.get('C1')?.members.has('UBOTT1')).toBe(true);
  });

  it('says of a public channel that a tap lets the app in, and the tap works wherever it is shown', async () => {
    stage.expel('slack:C1');
    stage.expel('slack:G1');
    const { missing } = await stage.adapter.status().access('slack:C1', signal);
    expect(missing.map(({ mend }) => mend)).toEqual([{ label: 'Let it join', run: 'join C1' }]);
    expect((await stage.adapter.status().access('slack:G1', signal)).missing[0]?.mend).toBeUndefined();

    program.offers = missing.flatMap(({ mend }) => mend ?? []);
    await driver.slash('offers');
    await eventually(() => expect(toldTo('U1')).toEqual(['[Let it join]']));
    await driver.press('Let it join');

    await eventually(() => expect(program.events).toEqual([{ kind: 'mended', channel: 'slack:C1' }]));
    await eventually(() => expect(toldTo('U1').at(-1)).toBe('The app is in this channel now.'));
  });

  it('no token is ever logged', async () => {
    stage.slack.failNext({ kind: 'cut' }, ['users.info', 'chat.postEphemeral']);
    await driver.slash('status');
    await driver.slash('follow');
    stage.revoke();
    await driver.slash('status', { user: 'U2' });

    await eventually(() => expect(program.commands.length).toBeGreaterThanOrEqual(3));
    expect(stage.log.lines.join('\n')).not.toMatch(/xox|xapp-|signing-secret/u);
  });
});

describe('a request that claims to be Slack’s', () => {
  let { url, program, close } = {} as Setting;
  beforeEach(async () => {
    ({ url, program, close } = await byHttp());
  });
  afterEach(() => close());

  const send = (secret: string, at?: number, body: object = { type: 'url_verification', challenge: 'c-1' }) =>
    signedRequest({ url: `${url}/slack/events`, secret }, JSON.stringify(body), true, at);

  it('gets its challenge back', async () => {
    expect(await (await send(SIGNING_SECRET)).json()).toEqual({ challenge: 'c-1' });
  });

  it('is refused with another signature, without one, or when older than five minutes', async () => {
    const old = Math.floor(Date.now() / 1_000) - 301;

    expect((await send('wrong')).status).toBe(401);
    expect((await send(SIGNING_SECRET, old)).status).toBe(401);
    expect((await fetch(`${url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect(program.commands).toEqual([]);
  });

  it('is not found elsewhere, and nonsense does no harm', async () => {
    expect((await fetch(`${url}/slack/other`)).status).toBe(404);
    expect((await fetch(`${url}/slack/install`)).status).toBe(404);
    expect((await send(SIGNING_SECRET, undefined, [] as object)).status).toBeLessThan(500);
  });
});
