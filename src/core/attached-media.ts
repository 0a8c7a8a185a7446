import type { Body, Media } from './entry.ts';
import { withOnlyMedia } from './packed-body.ts';

const joinedBodies = new WeakMap<Body, { readonly key: string; readonly body: Body }>();

/**
 * The body with what its source attaches to it, save what it shows already. The same object again for the same body and
 * media, because an entry whose body is the same object is known not to have changed.
 */
export function withMedia(body: Body, media: readonly Media[]): Body {
  if (media.length === 0) return body;
  const shown = new Set(body.media.map(({ url }) => pictureKey(url)));
  const added = media.filter(({ url }) => !shown.has(pictureKey(url)));
  if (added.length === 0) return body;
  const key = JSON.stringify(added);
  const known = joinedBodies.get(body);
  if (known?.key === key) return known.body;
  const joined = withOnlyMedia(body, [...body.media, ...added]);
  joinedBodies.set(body, { key, body: joined });
  return joined;
}

/** A picture is the same whatever the scheme and the size asked for. */
function pictureKey(url: string): string {
  return url.replace(/^https?:/, '').replace(/[?#].*$/, '');
}
