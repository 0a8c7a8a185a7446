import type { types } from '@slack/bolt';
import type { BlogView, EntryView } from '../../src/core/post.ts';
import { cutText } from '../../src/core/text/body-text.ts';
import { entryMenu } from './entry-menu.ts';
import { leadBlock, leadBlocks } from './lead.ts';
import { ADAPTER_LIMITS, SHARE } from './limits.ts';
import type { Detail, Payload } from './payload.ts';
import { clean, escapeMrkdwn, line } from './plain.ts';
import {
  body,
  contextOf,
  headline,
  imageBlock,
  markWords,
  mediaElements,
  OWN_TEXT,
  pictureOf,
  sourceName,
  titleOf,
} from './render-parts.ts';
import {
  type Addresses,
  addresses,
  type Inline,
  linkPart,
  PARAGRAPH_GAP,
  richText,
  type Section,
  section,
} from './rich-text.ts';

/** One entry in a message of its own. */
export function renderEntry(blog: BlogView, view: EntryView, detail: Detail): Payload {
  const share = detail === 'short' ? SHORT : OWN_TEXT;
  const shape = { share, image: detail === 'full', place: undefined, growth: SHARE.leadGrowth };
  return {
    text: notification(blog, view),
    blocks: entryBlocks(blog, view, addresses(SHARE.ownAddresses), shape),
  };
}

/** What is left when Slack refuses the whole: enough to know what happened and where to read it. */
const SHORT = 500;
/** A fold of few entries has room for their pictures; a longer one links to them. */
const PICTURES = 3;

/** Several entries, each a headline, its share of the text and its context line. */
export function renderFold(blog: BlogView, views: readonly EntryView[], detail: Detail): Payload {
  const give = addresses();
  const shape = {
    share: ADAPTER_LIMITS.foldTextLength,
    image: detail === 'full' && views.length <= PICTURES,
    growth: SHARE.foldLeadGrowth,
  };
  const blocks = views
    .slice(0, ADAPTER_LIMITS.foldSize)
    .flatMap((view, index): types.KnownBlock[] => [
      ...(index === 0 ? [] : [{ type: 'divider' } as const]),
      ...entryBlocks(blog, view, give, { ...shape, place: index }),
    ]);
  const titles = views.map((view) => line(titleOf(view) || view.entry.body.text, SHARE.name)).join('; ');
  return {
    text: escapeMrkdwn(cutText(`${views.length} updates from ${sourceName(blog)}: ${titles}`, SHARE.notification)),
    blocks,
  };
}

type Shape = {
  readonly share: number;
  readonly image: boolean;
  /** Among the entries of its message; undefined for one that is alone. */
  readonly place: number | undefined;
  /** Characters that the first line may gain by being escaped. */
  readonly growth: number;
};

/**
 * Headline with the menu beside it, text, picture and context of one entry. Addresses are given out by what matters most:
 * headline, time, picture, links in the text, other media, the menu. A re-post says no more than its headline, and what
 * was withdrawn shows no picture.
 */
function entryBlocks(blog: BlogView, view: EntryView, give: Addresses, shape: Shape): types.KnownBlock[] {
  const top = headline(view, blog, give);
  const context = contextOf(view, blog, give);
  const picture = shape.image && view.withdrawnAt === undefined ? pictureOf(view.entry) : undefined;
  const shown = picture === undefined ? undefined : imageBlock(picture, give);
  const quiet = view.repost && titleOf(view) !== '';
  const text = quiet ? [] : body(view, blog, give, view.repost ? SHARE.digestLine : shape.share);
  const media = mediaElements(view.entry, shown === undefined ? undefined : picture, give);
  context.elements.push(...(shape.place === undefined ? media : media.slice(0, 1)));
  const menu = entryMenu(view, blog, give, shape.place);
  const words = wordBlocks(top, text, menu, shape);
  if (words.length === 0)
    words.push(
      ...leadBlocks(linkPart('New entry', view.entry.url ?? blog.url, give, { bold: true }), menu, shape.growth),
    );
  return shown === undefined ? [...words, context] : [...words, shown, context];
}

/** The menu stands beside the headline; where there is none, beside the first paragraph. */
function wordBlocks(
  top: readonly Inline[] | undefined,
  text: readonly Section[],
  menu: types.Overflow | undefined,
  { growth }: Shape,
): types.KnownBlock[] {
  if (top !== undefined) return [...leadBlocks(top, menu, growth), ...(text.length === 0 ? [] : [richText(text)])];
  const [first, ...rest] = text;
  if (first === undefined) return [];
  if (first.type !== 'rich_text_section') return [richText(text)];
  const parts = first.elements as Inline[];
  const end = parts.findIndex((part) => part.type === 'text' && part.text === PARAGRAPH_GAP);
  const lead = leadBlock(end < 0 ? parts : parts.slice(0, end), menu, growth);
  if (lead === undefined) return [richText(text)];
  const left = end < 0 ? rest : [section(parts.slice(end + 1)), ...rest];
  return left.length === 0 ? [lead] : [lead, richText(left)];
}

/** One line that stands alone: on a lock screen, in a screen reader, in a list of channels. */
export function notification(blog: BlogView, view: EntryView): string {
  const marks = [...markWords(view), ...(view.correctedAt === undefined ? [] : ['Corrected'])].join(', ');
  const title = titleOf(view);
  const text = clean(view.entry.body.text).replace(/\s+/gu, ' ').trim();
  const said = [title, text].filter((part) => part !== '').join(' – ') || 'New entry';
  const words = `${marks === '' ? '' : `${marks}: `}${cutText(said, SHARE.notification)} (${sourceName(blog)})`;
  return escapeMrkdwn(words);
}
