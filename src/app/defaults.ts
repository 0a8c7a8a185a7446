import type { RouteSettings } from '../core/route.ts';

/** The settings of a route that nobody chose otherwise; the config schema fills in the same. */
export function defaultSettings(): RouteSettings {
  return {
    layout: 'channel',
    only: [],
    except: [],
    entries: 'all',
    edits: 'edit',
    removals: 'delete',
    reposts: 'fold',
    backfill: 'none',
    settle: 2000,
    editGap: 5000,
    burst: 4,
    spoiler: false,
  };
}
