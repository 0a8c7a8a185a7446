/** A command line: the subcommand and what follows it. */
export type CommandLine = { readonly name: string; readonly words: string };

const ESCAPE = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu;

/**
 * Undoes what Slack and keyboards do to typed words (docs.slack.dev/interactivity/implementing-slash-commands): links and
 * mentions in angle brackets, entities, smart quotes, dashes made of hyphens. A channel becomes `slack:C…`, a person
 * `slack:@U…`, as channels are written everywhere.
 */
export function decodeWords(text: string): string {
  return text
    .replace(ESCAPE, (_all, mark: string, target: string, label: string | undefined) => {
      if (mark === '#') return `slack:${target}`;
      if (mark === '@') return `slack:@${target}`;
      if (mark === '!') return label ?? (target.startsWith('subteam') ? '' : `@${target}`);
      if (/^(mailto|tel):/u.test(target)) return label ?? target.replace(/^\w+:/u, '');
      return target;
    })
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/(^|\s)[–—−](?=[\p{L}\p{N}"])/gu, '$1-')
    .replace(/(?<=\d)[–—−](?=\d)/gu, '-')
    .replace(/[\s\u00a0\u200b]+/gu, ' ')
    .trim();
}

/** Splits decoded words. Nothing typed asks for help; an address alone asks for a preview. */
export function commandLine(words: string): CommandLine {
  const line = words.replace(/^\/liveblog\s*/iu, '').trim();
  if (line === '') return { name: 'help', words: '' };
  const [first = ''] = line.split(/\s/u);
  if (/^https?:\/\//iu.test(first)) return { name: 'preview', words: line };
  return { name: first.toLowerCase(), words: line.slice(first.length).trim() };
}

/** What somebody who mentions the app asks for: a preview of the address they pasted, else the words as a command. */
export function mentionLine(text: string, bot: string | undefined): CommandLine {
  const words = bot === undefined ? text : text.replaceAll(`<@${bot}>`, ' ');
  const line = commandLine(decodeWords(words));
  // Slack marks where an address ends; the question mark after it is not part of it.
  const address = /<(https?:\/\/[^<>|]+)/iu.exec(words)?.[1];
  if (address === undefined || WITH_ADDRESS.has(line.name)) return line;
  return { name: 'preview', words: decodeWords(address) };
}

/** `@Liveblog follow https://…` is a command; `@Liveblog have you seen https://…` is a preview. */
const WITH_ADDRESS = new Set([
  'follow',
  'subscribe',
  'add',
  'unfollow',
  'unsubscribe',
  'remove',
  'why',
  'preview',
  'history',
]);
