import type { Paint, Palette } from './style.ts';
import { type Span, wrapSpans } from './wrap.ts';

/** How things are shown: colours, columns, and whose clock and calendar. */
export type View = {
  readonly paints: Palette;
  /** Columns of the whole line, gutter included. */
  readonly width: number;
  /** IANA zone; undefined = the machine's. */
  readonly timezone: string | undefined;
  /** BCP 47, for dates. */
  readonly language: string;
};

/** Columns left of a card's content: " 18:04 ┃ ". */
const GUTTER = 9;

/** Columns a card's content may take. */
export const contentWidth = (view: View) => view.width - GUTTER;

/** A card: its lines beside a bar, with a time or a sign in the gutter of the first. */
export function framed(sign: string, lines: readonly string[], bar: Paint, view: View): string[] {
  return lines.map((line, at) => {
    const gutter = at === 0 ? sign.padStart(5).padEnd(5) : '     ';
    return ` ${view.paints.soft(gutter)} ${bar('┃')} ${line}`.trimEnd();
  });
}

/** Wraps spans to the width of a card's content. */
export const lay = (spans: readonly Span[], view: View, less = 0): string[] =>
  wrapSpans(spans, contentWidth(view) - less);

/** `18:04` in the reader's zone. */
export function clockTime(at: number, view: View): string {
  return new Intl.DateTimeFormat(view.language, { hour: '2-digit', minute: '2-digit', timeZone: view.timezone }).format(
    at,
  );
}

/** `Saturday 21 November` in the reader's zone. */
export function dayName(at: number, view: View): string {
  return new Intl.DateTimeFormat(view.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: view.timezone,
  }).format(at);
}
