import { resolve } from 'node:path';
import { StoreError } from '../ports/store.ts';

export type Location =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'redis' | 'postgres'; readonly url: string };

const SCHEMES = 'sqlite:FILE, redis://host:6379/0 or postgres://user@host/database';

/** Reads what `state:` says. Throws a `StoreError` that lists what would do. */
export function parseLocation(location: string): Location {
  if (location.startsWith('sqlite:')) {
    const file = location.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    if (file !== '' && file !== ':memory:') return { kind: 'sqlite', file: resolve(file) };
  }
  const kind = /^rediss?:/.test(location) ? 'redis' : /^postgres(?:ql)?:/.test(location) ? 'postgres' : undefined;
  if (kind !== undefined && URL.canParse(location) && new URL(location).hostname !== '') return { kind, url: location };
  throw new StoreError('unavailable', `The state "${describeLocation(location)}" is not known: write ${SCHEMES}.`);
}

/** The location as it may stand in logs and messages: without a password. */
export function describeLocation(location: string): string {
  return location.replace(/^(\w+:\/\/[^:/@\s]*):.*@/, '$1:***@').replace(/([?&]\w*password=)[^&]*/gi, '$1***');
}
