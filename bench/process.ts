import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FakeSlack } from '../tests/support/fake-slack/fake-slack.ts';
import { configure, startBuilt } from './bench-program.ts';
import { type Figure, median } from './measure.ts';
import { liveBlogJson, liveBlogPage, sampleUpdates } from './sample-blog.ts';

const BLOGS = 100;
const ENTRIES = 200;
const MOST_MEGABYTES = 150;
const MOST_SECONDS = 1.5;

/** Memory and start of the real program following 100 blogs of 200 entries each into Slack. */
export async function processBench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liveblog-bench-'));
  const slack = await new FakeSlack().start();
  slack.world.addTeam('T1', 'xoxb-bench-1');
  slack.world.addChannel('C1', 'T1');
  const page = liveBlogPage(liveBlogJson(sampleUpdates(ENTRIES)));
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(page),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    configure(folder, origin, slack, BLOGS);
    const first = await startBuilt(folder);
    await sleep(12_000);
    const memory = residentMegabytes(first.child);
    await first.stop();
    const starts: number[] = [];
    for (let i = 0; i < 5; i++) {
      const again = await startBuilt(folder);
      starts.push(again.seconds);
      await again.stop();
    }
    const seconds = median(starts);
    return [
      {
        name: `resident memory, ${BLOGS} blogs of ${ENTRIES} entries`,
        value: `${memory} MB`,
        bound: `≤ ${MOST_MEGABYTES} MB`,
        holds: memory <= MOST_MEGABYTES,
      },
      {
        name: `start to ready, ${BLOGS} blogs in the state`,
        value: `${seconds.toFixed(2)} s`,
        bound: `≤ ${MOST_SECONDS} s`,
        holds: seconds <= MOST_SECONDS,
      },
    ];
  } finally {
    server.closeAllConnections();
    server.close();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function residentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024);
}
