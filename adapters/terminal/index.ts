import type { ChannelId } from '../../src/core/channel.ts';
import type { Post } from '../../src/core/post.ts';
import type { Adapter, Intent, Message, Outbound, Target } from '../../src/ports/adapter.ts';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { asDeliveryError, closed, ended } from './errors.ts';
import type { View } from './frame.ts';
import { columns, limits, remembered } from './limits.ts';
import { createPrinter, type Output } from './print.ts';
import { renderEdit, renderPost, renderRemoval } from './render.ts';
import { palette } from './style.ts';

export type { Output } from './print.ts';
export { wantsColor } from './style.ts';

export type TerminalOptions = {
  readonly out: Output;
  readonly color: boolean;
  /** Columns; absent = the terminal's own at the time of each card, else 80. */
  readonly width?: number;
  /** IANA zone of the times shown; absent = the machine's. */
  readonly timezone?: string;
  /** BCP 47, for dates; absent = en-GB. */
  readonly language?: string;
  readonly clock: Clock;
};

export type TerminalAdapter = Adapter & {
  /** What a reader of the channel would say it shows now, oldest first: withdrawn taken out, corrections in place. */
  shown(channel: ChannelId): readonly { readonly id: string; readonly post: Post }[];
};

/**
 * Shows posts in a terminal. What scrolled by cannot be edited, so an edit is printed as what changed and a removal as
 * a struck line. It knows only what this process printed: after a restart the screen is new, and a message of an earlier
 * process can be edited (shown anew) and removed, but not found.
 */
export function createTerminalAdapter(options: TerminalOptions): TerminalAdapter {
  const screen = new Map<string, { readonly channel: ChannelId; readonly post: Post }>();
  const removed = new Set<string>();
  const look = viewOf(options);
  const printer = createPrinter(options.out, options.clock);
  const print = (_target: Target, post: Post, lines: (view: View) => string[]) => {
    if (options.out.writable === false) throw closed();
    try {
      printer.print(post, lines(look()), look());
    } catch (error) {
      throw asDeliveryError(error);
    }
  };
  const outbound: Outbound = {
    limits,
    post: async (target, post, intent, signal) => {
      if (signal.aborted) throw ended(signal);
      const id = messageId(target, intent);
      if (target.under !== undefined && removed.has(target.under.id)) throw gone(target);
      if (!screen.has(id)) print(target, post, (view) => renderPost(post, view));
      screen.set(id, { channel: target.channel, post });
      forgetOldest(screen);
      return { id };
    },
    edit: async (target, message, post, signal) => {
      if (signal.aborted) throw ended(signal);
      if (removed.has(message.id)) throw gone(target);
      const before = screen.get(message.id)?.post;
      print(target, post, (view) => (before === undefined ? renderPost(post, view) : renderEdit(before, post, view)));
      screen.set(message.id, { channel: target.channel, post });
      return message;
    },
    remove: async (target, message, signal) => {
      if (signal.aborted) throw ended(signal);
      const post = screen.get(message.id)?.post;
      if (post !== undefined) print(target, post, (view) => renderRemoval(post, view));
      screen.delete(message.id);
      removed.add(message.id);
    },
    find: async (target, _post, intent) => {
      const id = messageId(target, intent);
      return screen.has(id) ? { id } : undefined;
    },
  };
  return { platform: 'terminal', outbound, ...life(options), shown: (channel) => shownIn(screen, channel) };
}

/** A screen that runs for weeks does not fill the memory; an edit of what is forgotten is shown as a new card. */
function forgetOldest(screen: Map<string, unknown>): void {
  for (const id of screen.keys()) {
    if (screen.size <= remembered) return;
    screen.delete(id);
  }
}

function life({ out, clock }: TerminalOptions): Pick<Adapter, 'start' | 'stop' | 'status'> {
  const since = clock.now();
  const health = () =>
    out.writable === false ? { connected: false, since, reason: 'the terminal is closed' } : { connected: true, since };
  return {
    start: async () => {},
    stop: async () => {},
    status: () => ({
      health,
      name: () => 'this terminal',
      access: async () => ({
        reachable: out.writable !== false,
        name: 'this terminal',
        missing:
          out.writable === false ? [{ what: 'an open terminal', remedy: 'start again in another terminal' }] : [],
      }),
      sees: async () => undefined,
    }),
  };
}

function viewOf(options: TerminalOptions): () => View {
  const paints = palette(options.color);
  return () => {
    const wanted = options.width ?? options.out.columns ?? columns.fallback;
    const width = Math.min(columns.most, Math.max(columns.least, wanted));
    return { paints, width, timezone: options.timezone, language: options.language ?? 'en-GB' };
  };
}

/** Made from the intent, so that the same intent never prints twice. */
const messageId = (target: Target, intent: Intent): string => `${target.channel}${intent.token}`;

function gone(target: Target): DeliveryError {
  return new DeliveryError('message-gone', `The message in ${target.channel} was removed; it is not shown again.`);
}

function shownIn(screen: ReadonlyMap<string, { channel: ChannelId; post: Post }>, channel: ChannelId) {
  return [...screen]
    .filter(([, item]) => item.channel === channel)
    .map(([id, { post }]): { id: Message['id']; post: Post } => ({ id, post }));
}
