import { anyPattern, inAll } from '../languages/in-all.ts';
import type { Label } from '../languages/language.ts';
import { LANGUAGES } from '../languages/languages.ts';

export type { Label };

/** Where languages use one word for different labels, the first of them is believed. */
const BY_WORD = new Map<string, Label>(
  LANGUAGES.toReversed().flatMap(({ labels = {} }) =>
    (Object.keys(labels) as Label[]).flatMap((label) => labels[label]?.map((word) => [word, label] as const) ?? []),
  ),
);

const WORD = /\p{L}+/u;
/** The first words of all labels: hardly any other text begins with one. */
const BEGINNINGS = new Set([...BY_WORD.keys()].map((label) => WORD.exec(label)?.[0]));

/** The label that a short text is, as a whole: "Pinned", "Key event:", "EILMELDUNG". A sentence is never a label. */
export function labelOf(text: string): Label | undefined {
  if (text.length === 0 || text.length > 40) return undefined;
  const folded = fold(text);
  if (!BEGINNINGS.has(WORD.exec(folded)?.[0] ?? '')) return undefined;
  const label = BY_WORD.get(folded);
  if (label !== undefined || BARE.test(folded)) return label;
  return BY_WORD.get(folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/\s+/gu, ' '));
}

/** Words with nothing around them and one plain space between, where there is nothing to take away. */
const BARE = /^[a-z](?:[^\s]| (?! ))*[a-z]$/u;

function fold(text: string): string {
  const lower = (COMBINED.test(text) ? text.normalize('NFC') : text).toLowerCase();
  // The capital of the Turkish i leaves a dot behind.
  return TYPESET.test(lower) ? lower.replace(/[’‘`]/gu, "'").replace(/[‐‑–]/gu, '-').replaceAll('i\u0307', 'i') : lower;
}

const TYPESET = /[’‘`‐‑–]|\u0307/u;
/** Letters that are put together of several: to know all there is takes longer than to look for these. */
const COMBINED = /[\u0300-\u036f]/u;
/** Letters that may be put together of several, and typeset signs: without any, ignoring case is all there is to folding. */
const TO_BE_FOLDED = /[’‘`‐‑–]|[\u0300-\u036f]/u;

const LEADS = anyPattern(inAll(({ pointers }) => pointers));
const LEAD = new RegExp(String.raw`^${LEADS}\s*(?:[:…>»→]|\.{1,3}|[-–|]|$)`, 'iu');
const LEAD_WORDS = new RegExp(String.raw`^${LEADS}(?=$|[^\p{L}])`, 'iu');

const LONGEST_POINTER = 300;
/** A line that is nothing but such words is no longer than this. */
const LONGEST_LEAD = 130;

/**
 * True for a line that only points elsewhere: "Read more: …", "Lesen Sie auch", "Sign up to …". `linkLength` is how many
 * of its characters are links; a sentence that merely begins with such words, and is not mostly a link, is none.
 */
export function isReadMore(text: string, linkLength: number): boolean {
  if (text.length >= (linkLength === 0 ? LONGEST_LEAD : LONGEST_POINTER)) return false;
  const line = (TO_BE_FOLDED.test(text) ? fold(text) : text).trim();
  const lead = LEAD.exec(line)?.[0];
  if (lead !== undefined && (lead.length >= line.length || linkLength > 0)) return true;
  return linkLength >= line.length * 0.6 && LEAD_WORDS.test(line) && line.length < 120;
}
