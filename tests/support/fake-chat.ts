import type { ChannelId } from '../../src/core/channel.ts';
import type { Post } from '../../src/core/post.ts';
import {
  type AdapterLimits,
  DeliveryError,
  type Message,
  type Outbound,
  type Target,
} from '../../src/ports/adapter.ts';

/** What a reader sees of one message. */
export type Shown = { readonly id: string; readonly post: Post; readonly under?: string; readonly mentions: boolean };

/** What happens to the next call: nothing, refused before it took effect, or its answer lost after it did. */
export type ChatFault = 'ok' | 'limited' | 'cut-before' | 'cut-after' | 'refuse-edit' | 'kill-after' | DeliveryError;

/** A call as a fault sees it. */
export type ChatCall = { readonly channel: ChannelId; readonly post?: Post; readonly under?: string };

/** The message a post stands under: none where its thread was deleted. */
function headOf({ under }: Target): string | undefined {
  return under === undefined || under.thread === null ? undefined : under.id;
}

export type FakeChat = Outbound & {
  /** The messages of a channel as its reader sees them, oldest first. */
  channel(channel: ChannelId): readonly Shown[];
  /** A moderator deletes a message. */
  moderate(channel: ChannelId, id: string): void;
  failWith(fault: (call: string, facts: ChatCall) => ChatFault): void;
  /** Called when a fault says `kill-after`: the process dies right after the platform did what it was asked. */
  onKill: () => void;
  /** Successful posts, edits and removals so far. */
  readonly effects: { posts: number; edits: number; removals: number };
};

export const FAKE_LIMITS: AdapterLimits = {
  titleLength: 150,
  textLength: 2000,
  foldSize: 8,
  foldTextLength: 300,
  digestSize: 10,
  pace: { burst: 1000, interval: 1 },
  oldEdits: undefined,
  threads: true,
  broadcasts: true,
};

/** A chat platform in memory: keeps messages, finds them by token, and fails as it is told. */
export function createFakeChat(limits: AdapterLimits = FAKE_LIMITS): FakeChat {
  const messages = new Map<string, Shown & { channel: ChannelId; token: string }>();
  const removed = new Set<string>();
  let count = 0;
  let fault: (call: string, facts: ChatCall) => ChatFault = () => 'ok';

  async function act<T>(call: string, target: Target, effect: () => T, post?: Post): Promise<T> {
    const head = headOf(target);
    const under = head === undefined ? {} : { under: head };
    const outcome = fault(call, { channel: target.channel, ...under, ...(post === undefined ? {} : { post }) });
    if (outcome instanceof DeliveryError) throw outcome;
    if (outcome === 'limited') throw new DeliveryError('rate-limited', 'slow down', { retryAfter: 1500 });
    if (outcome === 'cut-before') throw new DeliveryError('unavailable', 'the connection was cut');
    if (outcome === 'refuse-edit' && call === 'edit') throw new DeliveryError('edit-refused', 'too old to edit');
    const result = effect();
    if (outcome === 'cut-after') throw new DeliveryError('unavailable', 'the connection was cut');
    if (outcome === 'kill-after') chat.onKill();
    return result;
  }

  function there(id: string): Shown & { channel: ChannelId; token: string } {
    const message = messages.get(id);
    if (message === undefined) throw new DeliveryError('message-gone', `there is no message ${id}`);
    return message;
  }

  const chat: FakeChat = {
    limits,
    effects: { posts: 0, edits: 0, removals: 0 },
    onKill: () => undefined,
    failWith(next) {
      fault = next;
    },
    channel: (channel) => [...messages.values()].filter((message) => message.channel === channel),
    moderate(channel, id) {
      if (messages.get(id)?.channel === channel) messages.delete(id);
    },
    post: (target, post, intent) =>
      act(
        'post',
        target,
        (): Message => {
          const head = headOf(target);
          if (head !== undefined) there(head);
          const id = `m${++count}`;
          const under = head === undefined ? {} : { under: head };
          messages.set(id, {
            id,
            channel: target.channel,
            post,
            token: intent.token,
            mentions: post.mention !== undefined,
            ...under,
          });
          chat.effects.posts++;
          return { id };
        },
        post,
      ),
    edit: (target, message, post) =>
      act(
        'edit',
        target,
        () => {
          messages.set(message.id, { ...there(message.id), post });
          chat.effects.edits++;
          return message;
        },
        post,
      ),
    remove: (target, message) =>
      act('remove', target, () => {
        if (messages.delete(message.id)) chat.effects.removals++;
        removed.add(message.id);
      }),
    find: (target, _post, intent) =>
      act('find', target, () => {
        const found = [...messages.values()].find(
          ({ channel, token, under }) =>
            channel === target.channel && token === intent.token && under === headOf(target),
        );
        return found === undefined ? undefined : { id: found.id };
      }),
  };
  return chat;
}
