import type { DomElement } from '../body/dom.ts';
import { isObject } from '../wire/json.ts';
import { elementsHtml, isFurniture, isRelated, kindOf } from './elements.ts';

/** Islands that stand for an element of a block; others (share buttons, times) are parts of the page. */
const SHOWN = /(?:BlockComponent|Atom(?:Wrapper)?|RichLinkComponent|EmailSignUpWrapper|CrosswordComponent)$/u;

/**
 * The HTML of what an island's script would show, from the data the page hands to it: before the script runs there is a
 * poster, a question for consent or nothing. undefined where the data says nothing of it, and what stands there is read.
 */
export function islandHtml(element: DomElement): string | undefined {
  const { name = '', props = '' } = element.attribs;
  if (!SHOWN.test(name)) return undefined;
  const kind = name.replace(/(?:Block)?(?:Component|Wrapper)$/u, '');
  if (isFurniture(kind)) return '';
  const fields = parsed(props);
  const shown = isObject(fields.element) ? fields.element : { ...fields, _type: `${kind}BlockElement` };
  const html = elementsHtml([shown]);
  if (html === '') return undefined;
  return isRelated(kind) ? `<aside class="element-rich-link">${html}</aside>` : html;
}

function parsed(props: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(props);
    return isObject(value) ? value : {};
  } catch {
    return {}; // what stands in the island is read then
  }
}

/** The kind of element a figure says it shows; '' for one that does not say. */
export function figureKind(element: DomElement): string {
  const type = element.attribs['data-spacefinder-type'];
  return type === undefined ? '' : kindOf(type);
}
