import { currentSettings, type Route, routeSince, versionAt } from '../route.ts';

/**
 * False when `project` would give nothing, so that it need not be asked: the route shows no card and nothing of what was
 * there before it, and nothing came since. `newestAt`: when the blog's newest entry was first seen, 0 = none since the blog
 * is followed, undefined = not known.
 */
export function isAnythingShown(route: Route, newestAt: number | undefined): boolean {
  const since = routeSince(route);
  const { layout, backfill } = currentSettings(route);
  if (layout === 'thread' || backfill === 'card') return true;
  const first = versionAt(route, since).settings.backfill;
  if (first !== 'none' && first !== 'card') return true;
  return newestAt === undefined || newestAt >= since;
}
