const BLOG = /^(.*?\/client_blogs\/[\da-f]{24})(?:[/?#].*)?$/u;
/** Posts asked for at once; the platform's own theme takes 25, its API gives up to 200. */
const PAGE_SIZE = 100;

/** A blog's address in the client API, without a slash at the end; undefined for any other address. */
export function blogAddress(url: string): string | undefined {
  return BLOG.exec(url)?.[1];
}

/** The newest posts by editorial order. */
export function postsAddress(blog: string, page = 1): string {
  const sort = { sort: [{ order: { order: 'desc', missing: '_last', unmapped_type: 'long' } }] };
  return withQuery(blog, page, sort);
}

/** Posts that were made, changed, unpinned or deleted since a moment (that second included: it may not be over). */
export function changedAddress(blog: string, cursor: string): string {
  const filter = { and: [{ range: { _updated: { gte: cursor } } }] };
  return withQuery(blog, 1, { query: { filtered: { filter } }, sort: [{ _updated: { order: 'asc' } }] });
}

function withQuery(blog: string, page: number, source: unknown): string {
  const query = new URLSearchParams({
    max_results: String(PAGE_SIZE),
    page: String(page),
    source: JSON.stringify(source),
  });
  return `${blog}/posts?${query}`;
}

/** True for answers to `changedAddress` and to the polls of the platform's own themes. */
export function isChangesAddress(url: string): boolean {
  const source = URL.canParse(url) ? (new URL(url).searchParams.get('source') ?? '') : '';
  return source.includes('"range"') && source.includes('"_updated"');
}
