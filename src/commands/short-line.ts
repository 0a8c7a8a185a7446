import { hash } from '../core/hash.ts';
import type { Store } from '../ports/store.ts';
import { bytes } from './say.ts';

/** A command line as a button may carry it: itself, or a short name under which it is kept. */
export async function shortLine(store: Store, line: string): Promise<string> {
  if (bytes(line) <= 90) return line;
  const id = hash(line);
  await store.set(`line:${id}`, line);
  return `go ${id}`;
}

/** The line kept under a short name. */
export function keptLine(store: Store, id: string): Promise<string | undefined> {
  return store.get<string>(`line:${id}`);
}
