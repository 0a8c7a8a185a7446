import type { Body, Flag, Media, SourceEntry } from '../../core/entry.ts';
import { withOnlyMedia } from '../../core/packed-body.ts';
import { oneLine } from '../body/whitespace.ts';
import { assemble } from '../wire/assemble.ts';

/** What the page itself says of an entry, beside its JSON-LD. */
export type PageFacts = {
  /** The heading above its text. */
  readonly title: string | undefined;
  /** Machine-readable time at the entry (epoch or ISO), never a bare clock time. */
  readonly publishedAt: number | undefined;
  readonly updatedAt: number | undefined;
  readonly authors: readonly string[];
  readonly body: Body;
  /** How the page marks it: pinned, key, breaking. */
  readonly flags: readonly Flag[];
};

/** Times that differ by less say the same: pages show minutes where JSON-LD has seconds. */
const SAME_TIME = 60_000;

/**
 * Joins the two descriptions of one entry. The rule, entry by entry:
 * – time: the page's own when JSON-LD has none or differs by a minute or more (readers see the page, and some publishers
 *   give every update the page's date); else JSON-LD's, which has the seconds;
 * – text: JSON-LD's; the page's where JSON-LD's is empty, cut short, or the same words without their paragraphs. Where
 *   neither holds the other they disagree on the words;
 * – title: JSON-LD's unless it has none;
 * – media, marks: what either says; authors: JSON-LD's unless it names none.
 */
export function mergePage(
  entry: SourceEntry,
  page: PageFacts,
  headlines: ReadonlySet<string>,
): { entry: SourceEntry; disagrees: readonly string[] } {
  const disagrees: string[] = [];
  const time = page.publishedAt;
  const usesPageTime =
    time !== undefined && (entry.publishedAt === undefined || Math.abs(time - entry.publishedAt) >= SAME_TIME);
  if (usesPageTime && entry.publishedAt !== undefined) disagrees.push('time');
  if (differ(entry.authors, page.authors)) disagrees.push('author');
  if (areOtherWords(entry.body.text, page.body.text)) disagrees.push('words');
  const publishedAt = usesPageTime ? time : entry.publishedAt;
  const updatedAt = usesPageTime ? page.updatedAt : (entry.updatedAt ?? page.updatedAt);
  const merged = assemble({
    sourceId: entry.sourceId,
    title: entry.title ?? ownTitle(entry, page, headlines),
    url: entry.url,
    body: mergeBodies(entry.body, page.body),
    authors: entry.authors.length > 0 ? entry.authors : page.authors,
    publishedAt,
    updatedAt: updatedAt !== undefined && updatedAt >= (publishedAt ?? 0) ? updatedAt : undefined,
    flags: [...new Set([...entry.flags, ...page.flags])],
  });
  return { entry: merged, disagrees };
}

/** The page's heading, but for the headline of the whole, names of authors, and what the text says already. */
function ownTitle(entry: SourceEntry, page: PageFacts, headlines: ReadonlySet<string>): string | undefined {
  const { title } = page;
  if (title === undefined || headlines.has(title)) return undefined;
  const said = letters(title);
  const isName = [...entry.authors, ...page.authors].some((name) => letters(name) === said);
  return said === '' || isName || isInText(said, entry.body.text, page.body.text) ? undefined : title;
}

/** As the first line of a text, or run together with it: then the page, whose headings are apart, begins otherwise. */
function isInText(title: string, text: string, page: string): boolean {
  const [line = ''] = text.split('\n', 1);
  if (letters(line) === title) return true;
  return page !== '' && letters(line).startsWith(title) && !letters(page).startsWith(title);
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const known = new Set(a.map((name) => name.toLowerCase()));
  return !b.some((name) => known.has(name.toLowerCase()));
}

function mergeBodies(body: Body, page: Body): Body {
  const better = isBetter(words(body.text), words(page.text)) || isCutInside(body.text, page.text) ? page : body;
  return withOnlyMedia(better, body.media.length > 0 ? mergeMedia(body.media, page.media) : page.media);
}

/**
 * The same picture in two sizes has two addresses: the page's own pictures are used only where JSON-LD has none, but say more
 * of those that both have. Films and posts of others hardly ever stand in JSON-LD.
 */
function mergeMedia(declared: readonly Media[], shown: readonly Media[]): readonly Media[] {
  const isListed = ({ url }: Media) => declared.some((item) => bareAddress(item.url) === bareAddress(url));
  const onlyPictures = declared.every(({ type }) => type === 'image');
  const films = onlyPictures ? shown.filter((item) => item.type !== 'image' && !isListed(item)) : [];
  if (films.length === 0 && !shown.some(isListed)) return declared;
  const described = declared.map((item) => {
    const own = shown.find(({ url }) => bareAddress(url) === bareAddress(item.url));
    return own === undefined ? item : { ...own, ...item };
  });
  return [...described, ...films];
}

function bareAddress(url: string): string {
  return url.replace(/[?#].*$/u, '');
}

function isBetter(text: string, page: string): boolean {
  if (page === '' || text === page) return page !== '';
  if (text === '') return true;
  const isCut = /(?:…|\.\.\.)$/u.test(text) || [200, 250, 255, 500, 1000, 5000].includes(text.length);
  return isCut && page.length > text.length && page.startsWith(text.replace(/(?:…|\.{3})$/u, '').slice(0, 80));
}

/** True where the page goes on in the middle of the sentence that the text ends with. */
function isCutInside(text: string, page: string): boolean {
  const said = text.trimEnd();
  if (said.length < SAME_BEGINNING || /[.!?…:]["'”’»)\]]*$/u.test(said)) return false;
  let at = 0;
  for (const word of said.split(/\s+/u)) {
    while (/\s/u.test(page[at] ?? '')) at += 1;
    if (!page.startsWith(word, at)) return false;
    at += word.length;
  }
  return /^ *[\p{L}\p{N}"'„“«‘(]/u.test(page.slice(at, at + 10));
}

/** A page cuts, JSON-LD cuts, and either may leave out captions and quotes: what holds the beginning of the other agrees. */
function areOtherWords(text: string, page: string): boolean {
  if (text === '' || page === '' || text === page) return false;
  const [left, right] = [letters(text), letters(page)];
  if (left === '' || right === '') return false;
  return !left.includes(right.slice(0, SAME_BEGINNING)) && !right.includes(left.slice(0, SAME_BEGINNING));
}

const SAME_BEGINNING = 60;

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function words(text: string): string {
  return oneLine(text);
}
