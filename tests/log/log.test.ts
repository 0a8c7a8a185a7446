import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log/log.ts';
import { withChannelNames } from '../../src/log/named-channels.ts';
import { createScrubber } from '../../src/log/scrub.ts';
import type { Log } from '../../src/ports/log.ts';
import { StoreError } from '../../src/ports/store.ts';

const PLANTED = 'planted/secret "with" ümlaut';

function open(level: 'debug' | 'info' = 'info') {
  const lines: string[] = [];
  let now = Date.UTC(2026, 0, 2, 3, 4, 5);
  const log = createLog({ level, secrets: [PLANTED], now: () => now, write: (line) => lines.push(line) });
  return { log, lines, pass: (ms: number) => (now += ms), parsed: () => lines.map((line) => JSON.parse(line)) };
}

describe('a log line', () => {
  it('is one line of JSON with time, level, message and facts', () => {
    const { log, lines, parsed } = open();

    log.info('posted', { blog: 'storm', entry: 'a\nb', ms: 12 });

    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(parsed()).toEqual([
      { level: 'info', time: '2026-01-02T03:04:05.000Z', msg: 'posted', blog: 'storm', entry: 'a\nb', ms: 12 },
    ]);
  });

  it('says what people call a channel beside its id', () => {
    const { log, parsed } = open();
    const named = withChannelNames(log, (channel) => (channel === 'discord:11' ? '#harbour (Saltmere)' : undefined));

    named.info('posted', { channel: 'discord:11' });
    named.warn('posted', { channel: 'discord:12' });

    expect(parsed()).toMatchObject([
      { channel: 'discord:11', channelName: '#harbour (Saltmere)' },
      { channel: 'discord:12' },
    ]);
    expect(parsed()[1]).not.toHaveProperty('channelName');
  });

  it('tells of an error its kind, message, stack and causes', () => {
    const { log, parsed } = open();

    log.error('poll failed', { error: new StoreError('full', 'The disk is full.', { cause: new Error('ENOSPC') }) });

    expect(parsed()[0].error).toMatchObject({
      name: 'StoreError',
      kind: 'full',
      message: 'The disk is full.',
      stack: expect.stringContaining('log.test.ts'),
      cause: { message: 'ENOSPC' },
    });
  });

  it('survives facts that refer to themselves', () => {
    const { log, lines } = open();
    const loop: Record<string, unknown> = {};
    loop.self = loop;

    log.info('odd', { loop });

    expect(lines).toHaveLength(1);
  });

  it('below the level is not written', () => {
    const { log, lines } = open();

    log.debug('detail');

    expect(lines).toEqual([]);
  });
});

// Made of pieces, so that no scanner takes this file for a leak.
const SECRETS = [
  ['xoxb', '123456789012', 'abcDEF123ghi'].join('-'),
  ['xapp', '1', 'A0123', '456', 'abcdef'].join('-'),
  ['xoxe.xoxp', '1', 'Mi0yLTEy'].join('-'),
  ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcDE', 'x'.repeat(38)].join('.'),
  `https://hooks.slack.com/services/${'T0001'}/B0001/${'planted-hook'}`,
  `https://discord.com/api/v10/webhooks/123456/${'planted-hook-token'}`,
  'redis://bot:planted-password@db:6379/0',
  'https://saltmere.example/live?api_key=planted-key&page=2',
  `Bearer ${'planted.bearer.token'}`,
  PLANTED,
];

describe('a secret', () => {
  const ways: [string, (log: Log, secret: string) => void][] = [
    ['in a field', (log, secret) => log.info('x', { value: secret })],
    ['in a message', (log, secret) => log.info(`failed with ${secret}`)],
    ['deep in a field', (log, secret) => log.warn('x', { request: { headers: [{ authorization: secret }] } })],
    ['in an error', (log, secret) => log.error('x', { error: new Error(`refused: ${secret}`) })],
    ['in a cause', (log, secret) => log.error('x', { error: new Error('no', { cause: new Error(secret) }) })],
    ['as a key', (log, secret) => log.info('x', { [secret]: 1 })],
  ];
  const cases = ways.flatMap(([where, tell]) => SECRETS.map((secret) => [where, secret, tell] as const));

  it.each(cases)('%s is not written: %s', (_, secret, tell) => {
    const { log, lines } = open();

    tell(log, secret);

    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/planted|abcDEF123ghi|xapp-1|GabcDE|Mi0yLTEy/);
    expect(() => JSON.parse(lines[0] ?? '')).not.toThrow();
  });

  it.each([
    'https://saltmere.example/live/storm?page=2#entry-3',
    'The bearer of news waited at the harbour.',
    'slack:T0123/C0456 entry block-5f1e0c4d8f08b1f0c4d8f08b',
    '2026-01-02T03:04:05.000Z 10.0.0.1:8080 v1.2.3-rc.4',
  ])('is not seen where there is none: %s', (text) => {
    expect(createScrubber(['x'])(text)).toBe(text);
  });
});

describe('the same trouble again', () => {
  it('is said once, and after a while with how often it came', () => {
    const { log, pass, parsed } = open();
    const trouble = () =>
      log.warn('poll failed', { blog: 'storm', error: new Error('ECONNREFUSED'), attempt: Math.random() });

    for (let n = 0; n < 10; n++) trouble();
    pass(6 * 60_000);
    trouble();

    expect(parsed().map((line) => line.repeats)).toEqual([undefined, 9]);
  });

  it('of another blog, kind or message is another trouble', () => {
    const { log, lines } = open();

    log.warn('poll failed', { blog: 'storm', error: new Error('ECONNREFUSED') });
    log.warn('poll failed', { blog: 'ferry', error: new Error('ECONNREFUSED') });
    log.warn('poll failed', { blog: 'storm', error: new Error('ETIMEDOUT') });
    log.error('poll failed', { blog: 'storm', error: new Error('ETIMEDOUT') });

    expect(lines).toHaveLength(4);
  });

  it('does not fill the memory however many kinds there are', () => {
    const { log, lines } = open();

    for (let n = 0; n < 5000; n++) log.warn('odd', { entry: String(n) });
    log.warn('odd', { entry: '0' });

    expect(lines).toHaveLength(5001);
  });

  it('in news is never held back', () => {
    const { log, lines } = open();

    log.info('posted', { blog: 'storm' });
    log.info('posted', { blog: 'storm' });

    expect(lines).toHaveLength(2);
  });
});
