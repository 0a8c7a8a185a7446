import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { isPrivateAddress, PrivateAddressError, publicOnly } from './addresses.ts';

/** The two ways out: `guarded` reaches public addresses only, `open` any. They share no connections. */
export type Transport = {
  readonly guarded: Dispatcher;
  readonly open: Dispatcher;
  /** True for a private address, and for a name that was found at one through `open`. */
  isPrivate(host: string): boolean;
  close(): Promise<void>;
};

const KNOWN_PRIVATE_HOSTS = 1_000;

/** Connections with the address check where it cannot be gone round: at connecting, on the address connected to. */
export function createTransport(options: { timeout: number; lookup?: LookupFunction }): Transport {
  const base = options.lookup === undefined ? {} : { lookup: options.lookup };
  const privateHosts = new Set<string>();
  const settings = { headersTimeout: options.timeout, bodyTimeout: options.timeout, connections: 8, pipelining: 1 };
  const guarded = new Agent({
    ...settings,
    connect: guardedConnector(buildConnector({ timeout: options.timeout, lookup: publicOnly(options.lookup) })),
  });
  const plain = buildConnector({ timeout: options.timeout, ...base });
  const open = new Agent({
    ...settings,
    connect: (target, callback) =>
      plain(target, (...result) => {
        const [error, socket] = result;
        if (!error && isPrivateAddress(socket.remoteAddress ?? '') && privateHosts.size < KNOWN_PRIVATE_HOSTS) {
          privateHosts.add(target.hostname);
        }
        callback(...result);
      }),
  });
  return {
    guarded,
    open,
    isPrivate: (host) => privateHosts.has(host) || (isIP(literal(host)) !== 0 && isPrivateAddress(literal(host))),
    close: async () => {
      await Promise.all([guarded.destroy(), open.destroy()]);
    },
  };
}

function guardedConnector(connect: buildConnector.connector): buildConnector.connector {
  return (target, callback) => {
    const refuse = (): void => callback(new PrivateAddressError(`${target.hostname} is a private address`), null);
    const host = literal(target.hostname);
    if (isIP(host) !== 0 && isPrivateAddress(host)) return refuse();
    connect(target, (...result) => {
      const [error, socket] = result;
      if (error || !isPrivateAddress(socket.remoteAddress ?? '')) return callback(...result);
      socket.destroy();
      refuse();
    });
  };
}

function literal(host: string): string {
  return host.replace(/^\[|\]$/gu, '');
}
