import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { renderPost as renderSlack } from '../../adapters/slack/render.ts';
import type { Post } from '../../src/core/post.ts';
import { EVERY_KIND } from '../contracts/sample-posts.ts';
import { type Chat, onDiscord, onSlack } from './commands-chats.ts';

const PAGE = 'https://saltmere.example/live';

/** A channel takes one line a second. */
const LATER = { timeout: 5_000 };

type Row = {
  readonly line: string;
  readonly path: string;
  readonly values?: Readonly<Record<string, string | number | boolean>>;
  readonly who?: 'member';
  readonly sees: RegExp;
};

/** One evening, in this order: each subcommand's happy path, its refusal and its typo. */
const EVENING: readonly Row[] = [
  { line: 'help', path: 'help', sees: /follow a live blog in this channel/ },
  { line: 'help folow', path: 'help', values: { topic: 'folow' }, sees: /harbour-storm thread/ },
  { line: 'list', path: 'list', sees: /1 storm – Storm over Saltmere/ },
  { line: 'lits', path: 'list', sees: /1 storm/ },
  {
    line: `<${PAGE}|saltmere.example/live>`,
    path: 'preview',
    values: { url: PAGE },
    sees: /Read as schema\.org, live, 3 entries/,
  },
  { line: 'preview storm', path: 'preview', values: { url: 'storm' }, sees: /beginning with https/ },
  {
    line: 'preview https://saltmere.example/menu',
    path: 'preview',
    values: { url: 'https://saltmere.example/menu' },
    sees: /is no live blog/,
  },
  {
    line: `follow ${PAGE}`,
    path: 'follow',
    values: { url: PAGE },
    who: 'member',
    sees: /Only people who manage this channel/,
  },
  { line: `follow ${PAGE}`, path: 'follow', values: { url: PAGE }, sees: /follows that live blog already, as storm/ },
  { line: 'latest 2', path: 'latest', values: { n: 2 }, sees: /football match[\s\S]*ferry to Gull Island/ },
  { line: 'latest stomr', path: 'latest', values: { blog: 'stomr' }, sees: /Did you mean storm/ },
  { line: 'search “gull island”', path: 'search', values: { query: '"gull island"' }, sees: /1 found/ },
  { line: 'search "sea wall', path: 'search', values: { query: '"sea wall' }, sees: /never closed/ },
  { line: 'serch ferry', path: 'search', values: { query: 'ferry' }, sees: /ferry to Gull Island/ },
  {
    line: 'summary storm 1h',
    path: 'summary',
    values: { blog: 'storm', since: '1h' },
    sees: /Storm reaches the sea wall/,
  },
  {
    line: 'summary storm yonder',
    path: 'summary',
    values: { blog: 'storm', since: 'yonder' },
    sees: /is no time I know/,
  },
  { line: 'catchup', path: 'catchup', sees: /3 new entries/ },
  { line: 'cathcup', path: 'catchup', sees: /Nothing changed here since you last asked/ },
  {
    line: 'alert add ferry',
    path: 'alert add',
    values: { query: 'ferry' },
    who: 'member',
    sees: /I will write to you when an entry matches ferry/,
  },
  { line: 'alert add (ferry', path: 'alert add', values: { query: '(ferry' }, who: 'member', sees: /never closed/ },
  { line: 'alert list', path: 'alert list', who: 'member', sees: /1 ferry/ },
  {
    line: 'alert remove fery',
    path: 'alert remove',
    values: { query: 'fery' },
    who: 'member',
    sees: /Did you mean ferry/,
  },
  {
    line: 'alert remove ferry',
    path: 'alert remove',
    values: { query: 'ferry' },
    who: 'member',
    sees: /Removed: ferry/,
  },
  { line: 'status', path: 'status', sees: /checked .* ago, last change .* ago/ },
  { line: 'why gull island', path: 'why', values: { entry: 'gull island' }, sees: /It was posted at/ },
  { line: 'why lighthouse', path: 'why', values: { entry: 'lighthouse' }, sees: /No entry here fits/ },
  { line: 'history gull island', path: 'history', values: { entry: 'gull island' }, sees: /never changed/ },
  { line: 'history', path: 'history', values: { entry: ' ' }, sees: /Which entry/ },
  { line: 'settings storm', path: 'settings', values: { blog: 'storm' }, sees: /When an entry is corrected/ },
  {
    line: 'settings storm',
    path: 'settings',
    values: { blog: 'storm' },
    who: 'member',
    sees: /Only people who manage/,
  },
  { line: 'settings stomr', path: 'settings', values: { blog: 'stomr' }, sees: /Did you mean storm/ },
  { line: 'digest every 30m', path: 'digest', values: { when: 'every 30m' }, sees: /next times are/ },
  { line: 'digest every 7m', path: 'digest', values: { when: 'every 7m' }, sees: /A digest can come every/ },
  { line: 'digest off', path: 'digest', values: { when: 'off' }, sees: /one by one again/ },
  { line: 'quiet 23:00–07:00', path: 'quiet', values: { hours: '23:00-07:00' }, sees: /No posts from 23:00 to 07:00/ },
  { line: 'quiet evenings', path: 'quiet', values: { hours: 'evenings' }, sees: /Give two times/ },
  { line: 'pause 2h', path: 'pause', values: { duration: '2h' }, who: 'member', sees: /Only people who manage/ },
  { line: 'pause soonish', path: 'pause', values: { duration: 'soonish' }, sees: /is no time I know/ },
  { line: 'pause 2h', path: 'pause', values: { duration: '2h' }, sees: /paused until/ },
  { line: 'resume', path: 'resume', sees: /This channel goes on/ },
  { line: 'resume', path: 'resume', sees: /is not paused/ },
  { line: 'unfollow regatta', path: 'unfollow', values: { blog: 'regatta' }, sees: /follows no live blog “regatta”/ },
  {
    line: 'unfollow storm',
    path: 'unfollow',
    values: { blog: 'storm' },
    sees: /no longer follows Storm over Saltmere/,
  },
  { line: 'latest', path: 'latest', sees: /follows no live blog yet/ },
];

