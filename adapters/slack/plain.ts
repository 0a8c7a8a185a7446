import { cutText } from '../../src/core/text/body-text.ts';

/** Control characters but tab and line feed, and the marks that turn the direction of all text after them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Text that JSON and Slack can carry: no control characters, no direction overrides, no half characters. */
export function clean(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(UNWANTED, '').replace(LONE_SURROGATE, '\ufffd');
}

/** One line of clean text of at most `max` characters. */
export function line(text: string, max: number): string {
  return cutText(clean(text).replace(/\s+/gu, ' ').trim(), max);
}

/**
 * Text for a place that Slack reads as mrkdwn: with these three escaped no mention, link or date can begin
 * (docs.slack.dev/messaging/formatting-message-text). Asterisks and the like can still turn words bold, so anything an
 * entry holds goes into rich text or plain text instead, and this is for the notification line.
 */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** An address as it may stand between `<` and `|`; undefined when it is not one that people should open. */
export function webAddress(url: string | undefined, max: number): string | undefined {
  if (url === undefined || url.length > max) return undefined;
  try {
    const { protocol, href } = new URL(clean(url));
    return (protocol === 'https:' || protocol === 'http:') && href.length <= max ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A link in mrkdwn; the label is words of our own. */
export function mrkdwnLink(url: string, label: string): string {
  return `<${mrkdwnUrl(url)}|${escapeMrkdwn(label)}>`;
}

/**
 * A moment in each reader's own zone (docs.slack.dev/messaging/formatting-message-text, date formatting), in UTC where
 * Slack cannot do that. `url` makes it a link.
 */
export function mrkdwnDate(at: number, form = '{date_short_pretty} at {time}', url?: string): string {
  const link = url === undefined ? '' : `^${mrkdwnUrl(url)}`;
  return `<!date^${seconds(at)}^${form}${link}|${utc(at)}>`;
}

export function seconds(at: number): number {
  return Math.floor(at / 1_000);
}

/** `14 Mar 2026, 09:26 UTC`. */
export function utc(at: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\d+:\d+)/u.exec(new Date(at).toUTCString()) ?? [];
  return day === undefined ? 'unknown time' : `${Number(day)} ${month} ${year}, ${time} UTC`;
}

/** An address for between `<` and `|`. */
export function mrkdwnUrl(url: string): string {
  return url
    .replace(/&/gu, '&amp;')
    .replace(/[<>|^]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
