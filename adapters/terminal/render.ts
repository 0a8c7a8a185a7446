import type { BlogView, CardView, EntryView, Post } from '../../src/core/post.ts';
import { clockTime, framed, lay, type View } from './frame.ts';
import { about, changeLines, wordingLines } from './render-change.ts';
import { entryLines, entryName, entryTime } from './render-entry.ts';
import { safeLine } from './safe-text.ts';

/** A new post as lines. */
export function renderPost(post: Post, look: View): string[] {
  const { paints } = look;
  const mention =
    post.mention === undefined ? [] : lay([{ text: `for ${safeLine(post.mention)}`, paint: paints.strong }], look);
  const card = (sign: string, lines: readonly string[]) =>
    framed(sign, [...mention, ...lines], barOf(post, look), look);
  switch (post.kind) {
    case 'entry':
      return card(clockTime(entryTime(post.view), look), entryLines(post.view, look));
    case 'fold':
      return card(timeOfLast(post.views, look), foldLines(post.views, look));
    case 'digest':
      return card(clockTime(post.to, look), digestLines(post, look));
    case 'card':
      return card('', stateLines(post.blog, post.card, look));
    case 'correction':
      return card('✎', [
        ...lay(about('CORRECTED', paints.changed, post.view, look), look),
        ...wordingLines(post.changes, look),
      ]);
    case 'notice':
      return card(
        post.level === 'info' ? 'i' : '!',
        lay([{ text: safeLine(post.text), paint: noticePaint(post.level, look) }], look),
      );
    case 'alert':
      return card('✦', alertLines(post, look));
  }
}

/** What an edit changed, as lines; empty when a reader would see no difference. */
export function renderEdit(before: Post, after: Post, look: View): string[] {
  const bar = barOf(after, look);
  if (after.kind === 'card' && before.kind === 'card') {
    return headOf(before.card) === headOf(after.card) ? [] : renderPost(after, look);
  }
  const earlier = new Map(viewsOf(before).map((view) => [view.entry.id, view]));
  const now = viewsOf(after);
  if (now.length === 0) return JSON.stringify(before) === JSON.stringify(after) ? [] : renderPost(after, look);
  return now.flatMap((view) => {
    const old = earlier.get(view.entry.id);
    if (old === undefined) return framed(clockTime(entryTime(view), look), entryLines(view, look), bar, look);
    if (view.withdrawnAt !== undefined && old.withdrawnAt === undefined) return withdrawn(view, bar, look);
    if (view.withdrawnAt === undefined && old.withdrawnAt !== undefined) {
      return framed(
        '✓',
        [...lay(about('BACK', look.paints.changed, view, look), look), ...entryLines(view, look)],
        bar,
        look,
      );
    }
    return framed('✎', changeLines(old, view, look), bar, look);
  });
}

/** A post that is taken away, as lines: each of its entries struck. */
export function renderRemoval(post: Post, look: View): string[] {
  const bar = barOf(post, look);
  const views = viewsOf(post);
  if (views.length > 0) return views.flatMap((view) => withdrawn(view, bar, look));
  return framed('✗', lay([{ text: 'An earlier message was taken back.', paint: look.paints.soft }], look), bar, look);
}

/** The entries a post shows. */
export function viewsOf(post: Post): readonly EntryView[] {
  switch (post.kind) {
    case 'entry':
    case 'correction':
      return [post.view];
    case 'fold':
    case 'digest':
      return post.views;
    case 'alert':
      return post.hits.map((hit) => hit.view);
    case 'card':
    case 'notice':
      return [];
  }
}

/** The blog a post belongs to. */
export const blogOf = (post: Post): BlogView | undefined => (post.kind === 'notice' ? undefined : post.blog);

const barOf = (post: Post, look: View) => (post.kind === 'notice' ? look.paints.soft : look.paints.blog(post.blog.hue));

function withdrawn(view: EntryView, bar: (text: string) => string, look: View): string[] {
  return framed('✗', lay(about('WITHDRAWN', look.paints.urgent, view, look, true), look), bar, look);
}

