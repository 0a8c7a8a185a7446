import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceReader } from '../../src/sources/reader.ts';
import { EVENING } from '../support/entries.ts';
import {
  createSilentSite,
  type Mood,
  type Platform,
  SILENCES,
  sourcefabric,
  wordpress,
} from '../support/silent-site.ts';
import { createWorld } from '../support/world.ts';

const C = 'slack:C1';
const mood = fc.constantFrom<Mood>('answers', 'answers', ...SILENCES);

/** What happens at a newsroom between two looks: it reports, its API falls silent or answers, its page leaves entries out. */
const event = fc.oneof(
  fc.record({ what: fc.constant('says' as const), onPage: fc.boolean() }),
  fc.record({ what: fc.constant('entries' as const), mood }),
  fc.record({ what: fc.constant('page' as const), leavesOut: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ what: fc.constant('restart' as const) }),
);
const history = fc.array(fc.tuple(event, fc.integer({ min: 20, max: 240 })), { minLength: 5, maxLength: 20 });

async function evening(
  platform: Platform,
  first: Mood,
  events: typeof history extends fc.Arbitrary<infer T> ? T : never,
) {
  const clock: { now: () => number } = { now: () => EVENING };
  const { site, fetcher } = createSilentSite(platform, () => clock.now());
  for (let n = 1; n <= 5; n++) site.say({ n, minute: n - 30, text: `Report ${n} from the sea wall.` });
  site.mood = first;
  const world = createWorld({ fetcher, reader: sourceReader });
  clock.now = () => world.clock.now();
  await world.follow(C, { burst: 'off' }, 'storm', { url: platform.page, every: 20_000 });
  await world.start();
  await world.pass(5);
  const said: string[] = [];
  for (const [happens, seconds] of events) {
    if (happens.what === 'restart') await world.restart();
    else if (happens.what === 'entries') site.mood = happens.mood;
    else if (happens.what === 'page')
      site.shown = site.told.filter((_, place) => happens.leavesOut === 0 || place % 5 >= happens.leavesOut);
    else {
      said.push(`News ${said.length} of the evening, told once.`);
      const post = { n: 20 + said.length, minute: (clock.now() - EVENING) / 60_000, text: said.at(-1) ?? '' };
      site.told = [...site.told, post];
      if (happens.onPage) site.shown = site.told;
    }
    await world.pass(seconds);
  }
  site.mood = 'answers';
  await world.pass(1500);
  return { texts: world.texts(C), effects: world.chat.effects, said };
}

it.each<[string, Platform]>([
  ['WordPress', wordpress],
  ['Sourcefabric', sourcefabric],
])(
  'whatever falls silent in an evening of a %s blog, each report stands in the channel once and untouched',
  async (_, platform) => {
    await fc.assert(
      fc.asyncProperty(mood, history, async (first, events) => {
        const { texts, effects, said } = await evening(platform, first, events);

        expect(texts.toSorted()).toEqual(said.toSorted());
        expect(effects).toMatchObject({ edits: 0, removals: 0 });
      }),
      { numRuns: 12 },
    );
  },
  60_000,
);
