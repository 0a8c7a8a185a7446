const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and XML, in content and in attributes; characters XML forbids are dropped. */
export function escaped(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
}

/** JSON that may stand inside a script element: nothing in it can close the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, undefined, 1).replace(/</gu, '\\u003c');
}

/** Site-relative `src` and `href` made absolute, for feeds and articleBody, which have no address of their own. */
export function absolute(html: string, base: string): string {
  return html.replace(/(src|href)="\/(?!\/)/gu, `$1="${escaped(new URL('/', base).href)}`);
}
