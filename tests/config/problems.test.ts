import { describe, expect, it } from 'vitest';
import { load, problems, refusal, withRoute } from './config-files.ts';

const BLOG = 'url: "https://saltmere.example/live"';

describe('an unknown key', () => {
  it.each([
    ['at the top', 'stat: sqlite:x', 'stat: is not known; did you mean "state"?'],
    ['in http', 'http: { prot: 1 }', 'http.prot: is not known; did you mean "port"?'],
    ['in poll', 'poll: { evry: 20s }', 'poll.evry: is not known; did you mean "every"?'],
    ['in slack', 'slack: { bottoken: x }', 'slack.bottoken: is not known; did you mean "botToken"?'],
    ['in discord', 'discord: { guild: [] }', 'discord.guild: is not known; did you mean "guilds"?'],
    ['in a blog', `blogs: { a: { ${BLOG}, timezon: UTC } }`, 'blogs.a.timezon: is not known; did you mean "timezone"?'],
    [
      'in a route',
      withRoute('{ channel: "slack:C1", edit: edit }'),
      'blogs.storm.to[0].edit: is not known; did you mean "edits"?',
    ],
    [
      'in quiet hours',
      withRoute('{ channel: "slack:C1", quiet: { from: "23:00", to: "7:00", timezone: UTC, breaktrough: key } }'),
      'blogs.storm.to[0].quiet.breaktrough: is not known; did you mean "breakthrough"?',
    ],
    [
      'in a mention',
      withRoute('{ channel: "slack:C1", mention: { on: key, txt: x, text: y } }'),
      'blogs.storm.to[0].mention.txt: is not known; did you mean "text"?',
    ],
    ['in notices', 'notices: { too: "slack:C1" }', 'notices.too: is not known; did you mean "to"?'],
    ['in access', 'access: { manager: admins }', 'access.manager: is not known; did you mean "manage"?'],
    ['in network', 'network: { timeOut: 3s, retries: 4 }', 'network.timeOut: is not known; did you mean "timeout"?'],
  ])('%s is named with the nearest known one', (_, text, problem) => {
    expect(problems(text)).toContain(problem);
  });

  it('that is like none is answered with the known ones', () => {
    expect(problems('http: { tls: true }')).toEqual(['http.tls: is not known; there is host, port']);
  });

  it('cannot reach the prototype', () => {
    expect(problems('__proto__: { state: x }').join()).toContain('__proto__: is not known');
    expect(problems('constructor: 1').join()).toContain('constructor: is not known');
  });
});

describe('a wrong value', () => {
  it.each([
    ['state: mongodb://u:hunter2@h/d', 'state: "mongodb://u:***@h/d" is no place for state'],
    ['http: { port: 70000 }', 'http.port: must be at most 65535'],
    ['http: on', 'http: must be a group of settings'],
    ['language: klingon_x', 'language: "klingon_x" is no language'],
    ['poll: { every: 4s }', 'poll.every: must be at least 5s'],
    ['poll: { every: 20 }', 'poll.every: "20" is no span of time'],
    ['poll: { every: 20m, max: 10m }', 'poll.max: must not be shorter'],
    ['poll: 20s', 'poll: must be a group of settings, not a string'],
    [`blogs: { a: { ${BLOG}, poll: 1s } }`, 'blogs.a.poll: must be at least 5s'],
    ['blogs: { a: { url: "ftp://x" } }', 'blogs.a.url: must be an address that begins with http'],
    ['blogs: { a: {} }', 'blogs.a.url: is missing'],
    [`blogs: { "Harbour Störm": { ${BLOG} } }`, '"harbour-storm" would do'],
    [`blogs: { a: { ${BLOG}, as: schemaorg } }`, 'did you mean "schema.org"?'],
    [`blogs: { a: { ${BLOG}, timezone: Europe/Londn } }`, 'did you mean Europe/London?'],
    [`blogs: { a: { ${BLOG}, timezone: "+02:00" } }`, 'is no time zone'],
    [withRoute('"#general"'), "the channel's id"],
    [withRoute('"C0123"'), 'write slack:C…'],
    [withRoute('slack:C1, slack:C1'), 'blogs.storm.to[1]: slack:C1 is already there'],
    [withRoute('{ layout: thread }'), 'blogs.storm.to[0].channel: is missing'],
    [withRoute('{ channel: "slack:C1", layout: threads }'), 'did you mean "thread"?'],
    [withRoute('{ channel: "slack:C1", digest: "61 * * * *" }'), 'is no cron expression'],
    [withRoute('{ channel: "slack:C1", digest: "* * * * * *" }'), 'is no cron expression'],
    [withRoute('{ channel: "slack:C1", digest: "0 0 31 2 *" }'), 'never comes'],
    [withRoute('{ channel: "slack:C1", digest: "0 8 * * * Europe/Saltmere" }'), 'is no time zone'],
    [withRoute('{ channel: "slack:C1", quiet: { from: "25:00", to: "7:00", timezone: UTC } }'), 'is no clock time'],
    [withRoute('{ channel: "slack:C1", quiet: { from: "7:00", to: "07:00", timezone: UTC } }'), 'must not be the same'],
    [withRoute('{ channel: "slack:C1", quiet: { from: "23:00", to: "7:00" } }'), 'quiet.timezone: is missing'],
    [withRoute('{ channel: "slack:C1", backfill: -1 }'), 'backfill: must be none, latest'],
    [withRoute('{ channel: "slack:C1", burst: 1 }'), 'burst: must be a number of entries from 2'],
    [withRoute('{ channel: "slack:C1", mention: { on: key, text: "" } }'), 'mention.text: must not be empty'],
    ['network: { maxBytes: huge }', '"huge" is no size'],
    ['network: { timeout: 1h }', 'must be at most 5m'],
    ['network: { allowPrivate: "no" }', 'must be true or false, not a string'],
    ['access: { manage: everybody }', 'must be everyone, admins or a list'],
    ['discord: { guilds: [abc] }', 'discord.guilds[0]: must be an id of digits'],
  ])('%s', (text, words) => {
    const found = problems(text);

    expect(found.join('\n')).toContain(words);
    expect(found.join('\n')).not.toContain('hunter2');
    expect(found).toHaveLength(1);
  });
});

it('all problems come at once, each with its line', () => {
  const error = refusal(`language: klingon_x
poll: { every: 1s }
colour: blue
blogs:
  Storm:
    url: nowhere
    to: [ slack:general, { channel: "terminal:", layout: wide, quite: 1 } ]
`);

  expect(error.problems.map(({ path, line }) => `${line} ${path}`)).toEqual([
    '1 language',
    '2 poll.every',
    '3 colour',
    '6 blogs.Storm',
    '6 blogs.Storm.url',
    '7 blogs.Storm.to[0].channel',
    '7 blogs.Storm.to[1].layout',
    '7 blogs.Storm.to[1].quite',
  ]);
  expect(error.message).toContain('8 problems');
});

it('ids beyond what a number holds are not rounded', () => {
  const config = load(
    'discord: { token: x, guilds: [1122334455667788991] }\naccess: { workspaces: [1122334455667788993, T1] }',
  );

  expect(config.discord?.guilds).toEqual(['1122334455667788991']);
  expect(config.access.workspaces).toEqual(['1122334455667788993', 'T1']);
});

it.each([
  ['10MB', 10_000_000],
  ['512 KiB', 524_288],
  ['1.5m', 1_500_000],
  ['2000000', 2_000_000],
])('the size %s is %i bytes', (text, bytes) => {
  expect(load(`network: { maxBytes: ${text} }`).network.maxBytes).toBe(bytes);
});
