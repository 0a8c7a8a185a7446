import type { Platform } from '../core/channel.ts';
import type { Mention } from '../core/route.ts';

const ON: readonly (readonly [RegExp, Mention['on']])[] = [
  [/(?:^|[\s,])(?:on\s+|for\s+)?breaking(?:\s+news)?(?=$|[\s,])/iu, 'breaking'],
  [/(?:^|[\s,])(?:on\s+|for\s+)?key(?:\s+events?)?(?=$|[\s,])/iu, 'key'],
  [/(?:^|[\s,])(?:on\s+|for\s+)?(?:all|everything|every\s+entry|always)(?=$|[\s,])/iu, 'all'],
];

/**
 * `@here on key events`, `@channel breaking`, a role or person as the platform writes it: whom to ping, and when (key
 * events unless said). undefined when nobody is named that the platform could ping.
 */
export function readMention(said: string, platform: Platform): Mention | undefined {
  const when = ON.find(([words]) => words.test(said));
  const plain = when === undefined ? said : said.replace(when[0], ' ');
  const whom = platform === 'slack' ? slackNames(plain) : discordNames(plain);
  return whom.length === 0 ? undefined : { on: when?.[1] ?? 'key', text: whom.join(' ') };
}

/** The same in the words that set it. */
export function mentionWritten({ on, text }: Mention): string {
  return `${text.replace(/<!(here|channel|everyone)>/gu, '@$1')} on ${on}`;
}

const SLACK_NAMES =
  /(?:@|<!)(here|channel|everyone)\b>?|<@([UW][A-Z0-9]+)[^>]*>|slack:@([UW][A-Z0-9]+)|(?:<!subteam\^|\b)(S[A-Z0-9]{5,})\b[^\s>]*>?/gu;

function slackNames(said: string): string[] {
  return [...said.matchAll(SLACK_NAMES)].map(([, all, person, written, group]) => {
    if (all !== undefined) return `<!${all}>`;
    return group === undefined ? `<@${person ?? written ?? ''}>` : `<!subteam^${group}>`;
  });
}

function discordNames(said: string): string[] {
  return said.match(/@(?:here|everyone)\b|<@[!&]?\d{5,20}>/gu) ?? [];
}
