const BASE = /^(.*\/liveblog\/v1\/\d+)(?:\/.*)?$/u;
/** Sites without pretty addresses name the route in their query. */
const ROUTE = /^([^?#]*\?(?:[^#]*&)?rest_route=)([^&#]*)/u;

/** A live blog's REST root, ending with a slash; undefined for an address that is no part of the plugin's API. */
export function apiRoot(url: string): string | undefined {
  const route = ROUTE.exec(url);
  const path = route === null ? url.replace(/[?#].*$/u, '') : `${route[1]}${route[2]?.replaceAll(/%2f/giu, '/')}`;
  const base = BASE.exec(path)?.[1];
  return base === undefined ? undefined : `${base}/`;
}

/** One page of the whole blog. `last` pins what "page 2" means while entries come in: `<id>-<timestamp>`, or the newest. */
export function pageAddress(root: string, page: number, last = 'latest'): string {
  return `${root}get-entries/${page}/${last}`;
}

/**
 * What was written, changed or deleted since a moment (epoch seconds, that second included: it may not be over). `now` ends
 * the span: of one that ends in the future the server says that its answer may be kept until then.
 */
export function sinceAddress(root: string, cursor: string, now: number): string {
  return `${root}entries/${cursor}/${Math.floor(now / 1000)}`;
}

const LEGACY = /^(.*\/liveblog\/)\d+\/\d+\/?$/u;

/** The same of sites older than the REST API, below the post's own address; undefined for any other address. */
export function legacyAddress(url: string, cursor: string, now: number): string | undefined {
  const root = LEGACY.exec(url)?.[1];
  return root === undefined ? undefined : `${root}${cursor}/${Math.floor(now / 1000)}/`;
}
