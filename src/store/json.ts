import type { KeyvOptions } from 'keyv';

/**
 * Keyv's options for every backend. Keys are taken as they are: Keyv's own prefixing differs between `get` and
 * `getMany` for keys that begin with the namespace. Plain JSON: Keyv's default turns strings that look like its Buffer
 * notation into Buffers, and entry texts are other people's.
 */
export const jsonOnly = {
  throwOnErrors: true,
  useKeyPrefix: false,
  namespace: '',
  serialize: JSON.stringify,
  deserialize: JSON.parse,
} as const satisfies KeyvOptions;
