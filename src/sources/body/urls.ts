const TRACKING =
  /^(?:utm_\w+|at_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|igsh|twclid|ttclid|mc_[ce]id|_hs\w+|mkt_tok|CMP|CMP\w{0,4}|cmpid|ns_\w+|ocid|s_cid|ref_src|ref_url|ftag|ncid|wt_mc|wt_zmc|xtor|xt|intcmp|ICID|itm_\w+|_ga|_gl|oly_\w+_id|vero_id|srsltid)$/iu;

/** What no browser would write otherwise: most addresses, and taking them apart costs as much as a short paragraph. */
const PLAIN =
  /^https?:\/\/(?!xn--)(?:[a-z\d][a-z\d-]*\.(?!xn--))+[a-z]{2,}\/(?:[\w~-]+(?:[./][\w~-]+)*\/?)?(?:#[\w-]+)?$/u;

/**
 * An absolute http(s) or mailto address without tracking parameters; undefined for everything else (scripts, data,
 * an address inside the page itself). `base` resolves relative ones.
 */
export function cleanUrl(href: string | undefined, base: string): string | undefined {
  if (href !== undefined && PLAIN.test(href)) return href;
  const url = absoluteUrl(href, base);
  if (url === undefined) return undefined;
  if (url.protocol === 'mailto:') return url.href;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return withoutTracking(url).href;
}

/** Like `cleanUrl`, for pictures and players: http(s) only, the query as it is written. */
export function mediaUrl(href: string | undefined, base: string): string | undefined {
  if (href !== undefined && PLAIN.test(href)) return href;
  const url = absoluteUrl(href, base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

function absoluteUrl(href: string | undefined, base: string): URL | undefined {
  const text = href?.trim();
  if (text === undefined || text === '' || text.startsWith('#') || text.length > 4000) return undefined;
  // `new URL` throws, and a throw costs more than the question (`URL.parse` needs Node 22).
  if (!URL.canParse(text, base === '' ? undefined : base)) return undefined;
  const url = new URL(text, base === '' ? undefined : base);
  url.username = '';
  url.password = '';
  return url;
}

function withoutTracking(url: URL): URL {
  if (url.search === '') return url;
  const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name) && !isAmbiguous(name, url));
  // Only touched when needed: deleting re-encodes the rest of the query.
  for (const name of names) url.searchParams.delete(name);
  return url;
}

/** `xt` of a magnet-like address and `at_…` of an API are rare; short names are tracking on news sites only when they hold no path. */
function isAmbiguous(name: string, url: URL): boolean {
  return name.toLowerCase() === 'xt' && (url.searchParams.get(name) ?? '').includes(':');
}
