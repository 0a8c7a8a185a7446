import { type DiffPart, wordDiff } from '../../src/core/text/word-diff.ts';

/**
 * A piece of text that changed, with a few words of its line around it, spaces as they were; '' before means inserted,
 * '' after means removed.
 */
export type Change = {
  readonly lead: string;
  readonly before: string;
  readonly after: string;
  readonly trail: string;
};

/** Words of context on each side of a change; changes with fewer than this between them are told as one. */
const CONTEXT = 3;

/** What changed from one text to another, word by word, in reading order. Both must be safe text. */
export function wordChanges(before: string, after: string): readonly Change[] {
  const parts = joined(wordDiff(before, after));
  return parts.flatMap((part, at) => {
    if (part.kind === 'same') return [];
    return [
      {
        lead: lastWords(parts[at - 1]),
        before: oneLine(part.before),
        after: oneLine(part.after),
        trail: firstWords(parts[at + 1]),
      },
    ];
  });
}

const LAST = new RegExp(`(?:\\S+[^\\S\n]+){0,${CONTEXT - 1}}\\S*[^\\S\n]*$`, 'u');
const FIRST = new RegExp(`^[^\\S\n]*\\S*(?:[^\\S\n]+\\S+){0,${CONTEXT - 1}}`, 'u');

const lastWords = (part: DiffPart | undefined) => (part?.kind === 'same' ? (LAST.exec(part.text)?.[0] ?? '') : '');

const firstWords = (part: DiffPart | undefined) => (part?.kind === 'same' ? (FIRST.exec(part.text)?.[0] ?? '') : '');

/** Lines of a changed passage parted by a slash. */
const oneLine = (text: string) => text.replace(/\n+(?=\S)/gu, ' / ').replace(/\s+/gu, ' ');

const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');

/** Parts in which neighbouring changes are one when fewer than `CONTEXT` words part them. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  for (const [at, part] of parts.entries()) {
    const last = result.at(-1);
    const isBridge = part.kind === 'same' && at < parts.length - 1 && words(part.text).length < CONTEXT;
    if (last?.kind === 'changed' && (part.kind === 'changed' || isBridge)) {
      const [before, after] = part.kind === 'changed' ? [part.before, part.after] : [part.text, part.text];
      result[result.length - 1] = { kind: 'changed', before: last.before + before, after: last.after + after };
    } else result.push(part);
  }
  return result;
}
