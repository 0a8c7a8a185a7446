import { parseDate } from '../../../core/time/dates.ts';
import { latestFirst, type Node, textOf } from './node.ts';

type Dated<Name extends string> = { readonly [name in Name]?: readonly Node[] | undefined };

/** Reads dates of one document and remembers which could not be read, so that a person can be told. */
export type DateReader = {
  /** What the first of these elements of an item says that holds a date; of several by one name the last. */
  first<Name extends string>(item: Dated<Name>, names: readonly Name[]): number | undefined;
  readonly unreadable: readonly string[];
};

export function dateReader(fetchedAt: number, timezone: string | undefined): DateReader {
  const unreadable: string[] = [];
  const options = timezone === undefined ? { fetchedAt } : { fetchedAt, timezone };
  return {
    unreadable,
    first(item, names) {
      for (const name of names) {
        const nodes = item[name];
        if (nodes === undefined) continue;
        for (const node of latestFirst(nodes)) {
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
