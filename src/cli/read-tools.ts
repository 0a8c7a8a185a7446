import type { Config } from '../../config/config.ts';
import { systemClock } from '../clock.ts';
import type { SourceReader } from '../ports/reader.ts';
import { createBodyMemo } from '../sources/body/body-memo.ts';
import { decodeText } from '../sources/http/decode-text.ts';
import { createFetcher } from '../sources/http/fetcher.ts';
import { readDocument, sourceOf } from '../sources/read.ts';
import type { ReadTools } from './read-target.ts';

/** All sources as one reader. */
export const sourceReader: SourceReader = {
  request: (kind, next) => (kind === undefined ? { url: next.url } : sourceOf(kind).request(next)),
  read: (document, kind, context) => {
    const { source, result } = readDocument(document, context, kind);
    return { kind: source.kind, result };
  },
};

/** Runs `work` with what reading a live blog needs, and lets go of it afterwards. */
export async function withReadTools<T>(
  network: Config['network'],
  now: () => number,
  work: (tools: ReadTools) => Promise<T>,
): Promise<T> {
  const fetcher = createFetcher({ ...network, clock: { ...systemClock, now } });
  const { maxBytes } = network;
  try {
    return await work({ fetcher, reader: sourceReader, body: createBodyMemo(), decode: decodeText, maxBytes, now });
  } finally {
    await fetcher.close();
  }
}
