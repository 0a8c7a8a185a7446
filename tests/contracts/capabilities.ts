import { readFileSync } from 'node:fs';
import { adapterLimits as discord } from '../../adapters/discord/limits.ts';
import { ADAPTER_LIMITS as slack } from '../../adapters/slack/limits.ts';
import type { AdapterLimits } from '../../src/ports/adapter.ts';
import type { Skips } from './adapter-contract.ts';

/** What a platform cannot keep of the adapter contract, by test name, with the reason and the fallback. */
export const SKIPS: Readonly<Record<'slack' | 'discord', Skips>> = { slack: {}, discord: {} };

/** Where the two differ in how they do a thing, or one cannot: the fallback is stated. */
const WAYS: readonly (readonly [what: string, slack: string, discord: string])[] = [
  ['Card of an entry', 'Block Kit, rich text', 'embed, and the headline as plain text for notifications'],
  ['Time in the reader’s own zone', '`<!date^…>`', '`<t:…:f>`'],
  ['Alt text of pictures', 'on the picture', 'in words under the text (embeds have no alt text)'],
  ['Colour of the blog', 'none; words only', 'bar of the card, and words'],
  [
    'Spoiler route',
    'no word of it in the channel or the notification; a button shows it to the reader alone',
    'words behind spoiler marks, neutral notification',
  ],
  ['Thread layout', 'replies under a state card', 'a thread on the state card; a forum post with tags in forums'],
  [
    'Key events of a thread in the channel too',
    '`broadcast: key` or `breaking`: one message in both places',
    'not there; the card on top lists the latest key events, and `mention` can ping',
  ],
  ['Publishing to other servers', 'not there', 'key events of announcement channels, when asked, ten an hour'],
  [
    'Finding a post again',
    'message metadata, read back from history',
    'reference in the footer; nonce for the first minutes',
  ],
  ['Editing old messages', 'as the workspace allows; else a note in the thread', 'after an hour about one a minute'],
  ['Message deleted by a moderator', 'stays deleted', 'stays deleted'],
  ['Commands', 'free text, parsed kindly', 'typed options with suggestions'],
  ['Commands on a message', 'a menu beside each entry, and shortcuts', 'Why this entry, History, Mute similar'],
  ['Forms', 'one modal', 'modals of five fields, in pages'],
  ['Asking before it is done', 'confirmation dialog', 'a private question with buttons'],
  ['Private answers', 'ephemeral', 'ephemeral, with “Share to channel”'],
  ['A page of one’s own', 'App Home', '`/liveblog list` and `status` (Discord has no such page)'],
  ['Languages of command descriptions', 'English (Slack has one)', 'English, German, French, Spanish'],
  ['Restricted to some workspaces', '`access.workspaces`', '`access.workspaces`'],
];

const NUMBERS: readonly (readonly [string, (limits: AdapterLimits) => string])[] = [
  ['Characters of a headline', ({ titleLength }) => number(titleLength)],
  ['Characters of an entry’s text', ({ textLength }) => number(textLength)],
  ['Entries in one folded message', ({ foldSize }) => number(foldSize)],
  ['Characters of an entry’s text there', ({ foldTextLength }) => number(foldTextLength)],
  ['Lines of a digest', ({ digestSize }) => number(digestSize)],
  ['Messages a channel takes', ({ pace }) => `${pace.burst} at once, then one every ${number(pace.interval)} ms`],
  ['Threads', ({ threads }) => (threads ? 'yes' : 'no')],
  [
    'Edits of old messages',
    ({ oldEdits }) =>
      oldEdits === undefined
        ? 'no rule'
        : `after ${oldEdits.after / 60_000} min one every ${oldEdits.interval / 1_000} s`,
  ],
];

/** The capability matrix as Markdown: the numbers of both adapters, their ways, and the contract both keep. */
export function capabilityMatrix(): string {
  const rows = (list: readonly (readonly string[])[]) => list.map((cells) => `| ${cells.join(' | ')} |`);
  return [
    '# What Slack and Discord can do',
    '',
    'Generated from the adapters and their contract suite (`tests/contracts/capabilities.ts`); do not edit by hand.',
    '`UPDATE_DOCS=1 npx vitest run tests/contracts/capabilities.test.ts` writes it anew.',
    '',
    '## Numbers',
    '',
    ...rows([
      ['', 'Slack', 'Discord'],
      ['---', '---', '---'],
      ...NUMBERS.map(([what, of]) => [what, of(slack), of(discord)]),
    ]),
    '',
    '## Ways, and where one cannot',
    '',
    ...rows([['', 'Slack', 'Discord'], ['---', '---', '---'], ...WAYS]),
    '',
    '## Kept by both, proven by the same suite through the real SDKs',
    '',
    ...rows([
      ['', 'Slack', 'Discord'],
      ['---', '---', '---'],
      ...promises().map((title) => [title, kept('slack', title), kept('discord', title)]),
    ]),
    '',
  ].join('\n');
}

/** The names of the contract's tests, read from the suite itself. */
export function promises(): string[] {
  const suite = readFileSync(new URL('adapter-contract.ts', import.meta.url), 'utf8');
  return [...suite.matchAll(/\btest\(\s*(?:'([^']+)'|`([^`]+)`)/gu)].map(([, plain, patterned]) =>
    (plain ?? patterned ?? '').replace(/\$\{[^}]*\}/gu, '…'),
  );
}

function kept(platform: 'slack' | 'discord', title: string): string {
  const reason = SKIPS[platform][title];
  return reason === undefined ? 'yes' : `no: ${reason}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
