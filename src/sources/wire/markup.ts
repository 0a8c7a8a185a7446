/** Text as it may stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A title as plain text: publishers write entities and now and then a tag into it. */
export function plainTitle(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const text = (MARKED_UP.test(title) ? title.replace(TAGS, '').replace(ENTITIES, entity) : title)
    .replace(UNEVEN, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** Most titles have neither tags nor entities. */
const MARKED_UP = /[<&]/u;
const TAGS = /<\/?[a-z][^<>]*>/giu;
const ENTITIES = /&(#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp|ndash|mdash|[lr][sd]quo|hellip);/giu;
/** White space that is not one plain space. */
const UNEVEN = /\s\s+|[^\S ]/gu;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

export type ImageParts = {
  readonly url: string;
  readonly alt?: string | undefined;
  /** HTML. */
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
};

/** A picture with what is written under it, as HTML for the body reader. */
export function figure({ url, alt, caption, credit }: ImageParts): string {
  const image = `<img src="${escapeHtml(url)}"${alt === undefined ? '' : ` alt="${escapeHtml(alt)}"`}>`;
  const by = credit === undefined ? '' : ` <span class="credit">${escapeHtml(credit)}</span>`;
  const under = caption === undefined && by === '' ? '' : `<figcaption>${caption ?? ''}${by}</figcaption>`;
  return `<figure>${image}${under}</figure>`;
}

/** A player or another site's card, as HTML for the body reader. */
export function frame(url: string, title?: string): string {
  return `<figure><iframe src="${escapeHtml(url)}"${title === undefined ? '' : ` title="${escapeHtml(title)}"`}></iframe></figure>`;
}
