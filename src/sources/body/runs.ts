import type { PhrasingContent } from 'mdast';
import { collapse } from './whitespace.ts';

/** How a stretch of text is set. Plain values, so that misnested markup cannot produce a misnested tree. */
export type Marks = {
  readonly link?: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly delete?: true;
  readonly code?: true;
};

/** Most text. */
export const UNMARKED: Marks = {};

export type Run = { readonly text: string; readonly marks: Marks } | { readonly break: true; readonly marks: Marks };

const LEVELS = ['link', 'strong', 'emphasis', 'delete'] as const;
type Level = (typeof LEVELS)[number];

/** Inline content from a flat list of runs: white space collapsed, spaces moved out of marks, neighbours joined. */
export function phrasing(runs: readonly Run[]): PhrasingContent[] {
  const [first] = runs;
  if (runs.length === 1 && first?.marks === UNMARKED && 'text' in first) return plainPhrasing(first.text);
  return nest(tidy(runs), 0);
}

/** Most paragraphs are one run without marks. */
function plainPhrasing(text: string): PhrasingContent[] {
  const value = collapse(text).trim();
  return value === '' ? [] : [{ type: 'text', value }];
}

function tidy(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let space = true;
  for (const run of runs) {
    if ('break' in run) {
      trimEnd(out);
      if (out.length > 0) out.push(run);
      space = true;
      continue;
    }
    let text = collapse(run.text);
    if (space) text = text.trimStart();
    if (text === '') continue;
    space = text.endsWith(' ');
    pushParts(out, text, run.marks);
  }
  trimEnd(out);
  while (out.length > 0 && 'break' in (out.at(-1) as Run)) out.pop();
  return sharedSpaces(out);
}

/** Leading and trailing space as runs of their own, so that they can lose the marks their neighbours do not share. */
function pushParts(out: Run[], text: string, marks: Marks): void {
  const inner = text.trim();
  if (text.startsWith(' ')) out.push({ text: ' ', marks });
  if (inner === '') return;
  out.push({ text: inner, marks });
  if (text.endsWith(' ')) out.push({ text: ' ', marks });
}

function trimEnd(out: Run[]): void {
  for (let last = out.at(-1); last !== undefined && 'text' in last && last.text === ' '; last = out.at(-1)) out.pop();
}

function sharedSpaces(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    if (!('break' in run) && run.text !== ' ') return run;
    const before = runs[index - 1]?.marks ?? UNMARKED;
    const after = runs[index + 1]?.marks ?? UNMARKED;
    if (before === UNMARKED || after === UNMARKED) return { ...run, marks: UNMARKED };
    const marks: Marks = {
      ...(before.link !== undefined && before.link === after.link ? { link: before.link } : {}),
      ...(before.strong && after.strong ? { strong: true } : {}),
      ...(before.emphasis && after.emphasis ? { emphasis: true } : {}),
      ...(before.delete && after.delete ? { delete: true } : {}),
    };
    return { ...run, marks };
  });
}

function nest(runs: readonly Run[], from: number): PhrasingContent[] {
  if (runs.every(({ marks }) => marks === UNMARKED)) return leaves(runs);
  const depth = outermost(runs, from);
  const level = LEVELS[depth];
  if (level === undefined) return leaves(runs);
  const out: PhrasingContent[] = [];
  for (let start = 0; start < runs.length; ) {
    const value = runs[start]?.marks[level];
    let end = start + 1;
    while (end < runs.length && runs[end]?.marks[level] === value) end += 1;
    const children = nest(runs.slice(start, end), depth + 1);
    if (value === undefined) out.push(...children);
    else out.push(wrap(level, value, children));
    start = end;
  }
  return out;
}

/** The first level, from this one on, that any of the runs is marked with; their number when there is none. */
function outermost(runs: readonly Run[], from: number): number {
  let depth = from;
  for (; depth < LEVELS.length; depth += 1) {
    const level = LEVELS[depth];
    if (level !== undefined && runs.some(({ marks }) => marks[level] !== undefined)) break;
  }
  return depth;
}

function wrap(level: Level, value: string | true, children: PhrasingContent[]): PhrasingContent {
  if (level === 'link') return { type: 'link', url: String(value), children };
  return { type: level, children };
}

function leaves(runs: readonly Run[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if ('break' in run) out.push({ type: 'break' });
    else if (run.marks.code) out.push({ type: 'inlineCode', value: run.text });
    else if (last?.type === 'text') last.value += run.text;
    else out.push({ type: 'text', value: run.text });
  }
  return out;
}
