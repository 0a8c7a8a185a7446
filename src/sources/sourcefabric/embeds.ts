import type { Document, Elsewhere } from '../../ports/source.ts';
import { blogAddress, postsAddress } from './addresses.ts';

/** One of these stands in every such page; asked first, because it is asked of every page there is. */
const MARK = /client_blogs|api_?host|\/blogs\/[\da-f]{24}/iu;
const API = /(?:https?:)?\/\/[^"'\s<>\\]+\/client_blogs\/[\da-f]{24}/u;
const HOST = /["']?(?:api_host|apiHost|data-api-host)["']?\s*[:=]\s*["']([^"']+)["']/u;
const ID =
  /["']?blog["']?\s*:\s*\{[^{}]*?["']_id["']\s*:\s*["']([\da-f]{24})["']|["']?(?:blogId|blog_id|data-blog-id|data-liveblog-id)["']?\s*[:=]\s*["']([\da-f]{24})["']/u;
const FRAME = /<(?:iframe|script)[^>]*\s(?:src|data-src)=["']([^"']*\/blogs\/[\da-f]{24}\/[^"']*)["']/iu;

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
  const id = ID.exec(text);
  const host = absolute(HOST.exec(text)?.[1], document);
  const blog = id?.[1] ?? id?.[2];
  if (host === undefined || blog === undefined) return undefined;
  return `${host.replace(/\/(?:api\/?)?$/u, '')}/api/client_blogs/${blog}`;
}

function absolute(address: string | undefined, document: Document): string | undefined {
  return address !== undefined && URL.canParse(address, document.url) ? new URL(address, document.url).href : undefined;
}

function elsewhere(url: string, how: string): Elsewhere {
  return { elsewhere: url, kind: 'sourcefabric', why: `the page holds a Sourcefabric live blog and ${how}` };
}
