import type { Flag } from '../../src/core/entry.ts';
import type { EntryView } from '../../src/core/post.ts';
import { plainText } from '../../src/core/text/body-text.ts';
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

function inColor({ lead, before, after, trail }: Change, look: View): string[] {
  const { plain, removed, added } = look.paints;
  const spans = [
    { text: lead === '' ? '' : `…${lead}`, paint: plain },
    { text: before.trimEnd(), paint: removed },
    { text: before === before.trimEnd() ? '' : ' ', paint: plain },
    { text: after.trimEnd(), paint: added },
    { text: after === after.trimEnd() ? '' : ' ', paint: plain },
    { text: /[.!?”]?$/u.exec(trail)?.[0] === '' && trail !== '' ? `${trail}…` : trail, paint: plain },
  ].filter((span) => span.text !== '');
  const spaced = spans.flatMap((span, at): Span[] => [
    { text: gap(spans[at - 1]?.text ?? '', span.text), paint: plain },
    span,
  ]);
  return lay(spaced, look);
}

function inWords({ lead, before, after, trail }: Change, look: View): string[] {
  const line = (label: string, ...parts: string[]) => {
    const words = parts.reduce((text, part) => text + gap(text, part) + part, '').trim();
    return lay([{ text: `${label}: “${words}”`, paint: look.paints.plain }], look);
  };
  if (before.trim() === '') return line('added', after);
  if (after.trim() === '') return line('removed', before);
  return [...line('was', lead, before, trail), ...line('now', lead, after, trail)];
}

/** The space that two words need which did not stand side by side in either text. */
const gap = (left: string, right: string) => (/[\p{L}\p{N}]$/u.test(left) && /^[\p{L}\p{N}]/u.test(right) ? ' ' : '');
