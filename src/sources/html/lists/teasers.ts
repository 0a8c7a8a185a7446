import { type DomElement, type DomNode, findElement, isElement, textOf, walk } from '../../body/dom.ts';
import { namesOf } from '../../entry-marks.ts';
import { parentOf, textLength } from '../regions.ts';

/** From so many headings on that lead away, a list is a part of a front page. */
const FEWEST = 3;

/** A list of stories on other pages: nearly all it says is links, or its headings lead away. */
export function isTeasers(list: readonly DomElement[], base: string): boolean {
  const own = ownPath(base);
  const isAway = (node: DomElement) => leadsAway(node, own);
  if (list.every(isReport)) return false;
  const teasers = list.filter((element) => {
    const inner = [...walk([element])].filter(isElement);
    const linked = inner.filter(isAway);
    const linkText = linked.reduce((sum, link) => sum + textOf([link]).trim().length, 0);
    if (linkText > textLength(element) * 0.55) return true;
    const headings = inner.filter(isHeading);
    const away = headings.filter((heading) => leadsToStory(heading, isAway));
    if (away.length >= FEWEST && away.length > headings.length / 2) return true; // a part of a front page
    return headings[0] !== undefined && away.includes(headings[0]) && textLength(element) < 400;
  });
  return teasers.length > list.length * 0.6;
}

/** Called a part of a live blog and told at length: its heading may lead to a page of its own. */
function isReport(element: DomElement): boolean {
  if (!/(?:^|[\s_-])live-?(?:blog|ticker)/iu.test(namesOf(element))) return false;
  const told = [...walk([element])].filter((node) => isElement(node) && node.name === 'p');
  return textOf(told).trim().length >= SHORTEST_REPORT;
}

const SHORTEST_REPORT = 60;

function isHeading(node: DomNode): node is DomElement {
  return isElement(node) && /^h[1-6]$/u.test(node.name);
}

function leadsToStory(heading: DomElement, isAway: (node: DomElement) => boolean): boolean {
  const up = parentOf(heading);
  return findElement([heading], isAway) !== undefined || (up !== undefined && isAway(up));
}

function leadsAway({ name, attribs: { href } }: DomElement, own: Own): boolean {
  if (name !== 'a' || href === undefined || href === '' || href.includes('#')) return false;
  return own === undefined || !isOwnPage(href, own);
}

type Own = { readonly url: string; readonly path: string } | undefined;

/** The path of a page that tells one story; a page that lists them has stories of its own under it. */
function ownPath(base: string): Own {
  if (!URL.canParse(base)) return undefined;
  const path = pathOf(new URL(base));
  return STORY.test(path) ? { url: base, path } : undefined;
}

/** Its last part is made of a headline, or has a number in it. */
const STORY = /\/[^/]*(?:-[^/]*-|\d{3})[^/]*$/u;

function pathOf({ pathname }: URL): string {
  return pathname.replace(/(?:\.html?|\/)$/u, '');
}

/** A page of an entry alone: under the page of the live blog, or told by a query. */
function isOwnPage(href: string, { url, path }: NonNullable<Own>): boolean {
  if (href.startsWith('?')) return true;
  if (!href.includes(path) || !URL.canParse(href, url)) return false;
  const led = new URL(href, url);
  if (led.host !== new URL(url).host) return false;
  return pathOf(led) === path || led.pathname.startsWith(`${path}/`);
}
