import type { Body, Entry } from '../entry.ts';

/**
 * An entry without its words: what `author:`, `is:` and `has:` ask about, in little memory. Lists that are the same are
 * the same list.
 */
export function createBareEntries(): (entry: Entry) => Entry {
  const lists = new Map<string, readonly unknown[]>();
  const bodies = new Map<string, Body>();

  function shared<T>(list: readonly T[]): readonly T[] {
    const name = JSON.stringify(list);
    const known = lists.get(name);
    if (known !== undefined) return known as readonly T[];
    lists.set(name, list);
    return list;
  }

  function bodyOf({ text, media, links }: Body): Body {
    const types = [...new Set(media.map(({ type }) => type))].toSorted();
    const name = `${text === '' ? '' : 't'}${links.length === 0 ? '' : 'l'} ${types.join(' ')}`;
    const known = bodies.get(name);
    if (known !== undefined) return known;
    const body: Body = {
      tree: { type: 'root', children: [] },
      text: text === '' ? '' : '…',
      media: types.map((type) => ({ type, url: '' })),
      links: links.length === 0 ? [] : [{ text: '', url: '' }],
    };
    bodies.set(name, body);
    return body;
  }

  return ({ id, title, authors, flags, repostOf, body }) => ({
    id,
    body: bodyOf(body),
    authors: shared(authors),
    flags: shared(flags),
    ...(title === undefined || title === '' ? {} : { title: '…' }),
    ...(repostOf === undefined ? {} : { repostOf: '…' }),
  });
}
