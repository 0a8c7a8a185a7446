import { describe, expect, it } from 'vitest';
import { type AdapterLimits, DeliveryError } from '../../src/ports/adapter.ts';
import { readiness } from '../../src/web/readiness.ts';
import { EVENING, update } from '../support/entries.ts';
import { type ChatFault, createFakeChat, FAKE_LIMITS } from '../support/fake-chat.ts';
import { createWorld } from '../support/world.ts';

/* The failures that users of such programs report, by their numbers in our catalogue: what concerns delivery. */

const C = 'slack:C1';
const D = 'slack:C2';
const OPS = 'slack:C0OPS';
const tide = (text = 'The tide is over the quay wall.') => update('tide', text, { minute: 0 });
const ferry = (text = 'The evening ferry has turned back.') => update('ferry', text, { minute: 1 });
const lamp = (text = 'The harbour lamp is out.') => update('lamp', text, { minute: 2 });
const gull = () => update('gull', 'The gulls are back on the quay.', { minute: 3 });
const FERRY = 'The evening ferry has turned back.';
const TWO = 'Two evening ferries have turned back.';
const LAMP = 'The harbour lamp is out.';

async function followed(settings = {}, limits: Partial<AdapterLimits> = {}) {
  const world = createWorld({ chat: createFakeChat({ ...FAKE_LIMITS, ...limits }), noticesTo: OPS });
  world.page.entries = [tide()];
  await world.follow(C, settings);
  await world.start();
  await world.pass(2);
  return world;
}

const reports = (count: number, words = 'from the sea wall') =>
  Array.from({ length: count }, (_, i) => update(`r${i}`, `Report ${i} ${words}.`, { minute: i + 1 }));

const unavailable = (call: string): ChatFault => (call === 'post' ? 'cut-before' : 'ok');

const FAULTS: readonly (readonly [string, () => ChatFault])[] = [
  ['asks us to slow down', () => new DeliveryError('rate-limited', 'slow down', { retryAfter: 20_000 })],
  ['does not answer', () => 'cut-before'],
  ['loses every answer', () => 'cut-after'],
];

/** What `/ready` would say of the relay's deliveries. */
function ready(world: Awaited<ReturnType<typeof followed>>) {
  const oldestUndeliveredAt = world.relay.states.oldestWaiting()?.since;
  return readiness({ platforms: [], oldestUndeliveredAt }, world.clock.now());
}

