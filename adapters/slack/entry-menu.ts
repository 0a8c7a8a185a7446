import type { types } from '@slack/bolt';
import type { BlogView, EntryView } from '../../src/core/post.ts';
import { SLACK } from './limits.ts';
import { line, webAddress } from './plain.ts';
import { entryUrl } from './render-parts.ts';
import type { Addresses } from './rich-text.ts';

/** The value of a menu entry that only opens an address; Slack reports it all the same. */
export const OPENS = 'open';

/**
 * The "…" beside an entry: what people may ask about it and do with it. Its lines run on the message they stand in; in a
 * message of several, where this one has a `place`, the entry's number says which. undefined for an entry that no channel
 * follows, as in a preview.
 */
export function entryMenu(
  view: EntryView,
  blog: BlogView,
  give: Addresses,
  place: number | undefined,
): types.Overflow | undefined {
  if (view.seq === undefined) return undefined;
  const which = place !== undefined ? ` #${view.seq}` : '';
  const changed = view.correctedAt !== undefined || view.withdrawnAt !== undefined;
  const url = webAddress(entryUrl(view.entry, blog), SLACK.optionUrl);
  const address = url === undefined ? undefined : give(url);
  return {
    type: 'overflow',
    action_id: `menu:${place ?? 0}`,
    options: [
      option(changed ? 'What changed' : 'History', `history${which}`),
      option('Why is this here?', `why${which}`),
      option('Mute similar …', `mute${which}`),
      ...(address === undefined ? [] : [{ ...option('Open at source', OPENS), url: address }]),
    ],
  };
}

function option(label: string, value: string) {
  return { text: { type: 'plain_text' as const, text: line(label, SLACK.optionText), emoji: false }, value };
}
