import type { Root } from 'mdast';
import type { Media } from '../../src/core/entry.ts';
import type { BlogView, EntryView } from '../../src/core/post.ts';
import { cutText, cutTree, paragraphs } from '../../src/core/text/body-text.ts';
import { colourOf } from './colour.ts';
import { safeUrl, tidy } from './escape.ts';
import { DISCORD } from './limits.ts';
import { fitLine, fitMarkdown } from './markdown.ts';
import type { Embed } from './payload.ts';

/** How much of a message one entry may take, in characters of markup, and whether its words hide until tapped. */
export type Share = { readonly total: number; readonly spoiler: boolean };

/** One entry as a card: linked headline, marks in words, body, picture with its alt text, author · time · source. */
export function entryEmbed(blog: BlogView, view: EntryView, share: Share): Embed {
  const title = share.spoiler ? undefined : titleOf(view, Math.min(DISCORD.embedTitle, Math.floor(share.total / 3)));
  const url = safeUrl(view.entry.url, 2_000);
  const room = Math.min(DISCORD.embedDescription, share.total - (title?.length ?? 0));
  const image = share.spoiler || view.withdrawnAt !== undefined ? undefined : firstImage(view);
  return {
    ...(title === undefined ? {} : { title }),
    ...(title === undefined || url === undefined ? {} : { url }),
    description: description(blog, view, room, share.spoiler),
    color: colourOf(blog.hue),
    ...(image === undefined ? {} : { image }),
  };
}

/** The headline of an entry as escaped text, struck through when it was withdrawn. */
export function titleOf(view: EntryView, max: number): string | undefined {
  const title = tidy(view.title ?? '').trim();
  if (title === '') return undefined;
  if (view.withdrawnAt !== undefined) return `~~${fitLine(title, max - 4)}~~`;
  return fitLine(title, max);
}

/** What a reader must know without seeing colours: words, most urgent first. */
export function marks(view: EntryView): string[] {
  const { flags } = view.entry;
  return [
    ...(view.withdrawnAt === undefined ? [] : ['Withdrawn']),
    ...(flags.includes('breaking') ? ['Breaking'] : []),
    ...(flags.includes('key') ? ['Key event'] : []),
    ...(flags.includes('summary') ? ['Summary'] : []),
    ...(view.correctedAt === undefined ? [] : ['Corrected']),
    ...(view.repost ? ['Repeated'] : []),
  ];
}

function markLine(view: EntryView): string {
  const since = view.withdrawnAt ?? view.correctedAt;
  const words = marks(view).map((word) => `**${word}**`);
  if (words.length === 0) return '';
  return `${words.join(' · ')}${since === undefined ? '' : ` ${timestamp(since, 't')}`}`;
}

/** A moment as each reader's own clock shows it (reference, "Message Formatting"). */
export function timestamp(at: number, style: 'f' | 't' | 'R' = 'f'): string {
  return `<t:${Math.floor(at / 1_000)}:${style}>`;
}

function description(blog: BlogView, view: EntryView, room: number, spoiler: boolean): string {
  const ends = {
    marks: markLine(view),
    picture: pictureLine(view, room > 800 ? 200 : 60, spoiler),
    meta: metaLine(blog, view, room > 800),
  };
  const more = readMore(view);
  const fixed = ends.marks.length + ends.picture.length + ends.meta.length + more.length + 12;
  const body = bodyText(view, room - fixed, spoiler);
  const text = body.cut && more !== '' ? `${body.text} ${more}`.trim() : body.text;
  return [ends.marks, text, ends.picture, ends.meta].filter((part) => part !== '').join('\n\n');
}

