import { type DiffPart, wordDiff } from '../../src/core/word-diff.ts';

/** A piece of text that changed, with a few words around it; '' before means inserted, '' after means removed. */
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
    const lead = words(sameText(parts[at - 1]))
      .slice(-CONTEXT)
      .join(' ');
    const trail = words(sameText(parts[at + 1]))
      .slice(0, CONTEXT)
      .join(' ');
    return [{ lead, before: words(part.before).join(' '), after: words(part.after).join(' '), trail }];
  });
}

const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');

const sameText = (part: DiffPart | undefined) => (part?.kind === 'same' ? part.text : '');

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
