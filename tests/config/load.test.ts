import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { processorTime } from '../support/processor-time.ts';
import { load, problems, refusal, withRoute, write } from './config-files.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../config/liveblog.yaml');
const TOKENS = {
  SLACK_BOT_TOKEN: 'xoxb-1-planted',
  SLACK_APP_TOKEN: 'xapp-1-planted',
  DISCORD_TOKEN: 'planted.discord.token',
};

describe('the example file', () => {
  it('is valid with the tokens set, and both platforms are on', () => {
    const config = loadConfig({ file: EXAMPLE, environment: TOKENS, folder: '/' });

    expect(config.slack?.botToken?.reveal()).toBe('xoxb-1-planted');
    expect(config.discord?.token.reveal()).toBe('planted.discord.token');
    expect(config.notes).toEqual([]);
  });

  it('is valid with nothing set: both platforms are off, and it says which variables would turn them on', () => {
    const config = loadConfig({ file: EXAMPLE, environment: { SLACK_BOT_TOKEN: '' }, folder: '/' });

    expect(config.slack).toBeUndefined();
    expect(config.discord).toBeUndefined();
    expect(config.notes.join('\n')).toMatch(/Slack is off: SLACK_BOT_TOKEN, SLACK_APP_TOKEN[^\n]*not set/);
    expect(config.notes.join('\n')).toMatch(/Discord is off: DISCORD_TOKEN not set/);
  });

  it('says the same as the defaults', () => {
    const { file: _, notes: __, ...example } = loadConfig({ file: EXAMPLE, environment: {}, folder: '/' });
    const { file: ___, notes: ____, ...defaults } = loadConfig({ environment: {}, folder: '/nowhere' });

    expect(example).toEqual(defaults);
  });
});

describe('a route', () => {
  it('in its short form has every setting at its default', () => {
    const [blog] = load(withRoute('slack:C0123456789')).blogs;

    expect(blog?.routes).toEqual([
      {
        channel: 'slack:C0123456789',
        settings: {
          layout: 'channel',
          only: [],
          except: [],
          entries: 'all',
          edits: 'edit',
          removals: 'delete',
          reposts: 'fold',
          backfill: 'none',
          settle: 2000,
          editGap: 5000,
          burst: 4,
          spoiler: false,
        },
      },
    ]);
  });

  it('in its long form has what was written', () => {
    const [blog] = load(`
blogs:
  harbour-storm:
    url: https://saltmere.example/live/storm
    as: schema.org
    poll: 15s
    timezone: Europe/London
    to:
      - channel: discord:1122334455
        layout: thread
        only: [ferry, "sea wall"]
        except: sport
        entries: key
        edits: reply
        removals: strike
        reposts: skip
        backfill: 3
        digest: "0 8 * * * Europe/London"
        quiet: { from: "23:00", to: 7:00, timezone: Europe/London, breakthrough: key }
        mention: { on: key, text: "<@&123>" }
        settle: 0s
        editGap: 1m
        burst: off
`).blogs;

    expect(blog).toMatchObject({ name: 'harbour-storm', as: 'schema.org', poll: 15_000, timezone: 'Europe/London' });
    expect(blog?.routes[0]?.settings).toEqual({
      layout: 'thread',
      only: ['ferry', 'sea wall'],
      except: ['sport'],
      entries: 'key',
      edits: 'reply',
      removals: 'strike',
      reposts: 'skip',
      backfill: 3,
      digest: '0 8 * * * Europe/London',
      quiet: { from: '23:00', to: '07:00', timezone: 'Europe/London', breakthrough: 'key' },
      mention: { on: 'key', text: '<@&123>' },
      settle: 0,
      editGap: 60_000,
      burst: 'off',
      spoiler: false,
    });
  });

  it('can take its settings from another by anchor and merge', () => {
    const { blogs } = load(`
blogs:
  a: { url: "https://saltmere.example/a", to: [&calm { channel: "slack:C1", entries: key }] }
  b: { url: "https://saltmere.example/b", to: [{ <<: *calm, channel: "slack:C2" }] }
`);

    expect(blogs[1]?.routes[0]).toMatchObject({ channel: 'slack:C2', settings: { entries: 'key' } });
  });
});

describe('routes of the file, whose failures nobody who set them up can be told', () => {
  const blogs = 'blogs: { storm: { url: "https://gazette.example/live", to: ["slack:C1"] } }';
  const TOLD = /told in the log alone: notices\.to/u;

  it('say so, until a channel is named for them', () => {
    expect(load(blogs, TOKENS).notes.join()).toMatch(TOLD);
    expect(load(`${blogs}\nnotices: { to: slack:C9 }`, TOKENS).notes.join()).not.toMatch(TOLD);
    expect(load(blogs).notes.join()).not.toMatch(TOLD);
  });
});

