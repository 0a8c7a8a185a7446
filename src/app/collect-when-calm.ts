import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that came together since the last collection and are worth one. */
const WORTH = 16 * 2 ** 20;
/** Between two collections at least, ms. */
const PAUSE = 10_000;

/**
 * Has V8 look for garbage when nothing is being read and much has come together. The bodies of pages lie outside V8's
 * heap, which alone makes it look: a hundred blogs that stay the same leave tens of megabytes there for minutes, and so
 * does the burst of a start. Takes 30 to 50 ms with a hundred blogs of 200 entries; while it is busy, V8 is left alone.
 */
export function createCollector(now: () => number): (isCalm: boolean) => void {
  let last = { at: now(), bytes: 0 };
  let collect: (() => void) | undefined;
  return (isCalm) => {
    if (!isCalm || now() - last.at < PAUSE || bytesHeld() - last.bytes < WORTH) return;
    collect ??= collection();
    collect();
    last = { at: now(), bytes: bytesHeld() };
  };
}

function bytesHeld(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

function collection(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
