import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PageEntry, type PageServer, servePage } from '../support/page-server.ts';
import { eventually, type StartedProgram, startProgram } from '../support/started-program.ts';
import { type PersonalChat, personalDiscord, personalSlack } from './personal-chats.ts';

const MINUTE = 60_000;

/** The whole program: one channel under narrow rules, one person with an alert. */
describe.each([
  ['Slack', personalSlack],
  ['Discord', personalDiscord],
])('key events and alerts on %s', (_, open) => {
  let chat: PersonalChat;
  let page: PageServer;
  let program: StartedProgram | undefined;

  const see = (look: () => boolean) =>
    eventually(
      look,
      () =>
        `the channel shows\n${chat.channel().join('\n')}\nthe inbox\n${chat.inbox().join('\n')}\nthey were told\n${chat.told('manager')}\n${chat.told('member')}\nit said\n${program?.said()}`,
    );
  const inChannel = (words: string) => chat.channel().some((text) => text.includes(words));
  const inInbox = (words: string) => chat.inbox().some((text) => text.includes(words));
  const calm = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const report = (n: number, text: string, key = false): PageEntry => ({
    id: `r${n}`,
    headline: `${key ? 'Key event: ' : ''}Report ${n}`,
    text,
    at: Date.now() - 100 * MINUTE + n * MINUTE,
  });
  const publish = (...entries: readonly PageEntry[]) => {
    page.entries = [...page.entries, ...entries];
  };
  const rewrite = (entry: PageEntry) => {
    page.entries = page.entries.map((one) => (one.id === entry.id ? entry : one));
  };

  beforeEach(async () => {
    chat = await open();
    page = await servePage('Storm over Saltmere');
    page.entries = [report(1, 'Rain.'), report(2, 'The sluice is open.', true), report(3, 'More rain.')];
    program = startProgram('http: off\npoll: { every: 5s }\nnetwork: { allowPrivate: true }', chat.environment);
    await see(() => chat.connected());
  }, 60_000);
  afterEach(async () => {
    await program?.stop();
    await chat.close();
    await page.close();
  });

  it('only key events come, through quiet hours too; before them, what the follower asked for', async () => {
    const url = page.url;
    await chat.says('manager', `follow <${url}> storm backfill:key`, 'follow', { url, name: 'storm', backfill: 'key' });
    await see(() => inChannel('The sluice is open.'));
    await chat.says('manager', 'settings storm entries:key', 'settings', { blog: 'storm', entries: 'key' });
    await see(() => inChannel('entries all → key'));
    publish(report(4, 'A puddle.'), report(5, 'The bridge is shut.', true));
    await see(() => inChannel('The bridge is shut.'));

    const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
    const hours = `${clock(Date.now() - 60 * MINUTE)}-${clock(Date.now() + 120 * MINUTE)} UTC`;
    await chat.says('manager', 'settings storm entries:all', 'settings', { blog: 'storm', entries: 'all' });
    await see(() => inChannel('entries key → all'));
    await chat.says('manager', `quiet ${hours}`, 'quiet', { hours });
    await see(() => chat.told('manager').includes('They hold now.'));
    publish(report(6, 'A wet dog.'), report(7, 'The chapel is flooded.', true));
    await see(() => inChannel('The chapel is flooded.'));

    await calm(8_000);
    const all = chat.channel().join('\n');
    for (const words of ['Rain.', 'More rain.', 'A puddle.', 'A wet dog.']) expect(all).not.toContain(words);
    await chat.says('member', 'why wet dog', 'why', { entry: 'wet dog' });
    await see(() => chat.told('member').includes('held by the quiet hours'));
  }, 120_000);

  it('an alert is one message, follows corrections and withdrawals, and is muted with one tap', async () => {
    const url = page.url;
    await chat.says('manager', `follow <${url}> storm backfill:none`, 'follow', {
      url,
      name: 'storm',
      backfill: 'none',
    });
    await see(() => chat.told('manager').includes('now follows'));
    await chat.says('member', 'alert add ferry', 'alert add', { query: 'ferry' });
    await see(() => chat.told('member').includes('I will write to you'));
    await calm(1_000);

    publish(
      report(4, 'The ferry waits in the roads.'),
      report(5, 'No ferry today, says the company.'),
      report(6, 'Wind.'),
    );
    await see(() => inInbox('No ferry today, says the company.'));
    expect(chat.inbox()).toHaveLength(1);
    expect(chat.inbox().join()).toMatch(/alert (?:for )?“ferry”[\s\S]*The ferry waits in the roads/i);
    await see(() => /In the channel/u.test(chat.inbox().join()));

    rewrite(report(4, 'A tanker waits in the roads.'));
    await see(() => inInbox('no longer matches'));
    page.entries = page.entries.filter(({ id }) => id !== 'r5');
    await see(() => inInbox('Withdrawn'));
    expect(chat.inbox()).toHaveLength(1);

    await chat.pressesInInbox('Mute for 1 h');
    await chat.says('member', 'alert list', 'alert list');
    await see(() => chat.told('member').includes('Muted until'));
    publish(report(7, 'A ferry at last.'), report(8, 'Wind again.'));
    await see(() => inChannel('A ferry at last.'));
    await calm(6_000);
    expect(chat.inbox().join()).not.toContain('A ferry at last.');

    await chat.says('member', 'alert remove ferry', 'alert remove', { query: 'ferry' });
    await see(() => chat.told('member').includes('Removed: ferry.'));
  }, 120_000);

  it('whoever closed their direct messages is told where they ask, and they are not tried for ever', async () => {
    if (chat.closesInbox === undefined) return;
    const url = page.url;
    await chat.says('manager', `follow <${url}> storm`, 'follow', { url, name: 'storm' });
    await see(() => chat.told('manager').includes('now follows'));
    await chat.says('member', 'alert add tanker', 'alert add', { query: 'tanker' });
    await see(() => chat.told('member').includes('I will write to you'));
    await calm(1_000);
    chat.closesInbox();
    publish(report(4, 'A tanker in the bay.'));
    await see(() => inChannel('A tanker in the bay.'));
    await see(() => (program?.said() ?? '').includes('does not take direct messages'));
    await chat.says('member', 'alert list', 'alert list');

    await see(() => chat.told('member').includes('I cannot write to you'));
    expect(chat.inbox()).toEqual([]);
    expect(program?.said().match(/does not take direct messages/gu)).toHaveLength(1);
  }, 120_000);
});
