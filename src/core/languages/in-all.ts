import type { Language, Patterns, Words } from './language.ts';
import { LANGUAGES } from './languages.ts';

/** What all languages say for one thing, each word once. */
export function inAll(said: (language: Language) => readonly string[] | undefined): readonly string[] {
  return [...new Set(LANGUAGES.flatMap((language) => said(language) ?? []))];
}

/** Any of the words, as part of a regular expression: the longer first, an apostrophe however it is set. */
export function anyWord(words: Words): string {
  return anyPattern([...words].sort((a, b) => b.length - a.length).map(asPattern));
}

/** Any of the patterns, as part of a regular expression; of none nothing fits. */
export function anyPattern(patterns: Patterns): string {
  return patterns.length === 0 ? '(?!)' : `(?:${patterns.join('|')})`;
}

/** A pattern whose words may each begin with a capital: for searches of long texts, which ignoring case would slow down. */
export function eitherCase(pattern: string): string {
  return pattern.replace(/(?<![\p{L}\\])\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

function asPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replaceAll("'", "['’]");
}
