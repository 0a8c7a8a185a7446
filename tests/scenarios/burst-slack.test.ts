import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { burst } from '../support/burst.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { readMessage } from '../support/fake-slack/reader.ts';

const TOKEN = 'xoxb-1-very-secret';
const CHANNELS = ['C0000000001', 'C0000000002', 'C0000000003', 'C0000000004', 'C0000000005'];
/** `LIVEBLOG_BURST=500` runs it at the size the limits were promised for; each channel then takes about a minute. */
const ENTRIES = Number(process.env.LIVEBLOG_BURST ?? 200);
const PATIENCE = 15_000 + ENTRIES * 150;
/** apis/web-api/rate-limits: one a second and channel; the fake bears four at once. */
const AT_ONCE = 4;
const APART = 1_000;

/** Many entries at once, through the whole program, on a Slack that keeps to its documented limits. */
describe('a burst on Slack', () => {
  let slack: FakeSlack;

  const messages = (channel: string) => slack.world.channels.get(channel)?.messages ?? [];
  const headlines = (channel: string) =>
    messages(channel).flatMap(({ text, blocks }) => readMessage(text, blocks).text.match(/\bWave \d+ rose/gu) ?? []);

  beforeEach(async () => {
    slack = await new FakeSlack({ limits: true }).start();
    slack.world.addTeam('T1', TOKEN);
    for (const id of CHANNELS) slack.world.addChannel(id, 'T1');
  });
  afterEach(() => slack.close());

  it('comes once, in order, in a fifth of the messages and the time the limits leave', {
    timeout: PATIENCE + 45_000,
  }, async () => {
    const chat = {
      channels: CHANNELS.map((id) => `slack:${id}`),
      env: { SLACK_BOT_TOKEN: TOKEN, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      shown: (channel: string) => headlines(channel.replace('slack:', '')),
    };

    const waves = await burst(chat, ENTRIES, PATIENCE);

    for (const id of CHANNELS) {
      const sent = messages(id);
      const took = (Number(sent.at(-1)?.ts) - Number(sent[0]?.ts)) * 1_000;
      expect(headlines(id)).toEqual(waves);
      expect(sent.length).toBeLessThanOrEqual(ENTRIES / 5);
      expect(took).toBeLessThan((sent.length - AT_ONCE) * APART * 1.2);
    }
    expect(slack.limits.refused).toEqual([]);
  });
});
