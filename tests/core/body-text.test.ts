import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, cutTree, paragraphs, plainText } from '../../src/core/text/body-text.ts';

describe('cutting a body', () => {
  it('leaves a body that fits as it is', () => {
    const tree = paragraphs('The ferry is late.\n\nIt waits for the tide.');

    expect(cutTree(tree, 100)).toEqual({ tree, cut: false });
  });

  it('ends at a word with an ellipsis', () => {
    const cut = cutTree(paragraphs('The ferry from the island is late again today.'), 20);

    expect(plainText(cut.tree)).toBe('The ferry from the…');
  });

  it('never exceeds the length asked for and never splits a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 120 }),
        (parts, max) => {
          const text = plainText(cutTree(paragraphs(parts.join('\n\n')), max).tree);
          expect(text.length).toBeLessThanOrEqual(max);
          expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
        },
      ),
    );
  });

  it('cuts a title at a word', () => {
    expect(cutText('Harbour master closes the outer basin', 20)).toBe('Harbour master…');
  });
});
