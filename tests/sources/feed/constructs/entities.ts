import type { Whole } from './row.ts';

const entity = (title: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><item><title>${title}</title><description>${title}</description></item></channel></rss>`;
const atomEntity = (title: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>${title}</title><content>${title}</content></entry></feed>`;
const says = (words: string) => ({ title: words, text: words });
/** How letters and signs may be written. */
export const ENTITIES: readonly Whole[] = [
  { construct: 'a named letter', document: entity('Caf&eacute; &mdash; open'), seen: says('Café — open') },
  { construct: 'a named letter in Atom', document: atomEntity('Caf&eacute; &mdash; open'), seen: says('Café — open') },
  { construct: 'an escaped named letter', document: entity('Caf&amp;eacute; open'), seen: says('Café open') },
  { construct: 'a stray ampersand', document: entity('Quay & Daughters'), seen: says('Quay & Daughters') },
  { construct: 'a stray ampersand in Atom', document: atomEntity('Quay & Daughters'), seen: says('Quay & Daughters') },
  {
    construct: 'an entity of its own',
    document: entity('At &port;', '<!DOCTYPE rss [<!ENTITY port "Saltmere">]>'),
    seen: says('At Saltmere'),
    only: 'feedparser',
  },
  { construct: 'a control character by number', document: entity('Pier&#150;shut'), seen: says('Pier–shut') },
  {
    construct: 'a control character',
    document: entity('Pier \u0096 shut\u0085'),
    seen: says('Pier – shut…'),
    only: 'neither',
  },
  { construct: 'letters decoded twice', document: entity('CafÃ© open'), seen: says('Café open'), only: 'feedparser' },
  { construct: 'an ampersand by number', document: entity('Quay &#38;amp; Daughters'), seen: says('Quay & Daughters') },
];
