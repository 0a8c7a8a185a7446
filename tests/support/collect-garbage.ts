import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Has V8 look for garbage at once. What a weak reference was made of stays until the turn of the event loop is over. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await setImmediate();
  collect();
}

/** Bytes that what `make` gives keeps in memory, with what it gave. */
export async function bytesHeldBy<T>(make: () => T): Promise<{ readonly bytes: number; readonly kept: T }> {
  const before = await bytesAlive();
  const kept = make();
  // V8 keeps the text in which an expression was found last.
  /tide/.test('tide');
  return { bytes: (await bytesAlive()) - before, kept };
}

async function bytesAlive(): Promise<number> {
  await collectGarbage();
  await collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
