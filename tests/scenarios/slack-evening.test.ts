import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockProblems } from '../support/fake-slack/block-limits.ts';
import { Driver } from '../support/fake-slack/driver.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { type StartedProgram, startProgram } from '../support/started-program.ts';

const TOKEN = 'xoxb-1-very-secret';
const SECRET = 'signing-secret-of-the-test';
/** The page is for the newsroom only: who has its address can read it. */
const URL_SECRET = 'lantern7';
/** The desk is pinged for key events, the thread shows them in its channel too, the fans want no spoilers. */
const [DESK, THREAD, FANS] = ['C0000000001', 'C0000000002', 'C0000000003'] as const;
const ROUTES = [
  `      - { channel: "slack:${DESK}", mention: { on: key, text: "<!here>" } }`,
  `      - { channel: "slack:${THREAD}", layout: thread, broadcast: key }`,
  `      - { channel: "slack:${FANS}", spoiler: true }`,
];

type Item = { readonly id: string; readonly title?: string; readonly html: string; readonly key?: boolean };

const BEGUN = Date.now() - 3_600_000;

/** A page of a newsroom as simple as they come: articles with a time. */
function pageOf(items: readonly Item[]): string {
  const articles = items.map(
    ({ id, title, html, key = false }, n) =>
      `<article class="live-entry${key ? ' is-key-event' : ''}" id="${id}"><time datetime="${new Date(BEGUN + n * 1_000).toISOString()}">now</time>${
        title === undefined ? '' : `<h3>${title}</h3>`
      }<div>${html}</div></article>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Storm – live</title><h1>Storm</h1><main class="live-blog">${articles.toReversed().join('')}</main>`;
}

describe.each(['socket', 'http'] as const)('an evening on Slack by %s', (by) => {
  let slack: FakeSlack;
  let server: Server;
  let program: StartedProgram | undefined;
  let driver: Driver;
  let items: Item[];

  const of = (channel: string) => slack.world.channels.get(channel)?.messages ?? [];
  const read = (channel: string) => of(channel).map(({ text, blocks }) => readMessage(text, blocks));
  const shown = (channel: string) =>
    read(channel)
      .map(({ text }) => text)
      .join('\n');
  const told = (user: string) =>
    slack.world.ephemerals
      .filter((one) => one.user === user)
      .map((one) => readMessage(one.text, one.blocks).text)
      .join('\n');
  const eventually = (check: () => void) => vi.waitFor(check, { timeout: 40_000, interval: 50 });
  const publish = (...more: readonly Item[]) => {
    items = [...items, ...more];
  };

  beforeEach(async () => {
    slack = await new FakeSlack({ limits: true }).start();
    slack.world.addTeam('T1', TOKEN);
    for (const id of [DESK, THREAD, FANS]) slack.world.addChannel(id, 'T1').members.add('U1');
    slack.world.addUser('U1', { name: 'Ines', admin: true });
    slack.world.addUser('U2', { name: 'Tomas' });
    items = [1, 2, 3].map((n) => ({
      id: `calm-${n}`,
      title: `Calm ${n}`,
      html: `<p>All is calm, says watch ${n}.</p>`,
    }));
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageOf(items));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const url = `http://desk:${URL_SECRET}@127.0.0.1:${port}/live?token=${URL_SECRET}`;
    program = startProgram(
      [
        'http: { port: 0 }',
        'blogs:',
        '  storm:',
        `    url: ${url}`,
        '    as: html',
        '    poll: 5s',
        '    to:',
        ...ROUTES,
      ].join('\n'),
      {
        SLACK_BOT_TOKEN: TOKEN,
        SLACK_API_URL: slack.apiUrl,
        ...(by === 'socket' ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: SECRET }),
      },
    );
    await vi.waitFor(() => expect(program?.said()).toContain('started'), 20_000);
    const at = /http:\/\/127\.0\.0\.1:\d+/u.exec(program.said())?.[0] ?? '';
    driver = new Driver(slack, by === 'socket' ? { by } : { by, url: `${at}/slack/events`, secret: SECRET });
    await eventually(() => expect(shown(THREAD)).toContain('Storm'));
  }, 60_000);
  afterEach(async () => {
    await program?.stop();
    const written = [...slack.world.channels.values()].map(({ messages }) => messages);
    expect(JSON.stringify([written, slack.world.ephemerals, program?.said()])).not.toContain(URL_SECRET);
    server.closeAllConnections();
    server.close();
    await slack.close();
  });

  it('pings, shows and hides as each channel wants, and nothing in an entry pings', { timeout: 120_000 }, async () => {
    publish(
      { id: 'rain', title: 'Rain &lt;!channel&gt; @here', html: '<p>&lt;!everyone&gt; rain goes on, &lt;@U1&gt;.</p>' },
      { id: 'gates', title: 'Gates closed', html: '<p>The gates were closed at dusk.</p>', key: true },
    );
    await eventually(() => expect(shown(DESK)).toContain('Gates closed'));
    await eventually(() => expect(shown(THREAD)).toContain('Gates closed'));
    await eventually(() => expect(read(FANS)).toHaveLength(2));

    expect(read(DESK).map(({ pinged }) => pinged)).toEqual([[], ['!here']]);
    expect([THREAD, FANS].flatMap((channel) => read(channel).flatMap(({ pinged }) => pinged))).toEqual([]);
    const broadcast = of(THREAD).filter((message) => message.broadcast === true);
    expect(broadcast.map(({ text, blocks }) => readMessage(text, blocks).text).join()).toMatch(
      /^Key event · Gates closed/u,
    );
    expect(`${shown(FANS)} ${of(FANS).map(({ text }) => text)}`).not.toMatch(/gates|dusk|rain/iu);
    expect(shown(FANS)).toContain('Spoiler · Key event [Show]');

    await driver.press('Show', { user: 'U2', channel: FANS });
    await eventually(() => expect(told('U2')).toContain('The gates were closed at dusk.'));
    await driver.press('Why is this here?', { channel: THREAD });
    await eventually(() => expect(told('U1')).toContain('shown in the channel too: it was a key event'));
    items = items.map((item) =>
      item.id === 'gates' ? { ...item, html: '<p>Both gates were shut at nightfall.</p>' } : item,
    );
    await eventually(() => expect(shown(THREAD)).toContain('Both gates were shut'));
    await eventually(() => expect(shown(DESK)).toContain('Both gates were shut'));
    expect(read(DESK).map(({ pinged }) => pinged)).toEqual([[], []]);
    await driver.press('What changed', { channel: DESK });
    await eventually(() => expect(told('U1')).toMatch(/closed.*shut/su));
    await driver.event({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1', event_ts: '1' });
    await eventually(() => {
      const home = readMessage('', (slack.world.homes.get('U1')?.blocks as unknown[]) ?? []).text;
      expect(home.match(/set in the configuration file/gu)).toHaveLength(3);
    });
  });

  it.runIf(by === 'socket')(
    'shows what is too long, too many or too strange within the limits',
    { timeout: 120_000 },
    async () => {
      const long = 'The harbour wall held through the night. '.repeat(490);
      const odd = [
        'Z̷̢͍̈a̴̛l̵͘g̸o̶',
        '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿',
        '\u202eevil\u202c',
        'مرحبا بالميناء',
        'שלום',
        '\u{1f1fa}\u{1f1f3}',
        'a\u0000b',
        '𝕿𝖍𝖊',
        'ﷺ'.repeat(40),
        'e\u0301'.repeat(500),
      ];
      const images = Array.from(
        { length: 30 },
        (_, n) => `<img src="https://gazette.example/${n}.jpg" alt="Picture ${n}">`,
      ).join('');
      publish({ id: 'long', title: 'A long night', html: `<p>${long}</p>` });
      await eventually(() => expect(shown(DESK)).toContain('A long night'));
      publish({ id: 'pictures', title: 'Thirty pictures', html: `<p>All from the quay.</p>${images}` });
      await eventually(() => expect(shown(DESK)).toContain('Thirty pictures'));
      publish(
        ...odd.map((words, n) => ({ id: `odd-${n}`, title: `Odd ${n} ${words}`, html: `<p>Words: ${words}</p>` })),
      );
      await eventually(() => expect(shown(DESK)).toContain(`Odd ${odd.length - 1}`));

      expect(shown(DESK)).toContain('Read the rest');
      expect(shown(DESK)).toMatch(/The harbour wall held.*…/u);
      expect(shown(DESK)).toContain('more in the entry');
      for (const channel of [DESK, THREAD, FANS])
        for (const { blocks, text } of of(channel)) {
          expect(blockProblems(blocks)).toEqual([]);
          expect(text.length).toBeLessThan(4_000);
        }
      expect(shown(DESK)).toContain('مرحبا بالميناء');
      expect(program?.said()).not.toMatch(/refused a message/u);
      expect(slack.limits.refused).toEqual([]);
    },
  );
});
