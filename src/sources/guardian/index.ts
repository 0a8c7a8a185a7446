import type { Snapshot } from '../../core/entry.ts';
import {
  type Document,
  type NextRead,
  type ReadContext,
  type Recognition,
  type Request,
  type Source,
  SourceError,
} from '../../ports/source.ts';
import { holds } from '../rare-mark.ts';
import { arrayIn, isObject, type JsonObject, looksLikeJson, objectIn, parseJson } from '../wire/json.ts';
import { blogAddress, pollAddress, servesPageJson } from './addresses.ts';
import { readContentApi } from './content-api.ts';
import { readHtmlPage } from './html-page.ts';
import { areNumbered } from './markup.ts';
import { readBlockLists, readPageJson } from './page-json.ts';
import { readPollAnswer } from './poll-answer.ts';

/** Live blogs of the Guardian: page JSON, live pages of all ages, poll answers and the Content API. */
export const guardian: Source = { kind: 'guardian', recognise, request, read };

function recognise(document: Document): Recognition {
  const { text } = document;
  if (looksLikeJson(document)) return isGuardianJson(text) ? 'sure' : 'no';
  const first = holds(text, 'block-') ? text.search(BLOCK_ID) : -1;
  if (first < 0) return isOlderPage(text) && OWN_PAGE.test(text) ? 'sure' : 'no';
  return hasAnother(text, first) || GUARDIAN.test(text) || OWN_MARK.test(text) ? 'sure' : 'likely';
}

/** A block behind the one at `first`. */
function hasAnother(text: string, first: number): boolean {
  NEXT_BLOCK_ID.lastIndex = first + 1;
  return NEXT_BLOCK_ID.test(text);
}

const OWN_MARK = /<gu-island|class=["']?block-time/u;
const GUARDIAN = /guardian(?:apis)?\.(?:com|co\.uk)/u;
/** A page that says it is the Guardian's, or has its pictures; many only link to it. */
const OWN_PAGE =
  /<(?:link|meta)\b(?=[^<>]{0,500}\b(?:canonical|og:url)\b)[^<>]{0,500}?https?:\/\/(?:[\w-]+\.)?(?:the)?guardian\.co|\bguim\.co\.uk/iu;

/** Pages that name their blocks in another way; each is asked for by a mark that few pages have. */
function isOlderPage(text: string): boolean {
  if (areNumbered(text) && COMMENTED.test(text)) return true;
  return holds(text, 'block-') && (NUMBERED.test(text) || BARE.test(text));
}

/** Fields of a block, and the newest one's id, from a letter on that is rare. Asked of every JSON document there is. */
const BLOCK_FIELDS = /kFirstPublished(?:Display)?"|kCreatedOn"|RecentBlockId"|NewBlocks"/u;

/** What blocks have that are given to the front page. */
const FRONT_FIELDS = ['"publishedDateTime"', '"lastUpdatedDateTime"', '"blocks"'];

/** The same for what the Content API calls a live blog. */
const CONTENT_API = /bodyHtml"\s*:|liveBloggingNow"\s*:|id=\\"block-|<!--\s?Block \d/u;

/** No other publisher numbers its blocks so; classes are renamed with every build. */
const BLOCK_ID = /\s[iI][dD]\s?=\s?["']?(?:pinned-)?block-[\da-f]{24}["'\s>]/u;
const NEXT_BLOCK_ID = new RegExp(BLOCK_ID, 'gu');

/** Before 2013 blocks were numbered, as boxes are on other sites: their class has to say it too. */
const NUMBERED =
  /<(?:div|article)\b(?=[^<>]{0,300}\sclass\s?=\s?["']?block["'\s>])[^<>]{0,300}?\sid\s?=\s?["']?block-\d{1,4}["'\s>]/iu;

/** Before 2012 they were numbered in comments. */
const COMMENTED = /<!--\s?Block \d{1,4}\s?-->/u;

/** Pages for telephones have the bare ids, beside the times they are sorted by. */
const BARE =
  /<div\b(?=[^<>]{0,300}\sdata-sort-time\s?=\s?["']?\d{13})[^<>]{0,300}?\sid\s?=\s?["']?[\da-f]{24}["'\s>]/iu;

function isGuardianJson(text: string): boolean {
  if (BLOCK_FIELDS.test(text) || FRONT_FIELDS.every((field) => text.includes(field))) return true;
  return CONTENT_API.test(text) && text.includes('"response"');
}

function request(next: NextRead): Request {
  if (!servesPageJson(next.url)) return { url: next.url };
  const blog = blogAddress(next.url);
  if (!next.full && next.cursor !== undefined)
    return { url: pollAddress(blog, next.cursor), accept: 'application/json' };
  return { url: `${blog}.json?dcr`, accept: 'application/json' };
}

function read(document: Document, context: ReadContext): Snapshot {
  if (!looksLikeJson(document)) return readHtmlPage(document, context);
  const json = parseJson(document, 'Guardian');
  if (Array.isArray(json)) return readBlockLists(json, document, context);
  if (!isObject(json)) throw notGuardian();
  if (isObject(json.frontendData)) return readJson(json.frontendData, document, context);
  return readJson(json, document, context);
}

function readJson(json: JsonObject, document: Document, context: ReadContext): Snapshot {
  const response = objectIn(json, 'response');
  const [only, ...others] = arrayIn(response, 'results');
  const content = isObject(only) && others.length === 0 ? only : objectIn(response, 'content');
  if (Object.keys(content).length > 0) return readContentApi(content, document, context);
  if (Array.isArray(json.blocks)) return readPageJson(json, document, context);
  if ('html' in json || 'numNewBlocks' in json) return readPollAnswer(json, document, context);
  if (Object.values(json).some(Array.isArray)) return readBlockLists(json, document, context);
  throw notGuardian();
}

function notGuardian(): SourceError {
  return new SourceError(
    'malformed',
    'The Guardian answer holds no blocks; nothing was changed, and it will be read again.',
  );
}
