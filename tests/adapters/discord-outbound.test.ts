import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Guard } from '../../adapters/discord/guard.ts';
import type { Post } from '../../src/core/post.ts';
import type { Adapter, Message, Target } from '../../src/ports/adapter.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import { EVERY_KIND, entryPost, foldPost, HARBOUR, sampleView } from '../contracts/sample-posts.ts';
import { ANA, CHANNEL, FORUM, OTHER_CHANNEL, wordsOf } from '../support/fake-discord/world.ts';
import type { DiscordStage } from './discord-stage.ts';
import { adapterOn, deny, discordStage, seenIn } from './discord-stage.ts';

const intent = (token: string) => ({ token, key: token, since: Date.now() - 1_000 });
const signal = AbortSignal.timeout(120_000);
const here: Target = { channel: `discord:${CHANNEL}` };
const card = (status: 'live' | 'ended'): Post => {
  const post = EVERY_KIND.find(({ kind }) => kind === 'card');
  if (post?.kind !== 'card') throw new Error('no card among the samples');
  return { ...post, card: { ...post.card, status } };
};

async function failure(call: Promise<unknown>): Promise<DeliveryError> {
  const error = await call.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`expected a DeliveryError, got ${String(error)}`);
  return error;
}

describe('posting to Discord', () => {
  let stage: DiscordStage;
  const post = (
    token: string,
    at: Target = here,
    shown: Post = entryPost({ id: token, title: token }),
  ): Promise<Message> => stage.adapter.outbound.post(at, shown, intent(token), signal);
  const texts = (channel = CHANNEL) => seenIn(stage.fake, channel).map(({ text }) => text.split('\n')[0]);

  beforeEach(async () => {
    stage = await discordStage();
  });
  afterEach(() => stage.close());

  describe('truth', () => {
    it('a post whose answer was lost is found after a restart, by its reference alone', async () => {
      stage.fake.faults.next({ kind: 'lost' });
      const mark = intent('a');
      await failure(stage.adapter.outbound.post(here, entryPost(), mark, signal));
      const later = adapterOn(stage.fake);

      const corrected = entryPost({ text: 'Another text by now.' });
      const found = await later.outbound.find(here, corrected, mark, signal);

      expect(found).toMatchObject({ id: seenIn(stage.fake, CHANNEL)[0]?.id });
      await later.stop();
    });

    it('it can still be found after it was edited', async () => {
      const mark = intent('a');
      const message = await stage.adapter.outbound.post(here, entryPost(), mark, signal);
      await stage.adapter.outbound.edit(here, message, entryPost({ text: 'Corrected.' }), signal);

      expect(await adapterOn(stage.fake).outbound.find(here, entryPost(), mark, signal)).toMatchObject({
        id: message.id,
      });
    });

    it('posting again with the same token makes no second message', async () => {
      const first = await post('a');
      const second = await post('a');

      expect(second.id).toBe(first.id);
      expect(seenIn(stage.fake, CHANNEL)).toHaveLength(1);
    });

    it('a lost post is found behind two hundred others', async () => {
      stage.fake.faults.next({ kind: 'lost' });
      const mark = intent('a');
      await failure(stage.adapter.outbound.post(here, entryPost(), mark, signal));
      const place = stage.fake.world.channels.get(CHANNEL);
      const [first] = place?.messages ?? [];
      for (let n = 0; n < 250 && first !== undefined; n += 1) {
        place?.messages.push({ ...first, id: stage.fake.world.id(), author: ANA, embeds: [], content: 'chat' });
      }

      expect(await stage.adapter.outbound.find(here, entryPost(), mark, signal)).toMatchObject({ id: first?.id });
    });

    it('without the right to read the history it is unsure', async () => {
      deny(stage.fake, CHANNEL, 'history');

      expect(await stage.adapter.outbound.find(here, entryPost(), intent('a'), signal)).toBe('unsure');
    });

    it('somebody else’s message cannot be edited, and that is said', async () => {
      const message = await post('a');
      const place = stage.fake.world.message(CHANNEL, message.id);
      if (place !== undefined) place.author = ANA;

      expect((await failure(stage.adapter.outbound.edit(here, message, entryPost(), signal))).kind).toBe(
        'edit-refused',
      );
    });

    it('an address Discord dislikes costs the picture, not the entry', async () => {
      const media = [{ type: 'image' as const, url: 'https://gazette.example/1.jpg' }];
      stage.fake.faults.next({ kind: 'code', status: 400, code: 50_035, message: 'Invalid Form Body' });

      await post('a', here, entryPost({ title: 'a', media }));

      expect(texts()).toEqual(['a']);
    });

    it('a permalink leads to the message', async () => {
      const message = await post('a');

      expect(message.url).toBe(`https://discord.com/channels/1100000000000000001/${CHANNEL}/${message.id}`);
    });
  });

  describe('limits', () => {
    it('an empty bucket is waited for without asking Discord', async () => {
      for (const token of ['a', 'b', 'c', 'd', 'e']) await post(token);

      const error = await failure(post('f'));

      expect(error.kind).toBe('rate-limited');
      expect(error.retryAfter).toBeGreaterThan(3_000);
      expect(error.retryAfter).toBeLessThan(5_500);
      expect(stage.fake.limits.given).toEqual([]);
      await post('g', { channel: `discord:${OTHER_CHANNEL}` });
    });

    it('channels with ids of any length have buckets of their own', async () => {
      for (const id of ['12345', '67890'])
        stage.fake.world.add({ id, type: 0, guild: '1100000000000000001', name: id });
      for (const token of ['a', 'b', 'c', 'd', 'e']) await post(token, { channel: 'discord:12345' });
      await post('f', { channel: 'discord:67890' });

      expect((await failure(post('g', { channel: 'discord:12345' }))).kind).toBe('rate-limited');
      await post('h', { channel: 'discord:67890' });
    });

    it('fractions of a second are kept', async () => {
      stage.fake.faults.next({ kind: 'limited', retryAfter: 1_234 });

      expect((await failure(post('a'))).retryAfter).toBeGreaterThanOrEqual(1_234);
      expect((await failure(post('a'))).retryAfter).toBeLessThan(1_300);
    });

    it('a global limit holds every channel', async () => {
      stage.fake.faults.next({ kind: 'limited', retryAfter: 700, global: true });
      await failure(post('a'));

      const error = await failure(post('b', { channel: `discord:${OTHER_CHANNEL}` }));

      expect(error.kind).toBe('rate-limited');
      expect(error.retryAfter).toBeLessThanOrEqual(700);
    });

    it('a hung channel does not delay another', async () => {
      stage.fake.faults.next({ kind: 'hang' });
      const hung = failure(post('a'));
      const begun = Date.now();

      await post('b', { channel: `discord:${OTHER_CHANNEL}` });

      expect(Date.now() - begun).toBeLessThan(500);
      expect((await hung).kind).toBe('unavailable');
    });

    it('edits of old messages have a slow lane that holds nothing else', async () => {
      const message = await post('a');
      const old = { ...message, id: stage.fake.world.id(Date.now() - 7_200_000) };
      const place = stage.fake.world.channels.get(CHANNEL);
      const [kept] = place?.messages ?? [];
      if (kept !== undefined) place?.messages.push({ ...kept, id: old.id });
      stage.fake.faults.next({ kind: 'code', status: 400, code: 30_046 });

      const first = await failure(stage.adapter.outbound.edit(here, old, entryPost(), signal));
      const second = await failure(stage.adapter.outbound.edit(here, old, entryPost(), signal));

      expect(first).toMatchObject({ kind: 'rate-limited' });
      expect(first.retryAfter).toBeGreaterThanOrEqual(60_000);
      expect(second.retryAfter).toBeGreaterThan(50_000);
      await stage.adapter.outbound.edit(here, message, entryPost(), signal);
      await post('b');
    });

    it('500 entries in a burst into five channels come once, in order, in the time the limits leave', {
      retry: 1,
    }, async () => {
      const ids = [CHANNEL, OTHER_CHANNEL, '1100000000000000006', '1100000000000000007', '1100000000000000008'];
      for (const id of ids.slice(2)) stage.fake.world.add({ id, type: 0, guild: '1100000000000000001', name: id });
      const begun = Date.now();

      await Promise.all(ids.map((id) => drain(stage.adapter, { channel: `discord:${id}` }, bursts(100))));

      const messages = ids.map((id) => stage.fake.world.channels.get(id)?.messages ?? []);
      for (const list of messages) {
        expect(list.flatMap(({ embeds }) => embeds.map(({ title }) => title))).toEqual(
          Array.from({ length: 100 }, (_, n) => `Wave ${n}`),
        );
      }
      expect(messages.flat().length).toBeLessThanOrEqual(500 / 8);
      expect(stage.fake.limits.given).toEqual([]);
      expect(Date.now() - begun).toBeLessThan(5_000 * 1.2);
    });
  });

  describe('refusals', () => {
    it('a refused token stops all traffic at once', async () => {
      stage.fake.token = 'another.bot.token';
      await failure(post('a'));
      const asked = stage.fake.requests.length;

      const error = await failure(post('b', { channel: `discord:${OTHER_CHANNEL}` }));
      await failure(stage.adapter.outbound.find(here, entryPost(), intent('c'), signal));

      expect(error.kind).toBe('forbidden');
      expect(error.message).toContain('DISCORD_TOKEN');
      expect(stage.fake.requests.length).toBe(asked);
      expect(stage.adapter.status().health()).toMatchObject({
        connected: false,
        reason: expect.stringContaining('does not accept the bot token'),
      });
    });

    it('many refusals end in a pause long before Discord’s ban', () => {
      let now = 0;
      const guard = new Guard(() => now, 100);
      for (let n = 0; n < 100; n += 1) guard.refused();

      expect(() => guard.check()).toThrow(DeliveryError);
      now = 600_001;
      expect(() => guard.check()).not.toThrow();
    });

    it('a ban that came all the same is waited out', async () => {
      stage.fake.limits.banAfter = 0;

      const error = await failure(post('a'));
      const asked = stage.fake.requests.length;
      await failure(post('b'));

      expect(error).toMatchObject({ kind: 'rate-limited' });
      expect(error.retryAfter).toBeGreaterThanOrEqual(600_000);
      expect(stage.fake.requests.length).toBe(asked);
    });

    it('missing permissions are named with the remedy', async () => {
      deny(stage.fake, CHANNEL, 'embed', 'history');

      const access = await stage.adapter.status().access(here.channel, signal);

      expect(access.reachable).toBe(true);
      expect(access.missing.map(({ what }) => what)).toEqual(['Embed Links', 'Read Message History']);
      expect(access.missing[0]?.remedy).toContain('Channel settings');
    });

    it.each([
      ['send', 'forbidden'],
      ['view', 'forbidden'],
    ] as const)('without the right to %s it is %s', async (right, kind) => {
      deny(stage.fake, CHANNEL, right);

      expect((await failure(post('a'))).kind).toBe(kind);
    });

    it('a deleted channel is gone', async () => {
      stage.fake.world.channels.delete(CHANNEL);

      expect((await failure(post('a'))).kind).toBe('channel-gone');
    });

    it('a person who takes no direct messages is told apart', async () => {
      stage.fake.world.closed.add(ANA.id);

      const error = await failure(post('a', { channel: `discord:@${ANA.id}` }));

      expect(error.kind).toBe('forbidden');
      expect(error.message).toContain('direct messages');
    });
  });

  describe('threads', () => {
    it('a blog has one thread on its card, named after it', async () => {
      const top = await post('card', here, card('live'));

      const first = await post('a', { ...here, under: top });
      await post('b', { ...here, under: top });

      expect(first.thread).toBe(top.id);
      expect(stage.fake.world.channels.get(top.id)?.name).toBe(HARBOUR.title);
      expect(texts(top.id)).toEqual(['a', 'b']);
    });

    it('it is used again after a restart', async () => {
      const top = await post('card', here, card('live'));
      await post('a', { ...here, under: top });
      const later = adapterOn(stage.fake);

      await later.outbound.post({ ...here, under: top }, entryPost({ title: 'b' }), intent('b'), signal);

      expect(texts(top.id)).toEqual(['a', 'b']);
      await later.stop();
    });

    it('where Discord opens no thread for minutes, the channel itself takes messages', async () => {
      const top = await post('card', here, card('live'));
      const opening = (method: string, path: string) => method === 'POST' && path.endsWith('/threads');
      stage.fake.faults.next({ kind: 'limited', retryAfter: 240_000 }, opening);

      const error = await failure(post('a', { ...here, under: top }));
      const beside = await post('b');

      expect(error).toMatchObject({ kind: 'thread-limited', retryAfter: 240_000 });
      expect(beside.thread).toBeUndefined();
    });

    it('a followed thread that was archived is opened again for an edit', async () => {
      const top = await post('card', here, card('live'));
      await post('a', { ...here, under: top });
      const thread = top.id;
      const followed: Target = { channel: `discord:${thread}` };
      const message = await post('b', followed);
      const place = stage.fake.world.channels.get(thread);
      if (place !== undefined) place.archived = true;

      await stage.adapter.outbound.edit(followed, message, entryPost({ text: 'The south gates too.' }), signal);

      expect(JSON.stringify(place?.messages)).toContain('south gates');
    });

    it('an archived thread is opened again for an edit', async () => {
      const top = await post('card', here, card('live'));
      const message = await post('a', { ...here, under: top });
      const thread = stage.fake.world.channels.get(top.id);
      if (thread !== undefined) thread.archived = true;

      await stage.adapter.outbound.edit({ ...here, under: top }, message, entryPost({ title: 'corrected' }), signal);

      expect(texts(top.id)).toEqual(['corrected']);
    });

    it('a locked thread is forbidden, and a deleted one gone', async () => {
      const top = await post('card', here, card('live'));
      await post('a', { ...here, under: top });
      const thread = stage.fake.world.channels.get(top.id);
      if (thread !== undefined) thread.locked = true;
      expect((await failure(post('b', { ...here, under: top }))).kind).toBe('forbidden');

      stage.fake.world.channels.delete(top.id);
      expect((await failure(post('c', { ...here, under: top }))).kind).toBe('thread-gone');
      const beside = await post('d', { ...here, under: { ...top, thread: null } });
      expect(beside.thread).toBeUndefined();
    });

    it('a message in a deleted thread is gone with it, and the channel goes on', async () => {
      const top = await post('card', here, card('live'));
      const message = await post('a', { ...here, under: top });
      stage.fake.world.channels.delete(top.id);

      const error = await failure(stage.adapter.outbound.edit({ ...here, under: top }, message, entryPost(), signal));
      await stage.adapter.outbound.edit(here, { ...top, thread: null }, card('ended'), signal);

      expect(error.kind).toBe('message-gone');
      expect(texts(CHANNEL)).toHaveLength(1);
    });

    it('a correction answers the message it corrects', async () => {
      const message = await post('a');
      const correction = EVERY_KIND.find(({ kind }) => kind === 'correction') as Post;

      const answer = await post('c', { ...here, under: message }, correction);

      expect(answer.thread).toBeUndefined();
      expect(stage.fake.world.message(CHANNEL, answer.id)?.message_reference?.message_id).toBe(message.id);
    });

    it('a correction of a blog with a thread stands in the thread, also when it is posted under the card', async () => {
      const top = await post('card', here, card('live'));
      const correction = EVERY_KIND.find(({ kind }) => kind === 'correction') as Post;

      const note = await post('c', { ...here, under: top }, correction);
      const found = await stage.adapter.outbound.find({ ...here, under: top }, correction, intent('c'), signal);
      await stage.adapter.outbound.edit(here, top, card('ended'), signal);

      expect(note.thread).toBe(top.id);
      expect(found).toEqual(note);
      expect(texts(CHANNEL).length).toBe(2);
      expect(wordsOf(stage.fake.world.message(CHANNEL, top.id) ?? { content: '', embeds: [] })).toContain('Ended');
    });

    it('where there are no threads a post under another stands beside it, and is found there', async () => {
      const person: Target = { channel: `discord:@${ANA.id}` };
      const top = await post('card', person, card('live'));

      const below = await post('a', { ...person, under: top });

      expect(below.thread).toBeUndefined();
      expect(await stage.adapter.outbound.find({ ...person, under: top }, entryPost(), intent('a'), signal)).toEqual(
        below,
      );
    });

    it('in a forum the card is a post of its own, tagged live and then ended', async () => {
      const forum: Target = { channel: `discord:${FORUM}` };
      const top = await post('card', forum, card('live'));
      const message = await post('a', { ...forum, under: top });
      const thread = stage.fake.world.channels.get(top.thread ?? '');

      expect(thread?.applied).toEqual(['1100000000000000030']);
      thread?.applied.push('1100000000000000099');
      await stage.adapter.outbound.edit(forum, top, card('ended'), signal);

      expect(thread?.applied).toEqual(['1100000000000000031', '1100000000000000099']);
      expect(thread?.messages.map(({ id }) => id)).toEqual([top.id, message.id]);
      expect(wordsOf(thread?.messages[0] ?? { content: '', embeds: [] })).toContain('Ended');
    });

    it('in a forum entries without a card share one post, also after a restart, and a new one when it is deleted', async () => {
      const forum: Target = { channel: `discord:${FORUM}` };
      const posts = () => [...stage.fake.world.channels.values()].filter(({ parent }) => parent === FORUM);
      await post('a', forum);
      await post('b', forum);
      const again = adapterOn(stage.fake);
      await again.outbound.post(forum, entryPost(), intent('c'), signal);
      expect(posts().map(({ name, messages }) => [name, messages.length])).toEqual([
        ['Storm over Saltmere harbour', 3],
      ]);

      stage.fake.world.channels.delete(posts()[0]?.id ?? '');
      await post('d', forum);
      await post('e', forum);

      expect(posts().map(({ messages }) => messages.length)).toEqual([2]);
      await again.stop();
    });

    it('an entry in a forum post whose answer was lost is found', async () => {
      const forum: Target = { channel: `discord:${FORUM}` };
      await post('a', forum);
      const mark = { ...intent('lost'), since: Date.now() };
      stage.fake.faults.next({ kind: 'lost' });
      await failure(stage.adapter.outbound.post(forum, entryPost(), mark, signal));

      const found = await stage.adapter.outbound.find(forum, entryPost(), mark, signal);

      const [thread] = [...stage.fake.world.channels.values()].filter(({ parent }) => parent === FORUM);
      expect(found).toMatchObject({ id: thread?.messages[1]?.id, thread: thread?.id });
    });

    it('a forum post whose answer was lost is found', async () => {
      const forum: Target = { channel: `discord:${FORUM}` };
      stage.fake.faults.next({ kind: 'lost' }, (method, path) => method === 'POST' && path.endsWith('/threads'));
      const mark = intent('card');
      await failure(stage.adapter.outbound.post(forum, card('live'), mark, signal));

      const found = await stage.adapter.outbound.find(forum, card('live'), mark, signal);

      expect(found).toMatchObject({ thread: expect.any(String) });
      expect(await stage.adapter.outbound.find(forum, card('live'), intent('x'), signal)).toBeUndefined();
    });
  });
});

/** Folds of ten entries. */
function bursts(entries: number): Post[] {
  return Array.from({ length: entries / 10 }, (_, fold) =>
    foldPost(
      Array.from({ length: 10 }, (_, n) =>
        sampleView(
          { id: `w${fold * 10 + n}`, title: `Wave ${fold * 10 + n}`, text: 'surge '.repeat(80) },
          { maxText: 320 },
        ),
      ),
      { key: `fold:${fold}` },
    ),
  );
}

/** Posts one after another and waits when told to, as the relay does. */
async function drain(adapter: Adapter, target: Target, posts: readonly Post[]): Promise<void> {
  for (const post of posts) {
    for (;;) {
      const error = await adapter.outbound
        .post(target, post, intent(`${target.channel.slice(-8)}${post.key}`), signal)
        .then(
          () => undefined,
          (caught: unknown) => caught,
        );
      if (error === undefined) break;
      if (!(error instanceof DeliveryError) || error.kind !== 'rate-limited') throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfter ?? 100));
    }
  }
}
