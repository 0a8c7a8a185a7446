import type { Snapshot } from '../../core/entry.ts';
import { type Document, type ReadContext, SourceError } from '../../ports/source.ts';
import { type JsonObject, textIn } from '../wire/json.ts';
import { inRelayOrder } from '../wire/posts.ts';
import { blogAddress, servesPageJson } from './addresses.ts';
import { readBlockMarkup } from './html-page.ts';

/**
 * The answer to `?lastUpdate=block-…`: the new blocks as HTML. Corrections of older blocks do not come this way, which is
 * why a full reading is due now and then.
 */
export function readPollAnswer(answer: JsonObject, document: Document, context: ReadContext): Snapshot {
  const html = textIn(answer, 'html') ?? '';
  const url = blogOf(html, document.url);
  const entries = readBlockMarkup(html, url, context);
  const announced = answer.numNewBlocks;
  if (typeof announced === 'number' && announced > 0 && entries.length === 0) {
    throw new SourceError(
      'malformed',
      `The Guardian announces ${announced} new blocks and sends none that can be read; the whole page will be read instead.`,
    );
  }
  const recent = textIn(answer, 'mostRecentBlockId');
  const cursor = recent ?? context.cursor;
  return {
    kind: 'guardian',
    url,
    publisher: 'The Guardian',
    live: null,
    coverage: 'increment',
    entries: inRelayOrder(entries),
    deleted: [],
    keyPoints: [],
    warnings: [],
    ...(cursor === undefined || !servesPageJson(url) ? {} : { cursor }),
  };
}

/** The answer may come from another host than the page; its blocks' own links name the page. */
function blogOf(html: string, asked: string): string {
  const link = /<a\s[^>]{0,500}?href="(https?:\/\/[^"?#]{1,500})\?page=with:block-/u.exec(html)?.[1];
  return blogAddress(link ?? asked);
}
