import { z } from 'zod';

/** Many feeds have null, or a number where a string belongs: both are taken for what was meant. */
const text = z
  .union([z.string(), z.number().transform(String), z.null().transform(() => '')])
  .optional()
  .catch(undefined);

/** A name alone stands for a person, and one person for a list of one: feeds mix up the two versions' fields. */
const person = z.object({ name: text, url: text });
const author = z.union([z.string().transform((name) => ({ name, url: undefined })), person]);
const authors = z
  .union([z.array(author), author.transform((one) => [one])])
  .optional()
  .catch(undefined);

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
  author: authors,
  authors,
  attachments: z.array(attachment).optional().catch(undefined),
});

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/); `author` is 1.0's name for the one of `authors`. */
export const jsonFeedWire = z.object({
  version: z.string().optional().catch(undefined),
  title: text,
  home_page_url: text,
  feed_url: text,
  next_url: text,
  expired: z.boolean().optional().catch(undefined),
  author: authors,
  authors,
  items: z.array(item.optional().catch(undefined)).nullish(),
});

export type JsonFeed = z.infer<typeof jsonFeedWire>;
export type JsonItem = z.infer<typeof item>;
export type JsonAuthors = { readonly author?: JsonItem['author']; readonly authors?: JsonItem['authors'] };
