import type { Flag } from '../core/entry.ts';

/** One entry of the sample blog as its editors wrote it; `html` is our own and trusted. */
export type StoryEntry = {
  readonly id: string;
  readonly title?: string;
  readonly html: string;
  readonly authors: readonly string[];
  readonly flags?: readonly Flag[];
};

type Change =
  | { readonly do: 'publish'; readonly entry: StoryEntry }
  | { readonly do: 'correct'; readonly id: string; readonly to: Partial<Omit<StoryEntry, 'id'>> }
  | { readonly do: 'withdraw'; readonly id: string }
  | { readonly do: 'pin'; readonly id: string }
  | { readonly do: 'key-points'; readonly points: readonly string[] }
  | { readonly do: 'close'; readonly title: string };

/**
 * Something the editors do. `at`: seconds after the play begins, at speed 1. `time`: the evening's clock, `HH:MM`; hours
 * from 24 on are after midnight.
 */
export type Step = { readonly at: number; readonly time: string } & Change;

const [INES, JORY, TAMSIN] = ['Ines Calder', 'Jory Penhale', 'Tamsin Roe'] as const;

/** Who writes the sample blog. */
export const writers = { INES, JORY, TAMSIN } as const;

/** A step that publishes an entry. */
export function publish(
  at: number,
  time: string,
  id: string,
  author: string,
  written: { readonly title?: string; readonly html: string; readonly flags?: readonly Flag[] },
): Step {
  return { at, time, do: 'publish', entry: { id, authors: [author], ...written } };
}

/** A picture of the sample blog, with words for those who cannot see it. */
export function picture(name: string, alt: string, credit: string, caption = ''): string {
  return `<figure><img src="/pictures/${name}.svg" alt="${alt}"><figcaption>${caption} <span class="credit">${credit}</span></figcaption></figure>`;
}
