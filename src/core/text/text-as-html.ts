/** Plain text as HTML, where it means what it says (an entity in it is no slip), so that it takes the way of all bodies: blank lines part paragraphs, `lineBreak` stands for one line's end. */
export function textAsHtml(text: string, lineBreak: '<br>' | ' '): string {
  const escaped = text.replace(/&/g, '&#38;').replace(/</g, '&lt;').replace(/>/g, '&gt;').trim();
  return escaped
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${part.trim().replace(/\s*\n\s*/g, lineBreak)}</p>`)
    .join('');
}
