import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import type { DomElement, Page } from '../body/dom.ts';
import { pageOf } from '../page.ts';
import { permalink } from '../wire/links.ts';
import { plainTitle } from '../wire/markup.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { instant } from '../wire/times.ts';
import { type LxFacts, lxFacts, MINUTE } from './lx-data.ts';
import { clockInstants } from './lx-times.ts';

/** Posts of the BBC's live pages from 2014 to 2022. */
const LX_POSTS = 'li.lx-stream__post-container > article[id^="post_"], article.lx-stream-post[id^="post_"]';
/** Looked for from the post (`:scope`), as all that is in one: else everything it holds would be compared with each other first. */
const PEOPLE = ':scope .lx-stream-post__contributor-name, :scope .qa-contributor-name, :scope .lx-commentary__reporter';
/** Words that only screen readers say, and what stands in for a headline there. */
const UNSEEN = ':scope .gs-u-vh, :scope .visually-hidden';
const LABEL = /^(?:post(?: update)?|get involved)$/iu;
const HEADS =
  ':scope header, :scope .lx-stream-post__header, :scope .lx-stream-post__contributor, :scope .lx-stream-post__meta-time, :scope time, :scope .lx-share, :scope .lx-stream__post-share';

/** An old live page: newest post first, times as "HH:MM", sometimes with a day. */
export function readLxPage(document: Document, context: ReadContext): Snapshot {
  const page = pageOf(document);
  const url = page('link[rel="canonical"]').attr('href') ?? document.url;
  const posts = [...new Set(page(LX_POSTS).toArray())];
  const told = lxFacts(document.text);
  const clocks = posts.map((post) => told.get(idOf(post))?.publishedAt ?? clockOf(page, post));
  const times = clockInstants(clocks, {
    zone: context.timezone ?? 'Europe/London',
    newest: newestPossible(document, context),
  });
  const entries = posts
    .map((post, index) => withFacts(postEntry(page, post, { url, at: times[index] }, context), told))
    .reverse();
  const title = plainTitle(page('h1').first().text()) ?? plainTitle(page('meta[property="og:title"]').attr('content'));
  const live = /\b(?:lx-)?live-status--live\b|"isLive":\s*true/u.test(document.text);
  const older = olderPage(page, url);
  const ended = /"isLive":\s*false|lx-stream--ended/u.test(document.text);
  return {
    kind: 'bbc',
    url,
    ...(title === undefined ? {} : { title }),
    publisher: 'BBC',
    live: live ? true : ended ? false : null,
    coverage: 'window',
    entries: told.size > 0 ? inRelayOrder(entries) : entries,
    deleted: [],
    keyPoints: page('.lx-summary li, .lx-c-summary-points li, .lx-c-summary-points__list li')
      .toArray()
      .map((item) => plainTitle(page(item).text()))
      .filter((point) => point !== undefined),
    warnings: times.some((time, index) => time === undefined && !MINUTE.test(String(clocks[index])))
      ? ['Some posts show no time that can be read.']
      : [],
    ...(older === undefined ? {} : { older }),
  };
}

/** The end of the day an operator named; else when the page says it was last changed; else when it was fetched. */
function newestPossible(document: Document, context: ReadContext): number {
  const day = context.date === undefined ? undefined : instant(`${context.date}T23:59:59Z`);
  const changed = /"dateModified":\s*"([^"]+)"/u.exec(document.text)?.[1];
  return day ?? instant(changed) ?? document.fetchedAt;
}

function withFacts(entry: SourceEntry, told: ReadonlyMap<string, LxFacts>): SourceEntry {
  const facts = told.get(entry.sourceId ?? '');
  return facts === undefined ? entry : { ...entry, ...facts, flags: [...new Set([...entry.flags, ...facts.flags])] };
}

function idOf(post: DomElement): string {
  return (post.attribs.id ?? '').replace(/^post_/u, '');
}

function clockOf(page: Page, post: DomElement): string | number | undefined {
  const time = page(post).find(':scope time[datetime], :scope [data-timestamp]').first();
  const exact = instant(time.attr('datetime')) ?? instant(Number(time.attr('data-timestamp')));
  if (exact !== undefined) return exact;
  const label = page(post)
    .find(':scope .lx-stream-post__meta-time, :scope .qa-post-auto-meta, :scope time')
    .first()
    .text();
  return label.trim() === '' ? undefined : label;
}

function postEntry(
  page: Page,
  post: DomElement,
  known: { url: string; at: number | undefined },
  context: ReadContext,
): SourceEntry {
  const id = idOf(post);
  const element = page(post).clone();
  element.find(UNSEEN).remove();
  for (const image of element.find(':scope img[data-src*="{width}"]').toArray())
    image.attribs['data-src'] = widest(image);
  const written = plainTitle(element.find(':scope h3, :scope .lx-stream-post__header-title').first().text());
  const headline = written !== undefined && LABEL.test(written) ? undefined : written;
  const title = headline ?? MINUTE.exec(String(clockOf(page, post)))?.[0];
  const authors = element
    .find(PEOPLE)
    .toArray()
    .map((person) => page(person).text().trim());
  const label = element.find(':scope .lx-stream-post__post-type, :scope [class*="breaking"]').first().text();
  const breaking = /breaking/iu.test(label) || /-breaking\b/u.test(post.attribs.class ?? '');
  const body = element.find(':scope .lx-stream-post-body').first();
  const from = body.length > 0 ? body : element;
  if (body.length === 0) element.find(HEADS).remove();
  return {
    sourceId: id,
    ...(title === undefined ? {} : { title }),
    body: context.body((from.html() ?? '').trim(), known.url),
    authors: authors.filter((name) => name !== ''),
    ...(known.at === undefined ? {} : { publishedAt: known.at }),
    ...permalink(known.url, `#post_${id}`),
    flags: breaking ? ['breaking'] : [],
  };
}

/** Pictures are named for any width, and their widths listed beside. */
function widest({ attribs }: DomElement): string {
  const widths = [...(attribs['data-widths'] ?? '').matchAll(/\d+/gu)].map(([width]) => Number(width));
  return (attribs['data-src'] ?? '').replace('{width}', String(Math.max(976, ...widths)));
}

/** "1 of 3": pages are counted from the newest. */
function olderPage(page: Page, url: string): string | undefined {
  const [now, all] = ['current', 'total'].map((which) =>
    Number(page(`.qa-pagination-${which}-page-number`).first().text()),
  );
  if (now === undefined || all === undefined || !(now > 0 && now < all)) return undefined;
  return `${url.replace(/\/page\/\d+$/u, '')}/page/${now + 1}`;
}
