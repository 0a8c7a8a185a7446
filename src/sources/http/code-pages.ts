/**
 * Code pages of IBM that no TextDecoder reads (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/ and EBCDIC/): the
 * letters at 0x80–0xFF of those that begin like ASCII, and at 0x40–0xFF of EBCDIC.
 */
const UPPER: Readonly<Record<string, string>> = {
  ibm437: [
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ].join(''),
  ibm850: [
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ].join(''),
  ibm852: [
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐',
    '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  ].join(''),
  ibm855: [
    'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐',
    '└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u00adыЫзЗшШэЭщЩчЧ§■\u00a0',
  ].join(''),
};
const EBCDIC = [
  ' \u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="',
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×',
  '{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u009f',
].join('');
/** Code pages that differ from one of the tables in a few letters. */
const VARIANTS: Readonly<Record<string, { readonly of: string; readonly letters: Readonly<Record<number, string>> }>> =
  {
    ibm858: { of: 'ibm850', letters: { 213: '€' } },
    ibm1140: { of: 'ibm037', letters: { 159: '€' } },
    ibm500: {
      of: 'ibm037',
      letters: { 74: '[', 79: '!', 90: ']', 95: '^', 176: '¢', 186: '¬', 187: '|' },
    },
  };
const CONTROLS: Readonly<Record<number, string>> = { 5: '\t', 13: '\r', 21: '\n', 37: '\n' };
const LABEL = /^(?:cs)?(?:ibm|cp|dos|pc|ebcdic-cp)[-_]?0*(37|437|500|850|852|855|858|1140|us|ca|nl|wt|be|ch)$/i;

/** The name of the code page that a declaration means ("cp437", "IBM-850", "ebcdic-cp-us"); undefined for none of these. */
export function codePage(label: string): string | undefined {
  const name = LABEL.exec(label.trim())?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  if (name === 'be' || name === 'ch') return 'ibm500';
  return /\d/.test(name) ? `ibm${name.padStart(3, '0')}` : 'ibm037';
}

/** The text of bytes in a code page that `codePage` has named. */
export function decodeCodePage(bytes: Uint8Array, name: string): string {
  const variant = VARIANTS[name];
  const upper = UPPER[variant?.of ?? name];
  const letters: string[] = [];
  for (const byte of bytes) letters.push(variant?.letters[byte] ?? letterAt(byte, upper));
  return letters.join('');
}

function letterAt(byte: number, upper: string | undefined): string {
  if (upper !== undefined) return byte < 0x80 ? String.fromCharCode(byte) : (upper[byte - 0x80] ?? '\ufffd');
  return byte < 0x40 ? (CONTROLS[byte] ?? ' ') : (EBCDIC[byte - 0x40] ?? '\ufffd');
}
