import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';

function run(...argv: string[]) {
  const begun = Date.now();
  let [out, err, first] = ['', '', Number.POSITIVE_INFINITY];
  const stop = new AbortController();
  const code = runCommandLine(argv, {
    out: (text) => {
      first = Math.min(first, Date.now() - begun);
      out += text;
    },
    err: (text) => {
      err += text;
    },
    environment: {},
    folder: process.cwd(),
    colour: false,
    signal: stop.signal,
    now: () => Date.now(),
  });
  return { code, stop, out: () => out, err: () => err, first: () => first };
}

describe('liveblog demo', () => {
  it('plays the evening to its end: entries come, are corrected and vanish', {
    retry: 2,
    timeout: 60_000,
  }, async () => {
    const demo = run('demo', '--once', '--speed', '8');

    expect(await demo.code).toBe(0);
    expect(demo.first()).toBeLessThan(3_000);
    for (const part of ['17:20 ┃ KEY', 'CORRECTED 20:06 · 410 households', 'WITHDRAWN 19:40 · Boat', 'Good night'])
      expect(demo.out()).toContain(part);
    expect(demo.err()).toContain('A sample live blog is served at http://127.0.0.1:');
  });

  it('stops when it is told to', async () => {
    const demo = run('demo');
    while (demo.out() === '') await new Promise((done) => setTimeout(done, 20));

    demo.stop.abort();

    expect(await demo.code).toBe(0);
  });

  it('says so when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;

    const demo = run('demo', '--port', String(port));

    expect(await demo.code).toBe(1);
    expect(demo.err()).toContain(`Port ${port} is in use by another program`);
    other.close();
  });
});