describe.each([
  ['Slack', onSlack],
  ['Discord', onDiscord],
])('an evening on %s', (_, open) => {
  let chat: Chat;
  beforeAll(async () => {
    chat = await open();
  });
  afterAll(() => chat.close());

  it.each(EVENING)('a person says “$line” and sees $sees', async ({ line, path, values = {}, who, sees }) => {
    expect(await chat.says({ line, path, values }, who ?? 'manager')).toMatch(sees);
  });

  it('a form changes what it was given, and leaves one line', async () => {
    await chat.says({ line: `follow ${PAGE}`, path: 'follow', values: { url: PAGE } }, 'manager');
    await chat.says({ line: 'settings storm', path: 'settings', values: { blog: 'storm' } }, 'manager');
    const said = await chat.fillsIn([{ only: 'ferry' }, { mention: '@here on breaking', removals: 'strike' }]);

    expect(said).toMatch(/only none → ferry; removals delete → strike; mention off → @here on breaking/);
    await expect.poll(chat.channel, LATER).toMatch(/changed how Storm over Saltmere is shown: only none → ferry/);
    await chat.says({ line: 'unfollow storm', path: 'unfollow', values: { blog: 'storm' } }, 'manager');
  });

  it('what changed the channel left one line in it each', () => {
    const lines = chat.channel();

    expect(lines).toMatch(/set a digest: every 30m/);
    expect(lines).toMatch(/paused this channel until/);
    expect(lines).toMatch(/made this channel stop following Storm over Saltmere/);
    expect(lines).not.toMatch(/alert|Only people|1 found/);
  });

  it('a change is taken back with a button', async () => {
    await chat.says({ line: `follow ${PAGE} gale`, path: 'follow', values: { url: PAGE, name: 'gale' } }, 'manager');
    await chat.presses('Undo');

    await expect.poll(chat.channel, LATER).toMatch(/took back: followed Storm over Saltmere/);
  });
});

describe('an alert in direct messages', () => {
  const alert = EVERY_KIND.find((post) => post.kind === 'alert');

  it.each([
    ['Slack', (post: Post) => renderSlack(post)],
    ['Discord', (post: Post) => renderDiscord(post)],
  ])('on %s has a button that mutes for an hour', (_, render) => {
    expect(alert === undefined ? '' : JSON.stringify(render(alert))).toContain('alert mute 1h');
  });
});
