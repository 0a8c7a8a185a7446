import { isObject, type JsonObject } from '../../wire/json.ts';

/** What frameworks wrap a value in: `["Reactive", 3]`. */
const WRAPPERS = new Set(['Reactive', 'ShallowReactive', 'Ref', 'ShallowRef', 'EmptyRef', 'EmptyShallowRef', 'Date']);
const MAX_DEPTH = 40;

/**
 * State that is written flat, as one list in which every value names others by their place (`[{"data":1},{"posts":2},…]`,
 * Nuxt 3 and SvelteKit), as the tree it stands for. Anything else as it is.
 */
export function unflattened(json: unknown): unknown {
  if (!Array.isArray(json) || json.length < 3 || !isFlat(json)) return json;
  const known = new Map<number, unknown>();
  const budget = { left: 300_000 };
  const valueAt = (place: unknown, depth: number): unknown => {
    if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || depth > MAX_DEPTH) return undefined;
    if (known.has(place)) return known.get(place);
    known.set(place, undefined); // a value that holds itself ends here
    budget.left -= 1;
    const value = budget.left > 0 ? built(json[place], (inner) => valueAt(inner, depth + 1)) : undefined;
    known.set(place, value);
    return value;
  };
  return valueAt(0, 0);
}

function isFlat(list: readonly unknown[]): boolean {
  const [first] = list;
  if (Array.isArray(first)) return typeof first[0] === 'string' && WRAPPERS.has(first[0]);
  return isObject(first) && Object.values(first).every((place) => Number.isInteger(place));
}

function built(value: unknown, at: (place: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    if (typeof value[0] === 'string' && WRAPPERS.has(value[0])) return value[0] === 'Date' ? value[1] : at(value[1]);
    return value.map(at);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, place]) => [name, at(place)]));
}

/** The store of a state, which other things may be kept around: the object with a root to start from, else the state itself. */
export function storeIn(state: unknown, depth = 0): unknown {
  if (!isObject(state) || depth > DEEPEST_STORE || 'ROOT_QUERY' in state) return state;
  for (const inner of Object.values(state)) {
    const store = isObject(inner) ? storeIn(inner, depth + 1) : undefined;
    if (isObject(store) && 'ROOT_QUERY' in store) return store;
  }
  return state;
}

const DEEPEST_STORE = 5;

/** An item whose fields name things kept elsewhere in the state (`{"__ref": "Author:7"}`), with those in their place. */
export function withReferences(item: unknown, root: unknown): unknown {
  return isObject(root) ? resolved(item, root, 0) : item;
}

function resolved(value: unknown, root: JsonObject, depth: number): unknown {
  if (depth > 4) return value;
  if (Array.isArray(value)) return value.map((each) => resolved(each, root, depth + 1));
  if (!isObject(value)) return value;
  const { __ref: key } = value;
  if (typeof key === 'string') return resolved(root[key], root, depth + 1);
  return hasReference(value) ? mapped(value, (each) => resolved(each, root, depth + 1)) : value;
}

function hasReference(value: JsonObject): boolean {
  return Object.values(value).some(
    (each) => isObject(each) || (Array.isArray(each) && each.some((inner) => isObject(inner))),
  );
}

function mapped(value: JsonObject, map: (each: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, map(each)]));
}
