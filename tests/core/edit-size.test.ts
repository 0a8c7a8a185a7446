import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editSize } from '../../src/core/edit-size.ts';

describe('an edit', () => {
  it.each([
    ['spelling', 'The evening fery has turned back.', 'The evening ferry has turned back.'],
    ['letters swapped', 'The habrour is closed.', 'The harbour is closed.'],
    ['case and punctuation', 'the ferry has turned back', 'The ferry has turned back!'],
    ['the kind of quotation marks', 'She said “no”.', "She said 'no'."],
    ['white space', 'The  ferry\n\nhas turned back.', 'The ferry has turned back.'],
    ['two words spelt anew', 'The fery left the habrour.', 'The ferry left the harbour.'],
    ['nothing', 'The ferry has turned back.', 'The ferry has turned back.'],
  ])('of %s is minor', (_what, before, after) => {
    expect(editSize(before, after)).toBe('minor');
  });

  it.each([
    ['a number', '5 dead in the storm', '6 dead in the storm'],
    ['a digit of a long number', 'gusts of 1000 are seen', 'gusts of 1001 are seen'],
    ['a short word', 'He is in the harbour.', 'He is at the harbour.'],
    ['another word', 'The ferry has turned back.', 'The ferry has turned over.'],
    ['a word added', 'The ferry turned back.', 'The ferry never turned back.'],
    ['a word taken out', 'The ferry did not sink.', 'The ferry did sink.'],
    ['three words spelt anew', 'Fery leves habrour today', 'Ferry leaves harbour today'],
    ['an order of words', 'Police shot robbers today', 'Robbers shot police today'],
    ['another script', 'Шторм идёт', 'Шторм стих'],
    ['everything', 'The ferry has turned back.', ''],
  ])('of %s is substantial', (_what, before, after) => {
    expect(editSize(before, after)).toBe('substantial');
  });

  it('is the same seen from either side', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => editSize(a, b) === editSize(b, a)));
  });

  it('that changes a digit is never minor', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), fc.nat({ max: 99_999 }), (a, b) => {
        fc.pre(a !== b);
        expect(editSize(`${a} people were rescued`, `${b} people were rescued`)).toBe('substantial');
      }),
    );
  });
});
