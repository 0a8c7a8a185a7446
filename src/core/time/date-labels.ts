import { anyPattern, anyWord, inAll } from '../languages/in-all.ts';

const SAID = anyPattern([...inAll(({ times }) => times?.published), anyWord(inAll(({ labels }) => labels?.updated))]);
const LAST = anyWord(inAll(({ times }) => times?.last));
const BEFORE = anyPattern([...inAll(({ times }) => times?.on), ...inAll(({ times }) => times?.at)]);

/** What pages write before a time to say what it is of: "Updated at", "Stand:", "Mis à jour le". */
const LABEL = new RegExp(String.raw`^(?:${LAST} )?${SAID}(?!\p{L})(?: ${BEFORE})?\s*[:,]?\s+`, 'iu');

/** The same text without such words in front. */
export function withoutLabel(text: string): string {
  return text.replace(LABEL, '');
}
