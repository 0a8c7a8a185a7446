import type { Entry, Flag, Link, Media } from '../../src/core/entry.ts';
import { paragraphs } from '../../src/core/text/body-text.ts';

type Written = {
  readonly id?: string;
  readonly title?: string;
  readonly text?: string;
  readonly authors?: readonly string[];
  readonly at?: number;
  readonly url?: string;
  readonly flags?: readonly Flag[];
  readonly media?: readonly Media[];
  readonly links?: readonly Link[];
  readonly repostOf?: string;
};

/** An entry with only what a test cares about. */
export function writtenEntry(written: Written = {}): Entry {
  const text = written.text ?? '';
  return {
    id: written.id ?? 'e1',
    body: { tree: paragraphs(text), text, media: written.media ?? [], links: written.links ?? [] },
    authors: written.authors ?? [],
    flags: written.flags ?? [],
    ...(written.title === undefined ? {} : { title: written.title }),
    ...(written.at === undefined ? {} : { publishedAt: written.at }),
    ...(written.url === undefined ? {} : { url: written.url }),
    ...(written.repostOf === undefined ? {} : { repostOf: written.repostOf }),
  };
}
