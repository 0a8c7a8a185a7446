import type { DomElement } from '../../body/dom.ts';
import { namesOf } from '../../entry-marks.ts';
import { contentElements, parentOf } from '../regions.ts';
import { kindName } from './lists.ts';

const PINNED = /(?:^|[\s_-])(?:is-?)?(?:pinned|sticky|angepinnt|featured)(?:$|[\s_-])/iu;
/** How many boxes there may be between an entry and the one that says it is pinned. */
const NEAR = 4;

/** An entry of the same make as those of the list that stands outside of it, in a box that says it is pinned. */
export function pinnedBeside(root: readonly DomElement[], list: readonly DomElement[]): DomElement | undefined {
  const [first] = list;
  if (first === undefined) return undefined;
  const known = new Set(list);
  const name = makeOf(first);
  for (const element of contentElements(root)) {
    if (element === first) return undefined; // what is pinned stands above the list
    if (element.name !== first.name || known.has(element) || makeOf(element) !== name || name === '') continue;
    if (isInPinnedBox(element)) return element;
  }
  return undefined;
}

/** Its first class, or what its author calls it for tests. */
function makeOf(element: DomElement): string {
  const name = kindName(element);
  return name === '' ? (element.attribs['data-testid'] ?? '') : name;
}

function isInPinnedBox(element: DomElement): boolean {
  let up: DomElement | undefined = element;
  for (let step = 0; step <= NEAR && up !== undefined; step += 1) {
    if (PINNED.test(namesOf(up))) return true;
    up = parentOf(up);
  }
  return false;
}
