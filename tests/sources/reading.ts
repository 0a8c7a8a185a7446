import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Snapshot } from '../../src/core/entry.ts';
import type { Document, ReadContext, Source } from '../../src/ports/source.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';

const captures = resolve(import.meta.dirname, '../../../shared/fixtures');

/** False where the captured live blogs are not beside the checkout; their tests are skipped then and say so. */
export const haveCaptures = existsSync(captures);

export function capture(path: string): string {
  return readFileSync(resolve(captures, path), 'utf8');
}

export function documentOf(content: unknown, url = 'https://saltmere.example/live/storm'): Document {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { url, text, contentType: '', fetchedAt: Date.parse('2026-03-01T21:00:00Z') };
}

/** Reads a document that is expected to hold entries. */
export function snapshotOf(source: Source, document: Document, context: Partial<ReadContext> = {}): Snapshot {
  const result = source.read(document, { body: createBodyMemo(), ...context });
  if ('elsewhere' in result) throw new Error(`led elsewhere: ${result.elsewhere}`);
  return result;
}

/** Text without its white space, for readings that disagree about that alone. */
export function dense(text: string): string {
  return text.replace(/\s+/gu, '');
}

export function iso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
