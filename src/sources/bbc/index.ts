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
import { looksLikeJson, parseJson } from '../wire/json.ts';
import { ASSET, readAssetPage } from './asset-page.ts';
import { embeddedData } from './embedded-data.ts';
import { isEventPage, readEventPage } from './event-page.ts';
import { LX_DATA, readLxData } from './lx-data.ts';
import { readLxPage } from './lx-page.ts';
import { readStream } from './page.ts';

/** Live pages of the BBC: page data, streams of posts, pages that embed them, and the pages of 2014 to 2022 and before. */
export const bbc: Source = { kind: 'bbc', recognise, request, read };

const LX = /\s[iI][dD]\s?=\s?["']?post_[\da-f]{24}["'\s>]/u;
const STREAM = /\\?"liveTextStream\\?"\s*:/u;
const POST = /\\?"urn\\?"\s*:\s*\\?"asset:/u;

function recognise(document: Document): Recognition {
  const { text } = document;
  const isNamed = holds(text, 'TextSt');
  if (looksLikeJson(document)) return isBbcJson(text, isNamed) ? 'sure' : 'no';
  if (isNamed && text.includes('liveTextStream') && POST.test(text)) return 'sure';
  if (text.includes('asset:') && (ASSET.test(text) || embedsPosts(text)) && isOwn(document)) return 'sure';
  if (holds(text, 'x-comm') && text.includes(LX_NAME) && LX_DATA.test(text)) return 'sure';
  if (holds(text, 'x-stre') && text.includes('lx-stream') && LX.test(text)) return 'sure';
  return isOfOldSite(document) && isEventPage(text) ? 'sure' : 'no';
}

function isOwn({ text, url }: Document): boolean {
  return url.includes('bbc.co') || holds(text, 'bbc.co');
}

/** Pages of 2010 to 2014 have their date in the head under this name. */
function isOfOldSite({ text, url }: Document): boolean {
  return url.includes('bbc.co') || (holds(text, 'Origin') && text.includes('"OriginalPublicationDate"'));
}

function isBbcJson(text: string, isNamed: boolean): boolean {
  if ((isNamed && STREAM.test(text)) || (POST.test(text) && text.includes('"dates"'))) return true;
  return text.includes('"assetId"') && text.includes('"lastUpdated"') && LX_DATA.test(text);
}

/** Posts in a page's data, whatever this year's site calls the stream they are in. */
function embedsPosts(text: string): boolean {
  return text.includes('firstPublished') && POST.test(text);
}

/** Part of the address under which pages of 2016 to 2022 keep what they fetched. */
const LX_NAME = 'lx-commentary-data';

function request(next: NextRead): Request {
  return { url: next.url };
}

function read(document: Document, context: ReadContext): Snapshot {
  if (looksLikeJson(document)) {
    const json = parseJson(document, 'BBC');
    return LX_DATA.test(document.text) ? readLxData(json, document, context) : readStream(json, document, context);
  }
  const data = STREAM.test(document.text) || POST.test(document.text) ? embeddedData(document) : undefined;
  if (data !== undefined) return readStream(data, document, context);
  if (ASSET.test(document.text)) return readAssetPage(document, context);
  if (LX.test(document.text)) return readLxPage(document, context);
  if (LX_DATA.test(document.text)) return readLxData(undefined, document, context);
  if (isEventPage(document.text)) return readEventPage(document, context);
  throw new SourceError(
    'malformed',
    'The BBC page holds no posts that can be read; nothing was changed, and it will be read again.',
  );
}
