import type { EntryRecord } from '../core/seen-set.ts';
import { type DiffPart, wordDiff } from '../core/text/word-diff.ts';
import type { Block } from '../ports/commands.ts';
import { optionOrWords } from './arguments.ts';
import { entryTime, headline } from './entry-lines.ts';
import { findEntry } from './find-entry.ts';
import { bold, bullets, buttons, counted, heading, reply, small, struck, text, type Words } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

const SHOWN = 5;
/** Words of unchanged text kept on each side of a change. */
const AROUND = 6;

export const history: Subcommand = {
  name: 'history',
  aliases: ['changes', 'diff', 'revisions'],
  usage: '<entry>',
  does: 'what an entry said before, word by word',
  examples: ['history ferry cancelled', 'history https://example.org/live/storm#e12'],
  manages: false,
  async run(request) {
    const { place, others, blog } = await findEntry(request, optionOrWords(request, 'entry'), 'history');
    const { record } = place;
    const { times } = request;
    const steps = stepsOf(record);
    const withdrawn =
      record.removedAt === undefined ? [] : [text(`The source withdrew it at ${times.at(record.removedAt)}.`)];
    const summary =
      steps.length === 0
        ? 'It was never changed since it was first seen.'
        : `It was changed ${counted(steps.length, 'time', 'times')}; the latest first.`;
    return reply(
      heading(headline(record, 100)),
      small(`${blog.title}, published ${times.at(entryTime(record))}, first seen ${times.at(record.firstSeenAt)}.`),
      text(summary),
      ...withdrawn,
      ...steps
        .toReversed()
        .slice(0, SHOWN)
        .flatMap((step) => stepBlocks(step, request)),
      ...(steps.length > SHOWN ? [small(`${steps.length - SHOWN} earlier changes are not shown.`)] : []),
      ...(others.length === 0
        ? []
        : [text('Or did you mean one of these?'), bullets(others.slice(0, 4).map((one) => [headline(one)]))]),
      ...buttons({ label: 'Why is it here?', run: `why ${record.entry.id}` }),
    );
  },
};

type Text = { readonly title: string; readonly text: string; readonly at: number; readonly marks: string };
type Change = { readonly before: Text; readonly after: Text };

function stepsOf(record: EntryRecord): Change[] {
  const { entry, past } = record;
  const texts: Text[] = past.map((one) => ({
    title: one.title ?? '',
    text: one.text,
    at: one.at,
    marks: one.flags.join(', '),
  }));
  const now = {
    title: entry.title ?? '',
    text: entry.body.text,
    at: record.correctedAt ?? record.changedAt,
    marks: entry.flags.join(', '),
  };
  return texts.map((before, index) => ({ before, after: texts[index + 1] ?? now }));
}

function stepBlocks({ before, after }: Change, { times }: Request): Block[] {
  const lines: Words[][] = [];
  if (before.title !== after.title) lines.push(['Title: ', ...shortened(wordDiff(before.title, after.title))]);
  if (before.text !== after.text) lines.push(shortened(wordDiff(before.text, after.text)));
  if (before.marks !== after.marks) lines.push([`Marks: ${before.marks || 'none'} → ${after.marks || 'none'}`]);
  if (lines.length === 0) lines.push(['Something that is not text, such as a picture, changed.']);
  return [text(bold(times.at(after.at))), ...lines.map((line) => text(...line))];
}

/** A difference with the changes marked, and only a few words of what stayed the same around them. */
function shortened(parts: readonly DiffPart[]): Words[] {
  return parts.flatMap((part, index): Words[] => {
    if (part.kind === 'changed') {
      const space = /\s*$/u.exec(part.after)?.[0] ?? '';
      const [was, is] = [part.before.trim(), part.after.trim()];
      return [
        ...(was === '' ? [] : [struck(was)]),
        was === '' || is === '' ? '' : ' ',
        ...(is === '' ? [] : [bold(is)]),
        is === '' ? ' ' : space,
      ];
    }
    return [around(part.text, index > 0, index < parts.length - 1)];
  });
}

function around(same: string, changeBefore: boolean, changeAfter: boolean): string {
  const words = same.split(/(?<=\s)/u);
  if (words.length <= AROUND * 2) return same;
  const head = changeBefore ? words.slice(0, AROUND).join('') : '';
  const tail = changeAfter ? words.slice(-AROUND).join('') : '';
  return `${head}… ${tail}`;
}