describe('failures of the field in delivery', () => {
  it.each(Array.from({ length: 40 }, (_, calls) => calls))(
    '9: killed at call %i of the store, it neither posts again nor loses, and still edits',
    async (calls) => {
      const world = await followed();
      world.store.killAfter(calls);
      world.page.entries = [tide(), ferry(), lamp()];
      await world.pass(12);
      world.page.entries = [tide(), ferry(TWO), lamp()];
      await world.pass(12);
      await world.restart();
      await world.pass(60);

      expect(world.texts(C)).toEqual([TWO, LAMP]);
      expect(world.chat.effects.posts).toBe(2);
    },
  );

  it('9: killed right after the platform did what it was asked, it finds the message', async () => {
    const world = await followed();
    world.chat.onKill = () => world.store.killAfter(0);
    world.chat.failWith((call) => (call === 'post' ? 'kill-after' : 'ok'));
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(12);
    await world.restart();
    world.chat.failWith(() => 'ok');
    await world.pass(60);

    expect(world.texts(C)).toEqual([FERRY, LAMP]);
    expect(world.chat.effects.posts).toBe(2);
  });

  it('10: what the platform answered with a fault is delivered at a later try, once', async () => {
    const world = await followed();
    let faults = 5;
    world.chat.failWith((call) => (call === 'post' && faults-- > 0 ? 'cut-before' : 'ok'));
    world.page.entries = [tide(), ferry()];
    await world.pass(120);

    expect(world.texts(C)).toEqual([FERRY]);
    expect(world.chat.effects.posts).toBe(1);
  });

  it.each([false, true])('9: restarted, it posts nothing again (state shared with others: %s)', async (shared) => {
    const world = createWorld({ shared });
    world.page.entries = [tide()];
    await world.follow(C);
    await world.start();
    await world.pass(2);
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    await world.restart();
    await world.pass(30);
    world.page.entries = [tide(), ferry(TWO), lamp()];
    await world.pass(30);

    expect(world.texts(C)).toEqual([TWO, LAMP]);
    expect(world.chat.effects.posts).toBe(2);
  });

  it.each(['cut-before', 'cut-after'] as const)('10: entries come in order after an outage (%s)', async (fault) => {
    const world = await followed();
    world.chat.failWith((call) => (call === 'post' ? fault : call === 'find' ? 'cut-before' : 'ok'));
    world.page.entries = [tide(), ferry(), lamp(), gull()];
    await world.pass(20);
    world.chat.failWith(() => 'ok');
    await world.pass(120);

    expect(world.texts(C)).toEqual([FERRY, LAMP, gull().body.text]);
  });

  it('10: entries come in order when the card they were to stand under is gone', async () => {
    const world = await followed({ layout: 'thread' });
    await world.pass(5);
    world.chat.moderate(C, world.chat.channel(C)[0]?.id ?? '');
    world.page.entries = [tide(), ferry(), lamp(), gull()];
    await world.pass(60);

    expect(world.texts(C)).toEqual([FERRY, LAMP, gull().body.text]);
  });

  it('11: an edit is an edit, and no second message', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    world.page.entries = [tide(), ferry(TWO)];
    await world.pass(30);

    expect(world.texts(C)).toEqual([TWO]);
    expect(world.chat.effects).toMatchObject({ posts: 1, edits: 1 });
  });

  it('12: edited, withdrawn and edited late, a message is gone once, and nothing goes round in circles', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(30);
    world.chat.failWith((call) => (call === 'edit' ? 'cut-after' : 'ok'));
    world.page.entries = [tide(), ferry(TWO), lamp()];
    await world.pass(12);
    world.page.entries = [tide(), lamp()];
    await world.pass(60);
    world.chat.failWith(() => 'ok');
    world.page.rest = { deleted: ['ferry'] };
    await world.pass(60);
    const { effects } = world.chat;
    const settled = { ...effects };
    await world.pass(120);

    expect(world.texts(C)).toEqual([LAMP]);
    expect(effects.removals).toBe(1);
    expect(effects).toEqual(settled);
  });

  it('12: an edit of a message that a person deleted meanwhile ends there', async () => {
    const world = await followed();
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(30);
    world.chat.moderate(C, world.chat.channel(C)[0]?.id ?? '');
    let edits = 0;
    world.chat.failWith((call) => {
      if (call === 'edit') edits++;
      return 'ok';
    });
    world.page.entries = [tide(), ferry(TWO), lamp()];
    await world.pass(120);

    expect(world.texts(C)).toEqual([LAMP]);
    expect(edits).toBe(1);
  });

  it('14: a deleted card is one loss: what stands under it is not posted again', async () => {
    const world = await followed({ layout: 'thread', burst: 'off' });
    world.page.entries = [tide(), ...reports(10)];
    await world.pass(60);
    const [card] = world.chat.channel(C);
    world.chat.moderate(C, card?.id ?? '');
    const before = { ...world.chat.effects };
    world.page.entries = [tide(), ...reports(10), update('new', 'The sea wall holds.', { minute: 30 })];
    await world.pass(120);

    expect(world.chat.effects.posts - before.posts).toBe(1);
    expect(world.chat.effects.removals).toBe(0);
    expect(world.texts(C).at(-1)).toBe('The sea wall holds.');
  });

  it('14: a fold whose entries are all withdrawn goes with one removal', async () => {
    const world = await followed();
    const end = update('end', 'The sea wall holds.', { minute: 30 });
    world.page.entries = [tide(), ...reports(5)];
    await world.pass(30);
    world.page.entries = [tide(), end];
    world.page.rest = { deleted: reports(5).map(({ sourceId = '' }) => sourceId), coverage: 'increment' };
    await world.pass(60);

    expect(world.texts(C)).toEqual(['The sea wall holds.']);
    expect(world.chat.effects.removals).toBe(1);
  });

  it('15: 200 entries in one poll come in few messages, in order, at the pace the platform bears', async () => {
    const world = await followed({}, { pace: { burst: 1, interval: 1000 } });
    let last = Number.NEGATIVE_INFINITY;
    let refused = 0;
    world.chat.failWith((call) => {
      if (call !== 'post') return 'ok';
      const tooSoon = world.clock.now() - last < 1000;
      last = world.clock.now();
      if (tooSoon) refused++;
      return tooSoon ? 'limited' : 'ok';
    });
    const many = reports(200);
    world.page.entries = [tide(), ...many];
    await world.pass(60);

    expect(world.texts(C).join(' | ')).toBe(many.map(({ body }) => body.text).join(' | '));
    expect(world.chat.effects.posts).toBe(25);
    expect(refused).toBe(0);
  });

  it('16: while no thread can be opened for minutes, entries go into the channel, and later into the thread', async () => {
    const world = await followed({ layout: 'thread' });
    await world.follow(D);
    await world.pass(5);
    const free = world.clock.now() + 5 * 60_000;
    world.chat.failWith((call, { channel, under }) => {
      const wait = free - world.clock.now();
      const opens = call === 'post' && channel === C && under !== undefined;
      return opens && wait > 0
        ? new DeliveryError('thread-limited', 'threads are limited', { retryAfter: wait })
        : 'ok';
    });
    world.page.entries = [tide(), ferry(), lamp()];
    await world.pass(60);
    expect(world.texts(D)).toEqual([FERRY, LAMP]);
    expect(world.texts(C).slice(1)).toEqual([FERRY, LAMP]);

    await world.pass(300);
    world.page.entries = [tide(), ferry(), lamp(), gull()];
    await world.pass(60);
    const [card, ...entries] = world.chat.channel(C);
    expect(world.texts(C).slice(1)).toEqual([FERRY, LAMP, gull().body.text]);
    expect(entries.map(({ under }) => under)).toEqual([undefined, undefined, card?.id]);
  });

  it('16: a short limit of threads is waited out', async () => {
    const world = await followed({ layout: 'thread' });
    await world.pass(5);
    const free = world.clock.now() + 20_000;
    world.chat.failWith((call, { under }) => {
      const wait = free - world.clock.now();
      if (call !== 'post' || under === undefined || wait <= 0) return 'ok';
      return new DeliveryError('thread-limited', 'threads are limited', { retryAfter: wait });
    });
    world.page.entries = [tide(), ferry()];
    await world.pass(60);

    const [card, entry] = world.chat.channel(C);
    expect(entry).toMatchObject({ under: card?.id });
  });

  it('16: killed after posting into the channel instead, it finds the message there', async () => {
    const world = await followed({ layout: 'thread' });
    await world.pass(5);
    world.chat.failWith((call, { under }) => {
      if (call !== 'post') return 'ok';
      return under === undefined
        ? 'cut-after'
        : new DeliveryError('thread-limited', 'threads are limited', { retryAfter: 300_000 });
    });
    world.page.entries = [tide(), ferry()];
    await world.pass(8);
    world.chat.failWith(() => 'ok');
    await world.pass(60);

    expect(world.texts(C).slice(1)).toEqual([FERRY]);
  });

  it('17: edits of old messages go slowly, the latest text of each, and hold up no news', async () => {
    const interval = 30_000;
    const world = await followed({ burst: 'off' }, { oldEdits: { after: 60_000, interval } });
    world.page.entries = [tide(), ...reports(5)];
    await world.pass(100);
    let last = Number.NEGATIVE_INFINITY;
    let refused = 0;
    world.chat.failWith((call) => {
      if (call !== 'edit') return 'ok';
      const tooSoon = world.clock.now() - last < interval;
      if (tooSoon) refused++;
      else last = world.clock.now();
      return tooSoon ? 'limited' : 'ok';
    });
    for (const words of ['from the quay', 'from the pier', 'from the harbour mouth']) {
      world.page.entries = [tide(), ...reports(5, words)];
      await world.pass(15);
    }
    world.page.entries = [...world.page.entries, update('new', 'The sea wall holds.', { minute: 30 })];
    await world.pass(15);
    expect(world.texts(C).at(-1)).toBe('The sea wall holds.');

    await world.pass(200);
    expect(world.texts(C).slice(0, 5)).toEqual(reports(5, 'from the harbour mouth').map(({ body }) => body.text));
    expect(world.chat.effects.edits).toBeLessThanOrEqual(7);
    expect(refused).toBe(0);
  });

  it('18: two channels of one blog are served by one fetch', async () => {
    const alone = await followed();
    const both = await followed();
    await both.follow(D);
    for (const world of [alone, both]) {
      world.page.entries = [tide(), ferry()];
      await world.pass(120);
    }

    expect([both.texts(C), both.texts(D)]).toEqual([[FERRY], [FERRY]]);
    expect(both.fetches).toBe(alone.fetches);
  });

  it('18: one address at two rates starves neither', async () => {
    const world = await followed();
    await world.follow(D, {}, 'storm-slow', { every: 60_000 });
    await world.relay.wakeEverything();
    await world.pass(5);
    world.page.entries = [tide(), ferry()];
    await world.pass(90);

    expect([world.texts(C), world.texts(D)]).toEqual([[FERRY], [FERRY]]);
  });

  it.each(FAULTS)(
    '19: readiness fails when a post waits for five minutes because the platform %s',
    async (_what, fault) => {
      const world = await followed();
      world.chat.failWith((call, { channel }) => (channel === C && call !== 'remove' ? fault() : 'ok'));
      world.page.entries = [tide(), ferry()];
      await world.pass(240);
      expect(ready(world).ready).toBe(true);
      await world.pass(90);

      expect(ready(world)).toEqual({
        ready: false,
        reasons: [expect.stringMatching(/^A post waits for delivery since 2026-03-05 18:00 UTC, 5 minutes\.$/u)],
      });

      world.chat.failWith(() => 'ok');
      await world.pass(120);
      expect(ready(world).ready).toBe(true);
      expect(world.texts(C)).toEqual([FERRY]);
    },
  );

  it('19: old entries that a new follower is given are not late from the start', async () => {
    const world = await followed({}, { pace: { burst: 1, interval: 1000 } });
    world.page.entries = [tide(), ...reports(20)];
    await world.pass(600);
    await world.follow(D, { backfill: 'all', burst: 'off' });
    await world.relay.wakeChannel(D);
    await world.pass(5);

    expect(world.texts(D).length).toBeLessThan(10);
    expect(ready(world).ready).toBe(true);

    await world.pass(30);
    expect(world.texts(D)).toEqual([tide(), ...reports(20)].map(({ body }) => body.text));
  });

  it('19: a platform that does not answer for minutes is told to the operator', async () => {
    const world = await followed();
    world.chat.failWith((call, { channel }) => (channel === C ? unavailable(call) : 'ok'));
    world.page.entries = [tide(), ferry()];
    await world.pass(240);

    expect(world.texts(OPS)).toEqual([expect.stringContaining(`Nothing can be posted to ${C} since 2026-03-05 18:00`)]);
  });

  it('20: a channel that is closed to us is told to the operator and to who set it up, with the reason', async () => {
    const world = await followed();
    await world.follow(C, {}, 'storm', { by: 'slack:U7' });
    const reason = 'The bot was removed from the channel: invite it again.';
    world.chat.failWith((_call, { channel }) => (channel === C ? new DeliveryError('channel-gone', reason) : 'ok'));
    world.page.entries = [tide(), ferry()];
    await world.pass(15);

    for (const told of [OPS, 'slack:@U7'] as const) {
      expect(world.texts(told)).toEqual([expect.stringContaining(`Nothing can be posted to ${C} since`)]);
      expect(world.texts(told)[0]).toContain(reason);
    }

    world.chat.failWith(() => 'ok');
    await world.relay.channelEvent({ kind: 'mended', channel: C });
    await world.pass(60);
    expect(world.texts(C)).toEqual([FERRY]);
    expect(world.texts('slack:@U7')).toEqual([expect.stringContaining('It works again')]);
  });

  it('29: a state that does not answer at the start is waited for', async () => {
    const world = createWorld();
    world.page.entries = [tide()];
    await world.follow(C);
    world.store.failWith(({ operation }) => (operation === 'keys' ? 'ok' : 'unavailable'));
    await world.relay.start();
    await world.pass(30);
    expect(world.texts(C)).toEqual([]);

    world.store.failWith(() => 'ok');
    await world.pass(30);
    world.page.entries = [tide(), ferry()];
    await world.pass(30);
    expect(world.texts(C)).toEqual([FERRY]);
    expect(world.clock.now()).toBe(EVENING + 90_000);
  });
});
