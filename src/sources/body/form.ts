import { childrenOf, type DomElement, isElement, textOf, walk } from './dom.ts';

/** Elements that a reader fills in. */
const FIELD = /^(?:input|select|textarea)$/u;
/** Fields nobody sees, and buttons, which pages have everywhere. */
const UNASKED = /^(?:hidden|submit|button|image|reset)$/iu;
const READ = /^(?:p|li|article|h[1-6]|td|blockquote|figcaption)$/u;
/** A form that says so much between its fields is a page that stands in a form. */
const MUCH = 4;
const LONG = 25;

/**
 * True for a form that asks the reader for something: sign-ups, searches, polls. False for one around what is there to be
 * read, as ASP.NET puts one around its whole pages.
 */
export function isAsking(form: DomElement): boolean {
  const known = asking.get(form);
  if (known !== undefined) return known;
  const is = asks(form);
  asking.set(form, is);
  return is;
}

const asking = new WeakMap<DomElement, boolean>();

function asks(form: DomElement): boolean {
  let fields = 0;
  let lines = 0;
  let paragraphs = 0;
  for (const node of walk(childrenOf(form))) {
    if (!isElement(node)) continue;
    if (FIELD.test(node.name)) fields += UNASKED.test(node.attribs.type ?? '') ? 0 : 1;
    else if (READ.test(node.name)) {
      const { length } = textOf([node]).trim();
      if (length > 0) lines += 1;
      if (length >= LONG) paragraphs += 1;
    }
    if (paragraphs >= MUCH) return false;
  }
  return fields > 0 || lines === 0;
}
