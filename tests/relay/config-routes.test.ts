import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../src/core/channel.ts';
import { currentSettings, type RouteSettings } from '../../src/core/route.ts';
import { applyConfig, type ConfiguredBlog } from '../../src/relay/config-routes.ts';
import { createDirectory, withRoute } from '../../src/relay/directory.ts';
import { createRecords } from '../../src/relay/records.ts';
import { EVENING } from '../support/entries.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { DEFAULTS } from '../support/world.ts';

const C = 'slack:C1';
const D = 'slack:C2';

function configured(
  name: string,
  channels: readonly ChannelId[],
  settings: Partial<RouteSettings> = {},
): ConfiguredBlog {
  const url = `https://saltmere.example/${name}`;
  return {
    blog: { name, url, origin: 'config', every: 10_000, max: 60_000 },
    routes: channels.map((channel) => ({ channel, settings: { ...DEFAULTS, ...settings } })),
  };
}

function house() {
  const clock = createFakeClock(EVENING);
  const store = new MemoryStore();
  const directory = createDirectory(createRecords(store), clock);
  return {
    store,
    directory,
    apply: async (...blogs: ConfiguredBlog[]) => {
      clock.advance(60_000);
      await applyConfig(directory, blogs, () => 8);
    },
    /** Somebody follows a blog by a command. */
    follow: (channel: ChannelId, blog: string) =>
      directory.change(channel, (known, from) =>
        withRoute(known, {
          blog,
          channel,
          origin: 'chat',
          by: 'slack:U1',
          versions: [{ from, settings: DEFAULTS, foldSize: 8 }],
        }),
      ),
    blogsOf: (channel: ChannelId) => directory.routes(channel).routes.map(({ blog }) => blog),
  };
}

describe('the routes of the config file', () => {
  it('are followed', async () => {
    const { apply, blogsOf, directory } = house();
    await apply(configured('storm', [C, D]), configured('vote', [C]));

    expect([blogsOf(C), blogsOf(D)]).toEqual([['storm', 'vote'], ['storm']]);
    expect(directory.blogs().map(({ name }) => name)).toEqual(['storm', 'vote']);
  });

  it('that did not change cost no write at the next start', async () => {
    const { apply, directory, store } = house();
    await apply(
      configured('storm', [C], {
        only: ['ferry'],
        quiet: { from: '23:00', to: '07:00', timezone: 'UTC', breakthrough: 'key' },
      }),
    );
    const before = directory.routes(C);
    store.failWith(({ key }) => (key.startsWith('routes:') ? 'unavailable' : 'ok'));
    const again = { timezone: 'UTC', breakthrough: 'key', to: '07:00', from: '23:00' } as const;
    await apply(configured('storm', [C], { quiet: again, only: ['ferry'] }));

    expect(directory.routes(C)).toEqual(before);
  });

  it('whose settings changed get a version that holds from then on, beside the old one', async () => {
    const { apply, directory } = house();
    await apply(configured('storm', [C]));
    await apply(configured('storm', [C], { only: ['ferry'] }));

    const [route] = directory.routes(C).routes;
    expect(route?.versions.map(({ settings }) => settings.only)).toEqual([[], ['ferry']]);
    const [first, second] = route?.versions ?? [];
    expect(second?.from).toBeGreaterThan(first?.from ?? 0);
  });

  it('that left the file are followed no more, and neither is a blog without routes', async () => {
    const { apply, blogsOf, directory } = house();
    await apply(configured('storm', [C, D]), configured('vote', [C]));
    await apply(configured('storm', [D]));

    expect([blogsOf(C), blogsOf(D)]).toEqual([[], ['storm']]);
    expect(directory.blogs().map(({ name }) => name)).toEqual(['storm']);
  });

  it('leave the routes that people made alone', async () => {
    const { apply, follow, blogsOf } = house();
    await apply(configured('storm', [D]));
    await follow(C, 'storm');
    await apply(configured('vote', [C]));

    expect(blogsOf(C)).toEqual(['storm', 'vote']);
  });

  it('leave a blog to those who follow it by command, at no higher trust than theirs', async () => {
    const { apply, follow, directory } = house();
    await apply(configured('storm', [D]));
    await follow(C, 'storm');
    await apply();

    expect(directory.blog('storm')?.origin).toBe('chat');
    expect(directory.followers('storm')).toEqual([C]);
  });

  it('take over a route that somebody made by command, without losing since when', async () => {
    const { apply, follow, directory } = house();
    await apply(configured('storm', [D]));
    await follow(C, 'storm');
    const since = directory.routes(C).routes[0]?.versions[0]?.from;
    await apply(configured('storm', [C], { entries: 'key' }));

    const [route] = directory.routes(C).routes;
    expect(route).toMatchObject({ origin: 'config' });
    expect(route?.versions[0]?.from).toBe(since);
    expect(route === undefined ? undefined : currentSettings(route).entries).toBe('key');
  });

  it('keep a pause that people made', async () => {
    const { apply, directory } = house();
    await apply(configured('storm', [C]));
    await directory.change(C, (known, from) => ({ ...known, pauses: [{ from }] }));
    await apply(configured('storm', [C], { only: ['ferry'] }));

    expect(directory.routes(C).pauses).toHaveLength(1);
  });
});
