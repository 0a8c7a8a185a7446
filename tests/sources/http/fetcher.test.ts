import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fetched, Validators } from '../../../src/ports/fetcher.ts';
import { asking, type Site, startSite, testFetcher } from './loopback.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function site(...answer: Parameters<typeof startSite>): Promise<Site> {
  const started = await startSite(...answer);
  open.push(started);
  return started;
}

function fetcherFor(options: Parameters<typeof testFetcher>[0] = {}): ReturnType<typeof testFetcher> {
  const fetcher = testFetcher(options);
  open.push(fetcher);
  return fetcher;
}

function text(fetched: Fetched): string {
  return fetched.status === 'changed' ? fetched.document.text : fetched.status;
}

describe('a document', () => {
  it('comes with its final address, media type and validators', async () => {
    const { url } = await site((_request, response) => {
      response.writeHead(200, {
        'content-type': 'Text/HTML; charset=utf-8',
        etag: '"1"',
        'cache-control': 'max-age=30',
      });
      response.end('<p>High water');
    });

    const fetched = await fetcherFor().fetch(asking(`${url}/live#now`));

    expect(fetched).toMatchObject({
      status: 'changed',
      document: { url: `${url}/live`, contentType: 'text/html', text: '<p>High water' },
      validators: { etag: '"1"' },
      maxAge: 30_000,
    });
  });

  it.each([
    ['gzip', gzipSync('High water')],
    ['br', brotliCompressSync('High water')],
    ['deflate', deflateSync('High water')],
    ['deflate', deflateRawSync('High water')],
    ['gzip, gzip', gzipSync(gzipSync('High water'))],
    ['gzip', Buffer.from('High water')],
    ['identity', Buffer.from('High water')],
  ])('packed as %s is unpacked', async (encoding, body) => {
    const { url } = await site((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });

    expect(text(await fetcherFor().fetch(asking(url)))).toBe('High water');
  });

  it('behind a password with a bare per cent sign is asked for with the password as it is written', async () => {
    const { url, requests } = await site((_request, response) => response.end('Tide.'));

    await fetcherFor().fetch(asking(url.replace('//', '//ann:100%@')));

    expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ann:100%').toString('base64')}`);
  });
});

describe('many documents under one signal', () => {
  it('bring no warning of a leak', async () => {
    const warned: string[] = [];
    const note = (warning: Error) => warned.push(warning.name);
    process.on('warning', note);
    const { url } = await site((_request, response) => response.end('<p>High water'));
    const fetcher = fetcherFor();
    const { signal } = new AbortController();

    await Promise.all(Array.from({ length: 20 }, (_, n) => fetcher.fetch(asking(`${url}/${n}`, { signal }))));
    await new Promise((done) => setImmediate(done));
    process.off('warning', note);

    expect(warned).not.toContain('MaxListenersExceededWarning');
  });
});

describe('an unchanged document', () => {
  it('is the same by 304, asked for by ETag alone when there is one', async () => {
    const { url, requests } = await site((request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 01 Mar 2026 20:00:00 GMT' }).end('High water');
    });
    const fetcher = fetcherFor();
    const first = await fetcher.fetch(asking(url));

    const second = await fetcher.fetch(asking(url, { validators: first.validators }));

    expect(second).toEqual({ status: 'same', validators: first.validators });
    expect(requests[1]?.headers['if-modified-since']).toBeUndefined();
  });

  it('is the same by its bytes when the validators lie', async () => {
    let visits = 0;
    const { url } = await site((_request, response) => {
      visits += 1;
      response.writeHead(200, { etag: `"${visits}"` }).end('High water');
    });
    const fetcher = fetcherFor();
    const first = await fetcher.fetch(asking(url));

    const second = await fetcher.fetch(asking(url, { validators: first.validators }));

    expect(second).toMatchObject({ status: 'same', validators: { etag: '"2"' } });
  });

  it('is read whole now and then behind a server that says 304 for ever', async () => {
    let body = 'High water';
    const { url } = await site((request, response) => {
      if (request.headers['if-none-match'] !== undefined) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"always"' }).end(body);
    });
    const fetcher = fetcherFor();
    let { validators } = await fetcher.fetch(asking(url));
    body = 'Low water';

    const seen: string[] = [];
    for (let poll = 0; poll < 12; poll += 1) {
      fetcher.clock.skip(60_000);
      const fetched = await fetcher.fetch(asking(url, { validators }));
      validators = fetched.validators;
      seen.push(text(fetched));
    }
    body = 'Slack water';
    const after = await fetcher.fetch(asking(url, { validators }));

    expect(seen).toContain('Low water');
    expect(text(after)).toBe('Slack water');
  });
});

