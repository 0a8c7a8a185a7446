import type { Config } from '../../config/config.ts';
import { createBodyMemo } from '../sources/body/body-memo.ts';
import { decodeText } from '../sources/http/decode-text.ts';
import { createFetcher } from '../sources/http/fetcher.ts';
import { sourceReader } from '../sources/reader.ts';
import { systemClock } from '../system-clock.ts';
import type { ReadTools } from './read-target.ts';

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
