import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/core/route.ts';
import { createDirectory, withRoute } from '../../src/relay/directory.ts';
import { createRecords } from '../../src/relay/records.ts';
import { EVENING } from '../support/entries.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { DEFAULTS } from '../support/world.ts';

const C = 'slack:C1';
const D = 'discord:1122334455';

const route = (blog: string, from: number, channel: Route['channel'] = C): Route => ({
  blog,
  channel,
  origin: 'chat',
  versions: [{ from, settings: DEFAULTS, foldSize: 8 }],
});

const settings = (name: string) =>
  ({ name, url: `https://saltmere.example/${name}`, origin: 'chat', every: 10_000, max: 60_000 }) as const;

function directoryOn(store = new MemoryStore()) {
  const clock = createFakeClock(EVENING);
  return { store, clock, directory: createDirectory(createRecords(store), clock) };
}

describe('who follows what', () => {
  it('is there in the next process', async () => {
    const { store, directory } = directoryOn();
    await directory.saveBlog(settings('storm'));
    await directory.change(C, (known, from) => withRoute(known, route('storm', from)));
    await directory.change(D, (known, from) => withRoute(known, route('storm', from, D)));

    const later = directoryOn(store.reopen()).directory;
    await later.load();

    expect(later.blogs()).toEqual([settings('storm')]);
    expect(later.followers('storm')).toEqual([C, D]);
    expect(later.routes(C)).toEqual(directory.routes(C));
  });

  it('of a blog that was dropped is no blog any more, and its routes stay', async () => {
    const { store, directory } = directoryOn();
    await directory.saveBlog(settings('storm'));
    await directory.change(C, (known, from) => withRoute(known, route('storm', from)));
    await directory.dropBlog('storm');

    const later = directoryOn(store.reopen()).directory;
    await later.load();
    expect(later.blogs()).toEqual([]);
    expect(later.followers('storm')).toEqual([C]);
  });

  it('cannot be taken for nothing when the state fails at the start', async () => {
    const { store, directory } = directoryOn();
    await directory.saveBlog(settings('storm'));
    store.failWith(() => 'unavailable');

    await expect(directoryOn(store).directory.load()).rejects.toMatchObject({ name: 'StoreError' });
  });
});

describe('a change of routes', () => {
  it('holds from a moment that still lies ahead when it is written', async () => {
    const { clock, directory } = directoryOn();
    await directory.change(C, (known, from) => withRoute(known, route('storm', from)));

    expect(directory.routes(C).routes[0]?.versions[0]?.from).toBeGreaterThan(clock.now());
  });

  it('whose writing took longer than that moment is written anew with a later one', async () => {
    const { clock, store, directory } = directoryOn();
    store.failWith(({ n, operation }) => {
      if (operation === 'set' && n === 0) clock.advance(5_000);
      return 'ok';
    });
    await directory.change(C, (known, from) => withRoute(known, route('storm', from)));

    const [kept] = directory.routes(C).routes;
    expect(kept?.versions).toHaveLength(1);
    expect(kept?.versions[0]?.from).toBeGreaterThan(EVENING + 5_000);
  });

  it('that could not be written does not hold', async () => {
    const { store, directory } = directoryOn();
    store.failWith(({ operation }) => (operation === 'set' ? 'unavailable' : 'ok'));
    const change = directory.change(C, (known, from) => withRoute(known, route('storm', from)));
    await expect(change).rejects.toMatchObject({ name: 'StoreError' });

    expect(await directory.currentRoutes(C)).toEqual({ routes: [], pauses: [] });
  });

  it('whose answer was lost holds as soon as anybody asks', async () => {
    const { store, directory } = directoryOn();
    store.failWith(({ operation }) => (operation === 'set' ? 'lost' : 'ok'));
    const change = directory.change(C, (known, from) => withRoute(known, route('storm', from)));
    await expect(change).rejects.toMatchObject({ name: 'StoreError' });
    store.failWith(() => 'ok');

    expect((await directory.currentRoutes(C)).routes).toHaveLength(1);
    expect(directory.followers('storm')).toEqual([C]);
  });

  it('takes the place of the route of the same blog, and keeps routes in the order they were made', () => {
    const known = { routes: [route('b', 20)], pauses: [] };
    const more = withRoute(withRoute(known, route('a', 10)), route('c', 30));
    const changed: Route = { ...route('b', 20), by: 'slack:U1' };

    expect(more.routes.map(({ blog }) => blog)).toEqual(['a', 'b', 'c']);
    expect(withRoute(more, changed).routes).toEqual([route('a', 10), changed, route('c', 30)]);
  });
});
