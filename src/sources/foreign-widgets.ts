import { absoluteUrl } from './wire/links.ts';

/*
 * Live blogs that a page shows by the script or frame of another service, and that are not read. Asked only where a page
 * shows nothing itself, so that whoever follows it learns why.
 */

/** Services by the hosts their embed codes name, as publishers use them. */
const SERVICES: readonly (readonly [string, RegExp])[] = [
  ['24liveblog', /(?:^|\.)24liveblog\.com$/u],
  ['Tickaroo', /(?:^|\.)tickaroo\.com$/u],
  ['Norkon Live Center', /^livecenter(?:cdn)?\.norkon\.net$/u],
  ['Arena', /(?:^|\.)arena\.im$/u],
  ['ScribbleLive', /(?:^|\.)scribblelive\.com$/u],
  ['CoveritLive', /(?:^|\.)coveritlive\.com$/u],
  ['Cortex Live Blog', /^live-blog\.cortextech\.io$/u],
  ['LiveLike', /(?:^|\.)livelike\.com$/u],
  ['Live Story', /(?:^|\.)livestory\.(?:nyc|io)$/u],
  ['Storytile', /(?:^|\.)storytile\.(?:com|net|de)$/u],
];
/** What other services call theirs, in the address of a frame or script. */
const SOUNDS_LIVE = /live-?_?(?:blog|ticker|center|centre|updates?)|newsticker|minuto-?a-?minuto/iu;
const NO_BLOG = /chat|analytics|\.css(?:[?#]|$)/iu;

const ADDRESS = /(?:https?:)?\/\/(?=[\w-]+\.)[\w.-]{3,253}(?::\d+)?\/[^\s"'<>\\`)]{0,500}/giu;
/** How a widget's element names the blog it shows. */
const NAMED =
  /<[a-z][\w-]*\s(?=[^<>]{0,600}?(?:LB24_LIVE_CONTENT|arena-liveblog|scrbbl-embed|cortex-live-blog|liveblog))[^<>]{0,1000}>/iu;
const ID =
  /\s(?:data-(?:eid|event|event-id|liveblog-id|blog-id|lb-id|id)|liveblog-?id|(?<=scrbbl-embed["'][^<>]{0,200}\s)data-src)\s*=\s*["']([^"'<>]{1,80})["']/iu;
const MOST_ADDRESSES = 5000;

/** A sentence that names the widget by which a page shows its live blog; undefined where none is found. */
export function foreignWidget(html: string, url: string): string | undefined {
  const text = html.includes('\\/') ? html.replaceAll('\\/', '/') : html;
  const found = widgetIn(text, url);
  if (found === undefined) return undefined;
  const id = ID.exec(NAMED.exec(text)?.[0] ?? '')?.[1];
  const named = id === undefined || found.address.includes(id) ? found.address : `${found.address}, number ${id}`;
  return `The page shows its live blog by a widget of another service, ${found.service} (${named}), which is not read; ask the publisher for a feed of it, or look for one there.`;
}

type Widget = { readonly service: string; readonly address: string };

/** The first address of a service we know; else the first frame or script of another site that sounds like a live blog. */
function widgetIn(text: string, url: string): Widget | undefined {
  const own = hostOf(url);
  let likely: Widget | undefined;
  let count = 0;
  for (const match of text.matchAll(ADDRESS)) {
    count += 1;
    if (count > MOST_ADDRESSES) break;
    const address = absoluteUrl(match[0].replaceAll('&amp;', '&'), url);
    const host = address === undefined ? undefined : hostOf(address);
    if (address === undefined || host === undefined || NO_BLOG.test(address)) continue;
    const service = SERVICES.find(([, hosts]) => hosts.test(host))?.[0];
    if (service !== undefined) return { service, address };
    if (likely === undefined && SOUNDS_LIVE.test(address) && isLoaded(text, match.index) && !isSameSite(host, own))
      likely = { service: host, address };
  }
  return likely;
}

/** True for the address of a frame, script or the element that a script fills; links lead to other pages. */
function isLoaded(text: string, at: number): boolean {
  const tag = text.slice(Math.max(0, at - 400), at);
  return /<(?:amp-)?(?:iframe|script|div|section|embed|object)\s[^<>]*(?:src|data-[\w-]+|data)\s*=\s*["']?$/iu.test(
    tag,
  );
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

function isSameSite(host: string, own: string | undefined): boolean {
  return own !== undefined && siteOf(host) === siteOf(own);
}

/** The last two labels: enough to tell a newsroom's own servers from another's. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
