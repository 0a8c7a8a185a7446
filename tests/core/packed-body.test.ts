import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Body } from '../../src/core/entry.ts';
import { packBody } from '../../src/core/packed-body.ts';
import { plainText } from '../../src/core/text/body-text.ts';

const words = fc.array(fc.constantFrom('tide', 'quay ', ' ferry', 'Ł|', '\n', 'moře', '🌊', ' '), { maxLength: 5 });
const value = words.map((parts) => parts.join(''));
const leaf = fc.oneof(
  { weight: 4, arbitrary: value.map((text) => ({ type: 'text', value: text })) },
  value.map((text) => ({ type: 'inlineCode', value: text })),
  fc.constant({ type: 'break' }),
);
const inline = fc.letrec((tie) => ({
  node: fc.oneof(
    { weight: 3, arbitrary: leaf },
    nodeOf('strong', tie('node')),
    nodeOf('emphasis', tie('node')),
    nodeOf('link', tie('node'), { url: 'https://saltmere.example/', title: 'The pier' }),
  ),
})).node;
const paragraph = nodeOf('paragraph', inline);
const block = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  nodeOf('heading', inline, { depth: 3 }),
  nodeOf('blockquote', paragraph),
  nodeOf('list', nodeOf('listItem', paragraph, { spread: false }), { ordered: true, spread: false, start: 2 }),
  nodeOf('table', nodeOf('tableRow', nodeOf('tableCell', inline)), { align: ['left'] }),
  value.map((text) => ({ type: 'code', lang: 'sh', value: text })),
);
const tree = nodeOf('root', block) as fc.Arbitrary<unknown> as fc.Arbitrary<Root>;

function nodeOf(type: string, child: fc.Arbitrary<unknown>, rest: object = {}): fc.Arbitrary<object> {
  return fc.array(child, { maxLength: 3 }).map((children) => ({ type, ...rest, children }));
}

function bodyOf(root: Root): Body {
  return { tree: root, text: plainText(root), media: [], links: [{ text: 'pier', url: 'https://saltmere.example/' }] };
}

describe('a packed body', () => {
  it('is the same body to whoever reads, compares, copies or writes it', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const body = bodyOf(root);
        const packed = packBody(body);

        expect(packed).toEqual(body);
        expect({ ...packed }).toEqual(body);
        expect(JSON.parse(JSON.stringify(packed))).toEqual(body);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a tree whose text is not that of the body', () => {
    const body = bodyOf({
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Tide' }] }],
    });

    expect(packBody({ ...body, text: '' }).tree).toEqual(body.tree);
  });

  it('is packed once', () => {
    const packed = packBody(bodyOf({ type: 'root', children: [] }));

    expect(packBody(packed)).toBe(packed);
  });
});
