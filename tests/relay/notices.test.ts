import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/ports/adapter.ts';
import { SourceError } from '../../src/ports/source.ts';
import { update } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

const C = 'slack:C1';
const OPS = 'slack:C0OPS';
const tide = update('tide', 'The tide is over the quay wall.', { minute: 0 });
const broken = new SourceError('unreachable', 'The newsroom has a fault of its own (500); it will be tried again.');

async function followed(options: { readonly noticesTo?: typeof OPS; readonly by?: string } = {}) {
  const { by, ...rest } = options;
  const world = createWorld(rest);
  world.page.entries = [tide];
  await world.follow(C, {}, 'storm', by === undefined ? {} : { by });
  await world.start();
  await world.pass(5);
  return world;
}

describe('a blog that cannot be read', () => {
  it('for less than two minutes is nobody’s trouble', async () => {
    const world = await followed({ noticesTo: OPS });
    world.page.broken = broken;
    await world.pass(40);
    world.page.broken = undefined;
    await world.pass(300);

    expect(world.texts(OPS)).toEqual([]);
  });

  it('is told once, however long it lasts, with what, since when, why and what next', async () => {
    const world = await followed({ noticesTo: OPS });
    world.page.broken = broken;
    await world.pass(1800);

    expect(world.texts(OPS)).toEqual([
      'The live blog “Storm over Saltmere” (storm) cannot be read since 2026-03-05 18:00 UTC: ' +
        'The newsroom has a fault of its own (500); it will be tried again. It is tried again by itself; nothing is lost.',
    ]);
    expect(world.chat.effects).toEqual({ posts: 1, edits: 0, removals: 0 });
  });

  it('and can be again has its notice edited', async () => {
    const world = await followed({ noticesTo: OPS });
    world.page.broken = broken;
    await world.pass(300);
    world.page.broken = undefined;
    await world.pass(120);

    expect(world.texts(OPS)).toEqual([expect.stringMatching(/could not be read from .* to .* It works again/u)]);
    expect(world.chat.effects).toMatchObject({ posts: 1, edits: 1 });
  });

  it('a second time is a second notice', async () => {
    const world = await followed({ noticesTo: OPS });
    for (let time = 0; time < 2; time++) {
      world.page.broken = broken;
      await world.pass(300);
      world.page.broken = undefined;
      await world.pass(300);
    }

    expect(world.texts(OPS)).toHaveLength(2);
  });

  it('is told again by no restart', async () => {
    const world = await followed({ noticesTo: OPS });
    world.page.broken = broken;
    await world.pass(300);
    await world.restart();
    await world.pass(300);

    expect(world.texts(OPS)).toHaveLength(1);
  });

  it('is told to whoever set the route up where no channel is named', async () => {
    const world = await followed({ by: 'slack:T1/U7' });
    world.page.broken = broken;
    await world.pass(300);

    expect(world.texts('slack:T1/@U7')).toHaveLength(1);
    expect(world.texts(C)).toEqual([]);
  });

  it('is told to nobody where nobody is known', async () => {
    const world = await followed();
    world.page.broken = broken;
    await world.pass(300);

    expect(world.chat.effects.posts).toBe(0);
  });
});

describe('a page that is not believed', () => {
  it('is told with what was odd, and that nothing was changed', async () => {
    const world = await followed({ noticesTo: OPS });
    world.page.entries = [];
    await world.pass(300);

    expect(world.texts(OPS)).toEqual([
      expect.stringMatching(
        /The page is not believed: the page shows no entries, where it showed 1\. Nothing was changed/u,
      ),
    ]);
  });
});

describe('a channel that cannot be reached', () => {
  const closed = new DeliveryError('forbidden', 'The token was revoked: install the app again.');

  it('is told of elsewhere and never in the channel itself', async () => {
    const world = createWorld({ noticesTo: C });
    world.page.entries = [tide];
    await world.follow(C);
    await world.start();
    await world.pass(5);
    world.chat.failWith(() => closed);
    world.page.entries = [tide, update('ferry', 'The ferry has turned back.', { minute: 1 })];
    await world.pass(300);
    world.chat.failWith(() => 'ok');
    await world.relay.channelEvent({ kind: 'mended', channel: C });
    await world.pass(60);

    expect(world.texts(C)).toEqual(['The ferry has turned back.']);
  });

  it('carries a button that tries at once, until it works again', async () => {
    const world = await followed({ noticesTo: OPS, by: 'slack:U7' });
    world.chat.failWith((_call, { channel }) => (channel === C ? closed : 'ok'));
    world.page.entries = [tide, update('ferry', 'The ferry has turned back.', { minute: 1 })];
    await world.pass(60);
    const actions = (channel: typeof C | typeof OPS | 'slack:@U7') =>
      world.chat.channel(channel).flatMap(({ post }) => (post.kind === 'notice' ? (post.actions ?? []) : []));

    expect(actions(OPS)).toEqual([{ label: 'Resume', run: 'retry slack:C1' }]);
    expect(actions('slack:@U7')).toEqual(actions(OPS));
    world.chat.failWith(() => 'ok');
    await world.relay.channelEvent({ kind: 'mended', channel: C });
    await world.pass(60);
    expect(actions(OPS)).toEqual([]);
  });

  it('for a while is told to the operator alone: people cannot mend an outage', async () => {
    const world = await followed({ noticesTo: OPS, by: 'slack:U7' });
    world.chat.failWith((_call, { channel }) => (channel === C ? 'cut-before' : 'ok'));
    world.page.entries = [tide, update('ferry', 'The ferry has turned back.', { minute: 1 })];
    await world.pass(300);

    expect(world.texts(OPS)).toHaveLength(1);
    expect(world.texts('slack:@U7')).toEqual([]);
  });

  it('is called by its name, also when the platform tells it no more', async () => {
    const world = createWorld({ noticesTo: OPS });
    world.names.set(C, '#harbour (Saltmere)');
    world.page.entries = [tide];
    await world.follow(C, { backfill: 'all' });
    await world.start();
    await world.pass(5);
    world.names.clear();
    const archived = new DeliveryError('channel-gone', 'Slack channel C1: it is archived.');
    world.chat.failWith((_call, { channel }) => (channel === C ? archived : 'ok'));
    world.page.entries = [tide, update('ferry', 'The ferry has turned back.', { minute: 1 })];
    await world.restart();
    await world.pass(60);

    expect(world.texts(OPS)).toEqual([
      expect.stringMatching(
        /^Nothing can be posted to #harbour \(Saltmere\) since .* UTC: it is archived\. It is tried/u,
      ),
    ]);
  });

  it('after a restart is still told, and its end too', async () => {
    const world = await followed({ noticesTo: OPS });
    world.chat.failWith((_call, { channel }) => (channel === C ? closed : 'ok'));
    world.page.entries = [tide, update('ferry', 'The ferry has turned back.', { minute: 1 })];
    await world.pass(30);
    await world.restart();
    await world.relay.wakeChannels();
    await world.pass(300);
    expect(world.texts(OPS)).toEqual([expect.stringContaining('Nothing can be posted to slack:C1 since')]);

    world.chat.failWith(() => 'ok');
    await world.relay.channelEvent({ kind: 'mended', channel: C });
    await world.pass(60);
    expect(world.texts(OPS)).toEqual([expect.stringContaining('It works again')]);
  });
});
