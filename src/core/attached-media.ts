import type { Body, Media } from './entry.ts';
import { withOnlyMedia } from './packed-body.ts';

const joinedBodies = new WeakMap<Body, Body>();

/**
 * The body with what its source attaches to it, save what it shows already. The same object again for the same body and
 * media, because an entry whose body is the same object is known not to have changed.
 */
export function withMedia(body: Body, media: readonly Media[]): Body {
  if (media.length === 0) return body;
  const shown = new Set(body.media.map(({ url }) => pictureKey(url)));
  const added = media.filter(({ url }) => !shown.has(pictureKey(url)));
  if (added.length === 0) return body;
  const known = joinedBodies.get(body);
  if (known !== undefined && isSame(known.media.slice(body.media.length), added)) return known;
  const joined = withOnlyMedia(body, [...body.media, ...added]);
  joinedBodies.set(body, joined);
  return joined;
}

function isSame(a: readonly Media[], b: readonly Media[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A picture is the same whatever the scheme and the size asked for. */
function pictureKey(url: string): string {
  return url.replace(/^https?:/, '').replace(/[?#].*$/, '');
}
