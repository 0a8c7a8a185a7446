import { type DomElement, type DomNode, parseNodes, replaceNode } from '../body/dom.ts';
import { islandHtml } from './islands.ts';
import { COMMENT, PROMOTED, readable } from './markup.ts';

/** Links of the old app, which name the page they stand for. */
const APP_LINK = /^x-gu:\/\/(?:item|list)\/mobile-apps\.guardianapis\.com\/(?:items|lists\/tag)\//u;

/** What today's pages and those of 2014 to 2018 call a tweet's words. */
const TWEET = /\bnojs-tweet\b|\bjs-tweet\b/u;

/** Part of every class that the body reader knows by another name. */
const RENAMED = /-comment|element-/u;

/**
 * An element of a page under the names that the body reader knows. Done once to a page; doing it again changes nothing. Gives what took the element's place,
 * if anything did.
 */
export function modernised(element: DomElement, inBlock: boolean): readonly DomNode[] | undefined {
  const { attribs, name } = element;
  if (name === 'iframe' && attribs.srcdoc !== undefined) return replaceNode(element, parseNodes(attribs.srcdoc));
  if (inBlock && name === 'gu-island') {
    const html = islandHtml(element);
    if (html !== undefined) return replaceNode(element, parseNodes(readable(html)));
  }
  const { class: names, href } = attribs;
  if (names !== undefined && inBlock) {
    if (names.includes('js-tweet')) attribs.class = names.replace(TWEET, 'twitter-tweet');
    else if (RENAMED.test(names)) {
      attribs.class = names.replace(COMMENT, 'element-remark').replace(PROMOTED, 'element-advert');
      if (names.includes('element-pullquote')) element.name = 'div';
    }
  }
  if (href?.startsWith('x-gu://') === true) attribs.href = href.replace(APP_LINK, 'https://www.theguardian.com/');
  return undefined;
}
