import { afterEach, describe, expect, it } from 'vitest';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { renderPost as renderSlack } from '../../adapters/slack/render.ts';
import { openStateWhenReady } from '../../src/app/state.ts';
import { parseQuery } from '../../src/core/query/query.ts';
import { matches } from '../../src/core/query/query-match.ts';
import { noMetrics } from '../../src/ports/metrics.ts';
import { entryPost } from '../contracts/sample-posts.ts';
import { type Site, startSite, testFetcher } from '../sources/http/loopback.ts';
import { BEN, createRoom } from '../support/commands-room.ts';
import { update } from '../support/entries.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { problemsOf } from '../support/fake-discord/validate.ts';
import { blockProblems } from '../support/fake-slack/block-limits.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { processorTime } from '../support/processor-time.ts';
import { createWorld } from '../support/world.ts';
import { writtenEntry } from '../support/written-entry.ts';

/* The failures that users of such programs report, by their numbers in our catalogue: what people type and are told. */

const OPS = 'slack:C0OPS';
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

/** A world that reads a real web server through the real fetcher. */
async function worldOf(
  answer: Parameters<typeof startSite>[0],
): Promise<{ world: ReturnType<typeof createWorld>; site: Site }> {
  const site = await startSite(answer);
  const fetcher = testFetcher();
  open.push(site, fetcher);
  return { site, world: createWorld({ fetcher, noticesTo: OPS }) };
}

describe('failures of the field, as people meet them', () => {
  it('21: a filter that hides everything is named by why and counted by status', async () => {
    const room = await createRoom();
    await room.types('settings storm only: regatta');
    const storms = Array.from({ length: 37 }, (_, i) =>
      update(`r${i}`, `Gusts reach the quay, report ${i}.`, { minute: i + 1 }),
    );
    await room.adds(...storms);

    expect(room.shows()).toEqual([]);
    expect(await room.types('why gusts report 5')).toContain(
      'it matches none of what this route keeps (only: regatta)',
    );
    room.world.clock.advance(3_000);
    expect(await room.types('status')).toContain("0 of 37 entries since following matched this route's filters.");
  });

  it.each([
    ['stars without end', `${'a*'.repeat(40)}`],
    ['a pattern that backtracks elsewhere', '(a+)+$ (.*)*x ^(([a-z])+.)+[A-Z]([a-z])+$'],
    ['alternatives without end', Array.from({ length: 60 }, (_, i) => `w${i}*`).join(' OR ')],
    ['quotes in quotes', '""""""""""""""""'],
  ])('22: a query of %s is answered in bounded time', (_what, text) => {
    const entry = writtenEntry({ text: `${'a'.repeat(50_000)} ${'aaaa '.repeat(10_000)}!` });
    const spent = processorTime();
    let outcome: unknown;
    try {
      outcome = matches(parseQuery(text), entry);
    } catch (error) {
      outcome = error instanceof Error ? error.name : error;
    }

    expect([true, false, 'QueryError']).toContain(outcome);
    expect(spent()).toBeLessThan(1_000);
  });

  it.each([
    ['depth', '('.repeat(500)],
    ['length', 'storm '.repeat(500)],
  ])('22: a query beyond bounds in %s is refused in words a person can use', (_what, text) => {
    expect(() => parseQuery(text)).toThrow(
      expect.objectContaining({ name: 'QueryError', message: expect.stringMatching(/^[A-Z].{20,}\.$/su) }),
    );
  });

  it('23: a stranger changes nothing, and is told who may', async () => {
    const room = await createRoom();
    const told = await room.refused('follow https://saltmere.example/other', { person: BEN });

    expect(told).toContain('Only people who manage this channel or workspace may change what it follows.');
    expect(room.world.relay.directory.blogs()).toHaveLength(1);
  });

  it('23: a workspace that is not served is refused', async () => {
    const room = await createRoom({ house: { workspaces: ['T1'] } });

    expect(await room.refused('list', { workspace: 'T2' })).toContain('does not serve this workspace');
  });

  it('24: credentials and private addresses are in no notice', async () => {
    const { world, site } = await worldOf((_request, response) => response.writeHead(500).end());
    const url = `http://ada:pa55w0rd@127.0.0.1:${site.port}/live/storm?access_token=s3cr3t-4711`;
    await world.follow('slack:C1', {}, 'storm', { url });
    await world.start();
    await world.pass(240);

    const [notice] = world.texts(OPS);
    expect(notice).toMatch(/storm.*cannot be read since .*500/u);
    expect(notice).not.toMatch(/pa55w0rd|s3cr3t|ada:|127\.0\.0\.1/u);
  });

  it('25: a block by the site is named as such, with advice, and asked about ever more slowly', async () => {
    const { world, site } = await worldOf((_request, response) =>
      response.writeHead(403, { 'cf-mitigated': 'challenge' }).end('<title>Just a moment...</title>'),
    );
    await world.follow('slack:C1', {}, 'storm', { url: `${site.url}/live` });
    await world.start();
    await world.pass(600);

    expect(world.texts(OPS)).toEqual([expect.stringMatching(/is blocked by the site.*ask the publisher for a feed/u)]);
    expect(site.requests.length).toBeLessThan(16);
    const record = (await world.relay.seenSets.load('storm'))?.record;
    expect((record?.nextPollAt ?? 0) - (record?.polledAt ?? 0)).toBeGreaterThan(50_000);
  });

  it('27: an entry of 20,000 characters fits into what platforms accept', () => {
    const text = Array.from({ length: 400 }, (_, i) => `Report ${i}: gusts of ninety reach the quay.`)
      .join('\n\n')
      .padEnd(20_000, '.');
    const post = entryPost({ text });
    const slack = renderSlack(post);
    const discord = renderDiscord(post);

    expect(blockProblems(slack.blocks)).toEqual([]);
    expect(problemsOf({ ...discord })).toEqual([]);
    expect(readMessage(slack.text, slack.blocks).text).toContain('Report 0');
  });

  it('28: names in an entry, and corrections of it, ping nobody', () => {
    const text = '<!channel> <@U1> <!subteam^S1> @here @everyone <@123> <@&456> @Ada Quill';
    const post = entryPost({ title: text, text, authors: ['<@U1>', '@everyone'] });
    if (post.kind !== 'entry') throw new Error('no entry');
    const changes = [{ before: '<@U1>', after: '<!here> @everyone <@&456>' }];
    for (const shown of [post, { ...post, kind: 'correction', changes } as const]) {
      const slack = renderSlack(shown);
      expect(readMessage(slack.text, slack.blocks).pinged).toEqual([]);
      expect(renderDiscord(shown).allowed_mentions).toEqual({ parse: [] });
    }
  });

  it('29: a state server that is not up yet is waited for, and its password is in no log line', async () => {
    const clock = createFakeClock(0);
    const stop = new AbortController();
    const lines: string[] = [];
    const note = (message: string, facts = {}) => lines.push(`${message} ${JSON.stringify(facts)}`);
    const log = { debug: note, info: note, warn: note, error: note };
    const waiting = openStateWhenReady('redis://bot:pa55w0rd@127.0.0.1:1/0', {
      clock,
      log,
      metrics: noMetrics,
      signal: stop.signal,
    });
    const ended = waiting.catch((error: unknown) => error);
    while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort(new Error('stopped by the operator'));

    expect(String(await ended)).toContain('stopped by the operator');
    expect(lines.join('\n')).toContain('the state does not answer yet and is waited for');
    expect(lines.join('\n')).not.toContain('pa55w0rd');
  });
});
