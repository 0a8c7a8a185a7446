import { parseDate } from '../../../src/core/time/dates.ts';
import type { Document } from '../../../src/ports/source.ts';
import { type DomElement, findElement } from '../../../src/sources/body/dom.ts';
import { type Change, rewritten, withText } from './change.ts';
import { entryElements } from './entry-elements.ts';

const ZONED = /T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/u;

/** Writes the instants in `<time datetime>` in another way. */
const instants = (write: (at: Date, text: string) => string) => (document: Document) =>
  withText(
    rewritten({})(document),
    rewritten({
      attributes: (attributes, { name }) =>
        name !== 'time'
          ? attributes
          : attributes.map(([key, value]) => [
              key,
              /^datetime$/iu.test(key) && ZONED.test(value) ? write(new Date(parseDate(value) ?? 0), value) : value,
            ]),
    })(document).text,
  );

const offset = (text: string) => /(?:Z|[+-]\d\d:?\d\d)$/u.exec(text)?.[0] ?? '';
const local = (text: string) => text.slice(0, -offset(text).length);

const isExact = ({ name, attribs }: DomElement) => name === 'time' && ZONED.test(attribs.datetime ?? '');

/** On pages that show clock times the offset of an exact one tells their zone: there it says something. */
const whereAllAreExact = (apply: Change['apply']) => (document: Document) =>
  entryElements(document)?.elements.every((element) => findElement([element], isExact) !== undefined) === true
    ? apply(document)
    : undefined;

/** How the times of a page are written. */
export const TIME_CHANGES: readonly Change[] = [
  {
    what: 'milliseconds in its times',
    apply: instants((_, text) => `${local(text).replace(/(\.\d+)?$/u, (said) => said || '.000')}${offset(text)}`),
  },
  {
    what: 'offsets without a colon',
    apply: instants((_, text) => `${local(text)}${offset(text).replace(':', '').replace('Z', '+0000')}`),
  },
  {
    what: 'offsets with a colon',
    apply: instants(
      (_, text) =>
        `${local(text)}${offset(text)
          .replace('Z', '+00:00')
          .replace(/(\d\d)(\d\d)$/u, '$1:$2')}`,
    ),
  },
  { what: 'a space for the T', apply: instants((_, text) => text.replace('T', ' ')) },
  {
    what: 'its times in the zone of India',
    apply: whereAllAreExact(
      instants((at) => `${new Date(at.getTime() + 19_800_000).toISOString().slice(0, -1)}+05:30`),
    ),
  },
  {
    what: 'its times in universal time',
    apply: whereAllAreExact(instants((at) => at.toISOString().replace('.000Z', 'Z'))),
  },
  {
    what: 'its times as DateTime',
    apply: rewritten({
      attributes: (attributes) => attributes.map(([key, value]) => [key === 'datetime' ? 'dateTime' : key, value]),
    }),
  },
];
