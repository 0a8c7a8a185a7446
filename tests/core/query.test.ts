import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf, describeQuery, parseQuery } from '../../src/core/query/query.ts';
import { explainMatch } from '../../src/core/query/query-explain.ts';
import { QueryError } from '../../src/core/query/query-lexemes.ts';
import { matches } from '../../src/core/query/query-match.ts';
import { processorTime } from '../support/processor-time.ts';
import { writtenEntry } from '../support/written-entry.ts';

const surge = writtenEntry({
  title: 'Storm surge reaches Saltmere’s sea wall',
  text: 'Ferries to Łódź Straße are cancelled. The U.K. coastguard sent F-16 crews; 東京都 helped.\n\nAir-defence drill off.',
  authors: ['Maya Lindqvist', 'Tom O’Hara'],
  flags: ['key', 'breaking'],
  media: [{ type: 'image', url: 'https://example.org/a.jpg', caption: 'Waves over the lighthouse' }],
  links: [{ text: 'tide tables', url: 'https://example.org/tides' }],
});

describe('a query', () => {
  it.each([
    ['storm', true],
    ['STORM wall', true],
    ['storm goal', false],
    ['saltmere', true],
    ["saltmere's wall", true],
    ['"sea wall"', true],
    ['“sea wall”', true],
    ['„sea wall“', true],
    ['«sea wall»', true],
    ['"wall sea"', false],
    ['"wall ferries"', false],
    ['goal OR ferries', true],
    ['goal | ferries', true],
    ['goal or ferries', false],
    ['goal OR try', false],
    ['storm -ferries', false],
    ['storm –ferries', false],
    ['storm -goal', true],
    ['storm - goal', false],
    ['-goal', true],
    ['-storm', false],
    ['-"sea wall"', false],
    ['NOT goal', true],
    ['ferr*', true],
    ['ferr', false],
    ['"sea wa*"', true],
    ['"sea wa"*', true],
    ['goal OR (storm -rain)', true],
    ['(goal OR storm) rain', false],
    ['goal OR storm rain', false],
    ['storm AND wall', true],
    ['author:lindqvist', true],
    ['author:"maya lindqvist"', true],
    ['author: "tom o\'hara"', true],
    ['by:lind*', true],
    ['author:lind', false],
    ['-author:lindqvist', false],
    ['is:key', true],
    ['IS:Breaking', true],
    ['is:pinned', false],
    ['has:image has:link', true],
    ['has:video', false],
    ['lodz strasse', true],
    ['LODZ STRASSE', true],
    ['łódź straße', true],
    ['uk', true],
    ['U.K.', true],
    ['f-16', true],
    ['"air defence"', true],
    ['air-defence', true],
    ['東京', true],
    ['京都', true],
    ['東都', false],
    ['lighthouse', true],
    ['"tide tables"', true],
    ['12:30', false],
    ['note: storm', false],
  ])('%s is %s for the storm entry', (text, expected) => {
    expect(matches(parseQuery(text), surge)).toBe(expected);
  });

  it('finds corrected entries by what is known of them', () => {
    expect(matches(parseQuery('is:corrected'), surge)).toBe(false);
    expect(matches(parseQuery('is:corrected'), surge, { corrected: true })).toBe(true);
  });

  it('of a word list is satisfied by any of its items', () => {
    const list = anyOf(['goal', '"sea wall"'].map(parseQuery));

    expect(matches(list, surge)).toBe(true);
    expect(matches(anyOf([]), surge)).toBe(false);
    expect(list.text).toBe('(goal) OR ("sea wall")');
  });

  it('says how it was understood', () => {
    expect(describeQuery(parseQuery('storm "Sea Wall" OR goal* -author:"Maya L"'))).toBe(
      '(storm "sea wall") OR (goal* -author:"maya l")',
    );
  });
});

describe('a query that cannot be read', () => {
  it.each([
    ['', 1, /nothing to look for/],
    ['!!!', 1, /no word/],
    ['storm "sea wall', 7, /never closed/],
    ['storm OR', 7, /both sides/],
    ['OR storm', 1, /both sides/],
    ['storm -', undefined, undefined],
    ['-(', 3, /missing/],
    ['(storm', 1, /never closed/],
    ['storm)', 6, /closes nothing/],
    ['is:loud', 1, /is:loud is not known; there is key/],
    ['has:', 1, /needs a value/],
    ['author:', 1, /needs a name/],
    ['fl*od', 1, /end of a word/],
    ['*', 1, /no word/],
    ['a '.repeat(70), 129, /64/],
    ['x'.repeat(1_001), 1000, /1001 characters/],
    ['('.repeat(50), 13, /nested/],
    ['is:constructor', 1, /not known/],
  ])('%s says where and what would work', (text, position, message) => {
    const read = () => parseQuery(text);

    if (message === undefined) expect(read).not.toThrow();
    else {
      expect(read).toThrow(message);
      expect(errorOf(read).position).toBe(position);
      expect(() => parseQuery(errorOf(read).example)).not.toThrow();
    }
  });

  it('is the only way to fail, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', '(', ')', '-', 'OR', '*', 'is:', 'author:', ' ', '|', '”', 'AND', 'NOT'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          const query = parseQuery(pieces.join(''));
          matches(query, surge);
          explainMatch(query, surge);
          // Once more: a character that stands for two letters (Lao ໜ, ŉ) is written out by the first round.
          const described = describeQuery(parseQuery(describeQuery(query)));
          expect(describeQuery(parseQuery(described))).toBe(described);
        } catch (error) {
          if (!(error instanceof QueryError)) throw error;
        }
      }),
      { examples: [[['ໜ']], [['"コ コ"']]] },
    );
  });

  it('takes little time on a hostile text', () => {
    const entry = writtenEntry({ text: 'aa '.repeat(100_000) });
    const query = parseQuery(Array.from({ length: 50 }, (_, n) => `"${'aa '.repeat(3)}b${n}"`).join(' OR '));
    const spent = processorTime();

    expect(matches(query, entry)).toBe(false);
    expect(spent()).toBeLessThan(2_000);
  });
});

describe('the explanation of a match', () => {
  it('shows the words as the entry writes them', () => {
    expect(explainMatch(parseQuery('strasse ferr* -goal'), surge)).toEqual({
      words: ['Ferries', 'Straße'],
      context: surge.body.text.replace(/\s+/g, ' '),
    });
  });

  it('shows only the alternatives that hold', () => {
    expect(explainMatch(parseQuery('goal OR "sea wall"'), surge)?.words).toEqual(['sea wall']);
  });

  it('is absent where there is no match', () => {
    expect(explainMatch(parseQuery('goal'), surge)).toBeUndefined();
  });

  it('cuts a long text around the find', () => {
    const entry = writtenEntry({ text: `${'before '.repeat(60)}the harbour gate ${'after '.repeat(60)}` });
    const context = explainMatch(parseQuery('harbour'), entry)?.context ?? '';

    expect(context).toMatch(/^…before .*the harbour gate .* after…$/);
    expect(context.length).toBeLessThan(220);
  });

  it('of a query without words shows the beginning', () => {
    expect(explainMatch(parseQuery('is:key'), surge)).toEqual({ words: [], context: surge.title });
  });
});

function errorOf(read: () => unknown): QueryError {
  try {
    read();
  } catch (error) {
    if (error instanceof QueryError) return error;
  }
  throw new Error('it was read without complaint');
}
