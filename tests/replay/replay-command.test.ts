import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Storm night</title><link>https://gazette.example/</link>
<description>d</description>
<item><guid>a</guid><title>Gates closed</title><pubDate>Mon, 05 Jun 2023 08:00:00 GMT</pubDate></item>
<item><guid>b</guid><title>Gates open</title><pubDate>Mon, 05 Jun 2023 09:00:00 GMT</pubDate></item>
</channel></rss>`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-command-'));
  await writeFile(join(folder, 'feed.xml'), RSS);
});
afterEach(() => rm(folder, { recursive: true }));

function run(...argv: string[]) {
  const stop = new AbortController();
  let [out, err] = ['', ''];
  const code = runCommandLine(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    environment: {},
    folder,
    colour: false,
    signal: stop.signal,
    now: () => Date.now(),
  });
  const printed = async () => {
    while (out === '') await new Promise((done) => setTimeout(done, 20));
    return out.trim();
  };
  return { stop, code, printed, err: () => err };
}

describe('liveblog replay', () => {
  it('prints where it serves, serves until it is stopped, and then ends well', async () => {
    const { stop, code, printed, err } = run('replay', 'feed.xml');

    const page = await (await fetch(await printed())).text();
    expect(page).toContain('Gates closed');
    expect(page).not.toContain('Gates open');
    expect(err()).toContain('Storm night: 2 steps in 60 s');
    stop.abort();
    expect(await code).toBe(0);
  });

  it.each([
    ['a speed of nothing', ['replay', 'feed.xml', '--speed', '0'], 2, 'Write a factor'],
    ['a port that is none', ['replay', 'feed.xml', '--port', '70000'], 2, 'whole number from 0 to 65535'],
    ['a file that is not there', ['replay', 'none.html'], 1, 'There is no file or folder'],
  ])('%s is refused in words', async (_, argv, code, words) => {
    const command = run(...argv);

    expect(await command.code).toBe(code);
    expect(command.err()).toContain(words);
  });
});
