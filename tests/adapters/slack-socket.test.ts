import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { bySocket, eventually, type Setting } from '../support/fake-slack/setting.ts';
import { realClock, slackStage } from '../support/fake-slack/stage.ts';

/** PLATFORMS: commands and clicks in a gap fail, so it must stay short. */
const GAP = 2_500;

describe('the Slack socket', () => {
  let { stage, driver, program, toldTo, close } = {} as Setting;
  const connected = () => stage.adapter.status().health().connected;

  beforeEach(async () => {
    ({ stage, driver, program, toldTo, close } = await bySocket());
  });
  afterEach(() => close());

  it.each([
    ['is asked to reconnect', () => stage.slack.socket.refresh()],
    ['is asked to reconnect and never sees the old connection close', () => stage.slack.socket.refreshAndHold()],
    ['is cut', () => stage.slack.socket.cut()],
  ])('is back within the gap when it %s, and answers', async (_name, trouble) => {
    const before = Date.now();

    trouble();
    await eventually(() => expect(stage.slack.socket.hellos.length).toBe(2));

    expect((stage.slack.socket.hellos.at(-1) ?? 0) - before).toBeLessThan(GAP);
    await eventually(() => expect(connected()).toBe(true));
    await driver.slash('status');
    await eventually(() => expect(toldTo('U1').join()).toContain('All is well'));
  });

  it('is back at once when it is asked to reconnect, also while Slack keeps the old connection open', async () => {
    const before = Date.now();

    stage.slack.socket.refreshAndHold();
    await eventually(() => expect(stage.slack.socket.hellos.length).toBe(2));

    expect((stage.slack.socket.hellos.at(-1) ?? 0) - before).toBeLessThan(600);
    expect((await driver.slash('status')).acked).toBe(true);
    await eventually(() => expect(toldTo('U1')).toHaveLength(1));
  });

  it('survives five refreshes in a row', async () => {
    for (let round = 2; round <= 6; round += 1) {
      stage.slack.socket.refresh();
      await eventually(() => expect(stage.slack.socket.hellos.length).toBe(round));
    }

    expect((await driver.slash('status')).acked).toBe(true);
  });

  it('an event missed in the gap is delivered again and handled once', async () => {
    const event = { type: 'app_mention', user: 'U2', channel: 'C1', ts: '1.1', text: '<@UBOTT1> status' };
    stage.slack.socket.cut();
    await driver.event(event, { id: 'Ev-gap', within: 100 });
    await eventually(() => expect(connected()).toBe(true));

    await driver.event(event, { id: 'Ev-gap' });
    await driver.event(event, { id: 'Ev-gap' });

    await eventually(() => expect(toldTo('U2')).toHaveLength(1));
    expect(program.commands).toHaveLength(1);
  });

  it('says so while Slack will not have it back, and comes back by itself', async () => {
    stage.slack.failNext({ kind: 'broken' }, ['apps.connections.open']);
    stage.slack.failNext({ kind: 'cut' }, ['apps.connections.open']);
    stage.slack.socket.cut();

    await eventually(() => expect(connected()).toBe(false));
    expect(stage.adapter.status().health().reason).not.toBe('');
    await eventually(() => expect(connected()).toBe(true));
  });

  it('a token revoked while connected does not end the process', async () => {
    stage.slack.appToken = 'xapp-another';
    stage.slack.socket.cut();

    await eventually(() => expect(stage.adapter.status().health()).toMatchObject({ connected: false }));
    await eventually(() => expect(stage.adapter.status().health().reason).toContain('token no longer works'));
    stage.slack.appToken = 'xapp-test-1';

    await eventually(() => expect(connected()).toBe(true));
  });

  it('stops for good', async () => {
    await stage.adapter.stop();
    await realClock.sleep(300);

    expect(stage.slack.socket.connected).toBe(false);
    expect(connected()).toBe(false);
  });
});

describe('starting with Slack', () => {
  it.each([
    ['an app token', { appToken: 'xapp-wrong' }],
    ['a bot token', { botToken: 'xoxb-wrong' }],
  ])('that refuses %s throws with what to do and without the token', async (_name, options) => {
    const error = await slackStage({ options }).catch((caught: unknown) => caught);

    expect(String(error)).toMatch(/token no longer works; install the app again/u);
    expect(String(error)).not.toMatch(/xoxb|xapp/u);
  });

  it('while it is down goes on in the background and connects when it is up', async () => {
    const slack = await new FakeSlack().start();
    for (let n = 0; n < 3; n += 1) slack.failNext({ kind: 'broken' }, ['apps.connections.open']);
    const { apiUrl } = slack;
    slack.world.addTeam('T1', 'xoxb-test-secret-1');

    const stage = await slackStage({ options: { apiUrl, connectTimeout: 200 } });
    expect(stage.adapter.status().health().connected).toBe(false);

    await eventually(() => expect(stage.adapter.status().health().connected).toBe(true));
    await stage.close();
    await slack.close();
  });
});
