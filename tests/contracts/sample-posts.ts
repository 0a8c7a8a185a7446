import type { Root } from 'mdast';
import type { Entry, Media } from '../../src/core/entry.ts';
import type { BlogView, EntryView, Post } from '../../src/core/post.ts';
import { paragraphs } from '../../src/core/text/body-text.ts';

/** The live blog all sample posts belong to: the fictional harbour town of Saltmere. */
export const HARBOUR: BlogView = {
  name: 'harbour-storm',
  title: 'Storm over Saltmere harbour',
  url: 'https://gazette.example/live/harbour-storm',
  publisher: 'Saltmere Gazette',
  hue: 210,
};

const PUBLISHED = Date.UTC(2026, 2, 14, 9, 26);

export type SampleEntry = {
  readonly id?: string;
  readonly title?: string;
  readonly text?: string;
  readonly tree?: Root;
  readonly flags?: Entry['flags'];
  readonly media?: readonly Media[];
  readonly authors?: readonly string[];
  readonly url?: string;
};

/** An entry with everything a reader may see; override what a test is about. */
export function sampleView(entry: SampleEntry = {}, view: Partial<Omit<EntryView, 'entry'>> = {}): EntryView {
  const id = entry.id ?? 'e1';
  const title = entry.title ?? 'Harbour gates closed';
  const text = entry.text ?? 'The gates at the north quay were closed at dawn.';
  return {
    entry: {
      id,
      title,
      body: { tree: entry.tree ?? paragraphs(text), text, media: entry.media ?? [], links: [] },
      authors: entry.authors ?? ['Ines Calder'],
      publishedAt: PUBLISHED,
      url: entry.url ?? `${HARBOUR.url}#${id}`,
      flags: entry.flags ?? [],
    },
    seq: Number.parseInt(id, 36),
    title,
    maxText: 2_000,
    firstSeenAt: PUBLISHED + 20_000,
    repost: false,
    ...view,
  };
}

export type PostExtras = { readonly key?: string; readonly revision?: string; readonly mention?: string };

function base(key: string, extras: PostExtras): { key: string; revision: string; mention?: string } {
  return { key, revision: 'r1', ...extras };
}

/** A post of one entry; its key is the entry's id unless told otherwise. */
export function entryPost(entry: SampleEntry = {}, view: Partial<Omit<EntryView, 'entry'>> = {}, extras = {}): Post {
  const shown = sampleView(entry, view);
  return { kind: 'entry', blog: HARBOUR, view: shown, ...base(`entry:${shown.entry.id}`, extras) };
}

export function foldPost(views: readonly EntryView[], extras: PostExtras = {}): Post {
  return { kind: 'fold', blog: HARBOUR, views, ...base('fold:1', extras) };
}

/** One post of every kind, so that a new kind cannot be forgotten by a renderer. */
export const EVERY_KIND: readonly Post[] = [
  entryPost(),
  foldPost([sampleView(), sampleView({ id: 'e2', title: 'Ferry cancelled' })]),
  {
    kind: 'digest',
    blog: HARBOUR,
    views: [sampleView(), sampleView({ id: 'e2', title: 'Ferry cancelled' })],
    more: 3,
    from: PUBLISHED - 1_800_000,
    to: PUBLISHED,
    ...base('digest:1', {}),
  },
  {
    kind: 'card',
    blog: HARBOUR,
    card: {
      status: 'live',
      updatedAt: PUBLISHED,
      keyPoints: ['Gates closed', 'Two ferries cancelled'],
      keyEvents: [{ title: 'Gates closed', url: `${HARBOUR.url}#e1`, at: PUBLISHED }],
      counts: { entries: 12, corrected: 2, withdrawn: 1 },
    },
    ...base('card', {}),
  },
  {
    kind: 'correction',
    blog: HARBOUR,
    view: sampleView({}, { correctedAt: PUBLISHED + 60_000 }),
    changes: [
      { before: 'three', after: 'four' },
      { before: '', after: 'late' },
      { before: 'early', after: '' },
    ],
    ...base('correction:e1', {}),
  },
  {
    kind: 'notice',
    text: 'The blog could not be read since 09:12.',
    level: 'warning',
    actions: [{ label: 'Resume', run: 'retry slack:C1' }],
    ...base('notice:1', {}),
  },
  {
    kind: 'alert',
    blog: HARBOUR,
    query: 'ferry',
    hits: [
      { view: sampleView(), context: 'the ferry to Elm Point', messageUrl: 'https://chat.example/m/1' },
      { view: sampleView({ id: 'e2' }), context: 'no ferry today', lapsed: 'withdrawn' },
    ],
    ...base('alert:1', {}),
  },
];
