import { z } from 'zod';

/** Many feeds have null, or a number where a string belongs: both are taken for what was meant. */
const text = z
  .union([z.string(), z.number().transform(String), z.null().transform(() => '')])
  .optional()
  .catch(undefined);

const author = z.object({ name: text, url: text });
const authors = z.array(author).optional().catch(undefined);
const single = author.optional().catch(undefined);

const attachment = z.object({ url: text, mime_type: text, title: text });

const item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author: single,
  authors,
  attachments: z.array(attachment).optional().catch(undefined),
});

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/); `author` is 1.0's name for the first of `authors`. */
export const jsonFeedWire = z.object({
  version: z.string().optional().catch(undefined),
  title: text,
  home_page_url: text,
  feed_url: text,
  next_url: text,
  expired: z.boolean().optional().catch(undefined),
  author: single,
  authors,
  items: z.array(item.optional().catch(undefined)).nullish(),
});

export type JsonFeed = z.infer<typeof jsonFeedWire>;
export type JsonItem = z.infer<typeof item>;
export type JsonAuthors = { readonly author?: JsonItem['author']; readonly authors?: JsonItem['authors'] };
