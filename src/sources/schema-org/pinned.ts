import type { Flag, SourceEntry } from '../../core/entry.ts';
import { keptEntry } from '../../core/kept-entry.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { ReadContext } from '../../ports/source.ts';
import { cleanUrl } from '../body/urls.ts';
import { tagNamedAt } from '../named-tag.ts';
import { elementAt } from './page-elements.ts';
import { sliceAuthors, sliceFacts, sliceTitle } from './page-slices.ts';
import { withOthers } from './with-others.ts';

/** The entry that a page holds at its top: its id, and its own piece of the page. */
export type Pinned = { readonly id: string; readonly slice: string };

/** Not `u`: the whole page is gone through, and ignoring case takes twice as long by the rules of Unicode. */
const WORD = /(?<![a-z])(?:pinned|angepinnt|sticky-?(?:post|entry))(?![a-z])/gi;
const ID = /\s(?:href|id|data-id|data-[a-z]+-id)\s*=\s*["']([^"'<>\s]{1,1000})["']/giu;
const MOST_WORDS = 20;

/**
 * Finds the pinned entry by its mark; `isOwn` tells the ids and addresses that are entries of this blog. What is marked so
 * and holds no time, or several entries, is a bar that stays in sight or the list itself.
 */
export function pinnedOn(html: string, isOwn: (written: string) => string | undefined): Pinned | undefined {
  WORD.lastIndex = 0;
  for (let count = 0; count < MOST_WORDS; count++) {
    const word = WORD.exec(html);
    if (word === null) return undefined;
    const start = tagNamedAt(html, word.index);
    const slice = start === undefined ? undefined : elementAt(html, start);
    if (slice === undefined || !TIMED.test(slice)) continue;
    const ids = new Set([...slice.matchAll(ID)].flatMap(([, written = '']) => isOwn(written) ?? []));
    const [id] = ids;
    if (id !== undefined && ids.size === 1) return { id, slice };
  }
  return undefined;
}

const TIMED = /<time\b|\bdata-(?:[a-z-]*time|published|created)/iu;

type Siblings = { readonly url: string; readonly sourceId: (id: string) => string | undefined };

type Memory = {
  /** The pinned entry while it was among the declared updates: they say more than the page. */
  readonly declared?: SourceEntry | undefined;
  readonly key?: string;
  readonly entry?: SourceEntry | undefined;
};
const memory = new WeakMap<ReadContext['body'], Memory>();

/** A pinned entry that is not among the declared updates any more, as the page shows it: aside of the run. */
function pinnedEntry(pinned: Pinned, siblings: Siblings, context: ReadContext): SourceEntry | undefined {
  const key = ownCopy(`${siblings.url} ${pinned.id} ${pinned.slice}`);
  const known = memory.get(context.body);
  if (known?.key === key) return known.entry;
  const found = read(pinned, siblings);
  const shown = found && keptEntry(found);
  const declared = known?.declared;
  const entry = isSame(declared, shown) ? { ...declared, aside: true } : shown;
  memory.set(context.body, { declared, key, entry });
  return entry;
}

function isSame(a: SourceEntry | undefined, b: SourceEntry | undefined): a is SourceEntry {
  return a !== undefined && b !== undefined && a.sourceId === b.sourceId && words(a) === words(b);
}

function words({ body }: SourceEntry): string {
  return body.text.replace(/\s+/gu, '');
}

function read({ id, slice }: Pinned, { url, sourceId }: Siblings): SourceEntry | undefined {
  const name = sourceId(id);
  const article = slice.search(/<article\b/iu);
  const own = article === -1 ? slice : slice.slice(article);
  const facts = sliceFacts(own, url);
  if (name === undefined || facts?.publishedAt === undefined || facts.body.text === '') return undefined;
  const title = sliceTitle(own);
  const permalink = cleanUrl(`${url.replace(/#.*$/u, '')}#${id}`, url);
  return {
    sourceId: name,
    ...(title !== undefined && { title }),
    body: facts.body,
    authors: facts.authors.length > 0 ? facts.authors : sliceAuthors(own),
    publishedAt: facts.publishedAt,
    ...(facts.updatedAt !== undefined && facts.updatedAt > facts.publishedAt && { updatedAt: facts.updatedAt }),
    ...(permalink !== undefined && { url: permalink }),
    flags: [...new Set<Flag>(['pinned', ...facts.flags])],
    aside: true,
  };
}

/** The pinned entry where it is none of the declared updates; its id is written as theirs are. */
export function outsideRun(
  pinned: Pinned,
  fragments: ReadonlySet<string>,
  entries: readonly SourceEntry[],
  url: string,
  context: ReadContext,
): SourceEntry | undefined {
  if (fragments.has(pinned.id)) {
    memory.set(context.body, { declared: entries.find(({ sourceId }) => sourceId?.endsWith(pinned.id)) });
    return undefined;
  }
  const sourceId = (id: string) => idLikeTheirs(id, entries, fragments);
  return pinnedEntry(pinned, { url, sourceId }, context);
}

/** An id as the declared updates write theirs: the address or prefix they have in front of it, and it. */
export function idLikeTheirs(
  id: string,
  entries: readonly SourceEntry[],
  fragments: ReadonlySet<string>,
): string | undefined {
  for (const { sourceId: name } of entries.slice(0, 5)) {
    if (name === undefined) continue;
    const hash = name.lastIndexOf('#');
    const fragment = name.slice(hash + 1);
    if (fragments.has(fragment)) return name.slice(0, hash + 1) + id;
    const [, before = '', named = ''] = /^(.*[?&][\w-]+=)([\w-]+)$/u.exec(name) ?? [];
    if (fragments.has(named)) return before + id;
  }
  return undefined;
}

/** A pinned entry before newer ones is held on top, out of its place: it stands aside, where its time is. */
export function asideOnTop(entries: SourceEntry[]): SourceEntry[] {
  const [first, second, ...others] = entries;
  if (first === undefined || second === undefined || !first.flags.includes('pinned')) return entries;
  const isOlder = (first.publishedAt ?? 0) < (second.publishedAt ?? 0);
  const isNewestFirst = (second.publishedAt ?? 0) >= (others.at(-1)?.publishedAt ?? 0);
  return isOlder && isNewestFirst ? withOthers([second, ...others], [{ ...first, aside: true }]) : entries;
}

/** The fragment by which an id or address names an entry of this page. */
export function ownId(written: string, fragments: ReadonlySet<string>, url: string): string | undefined {
  const hash = written.indexOf('#');
  const id = hash === -1 ? written : written.slice(hash + 1);
  if (fragments.has(id)) return id;
  const isHere = hash !== -1 && (hash === 0 || written.slice(0, hash) === url.replace(/#.*$/u, ''));
  return isHere && id !== '' ? id : undefined;
}
