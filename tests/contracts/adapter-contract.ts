import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId } from '../../src/core/channel.ts';
import type { Adapter, DeliveryErrorKind, Intent, Message, Target } from '../../src/ports/adapter.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import { EVERY_KIND, entryPost, foldPost, HARBOUR, sampleView } from './sample-posts.ts';

/** A message as a reader of the channel sees it: all its words in reading order, whatever the markup. */
export type Seen = {
  readonly id: string;
  readonly text: string;
  /** The message on top of the thread it stands in. */
  readonly under?: string;
  /** Whom it pinged, in the platform's words; [] for nobody. */
  readonly pinged: readonly string[];
};

/**
 * What befalls the next call that posts, edits or removes. `cut`: the connection drops and nothing was done; `lost`: it
 * was done and the answer is lost; `hang`: no answer ever; `broken`: a 5xx; `limited`: too many requests.
 */
export type Fault =
  | { readonly kind: 'cut' | 'lost' | 'hang' | 'broken' }
  | { readonly kind: 'limited'; readonly retryAfter: number };

/** A platform under test: the real SDK, started, against a fake server. */
export interface Stage {
  readonly adapter: Adapter;
  readonly channel: ChannelId;
  /** A person's direct messages. */
  readonly person: ChannelId;
  seen(channel: ChannelId): readonly Seen[];
  failNext(fault: Fault): void;
  /** A moderator deletes a message. */
  moderate(channel: ChannelId, message: string): void;
  /** The bot is thrown out of the channel. */
  expel(channel: ChannelId): void;
  /** The bot's token stops working. */
  revoke(): void;
  close(): Promise<void>;
}

/** Test names a platform cannot pass, each with the reason. */
export type Skips = Readonly<Record<string, string>>;

/**
 * What every adapter promises the relay (`src/ports/adapter.ts`). `open` builds a fresh stage for each test; its
 * adapter should give up on a hung call within two seconds.
 */
