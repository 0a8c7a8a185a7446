import { nearest } from '../core/text/nearest.ts';
import { bullets, buttons, code, heading, reply, small, text } from './say.ts';
import type { Subcommand } from './subcommand.ts';

/** Help needs nothing but the list of commands, so that it works when all else is broken. */
export function createHelp(all: () => readonly Subcommand[]): Subcommand {
  return {
    name: 'help',
    aliases: ['?', 'hilfe', 'commands'],
    usage: '[command]',
    does: 'the commands, with examples',
    examples: ['help', 'help follow'],
    manages: false,
    async run({ words, command, desk }) {
      const asked = (words || String(command.options.topic ?? '')).trim().toLowerCase();
      const shown = all().filter((one) => one.examples.length > 0);
      const names = shown.flatMap((one) => [one.name, ...one.aliases]);
      const name = names.includes(asked) ? asked : nearest(asked, names);
      const topic = shown.find((one) => one.name === name || one.aliases.includes(name ?? ''));
      return asked !== '' && topic !== undefined
        ? explain(
            topic,
            nameHere(() => desk.newsroom.following(command.channel).routes[0]?.blog),
          )
        : overview(shown);
    },
  };
}

function overview(all: readonly Subcommand[]) {
  return reply(
    text(
      'Live blogs in this channel, kept true: new entries are posted, corrections edit them, withdrawals withdraw them.',
    ),
    bullets(all.map((one) => [code(`/liveblog ${[one.name, one.usage].filter(Boolean).join(' ')}`), ` – ${one.does}`])),
    small(
      'An address alone is a preview. A blog can be named by its number in list, its name, its address or a part of its title. Answers are private unless they change the channel.',
    ),
    ...buttons({ label: 'What is followed here', run: 'list' }, { label: 'Status', run: 'status' }),
  );
}

/** A blog's name that examples work with in this channel; help needs it not. */
function nameHere(look: () => string | undefined): string {
  try {
    return look() ?? 'harbour-storm';
  } catch {
    return 'harbour-storm'; // Help works even when all else is broken.
  }
}

function explain(one: Subcommand, blog: string) {
  const also = one.aliases.length === 0 ? '' : ` Also: ${one.aliases.join(', ')}.`;
  return reply(
    heading(`/liveblog ${one.name}`),
    text(`${one.does.charAt(0).toUpperCase()}${one.does.slice(1)}.${also}`),
    bullets(
      one.examples.map((example) => [
        code(
          `/liveblog ${example.replaceAll(' harbour-storm', ` ${example.startsWith('follow') ? 'harbour-storm' : blog}`)}`,
        ),
      ]),
    ),
    ...(QUERY.has(one.name)
      ? [small('Words mean all of them; "a phrase"; a OR b; -not; word*; author:name; is:key; has:image; parentheses.')]
      : []),
  );
}

const QUERY = new Set(['search', 'alert', 'follow', 'settings']);
