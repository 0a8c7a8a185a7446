import { ENGLISH, TRANSLATIONS } from './command-texts.ts';
import { CONTEXT } from './interaction.ts';

/** A command as Discord registers it (interactions/application-commands, "Application Command Structure"). */
export type CommandWire = {
  readonly name: string;
  readonly type: number;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly OptionWire[];
  readonly default_member_permissions?: string;
  readonly contexts?: readonly number[];
};

export type OptionWire = {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly options?: readonly OptionWire[];
};

const TYPE = { subcommand: 1, group: 2, text: 3, whole: 4, yesNo: 5 } as const;

/**
 * Every command of the bot. `/liveblog` itself asks for no permission, because reading is open to all and its
 * subcommands share one setting; whether a person may change a channel is checked when the command runs. A server can
 * still narrow it under Integrations. "Mute similar" changes a channel, so it asks for Manage Server.
 */
export function commandTree(): readonly CommandWire[] {
  return [
    {
      name: 'liveblog',
      type: 1,
      ...described(''),
      contexts: [0, 1],
      options: subcommands(),
    },
    ...Object.entries(CONTEXT).map(([name, command]) => ({
      name,
      type: 3,
      contexts: [0],
      ...(command === 'mute' ? { default_member_permissions: MANAGE_SERVER } : {}),
    })),
  ];
}

const MANAGE_SERVER = String(1 << 5);

function subcommands(): OptionWire[] {
  const blog = text('blog', 'The live blog: title, name or number', { autocomplete: true });
  const since = text('since', '2h, today, 09:30 or start', { autocomplete: true });
  const query = text('query', 'Words, "a phrase", a OR b, -not, author:name', { required: true });
  const entry = text('entry', 'A link to the update, or words from it', { required: true });
  const url = text('url', 'The address of the live blog', { required: true });
  return [
    sub('help', text('topic', 'A command to explain')),
    sub('preview', url),
    sub('follow', url, ...followOptions()),
    sub('unfollow', required(blog)),
    sub('list'),
    sub('settings', required(blog), ...showOptions()),
    sub('latest', blog, whole('n', 'How many', 1, 25)),
    sub('search', query, blog),
    sub('summary', blog, since, yesNo('share', 'Show it to everybody in the channel')),
    sub('catchup'),
    {
      type: TYPE.group,
      name: 'alert',
      ...described('alert'),
      options: [
        sub('alert add', query, blog),
        sub('alert list'),
        sub('alert remove', text('query', 'The alert, or all', { required: true, autocomplete: true })),
      ],
    },
    sub(
      'digest',
      text('when', 'off, every 30m, daily 8:00 Europe/London, or a cron line', { required: true, autocomplete: true }),
    ),
    sub('quiet', text('hours', '23:00-07:00, or off', { required: true, autocomplete: true })),
    sub('pause', text('duration', '30m, 2h, until 18:00; without it, until resumed', { autocomplete: true })),
    sub('resume'),
    sub('status'),
    sub('why', entry),
    sub('history', entry),
    sub('mute', entry),
  ];
}

/** How a route shows a blog; without any of them `settings` opens a form. */
function showOptions(): OptionWire[] {
  return [
    ...chosen(),
    text('edits', 'What a correction does', { choices: ['edit', 'reply', 'post', 'ignore'] }),
    text('removals', 'What a withdrawal does', { choices: ['delete', 'strike', 'ignore'] }),
    text('reposts', 'What to do with repeated updates', { choices: ['show', 'fold', 'skip'] }),
    text('mention', 'Whom to ping, and on what: @here on key, a role on breaking, off', { autocomplete: true }),
    yesNo('spoiler', 'Hide the words until tapped'),
    text('digest', 'Together at set times: every 30m, a cron line, off', { autocomplete: true }),
    text('quiet', 'Hours without posts: 23:00-07:00, off', { autocomplete: true }),
    text('burst', 'Fold so many updates at once into few messages: 2 to 100, off', { autocomplete: true }),
    text('settle', 'Wait for calm before posting: 2s', { autocomplete: true }),
    text('editgap', 'Wait between two edits of a message: 5s', { autocomplete: true }),
  ];
}

function followOptions(): OptionWire[] {
  return [
    text('name', 'A short name for it'),
    ...chosen(),
    text('backfill', 'What to post of before: none, latest, key, all, card or a number', { autocomplete: true }),
  ];
}

function chosen(): OptionWire[] {
  return [
    text('layout', 'One message after another, or one thread', { choices: ['channel', 'thread'] }),
    text('only', 'Only updates that match'),
    text('except', 'No updates that match'),
    text('entries', 'All updates, or key events alone', { choices: ['all', 'key'] }),
  ];
}

function sub(path: string, ...options: OptionWire[]): OptionWire {
  const name = path.split(' ').at(-1) ?? path;
  return { type: TYPE.subcommand, name, ...described(path), ...(options.length === 0 ? {} : { options }) };
}

type TextExtras = { required?: boolean; autocomplete?: boolean; choices?: readonly string[] };

function text(name: string, description: string, { choices, ...extras }: TextExtras = {}): OptionWire {
  const fixed = choices === undefined ? {} : { choices: choices.map((value) => ({ name: value, value })) };
  return { type: TYPE.text, name, description, ...extras, ...fixed };
}

function whole(name: string, description: string, min: number, max: number): OptionWire {
  return { type: TYPE.whole, name, description, min_value: min, max_value: max };
}

function yesNo(name: string, description: string): OptionWire {
  return { type: TYPE.yesNo, name, description };
}

function required(option: OptionWire): OptionWire {
  return { ...option, required: true };
}

function described(path: string): { description: string; description_localizations: Record<string, string> } {
  const translated = Object.entries(TRANSLATIONS).map(([locale, texts]) => [locale, texts[path] ?? '']);
  return {
    description: ENGLISH[path] ?? path,
    description_localizations: Object.fromEntries(translated.filter(([, words]) => words !== '')),
  };
}
