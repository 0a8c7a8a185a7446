import { holds } from '../rare-mark.ts';
import { arrayIn, isObject, type JsonObject, objectIn } from '../wire/json.ts';

/** Nodes looked at in a page's data before giving up; the largest pages seen have some 100,000. */
const MAX_NODES = 400_000;

/** What a document holds: the posts, the object that describes the page around them, and the page's place among others. */
export type Stream = { readonly posts: readonly unknown[]; readonly page: JsonObject; readonly paging: JsonObject };

/**
 * Finds the posts in the BBC's data, wherever this year's site puts them: beside a `liveTextStream`, or as bare `results`
 * with what describes the page elsewhere. `text` is the document it was parsed from. Breadth first, so that the page's own
 * stream is found before one nested in something it recommends.
 */
export function findStream(json: unknown, text: string): Stream | undefined {
  const saysMore = (holds(text, 'TextSt') && text.includes('liveTextStream')) || text.includes('isLive');
  const queue: unknown[] = [json];
  const found: Found = {};
  for (let index = 0; index < queue.length && index < MAX_NODES; index += 1) {
    const node = queue[index];
    if (isObject(node)) {
      const stream = streamIn(node);
      if (stream !== undefined)
        return { posts: arrayIn(stream, 'results'), page: node, paging: objectIn(stream, 'page') };
      if (found.posts === undefined && arePosts(node.results)) {
        found.posts = node;
        if (!saysMore) break;
      }
      if (saysMore) noteFacts(node, found);
      for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) queue.push(value);
    } else if (Array.isArray(node)) {
      for (const value of node) if (typeof value === 'object' && value !== null) queue.push(value);
    }
  }
  return together(found);
}

/** What was come across on the way: bare posts, what speaks of the page, its points, a stream that has not begun. */
type Found = { posts?: JsonObject; facts?: JsonObject; points?: JsonObject; unbegun?: JsonObject };

function streamIn(node: JsonObject): JsonObject | undefined {
  if (!isObject(node.liveTextStream)) return undefined;
  const { liveTextStream } = node;
  const places = [
    objectIn(objectIn(liveTextStream, 'content'), 'data'),
    objectIn(liveTextStream, 'data'),
    liveTextStream,
  ];
  return places.find((place) => Array.isArray(place.results));
}

function noteFacts(node: JsonObject, found: Found): void {
  if (typeof node.isLive === 'boolean' && typeof node.title === 'string') found.facts ??= node;
  if (isObject(node.summaryPoints)) found.points ??= node;
  if (isObject(node.liveTextStream)) found.unbegun ??= node;
}

function together({ posts, facts, points, unbegun }: Found): Stream | undefined {
  if (posts === undefined) return unbegun === undefined ? undefined : { posts: [], page: unbegun, paging: {} };
  const page = { ...(points === undefined ? {} : { summaryPoints: points.summaryPoints }), ...facts };
  return { posts: arrayIn(posts, 'results'), page, paging: objectIn(posts, 'page') };
}

function arePosts(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.some(
    (post) => isObject(post) && isObject(post.dates) && (isObject(post.content) || isObject(post.header)),
  );
}
