import { parseDate } from '../../core/time/dates.ts';
import { latestFirst, type Node, textOf } from './node.ts';

/** Reads dates of one document and remembers which could not be read, so that a person can be told. */
export type DateReader = {
  /** The first of these elements, in their order, that holds a date; of several by one name the last. */
  first(...lists: readonly (readonly Node[] | undefined)[]): number | undefined;
  readonly unreadable: readonly string[];
};

export function dateReader(fetchedAt: number, timezone: string | undefined): DateReader {
  const unreadable: string[] = [];
  const options = timezone === undefined ? { fetchedAt } : { fetchedAt, timezone };
  return {
    unreadable,
    first(...lists) {
      for (const list of lists) {
        for (const node of latestFirst(list)) {
          const text = textOf(node);
          const instant = text === '' ? undefined : parseDate(text, options);
          if (instant !== undefined) return instant;
          if (text !== '') unreadable.push(text);
        }
      }
      return undefined;
    },
  };
}
