import type { Post } from '../../src/core/post.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { dayName, type View } from './frame.ts';
import { blogOf, viewsOf } from './render.ts';
import { entryTime } from './render-entry.ts';
import { safeLine } from './safe-text.ts';

/** The part of a writable stream that is used. */
export type Output = {
  write(text: string): unknown;
  readonly columns?: number;
  readonly writable?: boolean;
};

/**
 * Writes cards one under the other, an empty line between them. A line with the blog and the day goes before a card
 * whose blog or day differs from the card above, so that cards themselves need neither.
 */
export function createPrinter(out: Output, clock: Clock) {
  let above = { heading: '', day: '' };
  const print = (post: Post, lines: readonly string[], look: View): void => {
    if (lines.length === 0) return;
    const next = headingOf(post, above, clock.now(), look);
    const rule = next.heading === above.heading || next.heading === '' ? '' : `${ruled(next.heading, look)}\n\n`;
    above = next.heading === '' ? above : next;
    out.write(`${rule}${lines.join('\n')}\n\n`);
  };
  return { print };
}

function headingOf(post: Post, above: { heading: string; day: string }, now: number, look: View) {
  const blog = blogOf(post);
  if (blog === undefined) return { heading: '', day: above.day };
  const view = post.kind === 'entry' || post.kind === 'fold' ? viewsOf(post)[0] : undefined;
  const today = dayName(now, look);
  const day = view === undefined ? above.day || today : dayName(entryTime(view), look);
  return { heading: day === today ? safeLine(blog.title) : `${safeLine(blog.title)} · ${day}`, day };
}

function ruled(text: string, look: View): string {
  const { paints } = look;
  return `${paints.soft('──')} ${paints.strong(text)} ${paints.soft('──')}`;
}
