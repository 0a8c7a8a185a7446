const BLOG_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 40;

/** True for a name that commands, logs and keys can carry: small letters, digits, hyphens. */
export function isBlogName(name: string): boolean {
  return BLOG_NAME.test(name) && name.length <= LONGEST;
}

/** Says what is wrong with a name and what would do. */
export function wrongBlogName(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST);
  const hint = slug === '' ? '' : `; "${slug}" would do`;
  return `is no blog name: small letters, digits and hyphens, ${LONGEST} at most${hint}`;
}