describe('a redirect', () => {
  it('that is permanent is remembered, and the new address asked first from then on', async () => {
    const { url, requests } = await site((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end('High water');
    });
    const fetcher = fetcherFor();
    const first = await fetcher.fetch(asking(`${url}/old`));

    await fetcher.fetch(asking(`${url}/old`, { validators: first.validators }));

    expect(first.validators.movedTo).toBe(`${url}/new`);
    expect(requests.map((request) => request.url)).toEqual(['/old', '/new', '/new']);
  });

  it('that was permanent is given up when the new address is gone', async () => {
    const { url } = await site((request, response) => {
      if (request.url === '/new') response.writeHead(404).end();
      else response.end('High water');
    });

    const fetched = await fetcherFor().fetch(
      asking(`${url}/old`, { validators: { movedTo: `${url}/new`, etag: '"n"' } }),
    );

    expect(text(fetched)).toBe('High water');
    expect(fetched.validators.movedTo).toBeUndefined();
  });

  it('that is temporary, even in part, is not remembered', async () => {
    const { url } = await site((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/between' }).end();
      else if (request.url === '/between') response.writeHead(302, { location: '/new' }).end();
      else response.end('High water');
    });

    const fetched = await fetcherFor().fetch(asking(`${url}/old`));

    expect(fetched).toMatchObject({ document: { url: `${url}/new` } });
    expect(fetched.validators.movedTo).toBeUndefined();
  });

  it('never carries credentials to another host', async () => {
    const other = await site((_request, response) => response.end('High water'));
    const { url, requests } = await site((request, response) => {
      response.writeHead(302, { location: request.url === '/a' ? '/b' : `http://localhost:${other.port}/` }).end();
    });

    const fetched = await fetcherFor().fetch(asking(`${url.replace('//', '//ann:pw%21@')}/a`));

    expect(requests.map((request) => request.headers.authorization)).toEqual(Array(2).fill('Basic YW5uOnB3IQ=='));
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
    expect(JSON.stringify(fetched)).not.toContain('pw');
  });

  it.each([
    ['a circle', '/a', 'circle'],
    ['a long chain', '/chain/0', 'more than 5'],
    ['nowhere', '/nowhere', 'nowhere'],
    ['a file', '/file', 'leaves the web'],
  ])('that leads to %s ends with a clear word', async (_what, path, word) => {
    const targets: Record<string, string> = { '/a': '/b', '/b': '/a', '/file': 'file:///etc/passwd' };
    const { url } = await site((request, response) => {
      const here = request.url ?? '';
      const next = here.startsWith('/chain/') ? `/chain/${Number(here.slice(7)) + 1}` : targets[here];
      response.writeHead(302, next === undefined ? {} : { location: next }).end();
    });

    await expect(fetcherFor().fetch(asking(`${url}${path}`))).rejects.toMatchObject({
      name: 'SourceError',
      message: expect.stringContaining(word),
    });
  });

  it('from a private site an operator trusts may stay private', async () => {
    const other = await site((_request, response) => response.end('High water'));
    const { url } = await site((_request, response) => {
      response.writeHead(302, { location: `http://localhost:${other.port}/` }).end();
    });

    expect(text(await fetcherFor().fetch(asking(url)))).toBe('High water');
  });
});

describe('a document that is too large', () => {
  it('is refused by its announced length', async () => {
    const { url } = await site((_request, response) => {
      response.writeHead(200, { 'content-length': 200_000_000 });
      response.write('x');
    });

    await expect(fetcherFor().fetch(asking(url))).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('is cut off early when it announces nothing', async () => {
    let sent = 0;
    const { url } = await site((_request, response) => {
      const block = Buffer.alloc(65_536);
      const more = (): void => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += block.length;
          if (!response.write(block)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });

    await expect(fetcherFor().fetch(asking(url))).rejects.toMatchObject({ kind: 'too-large' });
    expect(sent).toBeLessThan(20_000_000);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])('does not unfold from a small %s bomb', async (encoding, bomb) => {
    const { url } = await site((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    });

    await expect(fetcherFor().fetch(asking(url))).rejects.toMatchObject({ kind: 'too-large' });
  });
});

describe('a server that fails', () => {
  it.each([
    ['never answers', () => undefined, 'did not answer'],
    [
      'stops in the middle',
      (response: { writeHead: (s: number, h: object) => { write: (t: string) => void } }) =>
        response.writeHead(200, { 'content-length': 99 }).write('High'),
      'did not finish',
    ],
    [
      'drips',
      (response: { write: (t: string) => void; on: (e: string, f: () => void) => void }) => {
        const drip = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(drip));
      },
      'did not finish',
    ],
  ])('%s is given up after the time-out', async (_what, behave, word) => {
    const { url } = await site((_request, response) => void behave(response as never));
    const start = Date.now();

    // Long enough for the head of an answer to arrive on a busy machine.
    await expect(fetcherFor({ timeout: 1_000 }).fetch(asking(url))).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining(word),
    });
    expect(Date.now() - start).toBeLessThan(10_000);
  });

  it.each([
    ['cuts the body', 200, {}, 'cut'],
    ['cuts a packed body', 200, { 'content-encoding': 'gzip' }, 'cut'],
  ])('%s is unreachable', async (_what, status, headers, word) => {
    const body = gzipSync('High water '.repeat(100));
    const { url } = await site((_request, response) => {
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.write(body.subarray(0, 20), () => response.destroy());
    });

    await expect(fetcherFor().fetch(asking(url))).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining(word),
    });
  });

  it('packs badly is unreachable', async () => {
    const { url } = await site((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('High water '.repeat(100)).subarray(0, 20));
    });

    await expect(fetcherFor().fetch(asking(url))).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('is not there at all', async () => {
    const { url, close } = await startSite(() => undefined);
    close();

    await expect(fetcherFor().fetch(asking(url))).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('refuses connections'),
    });
  });
});

