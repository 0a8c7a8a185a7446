import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The address a name led to may not be reached from an address typed in chat. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * True for everything that is not plainly on the public internet: private, loopback, link-local (cloud metadata), carrier
 * NAT, multicast, reserved. IPv6 forms that carry an IPv4 address (mapped, compatible, NAT64) are judged by that address.
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$|%.*$/gu, '');
  if (!ipaddr.isValid(bare)) return true;
  const ip = ipaddr.process(bare);
  if (ip.kind() === 'ipv4') return ip.range() !== 'unicast';
  const bytes = ip.toByteArray();
  const carried = bytes.slice(12);
  if (ip.range() === 'rfc6052' && bytes.slice(4, 12).every((byte) => byte === 0)) {
    return isPrivateAddress(carried.join('.'));
  }
  if (bytes.slice(0, 12).every((byte) => byte === 0)) return true;
  return ip.range() !== 'unicast';
}

/**
 * A name look-up that gives public addresses only, so that the address that was judged is the address that is connected to
 * (no second look-up a rebinding name server could answer differently). Fails when none is left.
 */
export function publicOnly(lookup: LookupFunction = systemLookup as LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true } as LookupOptions, (error, found) => {
      if (error) return callback(error, '', 4);
      const addresses = typeof found === 'string' ? [] : (found as LookupAddress[]);
      const open = addresses.filter(({ address }) => !isPrivateAddress(address));
      const [first] = open;
      if (first === undefined) return callback(new PrivateAddressError(`${hostname} is at a private address`), '', 4);
      return options.all ? callback(null, open) : callback(null, first.address, first.family);
    });
  };
}