describe('entries of a thread that are shown in the channel too', () => {
  const route = (channel: string, more: string) =>
    `blogs: { storm: { url: "https://gazette.example/live", to: [{ channel: "${channel}", ${more} }] } }`;
  const broadcastOf = (more: string) => load(route('slack:C1', more), TOKENS).blogs[0]?.routes[0]?.settings.broadcast;

  it.each([
    ['layout: thread', undefined],
    ['layout: thread, broadcast: off', undefined],
    ['layout: thread, broadcast: key', 'key'],
    ['layout: thread, broadcast: breaking', 'breaking'],
  ])('{ %s } shows %s', (more, broadcast) => {
    expect(broadcastOf(more)).toBe(broadcast);
  });

  it.each([
    ['slack:C1', 'layout: thread, broadcast: all', 'must be key, breaking or off'],
    ['slack:C1', 'broadcast: key', 'needs layout: thread'],
    ['discord:112233445566778899', 'layout: thread, broadcast: key', 'is for Slack'],
  ])('in %s with { %s } is a problem', (channel, more, words) => {
    expect(problems(route(channel, more), TOKENS)).toEqual([
      expect.stringMatching(new RegExp(`^blogs\\.storm\\.to\\[0\\]\\.broadcast: ${words}`, 'u')),
    ]);
  });
});

describe('the environment', () => {
  it('alone is enough', () => {
    const environment = {
      ...TOKENS,
      LIVEBLOG_STATE: 'redis://127.0.0.1:6379/3',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
    };

    const config = loadConfig({ environment, folder: '/nowhere' });

    expect(config).toMatchObject({ file: undefined, state: 'redis://127.0.0.1:6379/3', blogs: [] });
    expect(config.slack?.apiUrl).toBe('http://127.0.0.1:9/api/');
    expect(config.discord?.token.reveal()).toBe(TOKENS.DISCORD_TOKEN);
  });

  it('fills in what a file leaves out, and gives way to what it says', () => {
    const config = load('state: sqlite:mine.db\ndiscord: off', { ...TOKENS, LIVEBLOG_STATE: 'sqlite:theirs.db' });

    expect(config.state).toBe('sqlite:mine.db');
    expect(config.slack?.appToken?.reveal()).toBe(TOKENS.SLACK_APP_TOKEN);
    expect(config.discord).toBeUndefined();
  });

  it('is completed by .env, which it overrides', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liveblog-env-'));
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKEN=from-dotenv\nLIVEBLOG_STATE="sqlite:dot env.db" # note\n');

    const config = loadConfig({ environment: { LIVEBLOG_STATE: 'sqlite:env.db' }, folder });

    expect(config.discord?.token.reveal()).toBe('from-dotenv');
    expect(config.state).toBe('sqlite:env.db');
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['with no file', ''],
    ['by a reference to the variable', 'discord: { token: "${DISCORD_TOKEN}" }'],
    ['by a reference to its _FILE', 'discord: { token: "${DISCORD_TOKEN_FILE}" }'],
  ])('may name a file that holds a secret, %s', (_, text) => {
    const secret = write('token-in-a-file\n', 'discord-token');

    expect(load(text, { DISCORD_TOKEN_FILE: secret }).discord?.token.reveal()).toBe('token-in-a-file');
  });

  it.each([
    ['/nowhere/token', 'cannot be read (ENOENT)'],
    ['/', 'EISDIR'],
    [write(' \n', 'empty-secret'), 'which is empty'],
    [write('x'.repeat(100_000), 'huge-secret'), 'too large'],
  ])('that names the secret file %s is refused', (path, words) => {
    const [problem] = problems('', { DISCORD_TOKEN_FILE: path });

    expect(problem).toMatch(/^discord\.token: DISCORD_TOKEN_FILE names/);
    expect(problem).toContain(path);
    if (words !== 'EISDIR') expect(problem).toContain(words);
  });

  it('cannot add settings through a value', () => {
    const config = load('network: { userAgent: "${AGENT}" }', { AGENT: 'x\nallowPrivate: true' });

    expect(config.network).toMatchObject({ userAgent: 'x\nallowPrivate: true', allowPrivate: false });
  });

  it('is put into the middle of text, and left alone where the dollar is doubled', () => {
    const text = 'state: "sqlite:${DIR}/x.db"\nnetwork: { userAgent: "$${DIR}" }';

    const config = load(text, { DIR: '/data' });

    expect(config.state).toBe('sqlite:/data/x.db');
    expect(config.network.userAgent).toBe('${DIR}');
  });

  it('may be named with a text for when it is not set', () => {
    const text = 'state: "sqlite:${DIR:-/var/lib}/x.db"\nhttp: { port: "${PORT:-0}", host: "${HOST:-}x" }';

    expect(load(text)).toMatchObject({ state: 'sqlite:/var/lib/x.db', http: { port: 0, host: 'x' } });
    expect(load(text, { DIR: '/data', PORT: '9000' })).toMatchObject({
      state: 'sqlite:/data/x.db',
      http: { port: 9000 },
    });
  });

  it('that lacks a variable named outside the platforms is a problem with its path', () => {
    expect(problems('state: "sqlite:${NO_DIR}/x.db"\nlanguage: ${NO_LANGUAGE}')).toEqual([
      'state: the environment variable NO_DIR is not set',
      'language: the environment variable NO_LANGUAGE is not set',
    ]);
  });
});

