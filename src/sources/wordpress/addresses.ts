const BASE = /^(.*\/liveblog\/v1\/\d+)(?:\/.*)?$/u;

/** A live blog's REST root, ending with a slash; undefined for an address that is no part of the plugin's API. */
export function apiRoot(url: string): string | undefined {
  const base = BASE.exec(url.replace(/[?#].*$/u, ''))?.[1];
  return base === undefined ? undefined : `${base}/`;
}

/** One page of the whole blog. `last` pins what "page 2" means while entries come in: `<id>-<timestamp>`, or the newest. */
export function pageAddress(root: string, page: number, last = 'latest'): string {
  return `${root}get-entries/${page}/${last}`;
}

/** Ends the range of a poll; the API lists what lies between two epochs, and nothing is stamped later than this. */
const END_OF_TIME = 9_999_999_999;

/** What was written, changed or deleted since a moment (epoch seconds, that second included: it may not be over). */
export function sinceAddress(root: string, cursor: string): string {
  return `${root}entries/${cursor}/${END_OF_TIME}`;
}
