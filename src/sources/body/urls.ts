import { unwrapped } from './wrapped-urls.ts';

/** Parameters that tell who followed a link from where, and never what it leads to. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|fbclid|fb_(?:action_ids|action_types|source|ref)|gclid|gclsrc|gbraid|wbraid|gad_\w+|dclid|msclkid|yclid|igshid|igsh|ig_rid|twclid|ttclid|li_fat_id|epik|s_kwcid|ef_id|mc_[ce]id|_hs\w+|mkt_tok|CMP|CMP\w{0,4}|cmpid|ns_\w+|ocid|s_cid|ref_src|ref_url|__twitter_impression|smid|smtyp|guccounter|guce_\w+|spm|mbid|ito|ftag|ncid|wt_?mc|wt_?zmc|mtm_\w+|pk_\w+|piwik_\w+|matomo_\w+|xtor|xt|intcmp|ICID|itm_\w+|_ga|_gl|_openstat|oly_\w+_id|vero_id|srsltid|wprov|echobox|sc_cid|__s|embeds_referring_\w+|source_ve_path)$/iu;
/** The same, where the short name means something else on other sites. */
const TRACKING_AT: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\.)(?:twitter|x)\.com$/u, /^[st]$/u],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/u, /^(?:si|feature|pp)$/u],
  [/(?:^|\.)(?:spotify|instagram|threads)\.(?:com|net)$/u, /^(?:si|img_index)$/u],
];

/** What no browser would write otherwise: most addresses, and taking them apart costs as much as a short paragraph. */
const PLAIN_PATH = String.raw`https?:\/\/(?!xn--)(?:[a-z\d][a-z\d-]*\.(?!xn--))+[a-z]{2,}\/(?!amp\/)(?:[\w~-]+(?:[./][\w~-]+)*\/?)?`;
const PLAIN = new RegExp(String.raw`^${PLAIN_PATH}(?:#[\w-]+)?$`, 'u');
/** The same with a query: pictures and players keep theirs. */
const PLAIN_MEDIA = new RegExp(String.raw`^${PLAIN_PATH}(?:\?[\w=&.~-]+)?(?:#[\w-]+)?$`, 'u');

/**
 * An absolute http(s) or mailto address without tracking parameters, and without the sites that only pass readers on;
 * undefined for everything else (scripts, data, an address inside the page itself). `base` resolves relative ones.
 */
export function cleanUrl(href: string | undefined, base: string): string | undefined {
  const whole = joined(href, base);
  if (whole !== undefined && PLAIN.test(whole) && !whole.includes('.ampproject.org/')) return whole;
  const url = absoluteUrl(href, base);
  if (url === undefined) return undefined;
  if (url.protocol === 'mailto:') return url.href;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return withoutTracking(unwrapped(url)).href;
}

/** An address that begins at the root of its site, put together by hand; others as they are. */
function joined(href: string | undefined, base: string): string | undefined {
  if (href === undefined || !href.startsWith('/') || href.startsWith('//')) return href;
  return `${ORIGIN.exec(base)?.[0] ?? ''}${href}`;
}

const ORIGIN = /^https?:\/\/[^/?#]+/u;

/** Like `cleanUrl`, for pictures and players: http(s) only, the query as it is written. */
export function mediaUrl(href: string | undefined, base: string): string | undefined {
  if (href !== undefined && PLAIN_MEDIA.test(href)) return href;
  const url = absoluteUrl(href, base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

function absoluteUrl(href: string | undefined, base: string): URL | undefined {
  const text = href?.trim();
  if (text === undefined || text === '' || text.startsWith('#') || text.length > 4000) return undefined;
  const written = mended(text);
  const url = base === '' ? wholeUrl(written) : urlOn(written, base);
  if (url === undefined) return undefined;
  // Only touched when needed: each takes the address apart once more.
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  return url;
}

/** Without a base all relative addresses fail, and a throw costs more than the question (`URL.parse` needs Node 22). */
function wholeUrl(written: string): URL | undefined {
  return URL.canParse(written) ? new URL(written) : undefined;
}

/** With a base hardly any address fails, and the question costs as much as the answer. */
function urlOn(written: string, base: string): URL | undefined {
  try {
    return new URL(written, base);
  } catch {
    return undefined;
  }
}

/** Addresses as people mistype them: without "https://", with one slash of it, with it twice. */
function mended(text: string): string {
  if (/^https?:\/\/(?!https?:)[^/]|^\/[^/]/iu.test(text)) return text;
  if (/^www\.[^/?#]+\.\w/iu.test(text)) return `https://${text}`;
  return text.replace(/^(?:https?:\/\/)?(https?):\/{1,2}(?!\/)/iu, '$1://');
}

function withoutTracking(url: URL): URL {
  if (url.search !== '') {
    const parts = url.search.slice(1).split('&');
    const kept = parts.filter((part) => !isTracking(part, url.hostname));
    // By hand: deleting from `searchParams` would write the rest of the query anew.
    if (kept.length < parts.length) url.search = kept.join('&');
  }
  if (url.hash !== '') {
    const said = url.hash.slice(1).replace(/:~:.*$/u, '');
    url.hash = isTracking(said, '') ? '' : said;
  }
  return url;
}

function isTracking(part: string, host: string): boolean {
  const [name = '', value = ''] = part.split('=', 2);
  if (part === name && host === '') return false;
  // `xt` of a magnet-like address holds what it leads to.
  if (TRACKING.test(name)) return !(name.toLowerCase() === 'xt' && /:|%3a/iu.test(value));
  return TRACKING_AT.some(([hosts, names]) => names.test(name) && hosts.test(host));
}
