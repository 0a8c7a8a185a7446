import type { BlogView, Post } from '../../src/core/post.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { dayName, type View } from './frame.ts';
import { blogOf, viewsOf } from './render.ts';
import { entryTime } from './render-entry.ts';
import { safeLine } from './safe-text.ts';
import { wrapSpans } from './wrap.ts';

/** The part of a writable stream that is used. */
export type Output = {
  write(text: string): unknown;
  readonly columns?: number | undefined;
  readonly writable?: boolean;
};

type Above = { readonly heading: string; readonly name: string; readonly day: string };

/**
 * Writes cards one under the other, an empty line between them. A line with the blog and the day goes before a card
 * whose blog or day differs from the card above, so that cards themselves need neither.
 */
export function createPrinter(out: Output, clock: Clock) {
  let above: Above = { heading: '', name: '', day: '' };
  const print = (post: Post, lines: readonly string[], look: View): void => {
    if (lines.length === 0) return;
    const next = headingOf(post, above, clock.now(), look);
    const isNew = next.name !== above.name || next.day !== above.day;
    const rule = isNew ? `${ruled(next.heading, look)}\n\n` : '';
    above = next;
    out.write(`${rule}${lines.join('\n')}\n\n`);
  };
  return { print };
}

function headingOf(post: Post, above: Above, now: number, look: View): Above {
  const blog = blogOf(post);
  if (blog === undefined) return above;
  const name = blogName(blog);
  const today = dayName(now, look);
  const first = post.kind === 'entry' || post.kind === 'fold' ? viewsOf(post)[0] : undefined;
  const day = first === undefined ? above.day || today : dayName(entryTime(first), look);
  return { heading: day === today && [day, ''].includes(above.day) ? name : `${name} · ${day}`, name, day };
}

/** A blog and its publication, as the line above its cards names them. */
export function blogName(blog: BlogView): string {
  return [blog.title, blog.publisher ?? '']
    .map(safeLine)
    .filter((part) => part !== '')
    .join(' – ');
}

function ruled(text: string, look: View): string {
  const { soft, strong } = look.paints;
  const spans = [
    { text: '── ', paint: soft },
    { text, paint: strong },
    { text: ' ──', paint: soft },
  ];
  return wrapSpans(spans, look.width).join('\n');
}
