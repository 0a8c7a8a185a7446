import { type DomElement, isText, walk } from './dom.ts';
import { oneLine } from './whitespace.ts';

/** The element's words on one line; undefined as soon as they are more than `most`, so that asking costs little. */
export function shortText(element: DomElement, most: number): string | undefined {
  let text = '';
  let nodes = 0;
  for (const node of walk([element])) {
    nodes += 1;
    if (isText(node)) text += node.data;
    if (text.length > most * 4 || nodes > 200) return undefined;
  }
  const line = oneLine(text);
  return line.length <= most ? line : undefined;
}
