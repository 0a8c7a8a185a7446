import { currentSettings } from '../core/route.ts';
import { isStopWord } from '../core/text/stop-words.ts';
import { words } from '../core/text/words.ts';
import type { Form } from '../ports/commands.ts';
import { optionOrWords } from './arguments.ts';
import { headline } from './entry-lines.ts';
import { findEntry } from './find-entry.ts';
import type { Subcommand } from './subcommand.ts';
import { checkOwn } from './unfollow.ts';

/** "Mute similar": offers to leave entries like this one out, in words the person can change before they hold. */
export const mute: Subcommand = {
  name: 'mute',
  aliases: [],
  usage: '<entry>',
  does: 'leave entries like this one out here',
  examples: ['mute ferry cancelled'],
  manages: true,
  async run(request): Promise<Form> {
    const { blog, place } = await findEntry(request, optionOrWords(request, 'entry'), 'mute');
    checkOwn(blog);
    const telling = words(headline(place.record)).filter((word) => !isStopWord(word) && word.length > 3);
    const suggestion = telling
      .toSorted((a, b) => b.length - a.length)
      .slice(0, 2)
      .join(' ');
    const value = [...currentSettings(blog.route).except, suggestion].filter((one) => one !== '').join(', ');
    return {
      kind: 'form',
      title: `Mute in ${blog.name}`.slice(0, 24),
      submit: `settings ${blog.name}`,
      label: 'Mute',
      fields: [
        {
          name: 'except',
          label: 'No entries that match',
          hint: 'Several are parted by commas. Words mean all of them.',
          value,
          optional: true,
          input: 'text',
        },
      ],
    };
  },
};
