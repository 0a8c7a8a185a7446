import { expect, it } from 'vitest';
import type { SourceEntry } from '../../src/core/entry.ts';
import { hash } from '../../src/core/hash.ts';
import type { Fetcher } from '../../src/ports/fetcher.ts';
import { SourceError } from '../../src/ports/source.ts';
import { EVENING, snapshotOf, update } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

const API = 'https://saltmere.example/wp-json/liveblog/v1/7/';
const HOUR = 60 * 60;

/** A page that leads to the address of its entries, as sites with a live-blog plugin do. */
function createSite() {
  const site = { entries: [] as readonly SourceEntry[], says: {} as object, gone: false, pageFetches: 0 };
  const fetcher: Fetcher = {
    async fetch({ url, validators }) {
      const isPage = url !== API;
      if (isPage) site.pageFetches += 1;
      if (isPage && site.gone) throw new SourceError('gone', 'The page is gone.');
      const text = JSON.stringify(
        isPage
          ? { elsewhere: API, why: 'the entries have an address', ...site.says }
          : snapshotOf(site.entries, { live: null }),
      );
      const bodyHash = hash(text);
      if (validators.bodyHash === bodyHash) return { status: 'same', validators };
      return {
        status: 'changed',
        document: { url, text, contentType: 'application/json', fetchedAt: world.clock.now() },
        validators: { bodyHash },
      };
    },
    close: async () => undefined,
  };
  const world = createWorld({ fetcher });
  return { site, world };
}

async function followed(says: object = {}) {
  const { site, world } = createSite();
  site.says = says;
  site.entries = [update('a', 'Ferries stop', { minute: 0 })];
  await world.follow('slack:C1');
  await world.start();
  await world.pass(30);
  const live = async () => (await world.relay.seenSets.record('storm'))?.face.live;
  return { site, world, live };
}

it('a blog whose page comes to say that it has ended has ended, though its entries never say so', async () => {
  const { site, world, live } = await followed();
  expect(await live()).toBe(null);

  site.says = { ended: true };
  await world.pass(HOUR + 120);

  expect(await live()).toBe(false);
  expect(site.pageFetches).toBe(2);
});

it('an end that was announced counts once it has passed and nothing came for an hour', async () => {
  const { site, world, live } = await followed();

  site.says = { coverageEnd: EVENING + 90 * 60_000 };
  await world.pass(HOUR + 120);
  expect(await live()).toBe(null);

  await world.pass(HOUR);
  expect(await live()).toBe(false);
});

it('an entry that comes after the page said so opens the blog again', async () => {
  const { site, world, live } = await followed({ ended: true });
  expect(await live()).toBe(false);

  site.entries = [...site.entries, update('b', 'Tide turns', { publishedAt: world.clock.now() })];
  await world.pass(600);

  expect(world.texts('slack:C1').join()).toContain('Tide turns');
  expect(await live()).not.toBe(false);
});

it('a page that cannot be read any more keeps nobody from its entries', async () => {
  const { site, world } = await followed();
  site.gone = true;
  await world.pass(HOUR + 120);

  site.entries = [...site.entries, update('b', 'Tide turns', { publishedAt: world.clock.now() })];
  await world.pass(120);

  expect(world.texts('slack:C1').join()).toContain('Tide turns');
});
