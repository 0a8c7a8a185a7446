import { anyWord, inAll } from '../languages/in-all.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A full stop that ends an abbreviation or an initial, not a sentence. */
const NO_END = new RegExp(
  String.raw`(?:^|[\s("“‘])(?:\p{Lu}|${anyWord(inAll(({ abbreviations }) => abbreviations))})\.["”’)]?\s*$`,
  'iu',
);

/** The sentences of a text, paragraph by paragraph, as written but with single spaces. */
export function sentences(text: string): string[] {
  return text.split(/\n+/u).flatMap(paragraphSentences);
}

function paragraphSentences(paragraph: string): string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    const last = found.at(-1);
    if (last !== undefined && NO_END.test(last)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found.map((sentence) => sentence.replace(/\s+/gu, ' ').trim()).filter((sentence) => sentence !== '');
}
