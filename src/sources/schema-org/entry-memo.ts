import { keptEntry } from '../../core/kept-entry.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { KnownUpdates } from './known-updates.ts';
import type { Evidence, Outcome, RawUpdate, Reading } from './raw-update.ts';
import { type JsonObject, UPDATE_FIELDS } from './wire.ts';

/**
 * The entry of an update: the very same as at the last read while the update and all else it is made of say the same,
 * else what `read` makes of it now. An update that is written otherwise (a counter of comments) and says the same to us
 * is the same.
 */
export function entryOf(update: RawUpdate, evidence: Evidence, known: KnownUpdates, read: () => Outcome): Outcome {
  const last = update.last ?? lastOfSame(update, known);
  const same = last !== undefined && isSame(last.evidence, evidence);
  if (same && update.last === last) return last.outcome;
  update.last = same ? last : kept(evidence, read());
  return update.last.outcome;
}

function kept(evidence: Evidence, outcome: Outcome): Reading {
  const slice = evidence.slice === undefined ? undefined : ownCopy(evidence.slice);
  return {
    evidence: { ...evidence, slice },
    outcome: outcome && { entry: keptEntry(outcome.entry), disagrees: outcome.disagrees },
  };
}

function isSame(a: Evidence, b: Evidence): boolean {
  const marks = a.key === b.key && a.pinned === b.pinned;
  return marks && a.slice === b.slice && a.dropsPicture === b.dropsPicture && a.setting === b.setting;
}

function lastOfSame(update: RawUpdate, known: KnownUpdates): RawUpdate['last'] {
  const namesake = known.named(update.name);
  if (namesake?.last === undefined) return undefined;
  const left = namesake.json() as JsonObject;
  const right = update.json() as JsonObject;
  return UPDATE_FIELDS.every((field) => isEqual(left[field], right[field])) ? namesake.last : undefined;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => isEqual(value, (b as JsonObject)[key]));
}
