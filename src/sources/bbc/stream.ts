import { arrayIn, isObject, type JsonObject, objectIn, textIn } from '../wire/json.ts';

/** Nodes looked at in a page's data before giving up; the largest pages seen have some 100,000. */
const MAX_NODES = 400_000;

/** What a document holds: the posts, the object that describes the page around them, and the page's place among others. */
export type Stream = { readonly posts: readonly unknown[]; readonly page: JsonObject; readonly paging: JsonObject };

/**
 * Finds the posts in the BBC's data, wherever this year's site puts them: beside a `liveTextStream`, or as bare `results`.
 * `text` is the document it was parsed from. Breadth first, so that the page's own stream is found before one nested in something it recommends.
 */
export function findStream(json: unknown, text: string): Stream | undefined {
  const isNamed = text.includes('liveTextStream');
  const queue: unknown[] = [json];
  let bare: Stream | undefined;
  for (let index = 0; index < queue.length && index < MAX_NODES; index += 1) {
    const node = queue[index];
    if (isObject(node)) {
      const stream = objectIn(objectIn(objectIn(node, 'liveTextStream'), 'content'), 'data');
      if (Array.isArray(stream.results)) {
        return { posts: stream.results, page: node, paging: objectIn(stream, 'page') };
      }
      if (bare === undefined && arePosts(node.results)) {
        bare = { posts: arrayIn(node, 'results'), page: {}, paging: objectIn(node, 'page') };
        if (!isNamed) return bare;
      }
      for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) queue.push(value);
    } else if (Array.isArray(node)) {
      for (const value of node) if (typeof value === 'object' && value !== null) queue.push(value);
    }
  }
  return bare;
}

function arePosts(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.some((post) => textIn(post, 'urn') !== undefined && isObject(post.dates) && isObject(post.content));
}
