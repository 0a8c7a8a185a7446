import { plainTitle } from '../wire/markup.ts';

/** No editor writes more under a headline. */
const LONGEST = 20_000;

/**
 * The bullets an editor puts under the headline. Items that are nothing but a link lead to other stories ("In pictures: …")
 * and are no points.
 */
export function standfirstPoints(html: string | undefined): string[] {
  if (html === undefined) return [];
  return [...html.slice(0, LONGEST).matchAll(/<li[^>]*>([\s\S]*?)<\/li>/giu)]
    .map(([, item = '']) => item.trim())
    .filter((item) => !/^(?:<(?:strong|b|p)>\s*)?<a\s[^>]*>[^<]*<\/a>(?:\s*<\/(?:strong|b|p)>)?$/iu.test(item))
    .map((item) => plainTitle(item))
    .filter((item) => item !== undefined);
}
