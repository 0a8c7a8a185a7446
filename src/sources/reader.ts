import type { Snapshot, SourceEntry } from '../core/entry.ts';
import { ownCopy } from '../core/own-copy.ts';
import type { SourceReader } from '../ports/reader.ts';
import type { Elsewhere, ReadContext } from '../ports/source.ts';
import { type BodyMemo, createBodyMemo } from './body/body-memo.ts';
import { readDocument, sourceOf } from './read.ts';

/** The entries a blog was last read as, for as long as its bodies are remembered: `detect` lays the next ones on them. */
const lastRead = new WeakMap<ReadContext['body'], readonly SourceEntry[]>();

/** All sources as the poll loop sees them. */
export const sourceReader: SourceReader = {
  request: (kind, next) => (kind === undefined ? { url: next.url } : sourceOf(kind).request(next)),

  read(document, kind, context) {
    const { source, result } = readDocument(document, context, kind);
    if (!('elsewhere' in result)) lastRead.set(context.body, result.entries);
    return { kind: source.kind, result: withOwnWords(result) };
  },
};

/** What a page says of the blog is kept as long as the blog is followed, and must not keep the page. Entries are copied by whoever keeps them. */
function withOwnWords(result: Snapshot | Elsewhere): Snapshot | Elsewhere {
  if ('elsewhere' in result) return ownCopy(result);
  const { entries, ...said } = result;
  return { ...ownCopy(said), entries };
}

/**
 * Characters of HTML remembered over all blogs, but for the blog that was read last. The blogs that were not read for the
 * longest go first: most are those where nothing happens, whose pages are not read again at all.
 */
const MOST_CHARACTERS = 2_000_000;

/** The body conversion of each blog, remembering the bodies of its last reads. To be asked for once for each read. */
export function createBodies(): (blog: string) => ReadContext['body'] {
  const memos = new Map<string, BodyMemo>();
  return (blog) => {
    let held = 0;
    for (const memo of memos.values()) held += memo.size();
    for (const [oldest, memo] of memos) {
      if (held <= MOST_CHARACTERS) break;
      if (oldest === blog) continue;
      memos.delete(oldest);
      held -= memo.size();
    }
    const memo = memos.get(blog) ?? createBodyMemo();
    memos.delete(blog);
    memos.set(blog, memo);
    memo.nextRead();
    return memo;
  };
}
