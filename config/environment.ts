import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';

export type Variables = Readonly<Record<string, string | undefined>>;

/** Looks a variable up. `file`: it came from the file that NAME_FILE names. */
export type Lookup = (name: string) => { readonly value: string | undefined } | { readonly problem: string };

/** A secret is a line; more is a mistaken path. */
const MAX_SECRET_BYTES = 64 * 1024;

/** The environment over what `.env` in `folder` says. An empty variable counts as not set. */
export function readVariables(environment: Variables, folder: string): Variables {
  const path = join(folder, '.env');
  const fromFile = statSync(path, { throwIfNoEntry: false })?.isFile() ? parse(readFileSync(path)) : {};
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  return { ...fromFile, ...Object.fromEntries(set) };
}

/** `FOO`, or else the content of the file that `FOO_FILE` names, as container secrets come. */
export function createLookup(variables: Variables): Lookup {
  return (name) => {
    const value = variables[name];
    if (value !== undefined && value !== '') return { value };
    const path = variables[`${name}_FILE`];
    return path === undefined || path === '' ? { value: undefined } : readSecretFile(path, `${name}_FILE`);
  };
}

/** The content of a file without the line end editors leave. */
function readSecretFile(path: string, variable: string): ReturnType<Lookup> {
  try {
    if (statSync(path).size > MAX_SECRET_BYTES)
      return { problem: `${variable} names ${path}, which is no secret: too large` };
    const value = readFileSync(path, 'utf8').trim();
    return value === '' ? { problem: `${variable} names ${path}, which is empty` } : { value };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return { problem: `${variable} names ${path}, which cannot be read (${reason})` };
  }
}
