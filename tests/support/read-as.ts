import type { Snapshot, SourceKind } from '../../src/core/entry.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { SOURCES } from '../../src/sources/sources.ts';
import { EVENING } from './entries.ts';

/** Reads a text with the source of a kind; fails where it leads elsewhere. */
export function readAs(kind: SourceKind, text: string, url = 'https://saltmere.example/live'): Snapshot {
  const source = SOURCES.find((candidate) => candidate.kind === kind);
  const read = source?.read({ url, text, contentType: '', fetchedAt: EVENING }, { body: createBodyMemo() });
  if (read === undefined || 'elsewhere' in read) throw new Error(`${kind} did not read the text`);
  return read;
}
