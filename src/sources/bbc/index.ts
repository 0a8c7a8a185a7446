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
import { readLxPage } from './lx-page.ts';
import { readStream } from './page.ts';

/** Live pages of the BBC: page data, streams of posts, pages that embed them, and the pages of 2014 to 2022. */
export const bbc: Source = { kind: 'bbc', recognise, request, read };

const LX = /\s[iI][dD]\s?=\s?["']?post_[\da-f]{24}["'\s>]/u;
const STREAM = /\\?"liveTextStream\\?"\s*:/u;
const POST = /\\?"urn\\?"\s*:\s*\\?"asset:/u;

function recognise(document: Document): Recognition {
  const { text } = document;
  const isNamed = holds(text, 'TextSt');
  if (looksLikeJson(document))
    return (isNamed && STREAM.test(text)) || (POST.test(text) && text.includes('"dates"')) ? 'sure' : 'no';
  if (isNamed && text.includes('liveTextStream') && POST.test(text)) return 'sure';
  if (text.includes('asset:') && (holds(text, 'bbc.co') || document.url.includes('bbc.co')) && ASSET.test(text))
    return 'sure';
  return holds(text, 'x-stre') && text.includes('lx-stream') && LX.test(text) ? 'sure' : 'no';
}

function request(next: NextRead): Request {
  return { url: next.url };
}

function read(document: Document, context: ReadContext): Snapshot {
  if (looksLikeJson(document)) return readStream(parseJson(document, 'BBC'), document, context);
  const data = STREAM.test(document.text) || POST.test(document.text) ? embeddedData(document) : undefined;
  if (data !== undefined) return readStream(data, document, context);
  if (ASSET.test(document.text)) return readAssetPage(document, context);
  if (LX.test(document.text)) return readLxPage(document, context);
  throw new SourceError(
    'malformed',
    'The BBC page holds no posts that can be read; nothing was changed, and it will be read again.',
  );
}
