import { anyPattern, inAll } from '../languages/in-all.ts';
import { LANGUAGES } from '../languages/languages.ts';

/*
 * All that is asked here is asked of folded text and case-sensitive: ignoring case costs fifty times as much.
 */

/** Alone and together: most text that is looked at ends nothing in any language. */
const SPOKEN = LANGUAGES.flatMap(({ closing }) => {
  if (closing === undefined) return [];
  const sentences = closing.sentences.map((sentence) => sentence.replaceAll('N', anyPattern(closing.blog)));
  return {
    ending: new RegExp(closing.endings.join('|'), 'u'),
    closed: new RegExp(String.raw`(?<![\p{L}\p{N}])${anyPattern(sentences)}(?![\p{L}\p{N}])`, 'u'),
  };
});
const ENDING = new RegExp(inAll(({ closing }) => closing?.endings).join('|'), 'u');

const MARKS = inAll(({ closing }) => closing?.marks);
/** One of these stands in every such sentence, and in few others. */
const PERHAPS = new RegExp(MARKS.join('|'), 'gu');
/** Letters of other scripts than the Latin one; most texts have none, and are searched for fewer words in half the time. */
const FURTHER = /[\u0370-\u1fff\u3040-\ud7ff]/u;
const PERHAPS_LATIN = new RegExp(MARKS.filter((mark) => !FURTHER.test(mark)).join('|'), 'gu');
/** Characters of a sentence before and after that word. */
const AROUND = 160;
/** Entries that close a blog say so at their beginning or at their end. */
const LOOKED_AT = 1_500;

/** True when a text says that the live blog itself has ended: "This live blog has now closed", "Der Liveblog ist beendet". */
export function saysClosed(text: string): boolean {
  if (text.length <= 2 * LOOKED_AT) return says(text.toLowerCase());
  return says(text.slice(0, LOOKED_AT).toLowerCase()) || says(text.slice(-LOOKED_AT).toLowerCase());
}

/** False for most texts that `saysClosed` would be asked of in vain, in a fraction of the time. */
export function maySayClosed(text: string): boolean {
  return ENDING.test(text.toLowerCase());
}

/** Looks closely only around the words that tell: going through the whole would take as long as reading the entry. */
function says(lower: string): boolean {
  let seen = 0;
  for (const { index } of lower.matchAll(FURTHER.test(lower) ? PERHAPS : PERHAPS_LATIN)) {
    if (index < seen) continue;
    seen = index + AROUND / 2;
    const part = lower.slice(Math.max(0, index - AROUND), seen + AROUND);
    if (ENDING.test(part) && closes(plain(part))) return true;
  }
  return false;
}

function closes(part: string): boolean {
  return SPOKEN.some(({ ending, closed }) => ending.test(part) && closed.test(part));
}

function plain(part: string): string {
  return TYPESET.test(part) ? part.normalize('NFC').replace(/[’‘`]/gu, "'").replace(/\s+/gu, ' ') : part;
}

/** All but letters of ASCII, digits and what stands between them, one space between words. */
const TYPESET = / {2}|[^ -_a-~]/u;
