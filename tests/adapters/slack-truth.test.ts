import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryError, Intent } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { entryPost } from '../contracts/sample-posts.ts';
import { realClock, type SlackStage, slackStage } from '../support/fake-slack/stage.ts';

const signal = AbortSignal.timeout(60_000);
const at = { channel: 'slack:C1' } as const;
const intent = (token: string): Intent => ({ token, key: `k-${token}`, since: Date.now() });

describe('finding a post in Slack', () => {
  let stage: SlackStage;
  beforeEach(async () => {
    stage = await slackStage();
  });
  afterEach(() => stage.close());

  const chatter = (count: number) => {
    const channel = stage.slack.world.channels.get('C1');
    for (let n = 0; n < count && channel !== undefined; n += 1)
      channel.messages.push({
        ts: stage.slack.world.nextTs(channel),
        text: 'talk',
        blocks: [],
        user: 'U2',
        edited: false,
      });
  };

  it('works behind several pages of what people said since', async () => {
    const message = await stage.adapter.outbound.post(at, entryPost(), intent('t1'), signal);
    chatter(450);

    expect(await stage.adapter.outbound.find(at, entryPost(), intent('t1'), signal)).toMatchObject({ id: message.id });
  });

  it('is unsure where the history scope is missing, and where people said too much since', async () => {
    await stage.adapter.outbound.post(at, entryPost(), intent('t1'), signal);
    chatter(2_100);
    expect(await stage.adapter.outbound.find(at, entryPost(), intent('t1'), signal)).toBe('unsure');

    stage.slack.world.teams.get('T1')?.scopes.delete('channels:history');
    expect(await stage.adapter.outbound.find(at, entryPost(), intent('t1'), signal)).toBe('unsure');
  });

  it('the missing scope is named with what it costs', async () => {
    stage.slack.world.teams.get('T1')?.scopes.delete('channels:history');

    const { reachable, missing } = await stage.adapter.status().access('slack:C1', signal);

    expect(reachable).toBe(true);
    expect(missing).toHaveLength(1);
    expect(missing[0]?.what).toBe('scope channels:history');
    expect(missing[0]?.remedy).toMatch(/may appear twice.*install the app again/su);
  });

  it('an answer that never came, though the post was shown, is found', async () => {
    stage.slack.failNext({ kind: 'hang-done' });
    const lost = stage.adapter.outbound.post(at, entryPost(), intent('t1'), signal);
    await expect(lost).rejects.toMatchObject({ kind: 'unavailable' });

    const found = await stage.adapter.outbound.find(at, entryPost(), intent('t1'), signal);

    expect(stage.seen('slack:C1').map(({ id }) => id)).toEqual([found === 'unsure' ? '' : found?.id]);
  });

  it('a found post has the permalink a posted one has', async () => {
    const message = await stage.adapter.outbound.post(at, entryPost(), intent('t1'), signal);

    expect(message.url).toBe(`https://t1.slack.example/archives/C1/p${message.id.replace('.', '')}`);
    expect(await stage.adapter.outbound.find(at, entryPost(), intent('t1'), signal)).toEqual(message);
  });
});

describe('a post that Slack refuses as it is', () => {
  let stage: SlackStage;
  const picture = { type: 'image', url: 'https://gazette.example/gone.jpg', alt: 'Waves over the quay' } as const;
  beforeEach(async () => {
    stage = await slackStage();
  });
  afterEach(() => stage.close());

  it('because of its picture is shown with a link to the picture', async () => {
    stage.slack.world.brokenImages.add(picture.url);

    await stage.adapter.outbound.post(at, entryPost({ media: [picture] }), intent('t1'), signal);

    const [seen] = stage.seen('slack:C1');
    expect(seen?.text).toContain('north quay');
    expect(seen?.text).toContain('Picture');
    expect(JSON.stringify(stage.slack.world.channels.get('C1')?.messages)).toContain(picture.url);
  });

  it('because of its length is shown shorter', async () => {
    const text = 'surge '.repeat(400);
    stage.slack.failNext({ kind: 'refuse', error: 'msg_blocks_too_long' });

    await stage.adapter.outbound.post(at, entryPost({ text }), intent('t1'), signal);

    expect(stage.seen('slack:C1')[0]?.text).toContain('Read the rest');
  });

  it.each([
    ['edit_window_closed', 'edit-refused'],
    ['cant_update_message', 'edit-refused'],
    ['message_not_found', 'message-gone'],
    ['is_archived', 'channel-gone'],
    ['account_inactive', 'forbidden'],
    ['missing_scope', 'forbidden'],
    ['restricted_action', 'forbidden'],
    ['internal_error', 'unavailable'],
    ['ratelimited', 'rate-limited'],
    ['metadata_too_large', 'rejected'],
    ['<html>proxy</html>', 'unavailable'],
  ])('with %s fails as %s and says what to do', async (error, kind) => {
    const message = await stage.adapter.outbound.post(at, entryPost(), intent('t1'), signal);
    stage.slack.failNext({ kind: 'refuse', error });

    const failure: DeliveryError = await stage.adapter.outbound.edit(at, message, entryPost(), signal).then(
      () => undefined as never,
      (caught) => caught,
    );

    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(/^Slack channel C1: chat\.update failed \(.*\); .*\.$/u);
    expect(failure.message).not.toContain('<html>');
  });
});

