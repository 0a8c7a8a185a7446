import type { Document } from '../../../src/ports/source.ts';
import { type Change, withText } from './change.ts';

const text = (change: (text: string) => string) => (document: Document) => withText(document, change(document.text));

/** How a live page was copied as text. */
export const TRANSCRIPT_CHANGES: readonly Change[] = [
  { what: 'line ends of another system', apply: text((all) => all.replaceAll('\n', '\r\n')) },
  { what: 'line ends of an old system', apply: text((all) => all.replaceAll('\n', '\r')) },
  { what: 'spaces at the ends of lines', apply: text((all) => all.replace(/\n/gu, '   \n')) },
  { what: 'spaces before its lines', apply: text((all) => all.replace(/^(?=\S)/gmu, '  ')) },
  { what: 'more empty lines', apply: text((all) => all.replace(/\n\n/gu, '\n\n\n\n')) },
  { what: 'no-break spaces', apply: text((all) => all.replaceAll(' , ', '\u00a0, ')) },
  { what: 'no spaces before commas', apply: text((all) => all.replaceAll(/(\d\d:\d\d) ,/gu, '$1,')) },
  { what: 'a mark of byte order', apply: text((all) => `\uFEFF${all}`) },
  {
    what: 'lines of dashes between entries',
    apply: text((all) => all.replace(/\n\n(?=(?:(?:Sun|Mon)day \d+ \w+ \d{4} )?\d\d:\d\d ,)/gu, '\n\n--------\n\n')),
  },
  { what: 'its media type named', apply: (document) => ({ ...document, contentType: 'text/plain' }) },
  {
    what: 'points for colons',
    apply: text((all) => all.replace(/(?<=^(?:\w+ \d+ \w+ \d{4} )?\d\d):(?=\d\d ,)/gmu, '.')),
  },
  {
    what: 'days in short',
    apply: text((all) => all.replace(/^(Sun|Mon)day (\d+) (\w{3})\w* (\d{4} \d\d:\d\d)/gmu, '$1 $2 $3 $4')),
  },
  {
    what: 'a word for the byline',
    apply: text((all) => all.replace(/^((?:\w+ \d+ \w+ \d{4} )?\d\d:\d\d) , (?=[A-Z])/gmu, '$1, by ')),
  },
];
