import type { Complain, Path } from './complaints.ts';
import type { Lookup } from './environment.ts';

export type Interpolated = {
  readonly data: unknown;
  /** Variables a platform's section names and nobody set: that platform may be meant to be off. */
  readonly unset: readonly string[];
};

type State = { readonly lookup: Lookup; readonly complain: Complain; readonly unset: string[] };

const REFERENCE = /\$(\$?)\{([^}]*)\}/g;
const REFERENCED = /^([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?$/s;
/** Sections that are simply off while their variables are not set. */
const OPTIONAL_SECTIONS: ReadonlySet<PropertyKey> = new Set(['slack', 'discord']);

/**
 * Puts the environment's values where `${NAME}` stands. It works on the parsed values, never on the file's text, so a
 * value cannot add settings. `${NAME:-text}` has a text for when it is not set; `$${NAME}` stays as `${NAME}`. A reference to `NAME_FILE` reads the file too when only
 * that is set, for those who write it so.
 */
export function interpolate(data: unknown, lookup: Lookup, complain: Complain): Interpolated {
  const state: State = { lookup, complain, unset: [] };
  return { data: walk(data, [], state), unset: state.unset };
}

function walk(value: unknown, path: Path, state: State): unknown {
  if (typeof value === 'string') return replace(value, path, state);
  if (typeof value === 'bigint') return plainNumber(value);
  if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index], state));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key], state)]));
}

/** Discord's ids are larger than a number holds: written without quotes they must not be rounded. */
function plainNumber(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
}

function replace(text: string, path: Path, state: State): string | undefined {
  const only = /^\$\{([^}]*)\}$/.exec(text.trim())?.[1];
  if (only !== undefined) return resolve(only, path, state, OPTIONAL_SECTIONS.has(path[0] ?? ''));
  return text.replace(REFERENCE, (whole, escaped: string, name: string) =>
    escaped === '' ? (resolve(name, path, state, false) ?? '') : whole.slice(1),
  );
}

function resolve(reference: string, path: Path, state: State, optional: boolean): string | undefined {
  const [, name, instead] = REFERENCED.exec(reference) ?? [];
  if (name === undefined)
    return void state.complain(path, `"\${${reference}}" is not a variable's name; write \${NAME}`);
  const found = state.lookup(name.replace(/_FILE$/, ''));
  if ('problem' in found) return void state.complain(path, found.problem);
  const value = found.value ?? instead;
  if (value !== undefined) return value;
  if (!optional) return void state.complain(path, `the environment variable ${name} is not set`);
  state.unset.push(name);
  return undefined;
}
