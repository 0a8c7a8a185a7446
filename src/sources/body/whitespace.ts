// Zero-width space, word joiner, soft hyphen, byte order mark and the two direction overrides. The zero-width joiner and
// non-joiner stay: emoji families, Persian and Indic scripts need them.
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF\u202D\u202E\uFFFC]/gu;
// Control characters but tab, line feed, carriage return and next line.
const CONTROL = /[^\P{Cc}\t\n\r\u0085]/gu;
const SPACES = /[\s\u0085]+/gu;

/** Text without characters that nobody sees. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(CONTROL, '');
}

/** One line of text: invisible characters out, every run of white space (no-break spaces too) one space. */
export function oneLine(text: string): string {
  return visible(text).replace(SPACES, ' ').trim();
}

/** Runs of white space as one space, the ends kept as they are. */
export function collapse(text: string): string {
  return visible(text).replace(SPACES, ' ');
}
