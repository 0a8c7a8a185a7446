import { type DomElement, type DomNode, isElement, isSilent, isText } from './dom.ts';
import { oneLine } from './whitespace.ts';

/** More nodes than this hold no short text. */
const MOST_NODES = 200;

type Gathered = { text: string; nodes: number };

/** The element's words on one line; undefined as soon as they are more than `most`, so that asking costs little. */
export function shortText(element: DomElement, most: number): string | undefined {
  const gathered: Gathered = { text: '', nodes: 0 };
  if (!gather(element, most * 4, gathered)) return undefined;
  const line = oneLine(gathered.text);
  return line.length <= most ? line : undefined;
}

/** False as soon as there is too much. No node is left out of the count, so it goes no deeper than that. */
function gather(node: DomNode, most: number, gathered: Gathered): boolean {
  gathered.nodes += 1;
  if (isText(node)) gathered.text += node.data;
  if (gathered.text.length > most || gathered.nodes > MOST_NODES) return false;
  if (!('children' in node) || (isElement(node) && isSilent(node))) return true;
  for (const child of node.children) if (!gather(child, most, gathered)) return false;
  return true;
}