export function adapterContract(name: string, open: () => Promise<Stage>, skips: Skips = {}): void {
  describe(`${name} as an adapter`, () => {
    let stage: Stage;
    const signal = AbortSignal.timeout(60_000);
    const test = (title: string, run: () => Promise<void>) => {
      const reason = skips[title];
      if (reason === undefined) it(title, run);
      else it.skip(`${title} (${reason})`, run);
    };
    const target = (under?: Message): Target =>
      under === undefined ? { channel: stage.channel } : { channel: stage.channel, under };
    const post = (shown = entryPost(), mark = intent('t1'), at = target()) =>
      stage.adapter.outbound.post(at, shown, mark, signal);
    const edit = (message: Message, shown = entryPost()) =>
      stage.adapter.outbound.edit(target(), message, shown, signal);

    beforeEach(async () => {
      stage = await open();
    });
    afterEach(() => stage.close());

    describe('what a reader sees', () => {
      test('a post stands in the channel once with title, text, author and source', async () => {
        const message = await post();

        const [seen, ...more] = stage.seen(stage.channel);
        expect(more).toEqual([]);
        expect(seen?.id).toBe(message.id);
        for (const part of ['Harbour gates closed', 'north quay', 'Ines Calder', 'Saltmere Gazette'])
          expect(seen?.text).toContain(part);
      });

      test('an edit replaces the message in place', async () => {
        const message = await post();

        const after = await edit(message, entryPost({ text: 'The south gates too.' }, { correctedAt: Date.now() }));

        const [seen, ...more] = stage.seen(stage.channel);
        expect(more).toEqual([]);
        expect(seen?.id).toBe(after.id);
        expect(seen?.text).toContain('south gates');
        expect(seen?.text).not.toContain('north quay');
        expect(seen?.text).toMatch(/corrected/iu);
      });

      test('a removed message is gone, and removing it again is no error', async () => {
        const message = await post();

        await stage.adapter.outbound.remove(target(), message, signal);
        await stage.adapter.outbound.remove(target(), message, signal);

        expect(stage.seen(stage.channel)).toEqual([]);
      });

      test('a post of a spoiler route tells its words to those alone who ask', async () => {
        const message = await post(entryPost({}, {}, { spoiler: true }));
        await edit(message, entryPost({ flags: ['key'] }, {}, { spoiler: true }));

        const [seen] = stage.seen(stage.channel);
        const open = seen?.text.replace(/\|\|.*?\|\|/gsu, '') ?? '';
        expect(open).not.toMatch(/gates|quay/iu);
        expect(open).toMatch(/key event/iu);
      });

      test('a withdrawn entry says so in words', async () => {
        const message = await post();

        await edit(message, entryPost({}, { withdrawnAt: Date.now() }));

        expect(stage.seen(stage.channel)[0]?.text).toMatch(/withdrawn/iu);
      });

      test('key and breaking entries say so in words', async () => {
        await post(entryPost({ flags: ['key', 'breaking'] }));

        expect(stage.seen(stage.channel)[0]?.text).toMatch(/key/iu);
        expect(stage.seen(stage.channel)[0]?.text).toMatch(/breaking/iu);
      });

      for (const shown of EVERY_KIND) {
        test(`a post of kind ${shown.kind} can be posted and edited`, async () => {
          const message = await post(shown);
          await edit(message, shown);

          expect(stage.seen(stage.channel)).toHaveLength(1);
        });
      }

      test('a post under a message stands in its thread', async () => {
        const top = await post();

        const below = await post(entryPost({ id: 'e2', title: 'Ferry cancelled' }), intent('t2'), target(top));

        const seen = stage.seen(stage.channel).find(({ id }) => id === below.id);
        expect(seen?.text).toContain('Ferry cancelled');
        expect(seen?.under).toBe(top.id);
      });

      test('a post to a person reaches their direct messages', async () => {
        await stage.adapter.outbound.post({ channel: stage.person }, entryPost(), intent('t1'), signal);

        expect(stage.seen(stage.person)).toHaveLength(1);
        expect(stage.seen(stage.channel)).toEqual([]);
      });

      test('a configured mention pings when posted', async () => {
        await post(entryPost({}, {}, { mention: stage.adapter.platform === 'slack' ? '<!here>' : '@everyone' }));

        expect(stage.seen(stage.channel)[0]?.pinged).toHaveLength(1);
      });
    });

    describe('what an entry cannot do', () => {
      test('hostile text pings nobody and stays readable', async () => {
        const hostile =
          'Hello @here <!channel> <@U012AB3CD> <@&123> @everyone <https://evil.example|bank> ```x``` **b** done';
        const view = { id: 'h', title: hostile, text: hostile, authors: [hostile] };

        await post(entryPost(view));
        await post(foldPost([sampleView(view), sampleView({ ...view, id: 'h2' })]), intent('t2'));

        for (const seen of stage.seen(stage.channel)) {
          expect(seen.pinged).toEqual([]);
          expect(seen.text).toMatch(/Hello.*done/su);
        }
      });

      test('20,000 characters are cut at a word with a link to the rest', async () => {
        const text = Array.from({ length: 2_900 }, (_, n) => `wave${n % 7}`)
          .join(' ')
          .concat(' shore')
          .repeat(2);
        const { textLength } = stage.adapter.outbound.limits;

        await post(entryPost({ text: text.slice(0, 20_000) }, { maxText: textLength }));

        const seen = stage.seen(stage.channel)[0]?.text ?? '';
        expect(seen).toMatch(/wave\d…/u);
        expect(seen.length).toBeLessThan(textLength + 2_000);
      });

      test('30 images, unpaired surrogates and a 5,000-character title are posted', async () => {
        const media = Array.from({ length: 30 }, (_, n) => ({
          type: 'image' as const,
          url: `https://gazette.example/${n}.jpg`,
          alt: 'Waves',
        }));
        const text = `\u0000\ud83d ${'👩‍👩‍👧‍👦'.repeat(400)} ${'e\u0301\u0323'.repeat(300)} \u202eabc`;

        await post(entryPost({ title: '👩‍👩‍👧‍👦 gale '.repeat(400), text, media }));

        expect(stage.seen(stage.channel)).toHaveLength(1);
      });

      test('an entry without title, text, author and address is posted', async () => {
        const { title: _, ...view } = sampleView({ title: '', text: '', authors: [] });
        const { url: __, title: ___, ...entry } = view.entry;

        await post({ kind: 'entry', blog: HARBOUR, view: { ...view, entry }, key: 'k', revision: 'r' });

        expect(stage.seen(stage.channel)).toHaveLength(1);
      });

      test('the largest fold holds every title', async () => {
        const { foldSize, foldTextLength } = stage.adapter.outbound.limits;
        const views = Array.from({ length: foldSize }, (_, n) =>
          sampleView(
            { id: `f${n}`, title: `Wave ${n} breaks`, text: 'surge '.repeat(3_000) },
            { maxText: foldTextLength },
          ),
        );

        await post(foldPost(views));

        const seen = stage.seen(stage.channel)[0]?.text ?? '';
        for (const view of views) expect(seen).toContain(view.title);
      });
    });

    describe('truth after failures', () => {
      test('a post whose answer was lost is found by its intent and not doubled', async () => {
        stage.failNext({ kind: 'lost' });
        const mark = intent('t1');

        await expect(kindOf(post(entryPost(), mark))).resolves.toBe('unavailable');
        const found = await stage.adapter.outbound.find(target(), entryPost(), mark, signal);

        expect(stage.seen(stage.channel).map(({ id }) => id)).toEqual([found === 'unsure' ? '?' : found?.id]);
      });

      test('a post under a message whose answer was lost is found too', async () => {
        const top = await post(entryPost(), intent('t0'));
        stage.failNext({ kind: 'lost' });

        await expect(kindOf(post(entryPost({ id: 'e2' }), intent('t1'), target(top)))).resolves.toBe('unavailable');
        const found = await stage.adapter.outbound.find(target(top), entryPost({ id: 'e2' }), intent('t1'), signal);

        expect(stage.seen(stage.channel).map(({ id }) => id)).toContain(found === 'unsure' ? '?' : found?.id);
      });

      test('a post that never arrived is certainly not there', async () => {
        stage.failNext({ kind: 'cut' });

        await expect(kindOf(post())).resolves.toBe('unavailable');

        expect(await stage.adapter.outbound.find(target(), entryPost(), intent('t1'), signal)).toBeUndefined();
      });

      test('posts with other tokens are not taken for it', async () => {
        await post(entryPost(), { ...intent('t1'), token: 'other' });

        expect(await stage.adapter.outbound.find(target(), entryPost(), intent('t1'), signal)).toBeUndefined();
      });

      test('editing what a moderator deleted says message-gone and posts nothing', async () => {
        const message = await post();
        stage.moderate(stage.channel, message.id);

        await expect(kindOf(edit(message))).resolves.toBe('message-gone');
        expect(stage.seen(stage.channel)).toEqual([]);
      });

      test('posting under a message that is gone says message-gone', async () => {
        const top = await post();
        stage.moderate(stage.channel, top.id);

        await expect(kindOf(post(entryPost({ id: 'e2' }), intent('t2'), target(top)))).resolves.toBe('message-gone');
      });

      test('a rate limit says when, to the second, and nothing was done', async () => {
        stage.failNext({ kind: 'limited', retryAfter: 3_000 });

        const error = await post().catch((caught: unknown) => caught);

        expect(error).toBeInstanceOf(DeliveryError);
        expect((error as DeliveryError).kind).toBe('rate-limited');
        expect((error as DeliveryError).retryAfter).toBeGreaterThanOrEqual(2_900);
        expect((error as DeliveryError).retryAfter).toBeLessThanOrEqual(4_000);
        expect(stage.seen(stage.channel)).toEqual([]);
      });

      test('a limited channel does not delay another', async () => {
        stage.failNext({ kind: 'limited', retryAfter: 30_000 });
        await kindOf(post());

        const message = stage.adapter.outbound.post({ channel: stage.person }, entryPost(), intent('t2'), signal);

        expect((await message).id).not.toBe('');
      });

      for (const kind of ['broken', 'hang'] as const) {
        test(`a ${kind} answer says unavailable`, async () => {
          stage.failNext({ kind });

          await expect(kindOf(post())).resolves.toBe('unavailable');
        });
      }

      test('an abort ends the wait for a hung answer', async () => {
        stage.failNext({ kind: 'hang' });
        const abort = new AbortController();
        const waiting = kindOf(stage.adapter.outbound.post(target(), entryPost(), intent('t1'), abort.signal));
        const begun = Date.now();

        setTimeout(() => abort.abort(), 50);

        expect(await waiting).toBe('unavailable');
        expect(Date.now() - begun).toBeLessThan(1_000);
      });

      test('a channel that threw the bot out is gone for posting and editing', async () => {
        const message = await post();
        stage.expel(stage.channel);

        expect(['channel-gone', 'forbidden']).toContain(await kindOf(post(entryPost({ id: 'e2' }), intent('t2'))));
        expect(['channel-gone', 'forbidden']).toContain(await kindOf(edit(message)));
      });

      test('a revoked token says forbidden and never appears in the message', async () => {
        stage.revoke();

        const error = await post().catch((caught: unknown) => caught);

        expect((error as DeliveryError).kind).toBe('forbidden');
        expect((error as DeliveryError).message).not.toMatch(/xox|xapp|Bot [A-Za-z]/u);
      });
    });

    describe('what it says about itself', () => {
      test('it is connected once started', async () => {
        expect(stage.adapter.status().health().connected).toBe(true);
      });

      test('a channel it may write to is reachable and lacks nothing', async () => {
        const access = await stage.adapter.status().access(stage.channel, signal);

        expect(access).toMatchObject({ reachable: true, missing: [] });
      });

      test('a channel that threw it out is named with a remedy', async () => {
        stage.expel(stage.channel);

        const access = await stage.adapter.status().access(stage.channel, signal);

        expect(access.reachable).toBe(false);
        expect(access.missing[0]?.remedy).not.toBe('');
      });
    });
  });
}

function intent(token: string): Intent {
  return { token, key: `key-${token}`, since: Date.now() - 1_000 };
}

/** The kind a failing call failed with; 'done' when it did not fail. */
async function kindOf(call: Promise<unknown>): Promise<DeliveryErrorKind | 'done' | 'other'> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return error instanceof DeliveryError ? error.kind : 'other';
  }
}
