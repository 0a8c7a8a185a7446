import { oneLine } from '../body/whitespace.ts';
import { arrayIn, type JsonObject, objectIn, textIn } from '../wire/json.ts';

/** Deeper than any editor nests; below it nothing is read. */
export const MAX_DEPTH = 40;

/** The text of blocks on one line each, joined by `separator`. */
export function plainOf(blocks: readonly unknown[], separator = ' ', depth = 0): string {
  if (depth > MAX_DEPTH) return '';
  let text = '';
  for (const block of blocks) {
    const model = objectIn(block, 'model');
    const inner = arrayIn(model, 'blocks');
    const isLine = textIn(block, 'type') === 'paragraph';
    const joined = inner.length > 0 ? plainOf(inner, isLine ? '' : separator, depth + 1) : '';
    const part = joined.trim() === '' ? rawText(model) : joined;
    if (part !== '') text += text === '' ? part : `${separator}${part}`;
  }
  return separator === '' || text === '' ? text : oneLine(text);
}

function rawText(model: JsonObject): string {
  return typeof model.text === 'string' ? model.text : '';
}

/** The blocks of one type directly below a model. */
export function blocksOf(model: unknown, type: string): readonly unknown[] {
  return arrayIn(model, 'blocks').filter((block) => textIn(block, 'type') === type);
}
