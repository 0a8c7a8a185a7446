import { foldText } from '../core/text/words.ts';
import type { Choice, PartialCommand } from '../ports/commands.ts';
import { followedBlogs } from './find-blog.ts';
import type { Desk, Subcommand } from './subcommand.ts';

const MOST = 25;

const FIXED: Readonly<Record<string, readonly string[]>> = {
  since: ['start', 'today', '1h', '2h', '6h', 'yesterday', '09:00'],
  when: ['every 30m', 'every 1h', 'every 2h', 'daily 8:00', 'off'],
  hours: ['23:00-07:00', '22:00-06:00', 'off'],
  digest: ['every 30m', 'every 1h', 'every 2h', 'daily 8:00', 'off'],
  quiet: ['23:00-07:00', '22:00-06:00', 'off'],
  mention: ['@here on key', '@here on breaking', '@here on all', 'off'],
  backfill: ['card', 'none', 'latest', 'key', 'all', '10'],
  burst: ['4', '10', 'off'],
  settle: ['2s', '10s', '1m'],
  editgap: ['5s', '30s', '5m'],
  duration: ['30m', '1h', '2h', 'until 18:00', 'tomorrow 8:00'],
  topic: [],
};

/** What may complete an option being typed: titles of blogs, a person's alerts, times. */
export async function suggest(
  partial: PartialCommand,
  desk: Desk,
  all: readonly Subcommand[],
): Promise<readonly Choice[]> {
  const [name = ''] = partial.name.split(' ');
  if (partial.option === 'blog') return blogChoices(partial, desk);
  if (name === 'alert' && partial.option === 'query') return (await alertChoices(partial, desk, all)).slice(0, MOST);
  const typed = partial.typed.toLowerCase();
  const fixed = FIXED[partial.option] ?? [];
  const found = fixed.filter((one) => one.toLowerCase().startsWith(typed));
  const own = typed === '' || found.includes(typed) ? [] : [partial.typed];
  return [...own, ...found].map((one) => ({ label: one, value: one }));
}

async function blogChoices({ channel, typed }: PartialCommand, desk: Desk): Promise<Choice[]> {
  const all = await followedBlogs(desk, channel);
  const wanted = foldText(typed);
  return all
    .filter((blog) => foldText(`${blog.number} ${blog.name} ${blog.title}`).includes(wanted))
    .slice(0, MOST)
    .map((blog) => ({ label: blog.title, value: blog.name }));
}

async function alertChoices(
  partial: PartialCommand,
  desk: Desk,
  all: readonly Subcommand[],
): Promise<readonly Choice[]> {
  if (!partial.name.endsWith('remove')) return [];
  return all.find((one) => one.name === 'alert')?.complete?.(partial, desk) ?? [];
}
