import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import { addressPart } from '../../core/web-address.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { childrenOf, type DomElement, findElement, isElement, textOf } from '../body/dom.ts';
import { elementBody } from '../body/html-body.ts';
import { oneLine } from '../body/whitespace.ts';
import { pageOf } from '../page.ts';
import { permalink } from '../wire/links.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { instant } from '../wire/times.ts';
import { bylineAuthors } from './byline.ts';

/** What posts are called in pages, whatever classes are called there. */
export const ASSET = /\s[iI][dD]\s?=\s?["']?asset:[\da-f]{8}-[\da-f-]{27}["'\s>]/u;

/** A live page of today that came without its data: its posts are articles whose heading carries the post's urn. */
export function readAssetPage(document: Document, context: ReadContext): Snapshot {
  const page = pageOf(document);
  const url = page('link[rel="canonical"]').attr('href') ?? document.url;
  const title = plainTitle(page('h1').first().text());
  const found = page('article [id^="asset:"], article[id^="asset:"]').toArray();
  const entries: SourceEntry[] = [];
  for (const mark of found) {
    const article = mark.name === 'article' ? mark : page(mark).closest('article').toArray().find(isElement);
    if (article === undefined) continue;
    const inner = childrenOf(article);
    const time = findElement(inner, ({ name, attribs }) => name === 'time' && attribs.datetime !== undefined);
    const at = instant(time?.attribs.datetime);
    const heading = findElement(inner, ({ name }) => name === 'h2' || name === 'h3');
    const breaking =
      findElement(inner, ({ attribs }) => attribs['data-testid'] === 'breaking-news-label') !== undefined;
    entries.push(postEntry(article, mark.attribs.id ?? '', heading, { url, at, breaking, context }));
  }
  const ordered = inRelayOrder(entries.reverse());
  const points = page('[data-e2e="key-points"] li').toArray();
  return {
    kind: 'bbc',
    url,
    ...(title === undefined ? {} : { title }),
    publisher: 'BBC',
    ...outlook(ordered, { url, title, now: document.fetchedAt, stated: null }),
    coverage: 'window',
    entries: ordered,
    deleted: [],
    keyPoints: points.map((point) => plainTitle(page(point).text())).filter((point) => point !== undefined),
    warnings: entries.some((entry) => entry.publishedAt === undefined)
      ? ['Some posts show no time that can be read.']
      : [],
  };
}

type Known = { url: string; at: number | undefined; breaking: boolean; context: ReadContext };

function postEntry(article: DomElement, id: string, heading: DomElement | undefined, known: Known): SourceEntry {
  const [title, ...others] = headLines(heading);
  const skip = (node: DomElement): boolean => node === heading || node.name === 'button' || node.name === 'time';
  return {
    sourceId: id,
    ...(title === undefined ? {} : { title }),
    body: elementBody(childrenOf(article), known.url, skip),
    authors: others.flatMap(bylineAuthors),
    ...(known.at === undefined ? {} : { publishedAt: known.at }),
    ...permalink(known.url, `?post=${addressPart(id)}#post`),
    flags: known.breaking ? ['breaking'] : [],
  };
}

/** The lines of a heading after the one with the time; commas between them are for screen readers. */
function headLines(heading: DomElement | undefined): string[] {
  if (heading === undefined) return [];
  let lines = childrenOf(heading).filter(isElement);
  while (lines.length === 1 && lines[0] !== undefined) lines = childrenOf(lines[0]).filter(isElement);
  return lines
    .filter((line) => !holdsTime(line))
    .map((line) => oneLine(textOf([line])))
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}

function holdsTime(element: DomElement): boolean {
  return findElement([element], ({ name }) => name === 'time') !== undefined;
}
