/** Ids of at least this many words are made of a headline. */
const FEWEST_WORDS = 4;
const SLUG = new RegExp(String.raw`^\p{L}[\p{L}\d]*(?:-[\p{L}\d]+){${FEWEST_WORDS - 1},}$`, 'u');

/** "rail-line-to-be-walked": an id made of a headline says nothing of what its element is. */
export function isSlug(id: string): boolean {
  return SLUG.test(id);
}
