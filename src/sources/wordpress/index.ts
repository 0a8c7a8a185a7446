import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import {
  type Document,
  type Elsewhere,
  type NextRead,
  type ReadContext,
  type Recognition,
  type Request,
  type Source,
  SourceError,
} from '../../ports/source.ts';
import { canonicalOf, pageOf } from '../page.ts';
import { pageEnd } from '../page-end.ts';
import { pageTitle } from '../page-title.ts';
import { isObject, looksLikeJson, objectIn, parseJson, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { apiRoot, legacyAddress, pageAddress, sinceAddress } from './addresses.ts';
import { isEasyLiveblog, readEasyLiveblog } from './easy-liveblogs.ts';
import { type Changes, listIn, readChanges } from './entries.ts';
import { pageEntries, showsEntries } from './page-entries.ts';
import { entriesOf, isArchived } from './settings.ts';

/** WordPress with Automattic's Liveblog plugin: its pages lead to its API, whose answers are a typed change log. */
export const wordpress: Source = { kind: 'wordpress', recognise, request, read };

function recognise(document: Document): Recognition {
  const { text } = document;
  if (!looksLikeJson(document)) return recognisePage(document);
  if (/"updates"\s*:\s*\[/u.test(text) && /"last_update"\s*:/u.test(text)) return 'sure';
  if (/"css_classes"\s*:/u.test(text) && /"entry_time"\s*:|"timestamp"\s*:/u.test(text)) return 'sure';
  if (/"entries"\s*:/u.test(text) && /"(?:refresh_interval|entry_time|latest_timestamp)"\s*:/u.test(text))
    return 'sure';
  if (apiRoot(document.url) !== undefined) return 'sure';
  if (/^\s*\{\s*"code"\s*:\s*"rest_/u.test(text.slice(0, 200))) return 'likely';
  return /"entries"\s*:\s*\[/u.test(text) && /"type"\s*:\s*"(?:new|update|delete)"/u.test(text) ? 'likely' : 'no';
}

/**
 * A saved page that shows no entries may still have them in another way, which is better than to go and ask; and one that
 * names no API may declare them, which says more.
 */
function recognisePage(document: Document): Recognition {
  const shows = showsEntries(document);
  if (entriesOf(document) === undefined) return !shows ? 'no' : declares(document) ? 'likely' : 'sure';
  return shows || !isSaved(document) ? 'sure' : 'likely';
}

function declares({ text }: Document): boolean {
  return text.includes('LiveBlogPosting');
}

function isSaved({ url }: Document): boolean {
  return !/^https?:/iu.test(url);
}

function request({ url, full, cursor, now }: NextRead): Request {
  const accept = 'application/json';
  const root = apiRoot(url);
  const since = full ? undefined : cursor;
  if (root === undefined) {
    const legacy = now === undefined ? undefined : legacyAddress(url, since ?? '0', now);
    return legacy === undefined ? { url } : { url: legacy, accept };
  }
  if (since === undefined || now === undefined) return { url: pageAddress(root, 1), accept };
  return { url: sinceAddress(root, since, now), accept };
}

function read(document: Document, context: ReadContext): Snapshot | Elsewhere {
  if (!looksLikeJson(document)) {
    const elsewhere = entriesOf(document);
    const isAsked = elsewhere === undefined || isSaved(document) || context.here === true;
    if (isAsked && showsEntries(document)) return readPage(document, context);
    if (elsewhere !== undefined) return elsewhere;
    throw new SourceError(
      'malformed',
      'The WordPress page has a live blog but does not say where its entries are; follow its feed instead.',
    );
  }
  const json = parseJson(document, 'WordPress');
  if (isEasyLiveblog(json)) return readEasyLiveblog(json, document, context);
  const raw = Array.isArray(json) ? json : listIn(json, 'entries');
  if (raw.length === 0 && !Array.isArray(json) && !(isObject(json) && Array.isArray(json.entries)))
    throw notEntries(json);
  const answer = isObject(json) ? json : {};
  const changes = readChanges(raw, document.url, context);
  return snapshotOf(answer, changes, document, context);
}

/** A page that was saved, or that names no API, is read for what it shows. */
function readPage(document: Document, context: ReadContext): Snapshot {
  const entries = pageEntries(document, context);
  const url = canonicalOf(pageOf(document)) ?? document.url;
  const title = pageTitle(document.text);
  const said = isArchived(document) || pageEnd(document.text).ended;
  return {
    kind: 'wordpress',
    url,
    ...(title === undefined ? {} : { title }),
    ...outlook(entries, { url, title, now: document.fetchedAt, stated: said === true ? false : null }),
    coverage: 'window',
    entries: entries.map(pinnedAside),
    deleted: [],
    keyPoints: [],
    warnings: [],
  };
}

/** WordPress says the same "not found" of posts that are missing, private, or no live blogs. */
function notEntries(json: unknown): SourceError {
  const said = plainTitle(textIn(json, 'message'));
  const status = Number(textIn(objectIn(json, 'data'), 'status'));
  if (textIn(json, 'code') === undefined || said === undefined) {
    return new SourceError(
      'malformed',
      'The WordPress answer holds no list of entries; nothing was changed, and it will be read again.',
    );
  }
  const kind = status === 404 || status === 410 ? 'gone' : status === 401 || status === 403 ? 'refused' : 'malformed';
  return new SourceError(
    kind,
    `WordPress answers “${said.slice(0, 200)}”: the post is no live blog, is not published, or is not for everybody. Open the page in a browser and follow its address.`,
  );
}

function snapshotOf(
  answer: Readonly<Record<string, unknown>>,
  changes: Changes,
  document: Document,
  context: ReadContext,
): Snapshot {
  const url = blogAddress(changes) ?? document.url;
  const latest = Number(textIn(answer, 'latest_timestamp') ?? changes.latest);
  const cursor = laterOf(Number.isFinite(latest) ? latest : undefined, context.cursor);
  const interval = Number(textIn(answer, 'refresh_interval'));
  const coverage = coverageOf(answer);
  const older = olderPage(answer, changes, document.url);
  return {
    kind: 'wordpress',
    url,
    ...(coverage === 'increment'
      ? { live: null }
      : outlook(changes.entries, { url, title: undefined, now: document.fetchedAt, stated: null })),
    coverage,
    entries: coverage === 'window' ? changes.entries.map(pinnedAside) : changes.entries,
    deleted: changes.deleted,
    keyPoints: [],
    warnings: changes.warnings,
    ...(cursor === undefined ? {} : { cursor }),
    ...(interval > 0 ? { refreshAfter: interval * 1000 } : {}),
    ...(older === undefined ? {} : { older }),
  };
}

/** A pinned entry stands on the first page wherever it belongs, and says nothing about what lies between it and the others. */
function pinnedAside(entry: SourceEntry): SourceEntry {
  return entry.flags.includes('pinned') ? { ...entry, aside: true } : entry;
}

/** Polls and lists of key events show only some entries; a page is a stretch of the blog, or all of it. */
function coverageOf(answer: Readonly<Record<string, unknown>>): Snapshot['coverage'] {
  if ('latest_timestamp' in answer || 'nextTimestamp' in answer || !('entries' in answer)) return 'increment';
  return answer.page === 1 && typeof answer.pages === 'number' && answer.pages <= 1 ? 'complete' : 'window';
}

/** The parameter by which a version of the plugin names an entry. */
const ENTRY = 'lbup';

/** The page that the entries' own links name, without the entry. */
function blogAddress({ entries }: Changes): string | undefined {
  const link = entries.find((entry) => entry.url !== undefined)?.url;
  if (link === undefined) return undefined;
  const page = new URL(link);
  page.hash = '';
  page.searchParams.delete(ENTRY);
  return page.href;
}

function laterOf(latest: number | undefined, known: string | undefined): string | undefined {
  if (latest === undefined || latest <= 0) return known;
  return known !== undefined && Number(known) > latest ? known : String(latest);
}

function olderPage(answer: Readonly<Record<string, unknown>>, { entries }: Changes, asked: string): string | undefined {
  const root = apiRoot(asked);
  const { page, pages } = answer;
  if (root === undefined || typeof page !== 'number' || typeof pages !== 'number' || page >= pages) return undefined;
  const newest = entries.at(-1);
  const stamp = newest?.updatedAt ?? newest?.publishedAt;
  const pin =
    page === 1 && newest?.sourceId !== undefined && stamp !== undefined
      ? `${newest.sourceId}-${stamp / 1000}`
      : undefined;
  return pageAddress(root, page + 1, pin ?? /\/get-entries\/\d+\/([\w-]+)/u.exec(asked)?.[1]);
}
