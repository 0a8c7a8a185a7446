import type { BlockContent } from 'mdast';
import type { Media } from '../../core/entry.ts';
import { isFurnitureLine } from '../../core/text/furniture-words.ts';
import { isReadMore } from '../../core/text/language-words.ts';
import { type Caption, UNCAPTIONED } from './credits.ts';
import type { DomElement, DomNode } from './dom.ts';
import { type Marks, phrasing, type Run } from './runs.ts';

/** What is the same for every node of one body. */
export type Draft = {
  readonly base: string;
  /** By address: the same picture written twice (lazy, `noscript`) is one. */
  readonly media: Map<string, Media>;
  /** Pictures drawn behind its elements, shown where it has no other. */
  readonly backdrops: Media[];
  /** Addresses of the links in its text. */
  readonly linked: Set<string>;
  /** Elements that are read elsewhere (title, time, byline) and left out of the text. */
  readonly skip: (element: DomElement) => boolean;
  readonly convert: Convert;
};

/** Walks nodes into a sink: inline content into the paragraph being written, blocks into the list of blocks. */
export type Convert = (nodes: readonly DomNode[], sink: Sink, draft: Draft, marks: Marks, depth: number) => void;

/** Where blocks are collected: the root, a list item, a quote. `runs` is the paragraph being written. */
export type Sink = {
  readonly blocks: BlockContent[];
  runs: Run[];
  readonly caption: Caption;
  /** In a table any word may be a value: "Share", "Comments". */
  readonly table?: boolean;
};

export function newSink(caption: Caption = UNCAPTIONED, table = false): Sink {
  return { blocks: [], runs: [], caption, table };
}

export function addMedia(draft: Draft, media: Media): void {
  const known = draft.media.get(media.url);
  draft.media.set(media.url, known === undefined ? media : { ...media, ...known });
}

/** Ends the paragraph being written; two line breaks in a row end one too. */
export function flush(sink: Sink): void {
  if (sink.runs.length === 0) return;
  for (const runs of sink.runs.length === 1 ? [sink.runs] : splitAtBlankLines(sink.runs)) {
    const children = phrasing(runs);
    if (children.length > 0 && !isFurniture(runs, sink)) sink.blocks.push({ type: 'paragraph', children });
  }
  sink.runs = [];
}

/** Ends the heading being written. */
export function flushHeading(sink: Sink, depth: 1 | 2 | 3 | 4 | 5 | 6): void {
  const children = phrasing(sink.runs.map((run) => ('break' in run ? { text: ' ', marks: run.marks } : run)));
  if (children.length > 0 && !isReadMore(...measure(sink.runs))) sink.blocks.push({ type: 'heading', depth, children });
  sink.runs = [];
}

function isFurniture(runs: readonly Run[], sink: Sink): boolean {
  const [text, linkLength] = measure(runs);
  return isReadMore(text, linkLength) || (sink.table !== true && isFurnitureLine(text));
}

function measure(runs: readonly Run[]): [text: string, linkLength: number] {
  let text = '';
  let linkLength = 0;
  for (const run of runs) {
    if ('break' in run) continue;
    text += run.text;
    if (run.marks.link !== undefined) linkLength += run.text.trim().length;
    if (text.length > 400) break;
  }
  return [text.trim(), linkLength];
}

function splitAtBlankLines(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [];
  let part: Run[] = [];
  let breaks = 0;
  let end = 0;
  for (const run of runs) {
    if ('break' in run) breaks += 1;
    else if (run.text.trim() !== '') {
      if (breaks > 1) {
        // Without the breaks at its end: most paragraphs are then one run.
        parts.push(part.slice(0, end));
        part = [];
      }
      breaks = 0;
      end = part.length + 1;
    }
    part.push(run);
  }
  parts.push(part);
  return parts;
}
