import { nearest } from '../core/text/nearest.ts';
import type { Request } from './subcommand.ts';

/** A named value as text: a Discord option or a form field; undefined when it is absent or empty. */
export function option({ command }: Request, name: string): string | undefined {
  const value = command.options[name];
  const text = value === undefined ? '' : plainWords(String(value)).trim();
  return text === '' ? undefined : text;
}

/** The named value, else what was typed. */
export function optionOrWords(request: Request, name: string): string {
  return option(request, name) ?? request.words;
}

/** Undoes what platforms may leave of their escapes: `<url|label>`, entities, smart quotes. */
export function plainWords(text: string): string {
  return text
    .replace(/<(https?:\/\/[^<>|\s]+)(?:\|[^<>]*)?>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/\s+/gu, ' ');
}

/** What a person typed, short enough to be said back to them. */
export function clipped(text: string): string {
  const all = [...text];
  return all.length > 60 ? `${all.slice(0, 59).join('')}…` : text;
}

export type NamedWords = { readonly rest: string; readonly named: ReadonlyMap<string, string> };

/**
 * Parts a typed line into named values and the rest: `storm layout:thread only: bakhmut, "air defence" entries=key`. A
 * name counts where a colon or equals sign follows it; a value goes on to the next name.
 */
export function namedWords(words: string, names: readonly string[]): NamedWords {
  const named = new Map<string, string>();
  const marks = [...words.matchAll(/(?<=^|\s)(\p{L}+)\s?[:=](?!\/\/)\s*/gu)].flatMap((match) => {
    const typed = (match[1] ?? '').toLowerCase();
    const name = names.includes(typed) ? typed : nearest(typed, names);
    return name === undefined || isField(typed)
      ? []
      : [{ name, start: match.index, end: match.index + match[0].length }];
  });
  marks.forEach(({ name, end }, index) => {
    named.set(name, words.slice(end, marks[index + 1]?.start).trim());
  });
  return { rest: words.slice(0, marks[0]?.start).trim(), named };
}

/** `author:`, `is:` and `has:` belong to the query language. */
function isField(name: string): boolean {
  return name === 'author' || name === 'is' || name === 'has' || name === 'by';
}

/** A list of queries: items parted by commas or lines, commas inside quotation marks kept. */
export function queryList(text: string): string[] {
  const items = text.replace(/[“”„‟«»]/gu, '"').match(/(?:"[^"]*"?|[^,\n"])+/gu) ?? [];
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
