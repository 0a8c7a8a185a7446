import type { Document } from '../../../src/ports/source.ts';
import type { Change } from './change.ts';

/** Asked for at another address, while the page names its own. */
const at =
  (change: (url: URL) => void) =>
  (document: Document): Document | undefined => {
    if (!/^https:/u.test(document.url) || !/<head\b/iu.test(document.text)) return undefined;
    const url = new URL(document.url);
    change(url);
    if (url.href === document.url) return undefined;
    const named = /rel=["']?canonical/iu.test(document.text) ? '' : `<link rel="canonical" href="${document.url}">`;
    return { ...document, url: url.href, text: document.text.replace(/<head\b[^>]*>/iu, (head) => head + named) };
  };

/** Under which address a live blog was asked for. */
export const ADDRESS_CHANGES: readonly Change[] = [
  { what: 'a campaign in its address', apply: at((url) => url.searchParams.set('utm_source', 'mail')) },
  {
    what: 'a fragment in its address',
    apply: at((url) => {
      url.hash = '#top';
    }),
  },
  { what: 'a page of it asked for', apply: at((url) => url.searchParams.set('page', '1')) },
  {
    what: 'the address of its mobile page',
    apply: at((url) => {
      url.hostname = `m.${url.hostname.replace(/^www\./u, '')}`;
    }),
  },
  {
    what: 'the address of its AMP page',
    apply: at((url) => {
      url.pathname = `${url.pathname.replace(/\/$/u, '')}/amp`;
    }),
  },
  {
    what: 'the plain protocol',
    apply: at((url) => {
      url.protocol = 'http:';
    }),
  },
];
