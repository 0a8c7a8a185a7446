/** A condition on an entry. `words` are consecutive folded words; with `prefix` the last one may go on. */
export type Term =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Term[] }
  | { readonly kind: 'not'; readonly term: Term }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly prefix: boolean }
  | { readonly kind: 'author'; readonly words: readonly string[]; readonly prefix: boolean }
  | { readonly kind: 'is'; readonly mark: Mark }
  | { readonly kind: 'has'; readonly part: Part };

export type Mark = 'key' | 'breaking' | 'pinned' | 'summary' | 'corrected' | 'repost';
export type Part = 'image' | 'video' | 'embed' | 'link' | 'title' | 'text';
