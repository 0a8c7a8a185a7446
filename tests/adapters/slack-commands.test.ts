import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERY_KIND, entryPost, foldPost, sampleView } from '../contracts/sample-posts.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { byHttp, bySocket, eventually, type Setting } from '../support/fake-slack/setting.ts';

const intent = { token: 't1', key: 'k1', since: Date.now() };
const signal = AbortSignal.timeout(60_000);

describe.each([
  ['by socket', bySocket],
  ['by HTTP', byHttp],
])('a Slack command %s', (_name, open) => {
  let { stage, driver, program, toldTo, close } = {} as Setting;

  beforeEach(async () => {
    ({ stage, driver, program, toldTo, close } = await open());
  });
  afterEach(() => close());

  it.each([
    ['', 'Help'],
    ['help', 'Help'],
    ['status', 'All is well'],
    ['list', 'Following nothing'],
    ['<https://gazette.example/live|gazette.example/live>', 'preview https://gazette.example/live'],
    ['search “north quay”', 'There is no command search.'],
  ])('“%s” is answered privately', async (typed, answer) => {
    const { acked, after } = await driver.slash(typed);

    expect(acked).toBe(true);
    expect(after).toBeLessThan(1_000);
    await eventually(() => expect(toldTo('U1').join()).toContain(answer));
    expect(stage.seen('slack:C1')).toEqual([]);
    expect(toldTo('U2')).toEqual([]);
  });

  it('a slow answer is acknowledged at once and comes later', async () => {
    program.delay = 1_200;

    const { acked, after } = await driver.slash('status');

    expect(acked).toBe(true);
    expect(after).toBeLessThan(1_000);
    expect(toldTo('U1')).toEqual([]);
    await eventually(() => expect(toldTo('U1')).toHaveLength(1));
  });

  it('the program is told who asks, where, and in plain words', async () => {
    await driver.slash('follow <https://gazette.example/a?b=1&amp;c=2> “north quay” –ferry <#C2|other> <@U2|tomas>', {
      user: 'U1',
    });

    await eventually(() => expect(program.commands).toHaveLength(1));
    expect(program.commands[0]).toMatchObject({
      name: 'follow',
      words: 'https://gazette.example/a?b=1&c=2 "north quay" -ferry slack:C2 slack:@U2',
      platform: 'slack',
      workspace: 'T1',
      channel: 'slack:C1',
      person: { id: 'slack:U1', name: 'Ines', admin: true, timezone: 'Europe/London', language: 'en-GB' },
    });
  });

  it.each(['U2', 'U3', 'U9'])('%s, who is no administrator here, is not taken for one', async (user) => {
    await driver.slash('status', { user });

    await eventually(() => expect(program.commands[0]?.person.admin).toBe(false));
  });

  it('an answer to share is seen by everybody', async () => {
    await driver.slash('summary');

    await eventually(() => expect(stage.seen('slack:C1')[0]?.text).toContain('Three things'));
  });

  it('a change is announced in one line that pings nobody', async () => {
    await driver.slash('follow harbour-storm');

    await eventually(() => expect(stage.seen('slack:C1')).toHaveLength(1));
    expect(stage.seen('slack:C1')[0]).toMatchObject({ pinged: [], text: 'Ines now follows harbour-storm <!channel>' });
    expect(toldTo('U1')).toEqual(['Following harbour-storm']);
  });

  it('a line for everybody may carry a button, which answers whoever presses it', async () => {
    await driver.slash('pause');
    await eventually(() => expect(stage.seen('slack:C1')[0]?.text).toBe('Ines paused this channel\n[Resume]'));

    await driver.press('Resume', { user: 'U2' });

    await eventually(() => expect(toldTo('U2').join()).toContain('All is well'));
    expect(stage.seen('slack:C1')).toHaveLength(1);
  });

  it('a change is announced in the middle of a burst too', async () => {
    const at = { channel: 'slack:C1' } as const;
    for (let n = 0; n < 3; n += 1)
      await stage.adapter.outbound.post(at, entryPost({ id: `e${n}` }), { ...intent, token: `t${n}` }, signal);

    await driver.slash('follow harbour-storm');

    await eventually(() => expect(stage.seen('slack:C1').at(-1)?.text).toContain('Ines now follows'));
    expect(stage.slack.limits.refused).toEqual([]);
  });

  it('a button runs its command line, and its answer takes the place of the private message when asked', async () => {
    await driver.slash('status');
    await eventually(() => expect(toldTo('U1')).toHaveLength(1));

    await driver.press('Run refresh');

    await eventually(() => expect(toldTo('U1')).toEqual(['All is still well']));
  });

  it('a button under a post never replaces the post', async () => {
    const { id } = await stage.adapter.outbound.post(
      { channel: 'slack:C1' },
      entryPost({}, { correctedAt: 1 }),
      intent,
      signal,
    );

    await driver.press('What changed', { user: 'U2' });

    await eventually(() => expect(toldTo('U2')).toEqual(['history']));
    expect(program.commands[0]).toMatchObject({ name: 'history', message: id });
    expect(stage.seen('slack:C1')[0]?.text).toContain('Harbour gates closed');
  });

  it('the menu of one entry among several names it, and an address in it runs nothing', async () => {
    const post = foldPost([sampleView({ id: 'e1' }, { seq: 7 }), sampleView({ id: 'e2' }, { seq: 8 })]);
    const { id } = await stage.adapter.outbound.post({ channel: 'slack:C1' }, post, intent, signal);

    await driver.press('Open at source');
    await driver.press('Why is this here?', { user: 'U2' });

    await eventually(() => expect(program.commands).toHaveLength(1));
    expect(program.commands[0]).toMatchObject({ name: 'why', words: '#7', message: id });
  });

  it('the menu of a card runs its entries', async () => {
    const card = EVERY_KIND.find(({ kind }) => kind === 'card');
    if (card !== undefined) await stage.adapter.outbound.post({ channel: 'slack:C1' }, card, intent, signal);

    await driver.press('Status');

    await eventually(() => expect(toldTo('U1').join()).toContain('All is well'));
  });

  it('a form is filled in, faults are told beside the field, and submitting runs the command', async () => {
    await driver.slash('follow');
    await eventually(() => expect(stage.slack.world.views).toHaveLength(1));

    const refused = await driver.submit({ name: 'bad' });
    expect(refused.payload).toEqual({ response_action: 'errors', errors: { name: 'This is no live blog.' } });
    const odd = await driver.submit({ name: 'odd' });
    expect(odd.payload).toEqual({ response_action: 'errors', errors: { layout: 'There is no such layout.' } });
    await driver.submit({ name: 'harbour-storm', layout: 'thread' });

    await eventually(() => expect(stage.seen('slack:C1')).toHaveLength(1));
    expect(program.commands.at(-1)).toMatchObject({
      name: 'follow',
      channel: 'slack:C1',
      options: { name: 'harbour-storm', layout: 'thread' },
    });
    expect(stage.slack.world.views).toEqual([]);
  });

  it('a form whose command is slow closes and its answer follows', async () => {
    await driver.slash('follow');
    await eventually(() => expect(stage.slack.world.views).toHaveLength(1));
    program.delay = 1_500;

    const { after } = await driver.submit({ name: 'harbour-storm' });

    expect(after).toBeLessThan(1_000);
    await eventually(() => expect(toldTo('U1')).toEqual(['Following harbour-storm']));
  });

  it('an error of the program is told without its secrets', async () => {
    await driver.slash('crash');

    await eventually(() => expect(toldTo('U1').join()).toContain('Something went wrong'));
    expect(stage.log.lines.join('\n')).not.toContain('xoxb-123');
  });

  it('a mistyped command offers examples to press', async () => {
    await driver.slash('staus');
    await eventually(() => expect(toldTo('U1').join()).toContain('no command staus'));

    await driver.press('status');

    await eventually(() => expect(toldTo('U1').join()).toContain('All is well'));
  });

  it('the shortcut on a message asks about that message', async () => {
    await driver.shortcut('liveblog_why', '1700000000.000100');

    await eventually(() => expect(toldTo('U1')).toEqual(['why']));
    expect(program.commands[0]?.message).toBe('1700000000.000100');
  });

  it('the home tab is paged below a hundred blocks and its buttons answer on it', async () => {
    program.homeRows = 150;
    const home = () => readMessage('', (stage.slack.world.homes.get('U1')?.blocks as unknown[]) ?? []).text;

    await driver.event({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1', event_ts: '1' });
    await eventually(() => expect(home()).toContain('Page 1 of 2'));
    await driver.pressAtHome('Next page');
    await eventually(() => expect(home()).toContain('Page 2 of 2'));
    expect(home()).toContain('Blog 150');
    await driver.pressAtHome('Previous page');
    await eventually(() => expect(home()).toContain('Page 1 of 2'));
    await driver.pressAtHome('Run list');

    await eventually(() => expect(home()).toMatch(/^Following nothing/u));
  });

  it('the program hears which channels a person is in, on their home tab alone', async () => {
    stage.slack.world.channels.get('C1')?.members.add('U1');
    stage.slack.world.channels.get('G1')?.members.add('U2');

    await driver.event({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1', event_ts: '1' });
    await driver.slash('status');

    await eventually(() => expect(program.commands).toHaveLength(2));
    expect(program.commands.map(({ name, memberOf }) => [name, memberOf]).toSorted()).toEqual([
      ['home', ['slack:C1']],
      ['status', undefined],
    ]);
  });

  it('a change made on the home tab is answered there and leaves its line in the channel', async () => {
    const home = () => readMessage('', (stage.slack.world.homes.get('U1')?.blocks as unknown[]) ?? []).text;
    await driver.event({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1', event_ts: '1' });
    await eventually(() => expect(home()).toContain('Blog 1'));
    await driver.pressAtHome('Run settings');
    await eventually(() => expect(stage.slack.world.views).toHaveLength(1));

    await driver.submit({ layout: 'thread' });

    await eventually(() => expect(home()).toMatch(/^Changed\n\[Run undo\]/u));
    await eventually(() => expect(stage.seen('slack:C1').map(({ text }) => text)).toEqual(['Ines changed storm']));
    expect(stage.seen('slack:@U1')).toEqual([]);
    expect(toldTo('U1')).toEqual([]);
  });
});
