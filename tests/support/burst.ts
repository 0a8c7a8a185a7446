import { expect, vi } from 'vitest';
import { type PageServer, servePage } from './page-server.ts';
import { startProgram } from './started-program.ts';

/** A chat on which a burst is watched. */
export type BurstChat = {
  /** As routes name them. */
  readonly channels: readonly string[];
  /** What connects the program to it. */
  readonly env: Readonly<Record<string, string>>;
  /** The headlines of waves that a channel shows, in its order. */
  readonly shown: (channel: string) => readonly string[];
};

/**
 * The whole program following one blog into all channels of a chat, where then `count` waves come at once. Resolves to
 * their headlines once every channel shows as many; `patience` in ms. Stops the program, whatever happens.
 */
export async function burst(chat: BurstChat, count: number, patience: number): Promise<string[]> {
  const start = Date.now();
  const page = await servePage('Storm over Saltmere');
  page.entries = [{ id: 'calm', headline: 'Calm', text: 'All is calm.', at: start - 60_000 }];
  const program = startProgram(configOf(page, chat), chat.env);
  try {
    await vi.waitFor(() => expect(program.said()).toContain('started'), 20_000);
    const waves = Array.from({ length: count }, (_, n) => ({
      id: `wave-${n}`,
      headline: `Wave ${n} rose`,
      text: `It reached the quay at mark ${n}.`,
      at: start + n,
    }));
    page.entries = [...page.entries, ...waves];
    const all = () => {
      for (const channel of chat.channels) expect(chat.shown(channel).length).toBeGreaterThanOrEqual(count);
    };
    await vi.waitFor(all, { timeout: patience, interval: 100 });
    return waves.map(({ headline }) => headline);
  } finally {
    await program.stop();
    await page.close();
  }
}

function configOf(page: PageServer, { channels }: BurstChat): string {
  const blog = ['http: off', 'blogs:', '  storm:', `    url: ${page.url}`, '    poll: 5s', '    to:'];
  return [...blog, ...channels.map((channel) => `      - ${channel}`)].join('\n');
}
