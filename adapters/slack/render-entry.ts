import type { types } from '@slack/bolt';
import type { BlogView, EntryView } from '../../src/core/post.ts';
import { cutText } from '../../src/core/text/body-text.ts';
import { runButton } from './buttons.ts';
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
import { type Addresses, addresses, linkPart, richText, section } from './rich-text.ts';

/** One entry in a message of its own. */
export function renderEntry(blog: BlogView, view: EntryView, detail: Detail): Payload {
  const share = detail === 'short' ? SHORT : OWN_TEXT;
  const shape = { share, image: detail === 'full', together: false };
  const blocks = entryBlocks(blog, view, addresses(SHARE.ownAddresses), shape);
  if (view.correctedAt !== undefined && view.withdrawnAt === undefined)
    blocks.push({ type: 'actions', elements: [runButton({ label: 'What changed', run: 'history' }, 0)] });
  return { text: notification(blog, view), blocks };
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
    together: true,
  };
  const blocks = views
    .slice(0, ADAPTER_LIMITS.foldSize)
    .flatMap((view, index): types.KnownBlock[] => [
      ...(index === 0 ? [] : [{ type: 'divider' } as const]),
      ...entryBlocks(blog, view, give, shape),
    ]);
  const titles = views.map((view) => line(titleOf(view) || view.entry.body.text, SHARE.name)).join('; ');
  return {
    text: escapeMrkdwn(cutText(`${views.length} updates from ${sourceName(blog)}: ${titles}`, SHARE.notification)),
    blocks,
  };
}

type Shape = { readonly share: number; readonly image: boolean; readonly together: boolean };

/**
 * Headline, text, picture and context of one entry; headline and text in one block when `together`. Addresses are given
 * out by what matters most: headline, time, picture, links in the text, other media. A re-post says no more than its
 * headline, and what was withdrawn shows no picture.
 */
function entryBlocks(blog: BlogView, view: EntryView, give: Addresses, { share, image, together }: Shape) {
  const top = headline(view, blog, give);
  const context = contextOf(view, blog, give);
  const picture = image && view.withdrawnAt === undefined ? pictureOf(view.entry) : undefined;
  const shown = picture === undefined ? undefined : imageBlock(picture, give);
  const quiet = view.repost && titleOf(view) !== '';
  const text = quiet ? [] : body(view, blog, give, view.repost ? SHARE.digestLine : share);
  const media = mediaElements(view.entry, shown === undefined ? undefined : picture, give);
  context.elements.push(...(together ? media.slice(0, 1) : media));
  const parts = top === undefined ? [text] : together ? [[top, ...text]] : [[top], text];
  const words: types.KnownBlock[] = parts.filter((sections) => sections.length > 0).map(richText);
  if (words.length === 0)
    words.push(richText([section(linkPart('New entry', view.entry.url ?? blog.url, give, { bold: true }))]));
  return shown === undefined ? [...words, context] : [...words, shown, context];
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
