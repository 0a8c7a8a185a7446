import { maySayClosed, saysClosed } from '../core/text/closing-words.ts';
import { parseDate } from '../core/time/dates.ts';
import type { Elsewhere } from '../ports/source.ts';
import { plainLine } from './body/plain-line.ts';

const UNSEEN = /<(script|style|template)\b/giu;
const LINE = />([^<>]{12,400})</gu;
const COVERAGE_END = /"coverageEndTime"\s*:\s*"([^"]{8,40})"/u;
/** Pages for readers say it in their first megabyte. */
const LOOKED_AT = 1_000_000;

/** What a page that sends us elsewhere says of the blog's end, found by string search. */
export function pageEnd(html: string): Pick<Elsewhere, 'ended' | 'coverageEnd'> {
  const text = html.slice(0, LOOKED_AT);
  const coverageEnd = coverageEndIn(text);
  return { ...(saysEnded(text) && { ended: true }), ...(coverageEnd !== undefined && { coverageEnd }) };
}

/** When the coverage ends, as the page's JSON-LD announces it. */
export function coverageEndIn(html: string): number | undefined {
  const coverage = COVERAGE_END.exec(html)?.[1];
  return coverage === undefined ? undefined : parseDate(coverage);
}

/** True when a line of the page, outside of its scripts, says that the live blog is over. */
export function saysEnded(html: string): boolean {
  for (const part of seenParts(html.slice(0, LOOKED_AT))) {
    for (const [, line = ''] of part.matchAll(LINE)) {
      if (maySayClosed(line) && saysClosed(plainLine(line))) return true;
    }
  }
  return false;
}

/** The page without scripts and the like; one that is never closed takes the rest of the page. */
function* seenParts(html: string): Generator<string> {
  let from = 0;
  UNSEEN.lastIndex = 0;
  for (let open = UNSEEN.exec(html); open !== null; open = UNSEEN.exec(html)) {
    yield html.slice(from, open.index);
    from = html.indexOf(`</${open[1]}`, open.index);
    if (from === -1) return;
    UNSEEN.lastIndex = from;
  }
  yield html.slice(from);
}
