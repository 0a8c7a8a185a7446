import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intent, Message } from '../../src/ports/adapter.ts';
import { EVERY_KIND, entryPost } from '../contracts/sample-posts.ts';
import { readMessage } from '../support/fake-slack/reader.ts';
import { type SlackStage, slackStage } from '../support/fake-slack/stage.ts';

const signal = AbortSignal.timeout(60_000);
const intent = (token: string): Intent => ({ token, key: `k-${token}`, since: Date.now() });

describe('a post of a thread that is shown in the Slack channel too', () => {
  let stage: SlackStage;
  let card: Message;
  const key = (text: string) => entryPost({ text, flags: ['key'] }, {}, { broadcast: true });
  const all = () => stage.slack.world.channels.get('C1')?.messages ?? [];
  const words = (messages: ReturnType<typeof all>) =>
    messages.map(({ text, blocks }) => readMessage(text, blocks).text).join('\n');
  /** What somebody sees who does not open the thread. */
  const channel = () => words(all().filter(({ thread, broadcast }) => thread === undefined || broadcast === true));
  const thread = () => words(all().filter((message) => message.thread === card.id));

  beforeEach(async () => {
    stage = await slackStage();
    const post = EVERY_KIND.find(({ kind }) => kind === 'card');
    if (post === undefined) throw new Error('no sample card');
    card = await stage.adapter.outbound.post({ channel: 'slack:C1' }, post, intent('card'), signal);
  });
  afterEach(() => stage.close());

  it('stands in both, and others in the thread alone', async () => {
    const under = { channel: 'slack:C1', under: card } as const;
    await stage.adapter.outbound.post(under, key('The gates are closed.'), intent('t1'), signal);
    await stage.adapter.outbound.post(under, entryPost({ text: 'Rain goes on.' }), intent('t2'), signal);

    expect(thread()).toMatch(/gates are closed.*Rain goes on/su);
    expect(channel()).toContain('The gates are closed.');
    expect(channel()).not.toContain('Rain goes on.');
  });

  it('is corrected in both, found again after a lost answer, and removed from both', async () => {
    const under = { channel: 'slack:C1', under: card } as const;
    const { outbound } = stage.adapter;
    const message = await outbound.post(under, key('The gates are closed.'), intent('t1'), signal);
    await outbound.edit(under, message, key('Two gates are closed.'), signal);

    expect([channel(), thread()]).toEqual([
      expect.stringContaining('Two gates are closed.'),
      expect.stringContaining('Two gates are closed.'),
    ]);
    expect(await outbound.find(under, key('Two gates are closed.'), intent('t1'), signal)).toMatchObject({
      id: message.id,
    });
    await outbound.remove(under, message, signal);
    expect(channel() + thread()).not.toContain('gates are closed');
  });

  it('without a thread is an ordinary message', async () => {
    await stage.adapter.outbound.post({ channel: 'slack:C1' }, key('The gates are closed.'), intent('t1'), signal);

    const call = stage.slack.calls.findLast(({ method }) => method === 'chat.postMessage');
    expect(call?.args.reply_broadcast).toBeUndefined();
    expect(channel()).toContain('The gates are closed.');
  });
});
