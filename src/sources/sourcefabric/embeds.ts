import type { Document, Elsewhere } from '../../ports/source.ts';
import { blogAddress, postsAddress } from './addresses.ts';

/** One of these stands in every such page; asked first, because it is asked of every page there is. */
const MARK = /client_blogs|api_?host|\/(?:blogs|embed)\/[\da-f]{24}/iu;
const API = /(?:https?:)?\/\/[^"'\s<>\\]+\/client_blogs\/[\da-f]{24}/u;
/** The settings of a theme, of several ages: `api_host: '…'`, `"apiHost":"…"`, `LB_API_HOST = "…"`, `data-api-host="…"`. */
const HOST = /api[_-]?host["']?\s*[:=]\s*["']([^"']+)["']/iu;
const BLOG_ID = /blog[_-]?id["']?\s*[:=]\s*["']([\da-f]{24})["']/iu;
/** The first such id in the blog's own data, whose keys are sorted: those of people in it come later. */
const BLOG = /\bblog["']?\s*:\s*\{[\s\S]{0,5000}?["']_id["']\s*:\s*["']([\da-f]{24})["']/u;
const SELF = /["']client_blogs\/([\da-f]{24})["']/u;
const FRAME = /<(?:iframe|script)[^>]*\s(?:src|data-src)=["']([^"']*\/(?:blogs|embed)\/[\da-f]{24}(?:\/[^"']*)?)["']/iu;

/**
 * Where a page that shows a Sourcefabric blog has it from: the address of the API, the settings of the blog's theme, or the
 * frame it stands in (which is a page of that theme). undefined when the page shows none.
 */
export function blogIn(document: Document): Elsewhere | undefined {
  if (!MARK.test(document.text)) return undefined;
  const text = document.text.includes('\\/') ? document.text.replaceAll('\\/', '/') : document.text;
  const direct = absolute(API.exec(text)?.[0], document);
  const blog = direct === undefined ? fromTheme(text, document) : blogAddress(direct);
  if (blog !== undefined) return elsewhere(postsAddress(blog), 'reads its posts from the platform’s API');
  const frame = absolute(FRAME.exec(text)?.[1]?.replaceAll('&amp;', '&'), document);
  return frame === undefined || frame === document.url ? undefined : elsewhere(frame, 'shows it in a frame');
}

function fromTheme(text: string, document: Document): string | undefined {
  const host = absolute(HOST.exec(text)?.[1], document);
  const blog = [BLOG, BLOG_ID, SELF].map((place) => place.exec(text)?.[1]).find((id) => id !== undefined);
  if (host === undefined || blog === undefined) return undefined;
  return `${host.replace(/\/(?:api\/?)?$/u, '')}/api/client_blogs/${blog}`;
}

/** Hosts are often written without a scheme, for pages that may be read either way; a file is read as if over https. */
function absolute(address: string | undefined, document: Document): string | undefined {
  const base = /^https?:/iu.test(document.url) ? document.url : undefined;
  if (address === undefined || (base === undefined && !/^(?:https?:)?\/\//iu.test(address))) return undefined;
  return URL.canParse(address, base ?? 'https://localhost')
    ? new URL(address, base ?? 'https://localhost').href
    : undefined;
}

function elsewhere(url: string, how: string): Elsewhere {
  return { elsewhere: url, kind: 'sourcefabric', why: `the page holds a Sourcefabric live blog and ${how}` };
}
