import type { types } from '@slack/bolt';
import { cutText } from '../../src/core/body-text.ts';
import type { BlogView, EntryView } from '../../src/core/post.ts';
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
  const give = addresses();
  const picture = pictureOf(view.entry);
  const image = picture === undefined || detail !== 'full' ? undefined : imageBlock(picture);
  const context = contextOf(view, blog, give);
  context.elements.push(...mediaElements(view.entry, image === undefined ? undefined : picture, give));
  const blocks: types.KnownBlock[] = [...wordBlocks(blog, view, give, detail === 'short' ? SHORT : OWN_TEXT)];
  if (image !== undefined) blocks.push(image);
  blocks.push(context);
  if (view.correctedAt !== undefined && view.withdrawnAt === undefined)
    blocks.push({ type: 'actions', elements: [runButton({ label: 'What changed', run: 'history' }, 0)] });
  return { text: notification(blog, view), blocks };
}

/** What is left when Slack refuses the whole: enough to know what happened and where to read it. */
const SHORT = 500;

/** Several entries, each a headline, its share of the text and its context line. */
export function renderFold(blog: BlogView, views: readonly EntryView[]): Payload {
  const give = addresses();
  const blocks = views
    .slice(0, ADAPTER_LIMITS.foldSize)
    .flatMap((view, index): types.KnownBlock[] => [
      ...(index === 0 ? [] : [{ type: 'divider' } as const]),
      ...wordBlocks(blog, view, give, ADAPTER_LIMITS.foldTextLength, true),
      foldContext(blog, view, give),
    ]);
  const titles = views.map((view) => line(titleOf(view) || view.entry.body.text, SHARE.name)).join('; ');
  return {
    text: escapeMrkdwn(cutText(`${views.length} updates from ${sourceName(blog)}: ${titles}`, SHARE.notification)),
    blocks,
  };
}

function foldContext(blog: BlogView, view: EntryView, give: Addresses): types.ContextBlock {
  const context = contextOf(view, blog, give);
  context.elements.push(...mediaElements(view.entry, undefined, give).slice(0, 1));
  return context;
}

/** Headline and text: two blocks where there is room, one in a fold. A re-post says no more than its headline. */
function wordBlocks(blog: BlogView, view: EntryView, give: Addresses, share: number, together = false) {
  const top = headline(view, blog, give);
  const text =
    view.repost && titleOf(view) !== '' ? [] : body(view, blog, give, view.repost ? SHARE.digestLine : share);
  if (top === undefined && text.length === 0) {
    return [richText([section(linkPart('New entry', view.entry.url ?? blog.url, give, { bold: true }))])];
  }
  const parts = top === undefined ? [text] : together ? [[top, ...text]] : [[top], text];
  return parts.filter((sections) => sections.length > 0).map(richText);
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
