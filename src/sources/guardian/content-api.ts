import { z } from 'zod';
import type { Snapshot, SourceEntry } from '../../core/entry.ts';
import type { Document, ReadContext } from '../../ports/source.ts';
import { arrayIn, type JsonObject, objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { outlook } from '../wire/outlook.ts';
import { inRelayOrder, readPosts } from '../wire/posts.ts';
import { remember } from '../wire/remember.ts';
import { entryTimes, instant } from '../wire/times.ts';
import { blogAddress, linkTo } from './addresses.ts';
import { blockId, flagsOf, namesOf } from './blocks.ts';
import { readBlockMarkup } from './html-page.ts';
import { standfirstPoints } from './key-points.ts';

const Block = z.object({
  id: z.string().min(1),
  title: z.unknown().optional(),
  bodyHtml: z.string().nullish(),
  attributes: z.unknown().optional(),
  published: z.boolean().nullish(),
  createdDate: z.unknown().optional(),
  firstPublishedDate: z.unknown().optional(),
  publishedDate: z.unknown().optional(),
  lastModifiedDate: z.unknown().optional(),
  contributors: z.unknown().optional(),
});
type Block = z.infer<typeof Block>;

/** A Content API answer (`show-blocks=all&show-fields=all`). Without blocks, `fields.body` holds them as one HTML text. */
export function readContentApi(content: JsonObject, document: Document, context: ReadContext): Snapshot {
  const url = blogAddress(textIn(content, 'webUrl') ?? document.url);
  const fields = objectIn(content, 'fields');
  const raw = arrayIn(objectIn(content, 'blocks'), 'body');
  const read = readPosts(raw, Block, 'blocks');
  const blocks = read.posts
    .filter((block) => block.published !== false)
    .map((block) => remember(context, stampOf(block), () => blockEntry(block, url, context)));
  const fromBody = raw.length > 0 ? [] : readBlockMarkup(textIn(fields, 'body') ?? '', url, context);
  const entries = inRelayOrder([...blocks.reverse(), ...fromBody]);
  const total = objectIn(content, 'blocks').totalBodyBlocks;
  const title = plainTitle(textIn(fields, 'headline') ?? textIn(content, 'webTitle'));
  const running = textIn(fields, 'liveBloggingNow');
  return {
    kind: 'guardian',
    url,
    ...(title === undefined ? {} : { title }),
    publisher: 'The Guardian',
    ...outlook(entries, {
      url,
      title,
      now: document.fetchedAt,
      stated: running === undefined ? null : running === 'true',
    }),
    coverage: typeof total === 'number' && total > raw.length ? 'window' : 'complete',
    entries,
    deleted: [],
    keyPoints: standfirstPoints(textIn(fields, 'standfirst')),
    warnings: read.warnings,
  };
}

function stampOf(block: Block): string {
  const flags = flagsOf(block.attributes).join();
  const names = namesOf(arrayIn(block, 'contributors')).join();
  const times = `${block.firstPublishedDate} ${block.lastModifiedDate}`;
  return `${block.id} ${times} ${flags} ${names} ${block.bodyHtml?.length} ${block.title} ${textIn(block.attributes, 'title')}`;
}

function blockEntry(block: Block, url: string, context: ReadContext): SourceEntry {
  const id = blockId(block.id);
  const title = plainTitle(textIn(block, 'title') ?? textIn(block.attributes, 'title'));
  const published = instant(block.firstPublishedDate) ?? instant(block.publishedDate) ?? instant(block.createdDate);
  return {
    sourceId: id,
    ...(title === undefined ? {} : { title }),
    body: context.body(block.bodyHtml ?? '', url),
    authors: namesOf(arrayIn(block, 'contributors')),
    ...entryTimes(published, instant(block.lastModifiedDate)),
    ...linkTo(url, id),
    flags: flagsOf(block.attributes),
  };
}
