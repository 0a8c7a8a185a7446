/** The characters at 0x80–0x9F, in order (WHATWG Encoding, index windows-1252). */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes windows-1252, which is also what pages that say "iso-8859-1" or "ascii" are written in.
 * Not by TextDecoder alone: Node 20 and 22 decode 0x80–0x9F as control characters instead of quotes, dashes and the euro.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/gu, printable);
}

/** What is meant by a character from U+0080 to U+009F: text that went through windows-1252 without being decoded. */
export function printable(control: string): string {
  return HIGH_CONTROLS[control.charCodeAt(0) - 0x80] ?? control;
}