function timeOfLast(views: readonly EntryView[], look: View): string {
  const last = views.at(-1);
  return last === undefined ? '' : clockTime(entryTime(last), look);
}

function foldLines(views: readonly EntryView[], look: View): string[] {
  const [first, last] = [views[0], views.at(-1)];
  if (first === undefined || last === undefined) return [];
  const span = `  ${clockTime(entryTime(first), look)}–${clockTime(entryTime(last), look)}`;
  const head = look.paints.mark(`${views.length} UPDATES`) + look.paints.soft(span);
  return [head, ...views.flatMap((view) => ['', ...timed(view, entryLines(view, look, 7), look)])];
}

function digestLines(post: Post & { kind: 'digest' }, look: View): string[] {
  const { paints } = look;
  const head = paints.mark('DIGEST') + paints.soft(`  ${clockTime(post.from, look)}–${clockTime(post.to, look)}`);
  const lines = post.views.flatMap((view) =>
    timed(
      view,
      lay(
        [
          {
            text: entryName(view.entry, view.title),
            paint: view.withdrawnAt === undefined ? paints.plain : paints.removed,
          },
        ],
        look,
        7,
      ),
      look,
    ),
  );
  const more =
    post.more > 0 ? lay([{ text: `and ${post.more} more: ${safeLine(post.blog.url)}`, paint: paints.soft }], look) : [];
  return [head, ...lines, ...more];
}

const timed = (view: EntryView, lines: readonly string[], look: View) =>
  lines.map(
    (line, at) =>
      (at === 0 ? look.paints.soft(clockTime(entryTime(view), look)) : '     ') + (line === '' ? '' : `  ${line}`),
  );

function stateLines(blog: BlogView, card: CardView, look: View): string[] {
  const { paints } = look;
  const { entries, corrected, withdrawn: taken } = card.counts;
  const counts = [
    `${entries} entries`,
    corrected > 0 ? `${corrected} corrected` : '',
    taken > 0 ? `${taken} withdrawn` : '',
  ];
  const updated = card.updatedAt === undefined ? '' : `updated ${clockTime(card.updatedAt, look)}`;
  const rest = [safeLine(blog.title), updated, ...counts].filter((part) => part !== '').join(' · ');
  return [
    ...lay(
      [
        { text: statusWord(card.status), paint: paints.mark },
        { text: `  ${rest}`, paint: paints.plain },
      ],
      look,
    ),
    ...card.keyPoints.flatMap((point) => lay([{ text: `• ${safeLine(point)}`, paint: paints.plain }], look)),
    ...card.keyEvents.flatMap((event) =>
      lay([{ text: `${clockTime(event.at, look)}  ${safeLine(event.title)}`, paint: paints.soft }], look),
    ),
  ];
}

function statusWord(status: CardView['status']): string {
  return { before: 'NOT YET LIVE', live: 'LIVE', quiet: 'QUIET', ended: 'ENDED', unreachable: 'CANNOT BE READ' }[
    status
  ];
}

/** What of a state card is worth saying again: not its counts and its time, which change with every entry. */
const headOf = (card: CardView) => JSON.stringify([card.status, card.keyPoints, card.keyEvents]);

function noticePaint(level: 'info' | 'warning' | 'error', look: View) {
  return { info: look.paints.plain, warning: look.paints.mark, error: look.paints.urgent }[level];
}

function alertLines(post: Post & { kind: 'alert' }, look: View): string[] {
  const { paints } = look;
  const head = lay(
    [
      { text: 'ALERT', paint: paints.mark },
      { text: `  ${safeLine(post.query)} · ${safeLine(post.blog.title)}`, paint: paints.plain },
    ],
    look,
  );
  return [
    ...head,
    ...post.hits.flatMap((hit) => {
      const lapsed = hit.lapsed === undefined ? '' : ` (${hit.lapsed} since)`;
      const paint = hit.lapsed === undefined ? paints.plain : paints.removed;
      return timed(hit.view, lay([{ text: `${safeLine(hit.context)}${lapsed}`, paint }], look, 7), look);
    }),
  ];
}
