import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/sources/http/decode-text.ts';
import { inspected } from './inspected.ts';

/** What people write in each charset. */
const TITLES: readonly (readonly [charset: string, title: string])[] = [
  ['iso-8859-1', 'Café fermé'],
  ['iso-8859-2', 'Przystań zamknięta'],
  ['iso-8859-5', 'Пристань закрыта'],
  ['iso-8859-7', 'Λιμάνι κλειστό'],
  ['iso-8859-15', 'Ferry à 12 €'],
  ['windows-1250', 'Przystań zamknięta'],
  ['windows-1251', 'Пристань закрыта'],
  ['windows-1253', 'Λιμάνι κλειστό'],
  ['windows-1254', 'İskele kapalı'],
  ['windows-1255', 'הנמל סגור'],
  ['windows-1256', 'الميناء مغلق'],
  ['windows-1257', 'Osta slēgta'],
  ['koi8-r', 'Пристань закрыта'],
  ['koi8-u', 'Причал зачинено, їжа є'],
  ['ibm866', 'Пристань закрыта'],
  ['macintosh', 'Café fermé'],
  ['big5', '港口關閉'],
  ['gb2312', '港口关闭'],
  ['gb18030', '港口关闭'],
  ['euc-jp', '港は閉鎖'],
  ['shift_jis', '港は閉鎖'],
  ['euc-kr', '항구 폐쇄'],
];

const feed = (title: string, encoding?: string) =>
  `<?xml version="1.0"${encoding === undefined ? '' : ` encoding="${encoding}"`}?><rss version="2.0"><channel><item><title>${title}</title></item></channel></rss>`;
const titleOf = (bytes: Uint8Array, contentType = '') => inspected(decodeText(bytes, contentType)).entries[0]?.title;

describe('a feed in a charset of its region', () => {
  it.each(TITLES)('%s is read when its prolog says so: %s', (charset, title) => {
    expect(titleOf(encode(feed(title, charset), charset))).toBe(title);
  });

  it.each(TITLES)('%s is read when the header says so: %s', (charset, title) => {
    expect(titleOf(encode(feed(title), charset), `application/xml; charset=${charset}`)).toBe(title);
  });

  it.each(TITLES)('%s is read when the header says so and the prolog lies: %s', (charset, title) => {
    expect(titleOf(encode(feed(title, 'us-ascii'), charset), `text/xml; charset="${charset}"`)).toBe(title);
  });
});

describe('a feed in a code page of IBM', () => {
  // The bytes of "Café ferme" with its e acute, as the tables of those pages have it.
  const ascii = (letters: string, encoding: string, high: readonly number[]) => {
    const [before = '', behind = ''] = feed(letters, encoding).split('?!');
    return Buffer.concat([Buffer.from(before), Buffer.from(high), Buffer.from(behind)]);
  };

  it.each([
    ['IBM437', [0x82, 0x20, 0x9c], 'Café £'],
    ['cp850', [0x82, 0x20, 0xbd], 'Café ¢'],
    ['cp858', [0x82, 0x20, 0xd5], 'Café €'],
    ['ibm852', [0x82, 0x20, 0xa9], 'Café ę'],
    ['cp855', [0xa0, 0x20, 0xa1], 'Cafа А'],
  ])('%s is read', (encoding, high, title) => {
    expect(titleOf(ascii('Caf?!', encoding, high))).toBe(title);
  });

  const ebcdic = (text: string) => {
    const at = new Map<string, number>();
    const letters = (from: number, all: string) => {
      for (const [index, letter] of [...all].entries()) at.set(letter, from + index);
    };
    letters(0x40, ' ');
    letters(0x4b, '.<(+|&');
    letters(0x60, '-/');
    letters(0x6c, '%_>?');
    letters(0x7a, ':#@\'="');
    for (const [from, all] of [
      [0x81, 'abcdefghi'],
      [0x91, 'jklmnopqr'],
      [0xa2, 'stuvwxyz'],
      [0xc1, 'ABCDEFGHI'],
      [0xd1, 'JKLMNOPQR'],
      [0xe2, 'STUVWXYZ'],
      [0xf0, '0123456789'],
    ] as const)
      letters(from, all);
    letters(0x51, 'é');
    return Uint8Array.from([...text].map((letter) => at.get(letter) ?? 0x6f));
  };

  it.each(['ebcdic-cp-us', 'IBM037', 'cp500'])('EBCDIC as %s is told by its first bytes', (encoding) => {
    expect(titleOf(ebcdic(feed('Café ferme', encoding)))).toBe('Café ferme');
  });

  it.each([
    ['cp932', 'shift_jis', '港は閉鎖'],
    ['cp949', 'euc-kr', '항구 폐쇄'],
    ['cp936', 'gbk', '港口关闭'],
    ['iso8859_2', 'iso-8859-2', 'Przystań'],
    ['mac_roman', 'macintosh', 'Café'],
  ])('and %s for %s are known by those names', (name, charset, title) => {
    expect(titleOf(encode(feed(title, name), charset))).toBe(title);
  });
});

describe('a feed in a charset of all regions', () => {
  const title = 'Причал 港 закрыт 🌊';
  const byteOrders = [
    ['little', true],
    ['big', false],
  ] as const;

  it.each(byteOrders)('is read in units of two bytes, the %s end first, with a mark and without', (_, little) => {
    for (const mark of ['\ufeff', '']) {
      const bytes = Buffer.from(mark + feed(title, 'utf-16'), 'utf16le');

      expect(titleOf(little ? bytes : bytes.swap16())).toBe(title);
    }
  });

  it.each(byteOrders)('is read in units of four bytes, the %s end first, with a mark and without', (_, little) => {
    for (const mark of ['\ufeff', '']) expect(titleOf(utf32(mark + feed(title, 'utf-32'), little))).toBe(title);
  });

  it.each([
    ['nothing', undefined, ''],
    ['another in its prolog', 'iso-8859-1', ''],
    ['none there is in its prolog', 'saltmere-8', ''],
    ['another in the header', undefined, 'text/xml; charset=us-ascii'],
    ['units of two bytes, wrongly', 'utf-16', ''],
  ])('is read as UTF-8 when it says %s', (_, encoding, contentType) => {
    expect(titleOf(Buffer.from(feed(title, encoding)), contentType)).toBe(title);
  });

  it('is read as windows-1252 when its bytes are no UTF-8, whatever it says', () => {
    expect(titleOf(Buffer.from(feed('Caf\xe9 \x96 ferm\xe9', 'utf-8'), 'latin1'))).toBe('Café – fermé');
  });
});

/** The bytes of a text: what the decoder makes of one byte or two, turned round. */
function encode(text: string, charset: string): Uint8Array {
  const bytes = bytesOf(charset);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const found = bytes.get(letter);
      if (found === undefined) throw new Error(`${charset} has no ${letter}`);
      return found;
    }),
  );
}

const charsets = new Map<string, ReadonlyMap<string, readonly number[]>>();

function bytesOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const known = charsets.get(charset);
  if (known !== undefined) return known;
  const bytes = new Map<string, readonly number[]>();
  charsets.set(charset, bytes);
  const decoder = new TextDecoder(charset);
  const add = (...letter: number[]) => {
    const text = decoder.decode(Uint8Array.from(letter));
    if ([...text].length === 1 && text !== '\ufffd' && !bytes.has(text)) bytes.set(text, letter);
  };
  for (let first = 0; first < 256; first += 1) add(first);
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) add(first, second);
  return bytes;
}

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * 4));
  for (const [at, code] of codes.entries()) view.setUint32(at * 4, code, littleEndian);
  return new Uint8Array(view.buffer);
}
