import { describe, expect, it } from 'vitest';
import { Calls } from '../../adapters/discord/calls.ts';
import { Guard } from '../../adapters/discord/guard.ts';
import { Lanes } from '../../adapters/discord/lanes.ts';
import type { Place } from '../../adapters/discord/places.ts';
import { Publisher } from '../../adapters/discord/publish.ts';
import { createClient, loadSdk } from '../../adapters/discord/sdk.ts';
import { ServerTime } from '../../adapters/discord/server-time.ts';
import type { Target } from '../../src/ports/adapter.ts';
import type { Log } from '../../src/ports/log.ts';
import { entryPost } from '../contracts/sample-posts.ts';
import { store } from '../support/fake-discord/routes-messages.ts';
import type { FakeDiscord } from '../support/fake-discord/server.ts';
import { GUILD, NEWS } from '../support/fake-discord/world.ts';
import { adapterOn, DEAF, discordStage, keptLog, REAL_CLOCK } from './discord-stage.ts';

const signal = AbortSignal.timeout(60_000);
const intent = (token: string) => ({ token, key: token, since: Date.now() - 1_000 });
const none = { parent: undefined, server: undefined, tags: [], locked: false };
const PLACE: Place = { id: NEWS, kind: 'announcement', guild: GUILD, name: 'news', ...none };

/** What publishes key events, as an adapter that has just started has it. */
async function publisherOn(fake: FakeDiscord, log: Log): Promise<Publisher> {
  const { now } = REAL_CLOCK;
  const guard = new Guard(now);
  const options = { token: fake.token, apiUrl: fake.apiUrl, clock: REAL_CLOCK };
  const client = createClient(await loadSdk(), options, { guard, time: new ServerTime(now) });
  return new Publisher(new Calls(async () => client, guard, new Lanes(now), 2_000), [NEWS], now, log);
}

describe('announcement channels', () => {
  const news: Target = { channel: `discord:${NEWS}` };
  const key = (title: string) => entryPost({ title, flags: ['key'] });

  it('publish key events, and only when asked', async () => {
    const stage = await discordStage(DEAF, { publish: [NEWS] });
    const silent = adapterOn(stage.fake);

    await stage.adapter.outbound.post(news, key('told'), intent('a'), signal);
    await stage.adapter.outbound.post(news, entryPost({ title: 'plain' }), intent('b'), signal);
    await silent.outbound.post(news, key('not asked'), intent('c'), signal);

    expect(stage.fake.world.channels.get(NEWS)?.messages.map(({ published }) => published)).toEqual([
      true,
      false,
      false,
    ]);
    await silent.stop();
    await stage.close();
  });

  it('a publication that fails leaves the post', async () => {
    const stage = await discordStage(DEAF, { publish: [NEWS] });
    stage.fake.faults.next({ kind: 'broken' }, (_method, path) => path.endsWith('/crosspost'));

    await stage.adapter.outbound.post(news, key('told'), intent('a'), signal);

    expect(stage.fake.world.channels.get(NEWS)?.messages).toHaveLength(1);
    await stage.close();
  });

  it('publish ten in an hour, and after a restart no more than Discord allows', async () => {
    const { log, lines } = keptLog();
    const stage = await discordStage();
    const channel = stage.fake.world.channels.get(NEWS);
    if (channel === undefined) throw new Error('there is no announcement channel');
    const publish = async (publisher: Publisher, n: number) => {
      const { id } = store(stage.fake.world, channel, { content: `Key event ${n}` });
      await publisher.consider(PLACE, id, key(`Key event ${n}`), signal);
    };
    const first = await publisherOn(stage.fake, log);
    for (let n = 0; n < 12; n += 1) await publish(first, n);
    const restarted = await publisherOn(stage.fake, log);
    for (let n = 12; n < 15; n += 1) await publish(restarted, n);

    expect(channel.messages.filter(({ published }) => published)).toHaveLength(10);
    expect(stage.fake.limits.given).toHaveLength(1);
    expect(lines[0]).toContain('ten an hour are all Discord allows');
    await stage.close();
  });
});
