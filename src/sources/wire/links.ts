/** The link to an entry, from its blog's address; none for a blog read from a file, which has no address on the web. */
export function permalink(blog: string, rest: string): { url?: string } {
  return /^https?:/iu.test(blog) ? { url: `${blog}${rest}` } : {};
}
