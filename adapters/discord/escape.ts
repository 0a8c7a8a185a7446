/**
 * Text that Discord shows as it is written. Every character that can begin markup, a mention, a timestamp or a link gets
 * a backslash, which Discord takes away again; nothing invisible is put in. Line breaks become spaces: only the renderer
 * makes lines, so that nothing in a text can begin one. What could join with the next piece of text is escaped too.
 */
export function escapeText(text: string): string {
  return tidy(text)
    .replace(/[\\*_~|`<[\]]/gu, '\\$&')
    .replace(/@(?=everyone|here|e?v?e?r?y?o?n?e?$|h?e?r?e?$)/giu, '\\@')
    .replace(/:(?=\/\/|\/?$)/gu, '\\:')
    .replace(/(?<=discord(?:app)?)\.(?=gg|com)/giu, '\\.');
}

/** Control characters, direction overrides and halves of characters taken out; white space made single spaces. */
export function tidy(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ');
}

/** A line whose first characters would make it a heading, list, quote or small print gets a backslash before them. */
export function guardLine(line: string): string {
  const trimmed = line.trimStart();
  if (/^[#>+-]/u.test(trimmed)) return `\\${trimmed}`;
  return trimmed.replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}

/** An http(s) address that cannot end the markup around it; undefined when it is none or too long to be worth it. */
export function safeUrl(url: string | undefined, max = 512): string | undefined {
  if (url === undefined || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return undefined;
  const href = new URL(url).href.replace(/[()<>"'`\\|*\s[\]]/gu, percent);
  return href.length > max ? undefined : href;
}

/** The same inside emphasis, where these too would be taken for its end. */
export function quietUrl(url: string): string {
  return url.replace(/[_~]/gu, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
