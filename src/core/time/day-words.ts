import { anyWord, inAll } from '../languages/in-all.ts';

const TODAYS = anyWord(inAll(({ times }) => times?.today));
const YESTERDAYS = anyWord(inAll(({ times }) => times?.yesterday));

/** A text that begins with "today" or "yesterday", as part of a regular expression. */
export const DAY_WORD = String.raw`(?:${TODAYS}|${YESTERDAYS})[\s,]+`;
const WORD = new RegExp(`^${DAY_WORD}`, 'iu');
const TODAY = new RegExp(String.raw`^${TODAYS}[\s,]`, 'iu');

/** How many days before today the word says that a text begins with ("Hier à 22:14"), and what follows it. */
export function leadingDayWord(text: string): { daysAgo: 0 | 1; rest: string } | undefined {
  const word = WORD.exec(text)?.[0];
  return word === undefined ? undefined : { daysAgo: TODAY.test(text) ? 0 : 1, rest: text.slice(word.length) };
}
