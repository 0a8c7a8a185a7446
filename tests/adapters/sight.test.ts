import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId } from '../../src/core/channel.ts';
import { ANA, CHANNEL, GUILD, OTHER_CHANNEL } from '../support/fake-discord/world.ts';
import { slackStage } from '../support/fake-slack/stage.ts';
import { type DiscordStage, discordStage } from './discord-stage.ts';

const signal = () => AbortSignal.timeout(5_000);

describe('who can read a Slack channel', () => {
  let stage: Awaited<ReturnType<typeof slackStage>>;
  beforeEach(async () => {
    stage = await slackStage({ limits: false });
    stage.slack.world.addUser('U4', { name: 'Visitor', guest: true });
  });
  afterEach(() => stage.close());

  const sees = (person: ChannelId, channel: ChannelId) =>
    stage.adapter.status().sees(person, channel, undefined, signal());

  it.each([
    ['everybody of the workspace a public one', '@U2', 'C1', true],
    ['a guest only one they were added to', '@U4', 'C1', false],
    ['somebody of another company only one they were added to', '@U3', 'C1', false],
    ['only its members a private one', '@U2', 'G1', false],
    ['everybody their own direct messages', '@U2', '@U2', true],
    ['nobody those of others', '@U2', '@U1', false],
    ['nobody those of another workspace', '@U2', 'T9/C1', false],
  ])('%s', async (_, person, channel, expected) => {
    expect(await sees(`slack:${person}`, `slack:${channel}`)).toBe(expected);
  });

  it('a member reads the private one, a guest the one they were added to', async () => {
    for (const [channel, user] of [
      ['G1', 'U2'],
      ['C1', 'U4'],
    ] as const)
      stage.slack.world.channels.get(channel)?.members.add(user);

    expect(await sees('slack:@U2', 'slack:G1')).toBe(true);
    expect(await sees('slack:@U4', 'slack:C1')).toBe(true);
  });

  it('nobody can say of one that the app is not in', async () => {
    stage.expel('slack:G1');

    expect(await sees('slack:@U2', 'slack:G1')).toBeUndefined();
  });
});

describe('who can read a Discord channel', () => {
  const BEN = '1100000000000000021';
  let stage: DiscordStage;
  beforeEach(async () => {
    stage = await discordStage();
    stage.fake.world.people.add(BEN);
  });
  afterEach(() => stage.close());

  const sees = (person: string, channel: string, server = GUILD) =>
    stage.adapter.status().sees(`discord:@${person}`, `discord:${channel}`, server, signal());

  it('those who may view it', async () => {
    stage.fake.world.channels.get(OTHER_CHANNEL)?.hidden.add(BEN);

    expect(await sees(BEN, CHANNEL)).toBe(true);
    expect(await sees(BEN, OTHER_CHANNEL)).toBe(false);
    expect(await sees(ANA.id, OTHER_CHANNEL)).toBe(true);
  });

  it('not from the view of another server', async () => {
    expect(await sees(BEN, CHANNEL, '1199')).toBe(false);
  });

  it('their own direct messages, and no others', async () => {
    expect(await sees(BEN, `@${BEN}`)).toBe(true);
    expect(await sees(BEN, `@${ANA.id}`)).toBe(false);
  });

  it('nobody can say of who is not in the server', async () => {
    expect(await sees('1100000000000000022', CHANNEL)).toBeUndefined();
  });
});
