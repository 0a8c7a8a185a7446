import { firstText } from './elements/node.ts';
import type { AtomFeed, RssChannel } from './wire.ts';

const HOUR = 3_600_000;
const PERIODS: Readonly<Record<string, number>> = {
  hourly: HOUR,
  daily: 24 * HOUR,
  weekly: 168 * HOUR,
  monthly: 720 * HOUR,
  yearly: 8760 * HOUR,
};

/** How long a feed asks to be left alone, milliseconds: RSS `ttl` (minutes), else the syndication module's period. */
export function refreshAfter(feed: RssChannel | AtomFeed): number | undefined {
  const ttl = 'ttl' in feed ? Number(firstText(feed.ttl)) : 0;
  if (Number.isFinite(ttl) && ttl > 0) return ttl * 60_000;
  const period = PERIODS[firstText(feed['sy:updatePeriod']).toLowerCase()];
  const frequency = Number(firstText(feed['sy:updateFrequency']));
  if (period === undefined) return undefined;
  return Math.round(period / (Number.isFinite(frequency) && frequency > 0 ? frequency : 1));
}
