import { type RawUpdate, rawUpdate } from './raw-update.ts';
import { isType, type JsonObject } from './wire.ts';

export type Described = {
  /** What a document describes under an `@id`, by that id. */
  readonly named: ReadonlyMap<string, JsonObject>;
  /** What it says to be part of something. */
  readonly parts: readonly JsonObject[];
};

const MAX_DEPTH = 8;
const LONGEST_NAME = 2000;
/** As raw updates are told, whose text is not read again: a name and nothing else. */
const REFERENCE = ['@id', '@type'];

/**
 * The updates of a blog whose updates are only named – by `@id`, or by their address – and described elsewhere in the
 * document; or that lists none, and is named by them (`isPartOf`).
 */
export function resolvedUpdates(
  posting: JsonObject,
  updates: readonly RawUpdate[],
  described: () => Described,
): readonly RawUpdate[] {
  if (updates.length === 0) return partsOf(posting, described().parts);
  if (!updates.slice(0, 3).some(isNamed)) return updates;
  return updates.map((update) => {
    const whole = isNamed(update) ? described().named.get(update.name) : undefined;
    return whole === undefined ? update : rawUpdate(whole);
  });
}

function isNamed(update: RawUpdate): boolean {
  return (update.text?.length ?? 0) < LONGEST_NAME && isReference(update.json());
}

/** True for what names a thing and says nothing of it. */
function isReference(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.keys(json).every((key) => REFERENCE.includes(key));
}

function partsOf(posting: JsonObject, parts: readonly JsonObject[]): RawUpdate[] {
  const names = [posting['@id'], posting.url].filter((name) => typeof name === 'string' && name !== '');
  const own = parts.filter((part) => isType(part, 'Posting') && names.includes(nameOf(part.isPartOf)));
  return own.map((part) => rawUpdate(part));
}

function nameOf(whole: unknown): unknown {
  const held = typeof whole === 'object' && whole !== null ? (whole as JsonObject) : undefined;
  return held === undefined ? whole : (held['@id'] ?? held.url);
}

/** All that these values describe. */
export function describedIn(roots: readonly unknown[]): Described {
  const named = new Map<string, JsonObject>();
  const parts: JsonObject[] = [];
  for (const root of roots) describe(root, { named, parts }, 0);
  return { named, parts };
}

type Describing = { readonly named: Map<string, JsonObject>; readonly parts: JsonObject[] };

function describe(json: unknown, into: Describing, depth: number): void {
  if (depth > MAX_DEPTH || typeof json !== 'object' || json === null) return;
  const object = json as JsonObject;
  const id = object['@id'];
  if (typeof id === 'string' && !isReference(json)) into.named.set(id, object);
  if (object.isPartOf !== undefined) into.parts.push(object);
  for (const value of Object.values(object)) if (typeof value === 'object') describe(value, into, depth + 1);
}
