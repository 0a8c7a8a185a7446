import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Driver } from '../tests/support/fake-slack/driver.ts';
import { FakeSlack } from '../tests/support/fake-slack/fake-slack.ts';
import { readMessage } from '../tests/support/fake-slack/reader.ts';
import { configure, startBuilt } from './bench-program.ts';
import type { Figure } from './measure.ts';
import { liveBlogJson, liveBlogPage, sampleUpdates } from './sample-blog.ts';

const ENTRIES = 1_000;
const BLOGS = 3;
const MOST_MS = 1_000;
/** What other people and polls may be made to wait by one command, on top of what polls alone make them wait, ms. */
const MOST_BLOCKED = 50;
/** Long enough for a poll of the changing page. */
const POLLS = 12_000;

/**
 * What a person waits for answers of the real program on Slack about blogs of 1,000 entries, one of which changes at every
 * poll; and how long anything else had to wait meanwhile, by asking `/health` all the time.
 */
export async function commandsBench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liveblog-bench-commands-'));
  const slack = await new FakeSlack({ limits: false }).start();
  slack.world.addTeam('T1', 'xoxb-bench-1');
  slack.world.addChannel('C1', 'T1');
  slack.world.addUser('U1', { name: 'Ada', admin: true });
  const pages = createPages();
  await new Promise<void>((done) => pages.server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(pages.server.address() as AddressInfo).port}`;
  configure(folder, origin, slack, BLOGS);
  const program = await startBuilt(folder);
  try {
    const chat = createChat(slack);
    await until(async () => slack.socket.connected, 30_000);
    await until(async () => pages.asked() > BLOGS * 2, 120_000);
    await sleep(5_000);
    await until(async () => slack.socket.connected, 30_000);
    const polls = probing(program.url);
    await sleep(POLLS);
    const alone = await polls.stop();
    const figures: Figure[] = [
      { name: 'polls alone make others wait at most', value: `${Math.round(alone)} ms`, bound: '', holds: true },
    ];
    for (const line of [
      'summary blog-1 start',
      'catchup',
      'search ferry lamp',
      'search ferry pump',
      'why pump 7',
      'status',
    ]) {
      const probe = probing(program.url);
      const started = performance.now();
      await chat.says(line);
      const ms = performance.now() - started;
      const blocked = await probe.stop();
      figures.push({
        name: `/liveblog ${line}`,
        value: `${Math.round(ms)} ms`,
        bound: `≤ ${MOST_MS} ms`,
        holds: ms <= MOST_MS,
      });
      figures.push({
        name: '  meanwhile anything else waited at most',
        value: `${Math.round(blocked)} ms`,
        bound: `≤ ${Math.round(alone + MOST_BLOCKED)} ms`,
        holds: blocked <= alone + MOST_BLOCKED,
      });
    }
    return figures;
  } finally {
    await program.stop();
    pages.server.closeAllConnections();
    pages.server.close();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Blogs of many entries; the newest one of the first blog is written anew at every look. */
function createPages() {
  const updates = sampleUpdates(ENTRIES);
  const same = liveBlogPage(liveBlogJson(updates));
  const last = updates.slice(-1).map((one) => ({ ...one, html: `${one.html}<p>Looked at again.</p>` }));
  const other = liveBlogPage(liveBlogJson([...updates.slice(0, -1), ...last]));
  let asked = 0;
  const server = createServer(({ url, headers }, response) => {
    asked += 1;
    if (url !== '/1' && headers['if-none-match'] === '"1"') {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html', ...(url === '/1' ? {} : { etag: '"1"' }) });
    response.end(url === '/1' && asked % 2 === 0 ? other : same);
  });
  return { server, asked: () => asked };
}

function createChat(slack: FakeSlack) {
  const driver = new Driver(slack);
  return {
    async says(line: string): Promise<string> {
      const before = slack.world.ephemerals.length;
      await driver.slash(line, { user: 'U1', channel: 'C1' });
      await until(async () => slack.world.ephemerals.length > before, 60_000);
      const told = slack.world.ephemerals.at(-1);
      return told === undefined ? '' : readMessage(told.text, told.blocks).text;
    },
  };
}

/** Asks for `/health` without a break; ends with the longest wait for an answer, ms. */
function probing(url: string) {
  let longest = 0;
  let going = true;
  const asking = (async () => {
    while (going) {
      const started = performance.now();
      const answer = await fetch(`${url}health`, { headers: { connection: 'close' } }).catch(() => undefined);
      await answer?.text();
      await sleep(1);
      longest = Math.max(longest, performance.now() - started);
    }
  })();
  return {
    async stop(): Promise<number> {
      going = false;
      await asking;
      return longest;
    },
  };
}

async function until(look: () => Promise<boolean>, patience: number): Promise<void> {
  const end = performance.now() + patience;
  while (!(await look())) {
    if (performance.now() > end) throw new Error('it did not come to pass');
    await sleep(5);
  }
}