describe('a status', () => {
  const challenge = '<html><title>Just a moment...</title><script>window._cf_chl_opt = {}</script>';
  it.each([
    [404, {}, '', 'gone', undefined],
    [410, {}, '', 'gone', undefined],
    [401, {}, '', 'refused', undefined],
    [403, {}, 'no', 'refused', undefined],
    [403, { 'cf-mitigated': 'challenge' }, '', 'refused', undefined],
    [503, {}, challenge, 'refused', undefined],
    [200, {}, challenge, 'refused', undefined],
    [429, { 'retry-after': '7' }, '', 'rate-limited', 7_000],
    [429, {}, '', 'rate-limited', undefined],
    [503, { 'retry-after': '7' }, '', 'rate-limited', 7_000],
    [503, {}, '', 'unreachable', undefined],
    [500, {}, '', 'unreachable', undefined],
    [304, {}, '', 'unreachable', undefined],
  ])('%i %j "%s" is %s', async (status, headers, body, kind, retryAfter) => {
    const { url } = await site((_request, response) => {
      response.writeHead(status, headers as Record<string, string>).end(body);
    });

    await expect(fetcherFor().fetch(asking(`${url}/?token=hush`))).rejects.toMatchObject({
      kind,
      retryAfter,
      message: expect.not.stringContaining('hush'),
    });
  });

  it('with Retry-After keeps every page of that host from being asked until then', async () => {
    const { url, requests } = await site((_request, response) => {
      response.writeHead(429, { 'retry-after': '60' }).end();
    });
    const fetcher = fetcherFor();
    await expect(fetcher.fetch(asking(`${url}/a`))).rejects.toMatchObject({ kind: 'rate-limited' });

    await expect(fetcher.fetch(asking(`${url}/b`))).rejects.toMatchObject({ kind: 'rate-limited' });
    fetcher.clock.skip(61_000);
    await expect(fetcher.fetch(asking(`${url}/c`))).rejects.toMatchObject({ kind: 'rate-limited' });

    expect(requests.map((request) => request.url)).toEqual(['/a', '/c']);
  });
});

describe('many who ask at the same time', () => {
  it('are served by one request for one address, each by what it had before', async () => {
    const { url, requests } = await site((_request, response) => {
      setTimeout(() => response.writeHead(200, { etag: '"1"' }).end('High water'), 30);
    });
    const fetcher = fetcherFor();
    const bodyHash = createHash('sha256').update('High water').digest('base64url');
    const known: Validators = { bodyHash };

    const answers = await Promise.all([
      fetcher.fetch(asking(url)),
      fetcher.fetch(asking(url, { validators: known })),
      fetcher.fetch(asking(url)),
    ]);

    expect(answers.map(text)).toEqual(['High water', 'same', 'High water']);
    expect(requests).toHaveLength(1);
  });

  it('and had nothing before do not get the "not modified" of another', async () => {
    const { url } = await site((request, response) => {
      const send = (): unknown =>
        request.headers['if-none-match'] ? response.writeHead(304).end() : response.end('High water');
      setTimeout(send, 30);
    });
    const fetcher = fetcherFor();

    const answers = await Promise.all([
      fetcher.fetch(asking(url, { validators: { etag: '"1"' } })),
      fetcher.fetch(asking(url)),
    ]);

    expect(answers.map(text)).toEqual(['same', 'High water']);
  });

  it('are not disturbed by one of them giving up; the last one who does ends the request', async () => {
    let cut = false;
    const { url } = await site((_request, response) => {
      response.on('close', () => {
        cut = !response.writableEnded;
      });
      setTimeout(() => response.end('High water'), 100);
    });
    const fetcher = fetcherFor();
    const hasty = new AbortController();

    const given = fetcher.fetch(asking(url, { signal: hasty.signal }));
    const patient = fetcher.fetch(asking(url));
    hasty.abort(new Error('never mind'));

    await expect(given).rejects.toThrow('never mind');
    expect(text(await patient)).toBe('High water');
    expect(cut).toBe(false);
  });

  it('ask one host at most two things at once', async () => {
    let running = 0;
    let most = 0;
    const { url } = await site((_request, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        response.end('High water');
      }, 20);
    });
    const fetcher = fetcherFor();

    await Promise.all(Array.from({ length: 7 }, (_, index) => fetcher.fetch(asking(`${url}/${index}`))));

    expect(most).toBe(2);
  });
});

describe('an address that is none', () => {
  it.each(['', 'saltmere', 'file:///etc/passwd', 'javascript:alert(1)'])('%j is refused', async (url) => {
    await expect(fetcherFor().fetch(asking(url))).rejects.toMatchObject({ kind: 'refused' });
  });
});