describe('a channel that Slack tells nothing of', () => {
  let stage: SlackStage;
  beforeEach(async () => {
    stage = await slackStage();
  });
  afterEach(() => stage.close());

  it.each([
    ['unknown_method', true],
    ['missing_scope', true],
    ['channel_not_found', false],
    ['account_inactive', false],
  ])('with %s: reachable %s', async (error, reachable) => {
    stage.slack.failNext({ kind: 'refuse', error }, ['conversations.info']);

    expect(await stage.adapter.status().access('slack:C1', signal)).toMatchObject({ reachable });
  });
});

describe('Slack’s allowances', () => {
  let now = Date.now();
  const clock: Clock = { now: () => now, sleep: realClock.sleep };
  let stage: SlackStage;
  beforeEach(async () => {
    now = Date.now();
    stage = await slackStage({ limits: true, now: () => now, options: { clock } });
  });
  afterEach(() => stage.close());

  it('are kept by waiting as told: sixty posts and edits, never a refusal', async () => {
    let waited = 0;
    const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
      for (;;) {
        try {
          return await call();
        } catch (error) {
          const { kind, retryAfter = 0 } = error as DeliveryError;
          expect(kind).toBe('rate-limited');
          waited += retryAfter;
          now += retryAfter;
        }
      }
    };

    for (let n = 0; n < 60; n += 1) {
      const message = await patiently(() => stage.adapter.outbound.post(at, entryPost(), intent(`t${n}`), signal));
      await patiently(() => stage.adapter.outbound.edit(at, message, entryPost({ text: `again ${n}` }), signal));
    }

    expect(stage.slack.limits.refused).toEqual([]);
    expect(stage.seen('slack:C1')).toHaveLength(60);
    expect(waited).toBeLessThan(90_000);
  });

  it('leave edits for other channels when one edits without end', async () => {
    const [here, there] = [at, { channel: 'slack:G1' } as const];
    const ours = await stage.adapter.outbound.post(here, entryPost(), intent('t1'), signal);
    const theirs = await stage.adapter.outbound.post(there, entryPost(), intent('t2'), signal);
    for (const end = now + 45_000; now < end; ) {
      const limited = await stage.adapter.outbound.edit(here, ours, entryPost(), signal).then(
        () => 0,
        (error: DeliveryError) => error.retryAfter ?? 0,
      );
      now += limited;
    }

    const edited = await stage.adapter.outbound.edit(there, theirs, entryPost({ text: 'At once.' }), signal);

    expect(edited.id).toBe(theirs.id);
    expect(stage.slack.limits.refused).toEqual([]);
  });

  it('a limit Slack names holds back this channel’s posts and nothing else', async () => {
    stage.slack.failNext({ kind: 'limited', retryAfter: 20_000 });
    await stage.adapter.outbound.post(at, entryPost(), intent('t1'), signal).catch(() => {});
    const calls = stage.slack.calls.length;

    now += 19_000;
    const early = await stage.adapter.outbound.post(at, entryPost(), intent('t1'), signal).catch((error) => error);
    expect(early).toMatchObject({ kind: 'rate-limited', retryAfter: 1_000 });
    expect(stage.slack.calls.length).toBe(calls);

    await stage.adapter.outbound.post({ channel: 'slack:G1' }, entryPost(), intent('t2'), signal);
    now += 1_000;
    await stage.adapter.outbound.post(at, entryPost(), intent('t1'), signal);
    expect(stage.seen('slack:C1')).toHaveLength(1);
  });
});
