import {
  attribute,
  type DomElement,
  type DomNode,
  isElement,
  nodesOf,
  type Page,
  pushChildren,
} from '../../body/dom.ts';
import { oneLine } from '../../body/whitespace.ts';

/** The elements of a page that say something of all of it. */
export type PageHead = {
  /** What the first `meta` of each property, name or `itemprop …` says. */
  readonly metas: ReadonlyMap<string, string>;
  /** The first of each. */
  readonly html?: DomElement;
  readonly body?: DomElement;
  readonly title?: DomElement;
  readonly heading?: DomElement;
  readonly canonical?: DomElement;
  /** `<time datetime>`, and JSON-LD. */
  readonly times: readonly DomElement[];
  readonly linkedData: readonly DomElement[];
};

type Gathered = {
  readonly metas: Map<string, string>;
  readonly times: DomElement[];
  readonly linkedData: DomElement[];
  html?: DomElement;
  body?: DomElement;
  title?: DomElement;
  heading?: DomElement;
  canonical?: DomElement;
};

/** What the head of a page says under a name, a property or an itemprop. */
export function meta(page: Page, name: string): string | undefined {
  return headOf(page).metas.get(name);
}

const heads = new WeakMap<Page, PageHead>();

/** All of it gathered in one walk: a selector for each would go through the page ten times. */
export function headOf(page: Page): PageHead {
  const known = heads.get(page);
  if (known !== undefined) return known;
  const head: Gathered = { metas: new Map(), times: [], linkedData: [] };
  const stack: DomNode[] = [...nodesOf(page)].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node)) take(node, head);
    pushChildren(node, stack);
  }
  heads.set(page, head);
  return head;
}

function take(element: DomElement, head: Gathered): void {
  switch (element.name) {
    case 'html':
      head.html ??= element;
      break;
    case 'body':
      head.body ??= element;
      break;
    case 'title':
      head.title ??= element;
      break;
    case 'h1':
      head.heading ??= element;
      break;
    case 'meta':
      takeMeta(element, head.metas);
      break;
    case 'link':
      if (element.attribs.rel?.toLowerCase() === 'canonical') head.canonical ??= element;
      break;
    case 'time':
      if (element.attribs.datetime !== undefined) head.times.push(element);
      break;
    case 'script':
      if (element.attribs.type?.toLowerCase() === 'application/ld+json') head.linkedData.push(element);
      break;
  }
}

function takeMeta(element: DomElement, metas: Map<string, string>): void {
  const value = oneLine(attribute(element, 'content') ?? '');
  if (value === '') return;
  const { property, name, itemprop } = element.attribs;
  for (const key of [property, name, itemprop === undefined ? undefined : `itemprop ${itemprop}`]) {
    if (key !== undefined && !metas.has(key)) metas.set(key, value);
  }
}
