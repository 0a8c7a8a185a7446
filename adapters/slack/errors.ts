import { DeliveryError, type DeliveryErrorKind } from '../../src/ports/adapter.ts';

/** Where a call went, for the sentence a person reads. */
export type Where = { readonly method: string; readonly channel?: string };

/** What Slack's error codes (docs.slack.dev/reference/methods, "Errors" of each) mean to us, and what a person can do. */
const CODES: readonly (readonly [DeliveryErrorKind, string, readonly string[]])[] = [
  ['channel-gone', 'invite the app there with /invite, or follow the blog in another channel', ['not_in_channel']],
  [
    'channel-gone',
    'it is gone or the app may not see it; invite the app, or use another channel',
    ['channel_not_found'],
  ],
  ['channel-gone', 'unarchive it, or use another channel', ['is_archived']],
  [
    'channel-gone',
    'this person cannot get direct messages from the app',
    [
      'user_not_found',
      'user_disabled',
      'user_not_visible',
      'users_not_found',
      'cannot_dm_bot',
      'messages_tab_disabled',
    ],
  ],
  [
    'forbidden',
    'the token no longer works; install the app again and put its new token into the configuration',
    [
      'account_inactive',
      'token_revoked',
      'token_expired',
      'invalid_auth',
      'not_authed',
      'invalid_token',
      'team_disabled',
    ],
  ],
  ['forbidden', 'a scope is missing; add it to the app and install it again', ['missing_scope', 'no_permission']],
  [
    'forbidden',
    'the workspace does not allow it; ask an administrator',
    [
      'restricted_action',
      'restricted_action_read_only_channel',
      'restricted_action_thread_only_channel',
      'restricted_action_non_threadable_channel',
      'restricted_action_thread_locked',
      'team_access_not_granted',
      'org_login_required',
      'ekm_access_denied',
      'access_denied',
      'app_not_hosted',
      'not_allowed_token_type',
      'enterprise_is_restricted',
    ],
  ],
  ['message-gone', 'somebody deleted it', ['message_not_found', 'thread_not_found', 'cannot_reply_to_message']],
  [
    'edit-refused',
    'the workspace does not let the app change this message any more',
    ['edit_window_closed', 'cant_update_message', 'cant_delete_message', 'compliance_exports_prevent_deletion'],
  ],
  ['rate-limited', 'waiting as Slack asks', ['ratelimited', 'rate_limited', 'message_limit_exceeded']],
  [
    'unavailable',
    'Slack has trouble; it is tried again',
    ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'accesslimited', 'team_added_to_org'],
  ],
];

/** Milliseconds to wait where Slack says "too many" without saying for how long. */
const UNSAID_WAIT = 30_000;

/**
 * Turns whatever the SDK throws into a `DeliveryError`, in this one place. Tells errors by their `code`, so that the SDK
 * need not be loaded to look at one.
 */
export function toDeliveryError(error: unknown, where: Where): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const { code, data, statusCode, retryAfter } = shapeOf(error);
  if (code === 'slack_webapi_rate_limited_error')
    return failure('rate-limited', where, 'too many calls', 'waiting as Slack asks', error, (retryAfter ?? 30) * 1_000);
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return failure('rate-limited', where, 'too many calls', 'waiting', error, UNSAID_WAIT);
  if (code === 'slack_webapi_platform_error') return platformFailure(data?.error ?? '', error, where);
  if (code === 'slack_webapi_http_error' && (statusCode === 400 || statusCode === 413))
    return failure('rejected', where, `HTTP ${statusCode}`, 'the message was refused', error);
  const what = code === 'slack_webapi_http_error' ? `HTTP ${statusCode}` : 'no answer';
  return failure('unavailable', where, what, 'it is tried again', error);
}

/** Slack's own code for an error, where it gave one. */
export function slackCode(error: unknown): string | undefined {
  const { data, cause } = shapeOf(error);
  return data?.error ?? (cause === undefined ? undefined : slackCode(cause));
}

/** The scope Slack says it needs, with `missing_scope`. */
export function neededScope(error: unknown): string | undefined {
  const { data, cause } = shapeOf(error);
  return data?.needed ?? (cause === undefined ? undefined : neededScope(cause));
}

function platformFailure(code: string, error: unknown, where: Where): DeliveryError {
  const row = CODES.find(([, , codes]) => codes.includes(code));
  if (row !== undefined) {
    const [kind, remedy] = row;
    const needed = code === 'missing_scope' ? neededScope(error) : undefined;
    const what = needed === undefined ? code : `${code} ${needed}`;
    return failure(kind, where, what, remedy, error, kind === 'rate-limited' ? UNSAID_WAIT : undefined);
  }
  if (/^[a-z][a-z0-9_]*$/u.test(code)) return failure('rejected', where, code, 'the message was refused', error);
  return failure('unavailable', where, 'an answer that is not Slack’s', 'it is tried again', error);
}

function failure(
  kind: DeliveryErrorKind,
  { method, channel }: Where,
  what: string,
  remedy: string,
  cause: unknown,
  retryAfter?: number,
): DeliveryError {
  const place = channel === undefined ? 'Slack' : `Slack channel ${channel}`;
  const message = `${place}: ${method} failed (${what}); ${remedy}.`;
  return new DeliveryError(kind, message, retryAfter === undefined ? { cause } : { cause, retryAfter });
}

type Shape = {
  readonly code?: string;
  readonly statusCode?: number;
  readonly retryAfter?: number;
  readonly data?: { readonly error?: string; readonly needed?: string };
  readonly cause?: unknown;
};

function shapeOf(error: unknown): Shape {
  return typeof error === 'object' && error !== null ? (error as Shape) : {};
}
