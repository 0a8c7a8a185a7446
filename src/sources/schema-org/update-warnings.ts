import type { SourceEntry } from '../../core/entry.ts';

/** What a person should know of how updates were read; `odd` has the entries by what is odd about them. */
export function warningsOf(
  left: number,
  odd: ReadonlyMap<string, readonly SourceEntry[]>,
  pageOnly: readonly SourceEntry[],
): string[] {
  const warnings: string[] = [];
  if (left > 0)
    warnings.push(`${left} of the declared updates hold nothing to read (or are adverts) and were left out.`);
  const times = odd.get('time');
  if (times !== undefined) {
    warnings.push(
      `JSON-LD and page disagree on the time of ${times.length} entries (first: ${named(times[0])}); the page's own time is used.`,
    );
  }
  const authors = odd.get('author');
  if (authors !== undefined) {
    warnings.push(
      `JSON-LD and page disagree on the author of ${authors.length} entries (first: ${named(authors[0])}); JSON-LD's is used.`,
    );
  }
  const words = odd.get('words');
  if (words !== undefined) {
    warnings.push(
      `JSON-LD and page disagree on the words of ${words.length} entries (first: ${named(words[0])}); JSON-LD's are used.`,
    );
  }
  if (pageOnly.length > 0) {
    warnings.push(
      `${pageOnly.length} entries stand on the page and not in its JSON-LD (first: ${named(pageOnly[0])}); they are read from the page.`,
    );
  }
  return warnings;
}

/** Times that name no zone are a guess, unless the operator said which; `used` is what they were read as. */
export function zoneWarnings(
  zoneless: readonly SourceEntry[] | undefined,
  asked: string | undefined,
  used: string | undefined,
) {
  if (zoneless === undefined || asked !== undefined) return [];
  const read = used === undefined ? 'UTC, because the publisher’s zone is not known' : used;
  return [
    `The times of ${zoneless.length} entries name no zone (first: ${named(zoneless[0])}); read as ${read}. Set the blog’s timezone to correct them.`,
  ];
}

function named(entry: SourceEntry | undefined): string {
  return `“${(entry?.title ?? entry?.body.text ?? '').slice(0, 60)}”`;
}
