const TAG = /<(?:div|section|ul|ol|li|aside|article|header)\b[^<>]*\b(?:class|id|data-[a-z-]+)\s*=\s*["'][^"'<>]*$/iu;
/** No start tag is longer in front of the word that names it. */
const LONGEST = 500;

/** Where the start tag begins in whose class, id or data attribute a word stands; undefined when it stands in none. */
export function tagNamedAt(html: string, at: number): number | undefined {
  const from = Math.max(0, at - LONGEST);
  const opening = TAG.exec(html.slice(from, at));
  return opening === null ? undefined : from + opening.index;
}
