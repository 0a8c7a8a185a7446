import { childrenOf, type DomElement, isElement, walk } from '../body/dom.ts';
import { namesOf } from '../entry-marks.ts';
import { parentOf, textLength } from './regions.ts';

const BOX = /^(?:article|div|li|section)$/u;

/** The inner element that holds nearly all an element says: beside it stand its dot, its time or its buttons. */
export function heartOf(element: DomElement, share = 0.8): DomElement | undefined {
  const most = textLength(element) * share;
  const isHeart = (child: DomElement) => BOX.test(child.name) && textLength(child) >= most;
  return most === 0 ? undefined : childrenOf(element).filter(isElement).find(isHeart);
}

const DEEPEST = 3;

/** The entries of a list without the boxes that each stands in, where those tell nothing of them. */
export function unboxed(list: readonly DomElement[]): readonly DomElement[] {
  let inner = list;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const hearts = inner.flatMap((element) => soleContent(element) ?? []);
    if (hearts.length < inner.length) return inner;
    inner = hearts;
  }
  return inner;
}

/** What a box holds that has no marks of its own, and beside which nothing stands that is read or seen. */
function soleContent(box: DomElement): DomElement | undefined {
  if (!Object.keys(box.attribs).every((name) => name === 'class' || name === 'style') || MARK.test(namesOf(box)))
    return undefined;
  const heart = heartOf(box, 1);
  const others = childrenOf(box).filter((child) => child !== heart);
  const isSeen = [...walk(others)].some(
    (node) => isElement(node) && /^(?:img|picture|video|iframe|a|time)$/u.test(node.name),
  );
  return isSeen ? undefined : heart;
}

const MARK = /pinned|sticky|key|breaking|highlight|summary|featured|live|post|entry|update|message/iu;

/** Of its text, how much must be of elements of the inner list for a box to be no more than a box around them. */
const FILLED = 0.85;

/** True where the elements of one list are boxes with several entries each of another: a day, a load, a chunk. */
export function areBoxesOf(boxes: readonly DomElement[], list: readonly DomElement[]): boolean {
  if (list.length < boxes.length * 1.5) return false;
  const within = new Map(boxes.map((box) => [box, 0]));
  for (const element of list) {
    for (let up = parentOf(element); up !== undefined; up = parentOf(up)) {
      const held = within.get(up);
      if (held === undefined) continue;
      within.set(up, held + textLength(element));
      break;
    }
  }
  return [...within].every(([box, held]) => held >= textLength(box) * FILLED);
}
