import { inAll } from '../languages/in-all.ts';

const STOP_WORDS = new Set(inAll(({ stopWords }) => stopWords));
/** Hiragana and lone digits carry grammar and clock times. */
const GRAMMAR = /^(?:[\u3040-\u309f]|\p{N}{1,2})$/u;

/** True for a folded word that says nothing of what a text is about. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || GRAMMAR.test(word);
}
