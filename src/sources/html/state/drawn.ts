import type { SourceEntry } from '../../../core/entry.ts';
import type { Draft } from '../entry/entry.ts';

/** Pages that draw more entries than this draw all they have, or load the rest from elsewhere. */
const MOST_DRAWN = 9;

/** Ends of what states say of posts and blogs that pages may not show: marks, and that the blog is over. */
const SAID =
  'inned":true ticky":true reaking":true reakingNews":true eyEvent":true ey_event":true ighlight":true ighlighted":true sLive":false s_live":false'.split(
    ' ',
  );

/**
 * True when a page's scripts know one of its entries by its id, and it draws a few: they may hold the rest; or they say of
 * some entry what the page may not show. A glance at the text, so that other pages cost nothing.
 */
export function mayHoldMore(text: string, drawn: readonly Draft[]): boolean {
  const id = drawn.at(-1)?.entry.sourceId;
  if (id === undefined) return false;
  if (drawn.length > MOST_DRAWN && !SAID.some((mark) => text.includes(mark))) return false;
  return [id, bare(id)].some((name) => name.length > 1 && quoted(name).some((mark) => text.includes(mark)));
}

/** As a value of JSON, of a flat list of values, of JSON as a text, in an attribute or encoded. */
const quoted = (name: string): string[] => [
  `:"${name}"`,
  `: "${name}"`,
  `,"${name}"`,
  `:\\"${name}\\"`,
  `:&quot;${name}&quot;`,
  `%22${name}%22`,
  `:${name},`,
];

/** "post-p6" on the page is "p6" to the scripts. */
function bare(id: string): string {
  return id.replace(/^[a-z_]+[-_:]/iu, '');
}

/**
 * The drawn entries with those of the state that are not drawn, each once. What is drawn wins: it is what readers see. undefined when
 * the state tells of other things.
 */
export function withUndrawn(drawn: readonly Draft[], state: readonly SourceEntry[]): readonly Draft[] | undefined {
  const ids = new Map(
    drawn.flatMap((draft) => (draft.entry.sourceId === undefined ? [] : [[draft.entry.sourceId, draft]])),
  );
  const lead = leadOf([...ids.keys()], new Set(state.map(({ sourceId }) => sourceId)));
  if (lead === undefined) return undefined;
  const inState = new Set<Draft>();
  const all = state.map((entry): Draft => {
    const sourceId = entry.sourceId === undefined ? undefined : `${lead}${entry.sourceId}`;
    const known = ids.get(sourceId ?? '');
    if (known !== undefined) inState.add(known);
    if (known !== undefined) return withMarks(known, entry);
    return { entry: sourceId === undefined ? entry : { ...entry, sourceId } };
  });
  return [...drawn.filter((draft) => !inState.has(draft)), ...all];
}

/** A drawn entry with its marks and its time of change, where only the state has them. */
function withMarks(draft: Draft, { flags, updatedAt }: SourceEntry): Draft {
  const { entry } = draft;
  const missing = flags.filter((flag) => !entry.flags.includes(flag));
  const isNew = updatedAt !== undefined && entry.updatedAt === undefined && draft.changed === undefined;
  const isLater = isNew && entry.publishedAt !== undefined && updatedAt > entry.publishedAt;
  if (missing.length === 0 && !isLater) return draft;
  return { ...draft, entry: { ...entry, flags: [...entry.flags, ...missing], ...(isLater && { updatedAt }) } };
}

/** What the page writes before the ids of the state ("post-"), when at least half of the drawn entries are in it. */
function leadOf(ids: readonly string[], known: ReadonlySet<string | undefined>): string | undefined {
  const leads = ids.flatMap((id) =>
    known.has(id) ? [''] : known.has(bare(id)) ? [id.slice(0, -bare(id).length)] : [],
  );
  const [lead] = leads;
  return leads.length * 2 >= ids.length && leads.every((each) => each === lead) ? lead : undefined;
}
