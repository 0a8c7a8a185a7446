import type { SourceReader } from '../ports/reader.ts';
import type { ReadContext } from '../ports/source.ts';
import { type BodyMemo, createBodyMemo } from './body/body-memo.ts';
import { readDocument, sourceOf } from './read.ts';

/** All sources as the poll loop sees them. */
export const sourceReader: SourceReader = {
  request: (kind, next) => (kind === undefined ? { url: next.url } : sourceOf(kind).request(next)),

  read(document, kind, context) {
    const { source, result } = readDocument(document, context, kind);
    return { kind: source.kind, result };
  },
};

/** Blogs whose last bodies are remembered; the least recently read one goes first. */
const MOST_BLOGS = 200;

/** The body conversion of each blog, remembering the bodies of its last reads. To be asked for once for each read. */
export function createBodies(): (blog: string) => ReadContext['body'] {
  const memos = new Map<string, BodyMemo>();
  return (blog) => {
    const memo = memos.get(blog) ?? createBodyMemo();
    memos.delete(blog);
    memos.set(blog, memo);
    const [oldest] = memos.keys();
    if (memos.size > MOST_BLOGS && oldest !== undefined) memos.delete(oldest);
    memo.nextRead();
    return memo;
  };
}
