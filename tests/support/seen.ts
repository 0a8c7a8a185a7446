import { detect, detectSame } from '../../src/core/detect/detect.ts';
import type { Detection, DetectOptions } from '../../src/core/detect/detection.ts';
import type { Snapshot } from '../../src/core/entry.ts';
import { type EntryRecord, type SeenSet, unseen } from '../../src/core/seen-set.ts';

/** A seen-set that polls one after another go into, as the poll loop would save it. */
export function createSeen(url = 'https://saltmere.example/live') {
  let seen: SeenSet = unseen(url, 0);
  let polls = 0;
  return {
    get set(): SeenSet {
      return seen;
    },
    look(snapshot: Snapshot, now: number, options: Partial<DetectOptions> = {}): Detection {
      return save(detect(seen, snapshot, now, { firstSight: polls === 0, ...options }));
    },
    lookAgain(now: number): Detection {
      return save(detectSame(seen, now));
    },
    record(id: string): EntryRecord | undefined {
      return seen.records.find((record) => record.entry.id === id);
    },
  };

  function save(detection: Detection): Detection {
    polls++;
    const records = [...seen.records];
    for (const record of detection.records) records[record.seq] = record;
    seen = { facts: detection.facts, records };
    return detection;
  }
}
