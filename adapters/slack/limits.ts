import type { AdapterLimits } from '../../src/ports/adapter.ts';

/**
 * What Slack takes, in characters unless said, each with the page of docs.slack.dev it comes from. Renderers cut to
 * these; nothing else in this folder holds such a number.
 */
export const SLACK = {
  /** reference/block-kit/blocks */
  blocksInMessage: 50,
  /** reference/views/home-tab-views, modal-views */
  blocksInView: 100,
  /** reference/block-kit/composition-objects/text-object */
  textObject: 3_000,
  /** reference/block-kit/blocks/header-block */
  header: 150,
  /** reference/block-kit/blocks/context-block */
  contextElements: 10,
  /** reference/block-kit/blocks/actions-block */
  actionElements: 25,
  /** reference/block-kit/blocks/image-block */
  imageUrl: 3_000,
  imageAlt: 2_000,
  imageTitle: 2_000,
  /** reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  /** reference/block-kit/composition-objects/option-object */
  optionText: 75,
  optionValue: 150,
  optionUrl: 3_000,
  /** reference/block-kit/block-elements/select-menu-element */
  selectOptions: 100,
  /** reference/block-kit/composition-objects/confirmation-dialog-object */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** reference/block-kit/blocks/input-block */
  inputLabel: 2_000,
  inputHint: 2_000,
  /** reference/block-kit/block-elements/plain-text-input-element */
  placeholder: 150,
  inputLength: 3_000,
  /** reference/views/modal-views */
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3_000,
  /** reference/methods/chat.postMessage: longer `text` is truncated. */
  messageText: 40_000,
  /** In no document: `msg_blocks_too_long` near this many characters in all blocks (slackapi/bolt-js#2509). */
  allBlocks: 13_200,
} as const;

/** Our own shares of those limits: what keeps a message calm, and below `allBlocks` whatever an entry holds. */
export const SHARE = {
  title: 150,
  name: 80,
  imageAlt: 500,
  imageTitle: 300,
  notification: 600,
  /** Characters of addresses in one message; what is beyond them stays as plain words. */
  addresses: 4_000,
  /** The same where an entry has a message of its own. */
  ownAddresses: 6_000,
  address: 2_000,
  /** What escaping may add to the line beside a menu, in a message of one entry and in one of several. */
  leadGrowth: 400,
  foldLeadGrowth: 80,
  digestLine: 120,
  keyPoint: 280,
  change: 240,
  context: 300,
  reply: 11_000,
} as const;

/** One call for each second and channel, short bursts tolerated (apis/web-api/rate-limits). */
const PACE = { burst: 3, interval: 1_050 };

/** What the relay may plan with. Ten folded entries fill 9,000 of 13,200 characters, their addresses the rest. */
export const ADAPTER_LIMITS: AdapterLimits = {
  titleLength: SHARE.title,
  textLength: 3_000,
  foldSize: 10,
  foldTextLength: 560,
  digestSize: 30,
  pace: PACE,
  oldEdits: undefined,
  threads: true,
  broadcasts: true,
};

/**
 * What calls of one method must fit. `window`: at most `calls` in any stretch of `ms`. `bucket`: `calls` at once, then one
 * every `ms`. `by` says what shares the allowance.
 */
export type Rule = {
  readonly kind: 'window' | 'bucket';
  readonly calls: number;
  readonly ms: number;
  readonly by: 'channel' | 'workspace';
};

/**
 * apis/web-api/rate-limits: tiers are per method, app and workspace, counted over a minute. A second is added to each
 * window, because a call may reach Slack later than the one that follows it.
 */
function perMinute(calls: number): Rule {
  return { kind: 'window', calls, ms: 61_000, by: 'workspace' };
}
const TIER_3 = [perMinute(50)];
/** Edits and removals share the workspace's allowance among its channels: none takes all of it in a minute. */
const CHANGES: readonly Rule[] = [{ kind: 'bucket', calls: 10, ms: 1_600, by: 'channel' }, ...TIER_3];
const TIER_4 = [perMinute(100)];

/** The rules a call of each method must fit, all of them. Methods not named here have none. */
export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  'chat.postMessage': [{ kind: 'bucket', calls: PACE.burst, ms: 1_000, by: 'channel' }, perMinute(300)],
  'chat.update': CHANGES,
  'chat.delete': CHANGES,
  'conversations.history': TIER_3,
  'conversations.replies': TIER_3,
  'conversations.info': TIER_3,
  'conversations.open': TIER_3,
  'conversations.join': TIER_3,
  'users.conversations': TIER_3,
  'chat.postEphemeral': TIER_4,
  'users.info': TIER_4,
  'views.open': TIER_4,
  'views.publish': TIER_4,
};

/** Where Slack says "too many", this channel is meant; of the other methods all calls in the workspace. */
export const LIMITED_BY_CHANNEL: ReadonlySet<string> = new Set(['chat.postMessage']);
