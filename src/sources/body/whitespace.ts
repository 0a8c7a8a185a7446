// Zero-width space, word joiner, soft hyphen, byte order mark and the two direction overrides, and control characters but
// tab, line feed, carriage return and next line. The zero-width joiner and non-joiner stay: emoji families, Persian and
// Indic scripts need them.
const HIDDEN = /[\p{Cc}\u00AD\u200B\u2060\uFEFF\u202D\u202E\uFFFC](?<![\t\n\r\u0085])/gu;
/** White space that is not one plain space. */
const UNEVEN = / [\s\u0085]+|[^\S ][\s\u0085]*|\u0085[\s\u0085]*/gu;

/** Perhaps hidden, or white space but one plain space: most text has none and is told by one look. */
const ODD = / {2}|[^ -~\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe]/;

/** Text without characters that nobody sees. */
export function visible(text: string): string {
  return text.replace(HIDDEN, '');
}

/** One line of text: invisible characters out, every run of white space (no-break spaces too) one space. */
export function oneLine(text: string): string {
  return collapse(text).trim();
}

/** Runs of white space as one space, the ends kept as they are. */
export function collapse(text: string): string {
  if (!ODD.test(text)) return text;
  return visible(text).replace(UNEVEN, ' ');
}
