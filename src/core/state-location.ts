export type StateLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'redis' | 'postgres'; readonly url: string };

/** What may be written, for messages. */
export const STATE_LOCATIONS = 'sqlite:FILE, redis://host:6379/0 or postgres://user@host/database';

/** Reads what `state:` says; undefined when it is nothing we can keep state in. */
export function parseStateLocation(text: string): StateLocation | undefined {
  if (text.startsWith('sqlite:')) {
    const file = text.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    return file === '' || file === ':memory:' ? undefined : { kind: 'sqlite', file };
  }
  const kind = /^rediss?:/.test(text) ? 'redis' : /^postgres(?:ql)?:/.test(text) ? 'postgres' : undefined;
  return kind !== undefined && /^\w+:\/\/(?:[^@/]*@)?[\w.[\]:-]+/.test(text) ? { kind, url: text } : undefined;
}

/** The location as it may stand in logs and messages: without a password. */
export function describeStateLocation(text: string): string {
  return text.replace(/^(\w+:\/\/[^:/@\s]*):.*@/, '$1:***@').replace(/([?&]\w*password=)[^&]*/gi, '$1***');
}
