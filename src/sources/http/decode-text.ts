import { codePage, decodeCodePage } from './code-pages.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** How far into a document a `<meta charset>` is looked for: real pages put it after long comments and scripts. */
const META_REACH = 65_536;
const PROLOG_REACH = 256;
const PROLOG = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/iu;
/** Names that programs other than browsers have for charsets. */
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp874: 'windows-874',
  'mac-roman': 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
  'shift-jis': 'shift_jis',
};
/** Charsets whose text is plain ASCII bytes, so that "it is valid UTF-8" proves nothing about them. */
const ESCAPED = new Set(['iso-2022-jp', 'iso-2022-kr', 'hz-gb-2312']);

/**
 * The text of a document, whatever its charset. Order of trust: byte order mark; bytes that are valid UTF-8 are UTF-8 even
 * when prolog, meta or header say otherwise (they often lie, and other charsets are practically never valid UTF-8 by
 * accident); then header, XML prolog, meta; windows-1252 when nothing is named or the name is unknown. Never throws:
 * bytes that fit nothing become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const marked = byMark(bytes);
  if (marked !== undefined) return decodeAs(marked, bytes);
  const declared = declaredCharset(bytes, contentType);
  if (declared !== undefined && ESCAPED.has(declared)) return decodeAs(declared, bytes);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return utf8;
  if (declared !== undefined && declared !== 'utf-8') return decodeAs(declared, bytes);
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return mostlyUtf8(lenient) ? lenient : decodeWindows1252(bytes);
}

/** A byte order mark, or an XML prolog written in units of two or four bytes without one (XML 1.0, appendix F). */
function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))) return 'utf-32le';
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c))) return 'utf-32be';
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return ebcdicOf(bytes);
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  return undefined;
}

/** The declaration itself has none of the letters in which the pages of EBCDIC differ. */
function ebcdicOf(bytes: Uint8Array): string {
  const prolog = PROLOG.exec(decodeCodePage(bytes.subarray(0, PROLOG_REACH), 'ibm037'))?.[1] ?? '';
  return codePage(prolog) ?? 'ibm037';
}

function declaredCharset(bytes: Uint8Array, contentType: string): string | undefined {
  const header = canonical(/charset\s*=\s*["']?([^\s"';,]+)/iu.exec(contentType)?.[1]);
  if (header !== undefined) return header;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, META_REACH)).toString('latin1');
  const prolog = PROLOG.exec(start.slice(0, PROLOG_REACH))?.[1];
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?([^\s"'/>;]+)/iu.exec(start)?.[1];
  return canonical(prolog) ?? canonical(meta);
}

/** The decoder's own name of a charset; undefined for one that does not exist. UTF-16 cannot be declared in ASCII bytes. */
function canonical(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const page = codePage(label);
  if (page !== undefined) return page;
  const dashed = label.trim().toLowerCase().replaceAll('_', '-');
  return decoderName(label) ?? decoderName(ALIASES[dashed] ?? dashed);
}

function decoderName(label: string): string | undefined {
  try {
    const name = new TextDecoder(label).encoding;
    return name.startsWith('utf-16') ? undefined : name;
  } catch {
    return undefined; // an unknown label is no declaration
  }
}

function decodeAs(charset: string, bytes: Uint8Array): string {
  if (charset === 'windows-1252') return decodeWindows1252(bytes);
  if (codePage(charset) !== undefined) return decodeCodePage(bytes, charset);
  if (charset.startsWith('utf-32')) return decodeUtf32(bytes, charset === 'utf-32le');
  return new TextDecoder(charset).decode(bytes);
}

/** Four bytes to a character, which no TextDecoder reads. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 3 < bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (code !== 0xfeff) characters.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
  }
  return characters.join('');
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8, which is an answer
  }
}

/** A few broken bytes in a UTF-8 page (a character cut in half) do not make it windows-1252. */
function mostlyUtf8(text: string): boolean {
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  const whole = text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
  return whole > broken * 4;
}
