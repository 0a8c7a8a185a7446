import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { isLive } from '../ending.ts';
import { successorOf } from '../successor.ts';

export type Signs = {
  readonly url: string;
  readonly title: string | undefined;
  /** When it was read, epoch ms. */
  readonly now: number;
  /** What the source says outright; null when it says nothing. */
  readonly stated: boolean | null;
};

/** Whether a blog is running and, when it is not, where it goes on – as far as the source and its newest entries tell. */
export function outlook(entries: readonly SourceEntry[], signs: Signs): Pick<Snapshot, 'live' | 'successor'> {
  const { url, title, now, stated } = signs;
  const texts = title === undefined ? [] : [title];
  const live = isLive({ now, entries, texts, ...(stated === null ? {} : { stated }) });
  const successor = live === true ? undefined : successorOf(entries, url);
  return { live, ...(successor === undefined ? {} : { successor }) };
}
