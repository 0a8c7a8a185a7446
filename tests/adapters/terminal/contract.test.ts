import { createTerminalAdapter } from '../../../adapters/terminal/index.ts';
import { blogName } from '../../../adapters/terminal/print.ts';
import { renderPost } from '../../../adapters/terminal/render.ts';
import { palette } from '../../../adapters/terminal/style.ts';
import type { Post } from '../../../src/core/post.ts';
import { adapterContract, type Fault, type Stage } from '../../contracts/adapter-contract.ts';

const VIEW = { paints: palette(false), width: 100, timezone: 'UTC', language: 'en-GB' };

async function open(): Promise<Stage> {
  let fault: Fault | undefined;
  const out = {
    writable: true,
    write: () => {
      if (fault === undefined) return true;
      fault = undefined;
      throw new Error('write failed');
    },
  };
  const clock = { now: () => Date.now(), sleep: async () => {} };
  const adapter = createTerminalAdapter({ out, color: false, width: 100, timezone: 'UTC', clock });
  await adapter.start({ command: never, complete: never, channel: never });
  return {
    adapter,
    channel: 'terminal:',
    person: 'terminal:ines',
    seen: (channel) =>
      adapter.shown(channel).map(({ id, post }) => ({
        id,
        text: [headingOf(post), ...renderPost(post, VIEW).map((line) => line.slice(9))].join(' '),
        pinged: post.mention === undefined ? [] : [post.mention],
      })),
    failNext: (next) => {
      fault = next;
    },
    moderate: (channel, id) => void adapter.outbound.remove({ channel }, { id }, new AbortController().signal),
    expel: () => {
      out.writable = false;
    },
    revoke: () => {},
    close: () => adapter.stop(),
  };
}

const never = async () => Promise.reject(new Error('a terminal takes no commands'));

/** The line above the card names the blog. */
const headingOf = (post: Post) => (post.kind === 'notice' ? '' : blogName(post.blog));

const NO_SERVER = 'a terminal is written to, not asked: there is no answer to lose or to wait for';
const NO_THREADS = 'a terminal has no threads';

adapterContract('the terminal', open, {
  'a post of a spoiler route tells its words to those alone who ask': 'a terminal is read by whoever runs the bot',
  'a post under a message stands in its thread': NO_THREADS,
  'a post whose answer was lost is found by its intent and not doubled': NO_SERVER,
  'a post under a message whose answer was lost is found too': NO_SERVER,
  'a rate limit says when, to the second, and nothing was done': NO_SERVER,
  'a hang answer says unavailable': NO_SERVER,
  'an abort ends the wait for a hung answer': NO_SERVER,
  'a revoked token says forbidden and never appears in the message': 'a terminal has no token',
});
