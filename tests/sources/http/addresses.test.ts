import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPrivateAddress } from '../../../src/sources/http/addresses.ts';
import { asking, type Site, startSite, testFetcher } from './loopback.ts';

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '[::1]',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::808:808',
    '2002:7f00:1::',
    'fe80::1%eth0',
    'fec0::1',
    'fd00:ec2::254',
    'ff02::1',
    'saltmere',
    '',
  ])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '2606:4700::1', '::ffff:8.8.8.8', '64:ff9b::808:808'])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

/** A name server that says `addresses` one after another, the last for ever. */
function nameServer(...addresses: string[]): LookupFunction {
  return (_name, options, callback) => {
    const address = (addresses.length > 1 ? addresses.shift() : addresses[0]) ?? '127.0.0.1';
    if (options.all) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
}

describe('an address typed in chat', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite((request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: 'http://inside.example:1/' }).end();
      else response.end('secret');
    });
  });
  afterAll(() => site.close());

  it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '127.1'])(
    'does not reach %s',
    async (host) => {
      const fetcher = testFetcher();

      const fetched = fetcher.fetch(asking(`http://${host}:${site.port}/`, { trusted: false }));

      await expect(fetched).rejects.toMatchObject({ kind: 'refused' });
      expect(site.requests).toHaveLength(0);
      await fetcher.close();
    },
  );

  it('does not reach a name that leads inside', async () => {
    const fetcher = testFetcher({ lookup: nameServer('127.0.0.1') });

    const fetched = fetcher.fetch(asking(`http://blog.example:${site.port}/`, { trusted: false }));

    await expect(fetched).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('private address'),
    });
    expect(site.requests).toHaveLength(0);
    await fetcher.close();
  });

  it('is looked up once for each connection, so a name that changes its mind has no second chance', async () => {
    const asked: string[] = [];
    const lookup: LookupFunction = (name, options, callback) => {
      asked.push(name);
      nameServer('192.0.2.1', '127.0.0.1')(name, options, callback);
    };
    const fetcher = testFetcher({ lookup, timeout: 300 });

    await expect(fetcher.fetch(asking('http://blog.example/', { trusted: false }))).rejects.toMatchObject({
      kind: 'refused',
    });

    expect(asked).toEqual(['blog.example']);
    await fetcher.close();
  });

  it('reaches private addresses when the operator allows it', async () => {
    const fetcher = testFetcher({ allowPrivate: true });

    const fetched = await fetcher.fetch(asking(site.url, { trusted: false }));

    expect(fetched.status).toBe('changed');
    await fetcher.close();
  });

  it('is checked also when somebody trusted was just there', async () => {
    const fetcher = testFetcher();
    await fetcher.fetch(asking(site.url));

    await expect(fetcher.fetch(asking(site.url, { trusted: false }))).rejects.toMatchObject({ kind: 'refused' });
    await fetcher.close();
  });
});