function bodyText(view: EntryView, room: number, spoiler: boolean): { text: string; cut: boolean } {
  const { tree, text } = view.entry.body;
  if (view.withdrawnAt !== undefined) {
    const line = fitLine(text, Math.min(room - 4, 300));
    return { text: line === '' ? '' : `~~${line}~~`, cut: false };
  }
  if (view.repost) return { text: '', cut: false };
  const cut = cutTree(tree, view.maxText);
  if (!spoiler) {
    const fitted = fitMarkdown(cut.tree, room);
    return { text: fitted.text, cut: cut.cut || fitted.cut };
  }
  const headed: Root = { type: 'root', children: [...paragraphs(view.title ?? '').children, ...cut.tree.children] };
  const fitted = fitMarkdown(withoutCode(headed), room - 4);
  return { text: fitted.text === '' ? '' : `||${fitted.text}||`, cut: cut.cut || fitted.cut };
}

/** Code would end a spoiler early; its words are kept. */
function withoutCode(tree: Root): Root {
  const children = tree.children.flatMap((node) => (node.type === 'code' ? paragraphs(node.value).children : [node]));
  return { type: 'root', children };
}

function firstImage(view: EntryView): { url: string; description?: string } | undefined {
  for (const media of view.entry.body.media) {
    const url = media.type === 'image' ? safeUrl(media.url, 2_000) : undefined;
    if (url !== undefined)
      return { url, ...(media.alt === undefined ? {} : { description: cutText(media.alt, 1_000) }) };
  }
  return undefined;
}

/** Embeds carry no alt text to readers, so the picture is described in words under the text. */
function pictureLine(view: EntryView, max: number, spoiler: boolean): string {
  const { media } = view.entry.body;
  const first = media.find(({ type }) => type === 'image') ?? media[0];
  if (first === undefined || view.withdrawnAt !== undefined || view.repost) return '';
  const others = media.length - 1;
  const more = others > 0 ? ` (and ${others} more)` : '';
  const words = fitLine(describe(first), max);
  const label = { image: 'Image', video: 'Video', embed: 'Embedded' }[first.type];
  const url = safeUrl(first.url, 300);
  const named = url !== undefined && (first.type !== 'image' || spoiler) ? `[${label}](${url})` : label;
  if (words === '' && named === label && more === '') return '';
  const told = words === '' ? '' : `: ${spoiler ? `||${words}||` : words}`;
  return `${named}${told}${more}`;
}

function describe(media: Media): string {
  const words = [media.alt ?? media.caption, media.credit].filter((part) => part !== undefined && part.trim() !== '');
  return words.join(' · ');
}

function readMore(view: EntryView): string {
  const url = safeUrl(view.entry.url, 500);
  return url === undefined ? '' : `[Read on](${url})`;
}

/** Author · time in the reader's zone · source. The time is ours, and says so, when the source gives none. */
function metaLine(blog: BlogView, view: EntryView, wide: boolean): string {
  const { authors, publishedAt, url } = view.entry;
  const time = publishedAt === undefined ? `first seen ${timestamp(view.firstSeenAt)}` : timestamp(publishedAt);
  const by = fitLine(authors.join(', '), wide ? 200 : 50);
  const source = fitLine(blog.publisher ?? blog.title, wide ? 100 : 40);
  const href = safeUrl(url ?? blog.url, wide ? 500 : 150);
  return [by, time, href === undefined ? source : `[${source}](${href})`].filter((part) => part !== '').join(' · ');
}

/** The plain line that notifications and readers without cards get: marks and headline, or the first words. */
export function headline(view: EntryView, max: number): string {
  const words = tidy(view.title ?? '').trim() || tidy(view.entry.body.text).trim();
  const text = fitLine(words, max);
  const shown = view.withdrawnAt === undefined || text === '' ? text : `~~${text}~~`;
  return [...marks(view), shown].filter((part) => part !== '').join(' · ');
}

/** A linked headline, or as much as there is of it; for lists. */
export function linkedTitle(view: EntryView, max: number): string {
  const url = safeUrl(view.entry.url, 300);
  const room = Math.max(20, max - (url?.length ?? 0) - 8);
  const words = fitLine(tidy(view.title ?? '').trim() || view.entry.body.text, room) || 'Update';
  const shown = view.withdrawnAt === undefined ? words : `~~${words}~~`;
  return url === undefined ? shown : `[${shown}](${url})`;
}
