import type { RouteSettings } from './route.ts';

/** When a digest comes: a cron expression of five fields, and the zone by whose clock it goes. */
export type DigestClock = { readonly cron: string; readonly timezone: string };

const WITH_ZONE = /^(.*\S)\s+(UTC|[A-Za-z]+(?:_[A-Za-z]+)*(?:\/[A-Za-z][\w+-]*)+)$/u;

/** `0 8 * * * Europe/London` in its parts; the zone may be absent. */
export function digestParts(digest: string): { readonly cron: string; readonly timezone: string | undefined } {
  const parts = WITH_ZONE.exec(digest);
  return { cron: parts?.[1] ?? digest, timezone: parts?.[2] };
}

/** The clock of a route's digest: where no zone stands behind it, that of the quiet hours, else UTC. */
export function digestClock({ digest, quiet }: Pick<RouteSettings, 'digest' | 'quiet'>): DigestClock | undefined {
  if (digest === undefined) return undefined;
  const { cron, timezone } = digestParts(digest);
  return { cron, timezone: timezone ?? quiet?.timezone ?? 'UTC' };
}
