import type { types } from '@slack/bolt';

/** A message's content. `text` is the notification and what screen readers read; both always go together. */
export type Payload = { readonly text: string; readonly blocks: types.KnownBlock[] };

/**
 * How much of a post to send. Slack fetches a message's image while it accepts the message and refuses the whole when it
 * cannot; `plain` leaves images out, `short` cuts the text too.
 */
export type Detail = 'full' | 'plain' | 'short';
