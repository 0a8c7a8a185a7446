import { attribute, isElement, type Page } from '../body/dom.ts';
import { oneLine } from '../body/whitespace.ts';

/** What the head of a page says under a name, a property or an itemprop. */
export function meta(page: Page, name: string): string | undefined {
  return metasOf(page).get(name);
}

const metas = new WeakMap<Page, ReadonlyMap<string, string>>();

/** What the page says of itself, gathered in one walk: a page has some fifty such elements, and we ask for ten. */
function metasOf(page: Page): ReadonlyMap<string, string> {
  const known = metas.get(page);
  if (known !== undefined) return known;
  const said = new Map<string, string>();
  for (const element of page('meta').toArray()) {
    const value = isElement(element) ? oneLine(attribute(element, 'content') ?? '') : '';
    if (value === '' || !isElement(element)) continue;
    const { property, name, itemprop } = element.attribs;
    for (const key of [property, name, itemprop === undefined ? undefined : `itemprop ${itemprop}`]) {
      if (key !== undefined && !said.has(key)) said.set(key, value);
    }
  }
  metas.set(page, said);
  return said;
}
