import type { Entry, Flag, Media } from '../../src/core/entry.ts';
import type { EntryView } from '../../src/core/post.ts';
import { cutTree } from '../../src/core/text/body-text.ts';
import { bodyLines } from './body.ts';
import { clockTime, contentWidth, lay, type View } from './frame.ts';
import { safeLine } from './safe-text.ts';
import type { Span } from './wrap.ts';

/** Pictures and other media of an entry that get a line; the rest is counted. */
const MEDIA_LINES = 4;

/** An entry's time: when it was published, else when it was first seen. */
export const entryTime = (view: EntryView) => view.entry.publishedAt ?? view.firstSeenAt;

/** A card's content for one entry: marks and headline, text, pictures, who and where. */
export function entryLines(view: EntryView, look: View, less = 0): string[] {
  if (view.repost) return repostLines(view, look, less);
  const width = contentWidth(look) - less;
  const { paints } = look;
  const { tree, cut } = cutTree(view.entry.body.tree, view.maxText);
  const notes: string[] = [];
  const text = bodyLines(tree, { width, paints, notes });
  const media = mediaLines(view.entry.body.media, look, less);
  const parts = [
    lay(headSpans(view, look), look, less),
    text.map((line) => (view.withdrawnAt === undefined ? line : paints.soft(line))),
    media,
    [
      ...notes.flatMap((url, at) => lay([{ text: `[${at + 1}] ${url}`, paint: paints.soft }], look, less)),
      ...lay(byline(view, cut, look), look, less),
    ],
  ];
  const empty = media.length === 0 && text.length === 0 && !view.title;
  if (empty) parts.splice(1, 0, lay([{ text: entryName(view.entry, undefined), paint: paints.soft }], look, less));
  return parts
    .filter((lines) => lines.some((line) => line !== ''))
    .flatMap((lines, at) => (lines === media && at > 0 ? ['', ...lines] : lines));
}

/** What stands for an entry where there is room for one line: its headline, else the beginning of its text. */
export function entryName(entry: Entry, title: string | undefined): string {
  const name = unlabelled(safeLine(title || entry.body.text.slice(0, 120)), entry.flags);
  if (name !== '') return !title && entry.body.text.length > 120 ? `${name}…` : name;
  const media = entry.body.media[0];
  return media === undefined ? 'an update' : safeLine(media.alt ?? media.caption ?? media.type);
}

/** The marks of an entry in words, each with its colour, then its headline. */
export function headSpans(view: EntryView, look: View): Span[] {
  const { paints } = look;
  const flags = view.entry.flags;
  const marks: Span[] = [];
  if (view.withdrawnAt !== undefined) marks.push({ text: 'WITHDRAWN', paint: paints.urgent });
  if (flags.includes('breaking')) marks.push({ text: 'BREAKING', paint: paints.urgent });
  if (flags.includes('key')) marks.push({ text: 'KEY', paint: paints.mark });
  if (flags.includes('summary')) marks.push({ text: 'SUMMARY', paint: paints.mark });
  if (flags.includes('pinned')) marks.push({ text: 'PINNED', paint: paints.mark });
  if (view.correctedAt !== undefined) marks.push({ text: 'CORRECTED', paint: paints.changed });
  const title = unlabelled(safeLine(view.title ?? ''), flags);
  const headline = { text: title, paint: view.withdrawnAt === undefined ? paints.strong : paints.removed };
  const words = marks.flatMap((mark): Span[] => [mark, { text: ' · ', paint: paints.soft }]).slice(0, -1);
  if (title === '') return words;
  return marks.length === 0 ? [headline] : [...words, { text: '\u00a0 ', paint: paints.plain }, headline];
}

/** A headline without the word that its mark already says ("Breaking: …"). */
function unlabelled(title: string, flags: readonly Flag[]): string {
  const label = /^(\p{L}+)\s?[:|–—]\s?(?=\S)/u.exec(title);
  const says = label?.[1]?.toLowerCase();
  return flags.some((flag) => flag === says) ? title.slice(label?.[0].length) : title;
}

function repostLines(view: EntryView, look: View, less: number): string[] {
  const { paints } = look;
  return lay(
    [
      { text: 'AGAIN', paint: paints.mark },
      { text: '\u00a0 ', paint: paints.plain },
      { text: entryName(view.entry, view.title), paint: paints.soft },
    ],
    look,
    less,
  );
}

/** Pictures and embeds, a line each: what is to be seen, never the picture itself. */
export function mediaLines(media: readonly Media[], look: View, less = 0): string[] {
  const lines = media
    .slice(0, MEDIA_LINES)
    .flatMap((item) => lay([{ text: mediaText(item), paint: look.paints.emphasis }], look, less));
  const more = media.length - MEDIA_LINES;
  return more > 0 ? [...lines, look.paints.soft(`and ${more} more`)] : lines;
}

/** One picture, video or embed in words. */
export function mediaText(item: Media): string {
  const sign = { image: '▣ picture', video: '▶ video', embed: '⧉ embedded' }[item.type];
  const words = [...new Set([item.alt, item.caption].map((text) => safeLine(text ?? '')))].filter(
    (text) => text !== '',
  );
  const credit = item.credit === undefined ? '' : ` (${safeLine(item.credit)})`;
  if (item.type === 'image' && words.length > 0) return `${sign}: ${words.join(' – ')}${credit}`;
  return `${sign}: ${[...words, safeLine(item.url)].join(' – ')}${credit}`;
}

function byline(view: EntryView, cut: boolean, look: View): Span[] {
  const { entry } = view;
  const seen = entry.publishedAt === undefined ? `first seen ${clockTime(view.firstSeenAt, look)}` : '';
  const url = entry.url === undefined ? '' : safeLine(entry.url);
  const parts = [
    entry.authors
      .map(safeLine)
      .filter((name) => name !== '')
      .join(', '),
    seen,
    cut && url !== '' ? `the rest: ${url}` : url,
  ];
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? [] : [{ text: `— ${text}`, paint: look.paints.soft }];
}