describe('Slack', () => {
  const token = { SLACK_BOT_TOKEN: 'xoxb-1' };

  it.each<[string, Record<string, string>, string]>([
    ['a bot token alone', token, 'slack: needs appToken'],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, 'slack.botToken: is missing'],
    [
      'half of OAuth',
      { ...token, SLACK_APP_TOKEN: 'xapp-1', SLACK_CLIENT_ID: '1.2' },
      'slack.clientSecret: is missing',
    ],
    [
      'tokens the wrong way round',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      'slack.botToken: is an app token',
    ],
    [
      'a token with a space',
      { SLACK_BOT_TOKEN: 'xoxb 1', SLACK_APP_TOKEN: 'xapp-1' },
      'slack.botToken: must be a token',
    ],
  ])('with %s is refused', (_, environment, words) => {
    const found = problems('', environment);

    expect(found.join('\n')).toContain(words);
    for (const value of Object.values(environment)) expect(found.join('\n')).not.toContain(`"${value}"`);
  });

  it('in HTTP mode needs http', () => {
    expect(problems('http: off', { ...token, SLACK_SIGNING_SECRET: 'abc' })).toEqual([
      'slack.signingSecret: is for HTTP mode, but http is off',
    ]);
  });

  it('for many workspaces needs no bot token', () => {
    const environment = { SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c' };

    const { slack } = load('', environment);

    expect(slack?.botToken).toBeUndefined();
    expect(slack?.oauth).toMatchObject({ clientId: '1.2', authorizeUrl: 'https://slack.com/oauth/v2/authorize' });
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, string, RegExp]>([
    ['broken YAML', 'blogs:\n  storm: {url: "https://x"\nnext: 1', /line \d+:\d+/],
    ['a key twice', 'state: sqlite:a\nstate: sqlite:b', /line 2:1.*unique/],
    ['a tab for indentation', 'blogs:\n\tstorm: 1', /line 2/],
    ['several documents', 'state: sqlite:a\n---\nstate: sqlite:b', /document/i],
    ['a list', '- state', /group of settings, not a list/],
    ['a sentence', 'hello there', /group of settings, not a string/],
    ['an alias to nothing', 'state: *missing', /missing/],
    ['a binary', '\u0000\u0001\u0002{[', /./],
  ])('%s is refused with where', (_, text, words) => {
    expect(refusal(text).message).toMatch(words);
  });

  it('ten megabytes are refused at once', () => {
    const path = write('a: b\n'.repeat(2_000_000));
    const spent = processorTime();

    expect(() => loadConfig({ file: path, environment: {}, folder: '/' })).toThrow(/too large/);
    expect(spent()).toBeLessThan(500);
  });

  it('a bomb of aliases is refused', () => {
    const levels = Array.from(
      { length: 20 },
      (_, n) =>
        `a${n}: &a${n} [${
          n === 0
            ? 'x'
            : Array(9)
                .fill(`*a${n - 1}`)
                .join(',')
        }]`,
    );

    expect(refusal(levels.join('\n')).message).toMatch(/alias/i);
  });

  it('a file that is not there is refused by name, a default file that is not there is not needed', () => {
    expect(() => loadConfig({ file: 'missing.yaml', environment: {}, folder: '/nowhere' })).toThrow(
      /nowhere\/missing.yaml.*\n.*no such file/,
    );
    expect(loadConfig({ environment: {}, folder: '/nowhere' }).file).toBeUndefined();
  });

  it('a folder is refused', () => {
    expect(() => loadConfig({ file: tmpdir(), environment: {}, folder: '/' })).toThrow(/EISDIR/);
  });

  it('an empty file is all defaults', () => {
    expect(load('').state).toBe('sqlite:data/liveblog.db');
    expect(load('# nothing\n').poll).toEqual({ every: 20_000, max: 600_000 });
    expect(load('slack:\nblogs:\nhttp:\npoll:\n').http).toEqual({ host: '127.0.0.1', port: 8080 });
  });
});

describe('the default file', () => {
  it('is found in the folder of the start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liveblog-default-'));
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config/liveblog.yaml'), 'language: de');

    expect(loadConfig({ environment: {}, folder })).toMatchObject({
      language: 'de',
      file: join(folder, 'config/liveblog.yaml'),
    });
    rmSync(folder, { recursive: true });
  });
});
