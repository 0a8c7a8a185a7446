import { anyPattern, anyWord, inAll } from '../languages/in-all.ts';

const SAID = anyPattern([...inAll(({ times }) => times?.published), anyWord(inAll(({ labels }) => labels?.updated))]);
const LAST = anyWord(inAll(({ times }) => times?.last));
const BEFORE = anyPattern([...inAll(({ times }) => times?.on), ...inAll(({ times }) => times?.at)]);

/** What pages write before a time to say what it is of: "Updated at", "Stand:", "Mis à jour le". */
const LABEL = new RegExp(String.raw`^(?:${LAST} )?${SAID}(?!\p{L})(?: ${BEFORE})?\s*[:,]?\s+`, 'iu');

/** Nothing but such words, and what parts them. */
const ONLY_LABELS = new RegExp(String.raw`^(?:[\s·•|/,:–—-]|(?:${LAST}|${SAID}|${BEFORE})(?!\p{L}))*$`, 'iu');

/** True for what is left of a line that says nothing but its times: "Posted • Last updated". */
export function areLabels(text: string): boolean {
  return ONLY_LABELS.test(text);
}

const ON = new RegExp(String.raw`^${anyPattern(inAll(({ times }) => times?.on))}\s+`, 'iu');

/** A day without the word before it: "on 3 March", "le 3 mars". */
export function withoutOn(text: string): string {
  return text.replace(ON, '');
}

/** The same text without such words in front. */
export function withoutLabel(text: string): string {
  return text.replace(LABEL, '');
}
