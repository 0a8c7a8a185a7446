// What comes from a blog is somebody else's text. A terminal obeys some characters instead of showing them, so they are
// taken out before anything is laid out; the adapter's own colours are added afterwards.

/** Control sequences with a body: ESC [ … letter, and the strings ESC ] P X ^ _ up to their terminator; the one-character CSI. */
const SEQUENCE = /(?!\s)\p{Cc}(?:\[[0-?]*[ -/]*[@-~]?|[\]PX^_]\P{Cc}*(?:\p{Cc}\\)?)|\u009b[0-?]*[ -/]*[@-~]?/gu;
/** Controls, and the direction overrides that would run text over the gutter. Line breaks are kept. */
const CONTROL = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Text that can only be shown: no control characters, no escape sequences, tabs as spaces, line breaks as "\n". */
export function safeText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(SEQUENCE, '')
    .replace(CONTROL, '');
}

/** `safeText` on one line. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s+/gu, ' ').trim();
}
