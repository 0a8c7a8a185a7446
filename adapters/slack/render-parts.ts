import type { types } from '@slack/bolt';
import type { Entry, Media } from '../../src/core/entry.ts';
import type { BlogView, EntryView } from '../../src/core/post.ts';
import { cutTree } from '../../src/core/text/body-text.ts';
import { ADAPTER_LIMITS, SHARE } from './limits.ts';
import { line, mrkdwnDate, mrkdwnLink, webAddress } from './plain.ts';
import { type Addresses, type Inline, linkPart, type Section, section, textPart, treeSections } from './rich-text.ts';

export type ContextElement = types.PlainTextElement | types.MrkdwnElement;

/** What is said of an entry in words, so that nothing rests on colour or a picture. */
export function markWords(view: EntryView): string[] {
  const { flags } = view.entry;
  const words: string[] = [];
  if (view.withdrawnAt !== undefined) words.push('Withdrawn');
  if (flags.includes('breaking')) words.push('Breaking');
  if (flags.includes('key')) words.push('Key event');
  if (flags.includes('summary')) words.push('Summary');
  if (view.repost) words.push('Repeated');
  return words;
}

export function titleOf(view: EntryView): string {
  return line(view.title ?? '', SHARE.title);
}

/** Where a reader finds the entry itself. */
export function entryUrl(entry: Entry, blog: BlogView): string {
  return webAddress(entry.url, SHARE.address) ?? blog.url;
}

/** Marks and linked title on one line; undefined for an entry that has neither. */
export function headline(view: EntryView, blog: BlogView, give: Addresses): Inline[] | undefined {
  const title = titleOf(view);
  const marks = markWords(view).join(' · ');
  if (title === '' && marks === '') return undefined;
  const strike = view.withdrawnAt === undefined ? {} : { strike: true as const };
  const parts: Inline[] = textPart(title === '' ? marks : marks === '' ? '' : `${marks} · `, { bold: true });
  if (title !== '') parts.push(...linkPart(title, entryUrl(view.entry, blog), give, { bold: true, ...strike }));
  return parts;
}

/** The text within its share, ending with a link to the rest where something was cut. */
export function body(view: EntryView, blog: BlogView, give: Addresses, share: number): Section[] {
  const { tree, cut } = cutTree(view.entry.body.tree, Math.min(view.maxText, share));
  const strike = view.withdrawnAt === undefined ? {} : { strike: true as const };
  const sections = treeSections(tree, give, strike);
  if (cut) sections.push(section(linkPart('Read the rest', entryUrl(view.entry, blog), give)));
  return sections;
}

/** Author · time in the reader's zone · source · corrected or withdrawn when. */
export function contextOf(view: EntryView, blog: BlogView, give: Addresses): types.ContextBlock {
  const { entry } = view;
  const elements: ContextElement[] = [];
  const author = line(entry.authors.join(', '), SHARE.name);
  if (author !== '') elements.push(plainElement(author));
  const at = entry.publishedAt ?? view.firstSeenAt;
  const link = titleOf(view) === '' ? give(entryUrl(entry, blog)) : undefined;
  const when = mrkdwnDate(at, undefined, link);
  elements.push(mrkdwnElement(entry.publishedAt === undefined ? `First seen ${when}` : when));
  elements.push(plainElement(sourceName(blog)));
  if (view.correctedAt !== undefined) elements.push(mrkdwnElement(`Corrected ${mrkdwnDate(view.correctedAt)}`));
  if (view.withdrawnAt !== undefined)
    elements.push(mrkdwnElement(`Withdrawn at the source ${mrkdwnDate(view.withdrawnAt)}`));
  return { type: 'context', elements };
}

export function sourceName(blog: BlogView): string {
  return line(blog.publisher ?? blog.title, SHARE.name) || line(blog.name, SHARE.name) || 'Live blog';
}

export function pictureOf(entry: Entry): Media | undefined {
  return entry.body.media.find((media) => media.type === 'image' && webAddress(media.url, SHARE.address) !== undefined);
}

/** The first image with its description; readers of the description get words even where the source has none. */
export function imageBlock(media: Media, give: Addresses): types.ImageBlock | undefined {
  const image_url = give(media.url);
  if (image_url === undefined) return undefined;
  const caption = line([media.caption, media.credit].filter(Boolean).join(' · '), SHARE.imageTitle);
  const alt_text = line(media.alt ?? media.caption ?? '', SHARE.imageAlt) || 'Picture without a description';
  return caption === ''
    ? { type: 'image', image_url, alt_text }
    : { type: 'image', image_url, alt_text, title: { type: 'plain_text', text: caption, emoji: false } };
}

/** Links to what is not shown: further pictures, videos, embeds. */
export function mediaElements(entry: Entry, shown: Media | undefined, give: Addresses): ContextElement[] {
  const rest = entry.body.media.filter((media) => media !== shown);
  const elements = rest.slice(0, 3).flatMap((media): ContextElement[] => {
    const url = give(media.url);
    return url === undefined ? [] : [mrkdwnElement(mrkdwnLink(url, MEDIA_WORDS[media.type]))];
  });
  if (rest.length > elements.length) elements.push(plainElement(`${rest.length - elements.length} more in the entry`));
  return elements;
}

const MEDIA_WORDS = { image: 'Picture', video: 'Video', embed: 'Embedded post' } as const;

export function plainElement(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

export function mrkdwnElement(text: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text };
}

/** The text an entry may have in a message of its own. */
export const OWN_TEXT = ADAPTER_LIMITS.textLength;
