import { plainText } from '../../src/core/body-text.ts';
import type { Flag } from '../../src/core/entry.ts';
import type { EntryView } from '../../src/core/post.ts';
import { type Change, wordChanges } from './changes.ts';
import { clockTime, lay, type View } from './frame.ts';
import { entryName, entryTime, mediaText } from './render-entry.ts';
import { safeLine, safeText } from './safe-text.ts';
import type { Span } from './wrap.ts';

/**
 * What a correction changed, for a medium that cannot change what scrolled by: a line that says which entry it was,
 * then old and new. Empty when nothing that was shown changed.
 */
export function changeLines(before: EntryView, after: EntryView, look: View): string[] {
  const lines = [
    ...headlineLines(before, after, look),
    ...spoken(wordChanges(bodyText(before), bodyText(after)), look),
    ...factLines('by', before.entry.authors.join(', '), after.entry.authors.join(', '), look),
    ...mediaChanges(before, after, look),
    ...markLines(before.entry.flags, after.entry.flags, look),
  ];
  if (lines.length === 0) return [];
  const word = after.correctedAt === undefined ? 'UPDATED' : 'CORRECTED';
  return [...lay(about(word, look.paints.changed, after, look), look), ...lines];
}

/** Old and new wording of a correction, as `changeLines` shows it, from differences somebody else found. */
export function wordingLines(changes: readonly { before: string; after: string }[], look: View): string[] {
  return spoken(
    changes.map((change) => ({ lead: '', before: safeText(change.before), after: safeText(change.after), trail: '' })),
    look,
  );
}

/** "CORRECTED 18:04 · headline": which entry a block speaks of. */
export function about(
  word: string,
  paint: (text: string) => string,
  view: EntryView,
  look: View,
  struck = false,
): Span[] {
  const { paints } = look;
  return [
    { text: word, paint },
    { text: ` ${clockTime(entryTime(view), look)} · `, paint: paints.soft },
    { text: entryName(view.entry, view.title), paint: struck ? paints.removed : paints.plain },
  ];
}

const bodyText = (view: EntryView) => safeText(plainText(view.entry.body.tree));

function markLines(before: readonly Flag[], after: readonly Flag[], look: View): string[] {
  const gained = after.filter((flag) => !before.includes(flag));
  const lost = before.filter((flag) => !after.includes(flag));
  const words = [...gained.map((flag) => `now marked ${flag}`), ...lost.map((flag) => `no longer marked ${flag}`)];
  return words.length === 0 ? [] : lay([{ text: words.join(', '), paint: look.paints.soft }], look);
}

function headlineLines(before: EntryView, after: EntryView, look: View): string[] {
  const [old, now] = [safeLine(before.title ?? ''), safeLine(after.title ?? '')];
  return old === now ? [] : spoken(wordChanges(old, now), look);
}

function factLines(label: string, before: string, after: string, look: View): string[] {
  const [old, now] = [safeLine(before), safeLine(after)];
  if (old === now) return [];
  const { paints } = look;
  const spans: Span[] = [{ text: `${label}: `, paint: paints.soft }];
  if (old !== '')
    spans.push({ text: paints.color ? old : `was ${old},`, paint: paints.removed }, { text: ' ', paint: paints.plain });
  spans.push({ text: paints.color ? now : `now ${now === '' ? 'nothing' : now}`, paint: paints.added });
  return lay(spans, look);
}

function mediaChanges(before: EntryView, after: EntryView, look: View): string[] {
  const [old, now] = [before, after].map((view) => view.entry.body.media.map(mediaText));
  if (old === undefined || now === undefined) return [];
  const changes = [
    ...old.filter((text) => !now.includes(text)).map((text) => ({ before: text, after: '' })),
    ...now.filter((text) => !old.includes(text)).map((text) => ({ before: '', after: text })),
  ];
  return wordingLines(changes, look);
}

function spoken(changes: readonly Change[], look: View): string[] {
  return changes.flatMap((change) => (look.paints.color ? inColor(change, look) : inWords(change, look)));
}

function inColor(change: Change, look: View): string[] {
  const { paints } = look;
  const parts: Span[] = [
    { text: change.lead === '' ? '' : `…${change.lead}`, paint: paints.plain },
    { text: change.before, paint: paints.removed },
    { text: change.after, paint: paints.added },
    { text: change.trail === '' ? '' : `${change.trail}…`, paint: paints.plain },
  ];
  const spaced = parts
    .filter((part) => part.text !== '')
    .flatMap((part): Span[] => [part, { text: ' ', paint: paints.plain }]);
  return lay(spaced.slice(0, -1), look);
}

function inWords(change: Change, look: View): string[] {
  const line = (label: string, ...words: string[]) =>
    lay([{ text: `${label}: “${words.filter((word) => word !== '').join(' ')}”`, paint: look.paints.plain }], look);
  const { lead, before, after, trail } = change;
  if (before === '') return line('added', after);
  if (after === '') return line('removed', before);
  return [...line('was', lead, before, trail), ...line('now', lead, after, trail)];
}
