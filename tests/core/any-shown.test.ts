import { expect, it } from 'vitest';
import { defaultSettings } from '../../src/app/defaults.ts';
import { isAnythingShown } from '../../src/core/project/any-shown.ts';
import { project } from '../../src/core/project/project.ts';
import type { RouteSettings } from '../../src/core/route.ts';
import { EVENING, snapshotOf, update } from '../support/entries.ts';
import { createSeen } from '../support/seen.ts';

const MINUTE = 60_000;
/** The blog is followed at 0, has its newest entry at 10; routes are made at minute 5 or 15. */
const seen = createSeen();
seen.look(snapshotOf([update('a', 'The tide is in.', { minute: -5 })]), EVENING);
seen.look(
  snapshotOf([update('a', 'The tide is in.', { minute: -5 }), update('b', 'The pier is shut.', { minute: 9 })]),
  EVENING + 10 * MINUTE,
);

it.each<[string, number, Partial<RouteSettings>, boolean]>([
  ['what came since the route was made', 5, {}, true],
  ['nothing when all is older than the route', 15, {}, false],
  ['what the route fetches from before it', 15, { backfill: 'all' }, true],
  ['a card where the blog stands', 15, { backfill: 'card' }, true],
  ['a thread with its card', 15, { layout: 'thread' }, true],
])('a route shows %s', (_what, minute, rest, shown) => {
  const settings = { ...defaultSettings(), ...rest };
  const versions = [{ from: EVENING + minute * MINUTE, settings, foldSize: 10 }];
  const route = { blog: 'storm', channel: 'slack:C1', origin: 'config', versions } as const;
  const face = { live: true, keyPoints: [] };
  const sizes = { titleLength: 200, textLength: 1000, foldSize: 10, foldTextLength: 300, digestSize: 10 };
  const of = { name: 'storm', face, failing: false, seen: seen.set, route, pauses: [], sizes };

  expect(isAnythingShown(route, EVENING + 10 * MINUTE)).toBe(shown);
  expect(isAnythingShown(route, undefined)).toBe(true);
  expect(project(of, EVENING + 20 * MINUTE).length > 0).toBe(shown);
});
