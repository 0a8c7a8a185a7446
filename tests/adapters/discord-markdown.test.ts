import fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { escapeText, safeUrl, tidy } from '../../adapters/discord/escape.ts';
import { fitLine, fitMarkdown, toMarkdown } from '../../adapters/discord/markdown.ts';

/** Pieces that mean something to Discord, to any markdown, or to nobody. */
const piece = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '|',
    '||',
    '`',
    '```',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '](',
    '\\',
    '#',
    '-',
    '+',
    '1.',
    '>>> ',
  ],
  ...[
    '@everyone',
    '@here',
    '@ev',
    'eryone',
    '<@12345>',
    '<@&12345>',
    '<#12345>',
    '<t:1:R>',
    '<:x:12345>',
    '</a:12345>',
  ],
  ...[
    'https://evil.example',
    'https:',
    '//evil.example',
    'discord.gg/x',
    '-# ',
    '### ',
    ' ',
    ' ',
    '\n',
    '\u202e',
    '\u0000',
  ],
  ...['tide', 'é', '🌊', '\ud83d', 'ß', '漁', 'مرفأ', '4'],
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

/** The output with every escaped character taken out: what is left is what Discord would act on. */
function active(markdown: string): string {
  return markdown.replace(/\\[^\p{L}\p{N}\s]/gu, '\ue000');
}

/** What a reader sees of escaped text. */
function shown(markdown: string): string {
  return markdown.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

const paragraph = (...children: PhrasingContent[]): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children }],
});
const text = (value: string): PhrasingContent => ({ type: 'text', value });

describe('text in a message', () => {
  it('does nothing but stand there', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const markdown = toMarkdown(paragraph(text(value)));
        expect(active(markdown)).not.toMatch(
          /[*_~|`<[\]]|@everyone|@here|https?:\/\/|discord\.gg|^\s*(?:[#>+-]|\d+[.)])/imu,
        );
        expect(shown(markdown)).toBe(tidy(value).trim());
      }),
      { numRuns: 2_000 },
    );
  });

  it('does nothing either when it comes in pieces', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 5 }), (values) => {
        const markdown = toMarkdown(paragraph(...values.map(text)));
        expect(active(markdown)).not.toMatch(/[*_~|`<[\]]|@everyone|@here|https?:\/\//imu);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['@everyone come', '\\@everyone come'],
    ['# Not a heading', '\\# Not a heading'],
    ['-# not small', '\\-# not small'],
    ['- no list', '\\- no list'],
    ['2024. A year', '2024\\. A year'],
    ['> no quote', '\\> no quote'],
    ['a_b*c', 'a\\_b\\*c'],
    ['see https://x.example/a', 'see https\\://x.example/a'],
    ['5 < 6 & 7 > 2', '5 \\< 6 & 7 > 2'],
    ['plain words - with a dash. And (brackets)!', 'plain words - with a dash. And (brackets)!'],
  ])('%j is written %j', (given, written) => {
    expect(toMarkdown(paragraph(text(given)))).toBe(written);
  });
});

describe('a tree as markdown', () => {
  it('keeps its structure', () => {
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'heading', depth: 2, children: [text('Tides')] },
        { type: 'paragraph', children: [text('High at '), { type: 'strong', children: [text('noon')] }, text('.')] },
        {
          type: 'list',
          ordered: true,
          start: 3,
          children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text('Gate')] }] }],
        },
        { type: 'blockquote', children: [{ type: 'paragraph', children: [text('We wait')] }] },
        {
          type: 'paragraph',
          children: [{ type: 'link', url: 'https://gazette.example/a_b(1)', children: [text('More [here]')] }],
        },
      ],
    };

    expect(toMarkdown(tree)).toBe(
      '**Tides**\n\nHigh at **noon**.\n\n3. Gate\n\n> We wait\n\n[More \\[here\\]](https://gazette.example/a_b%281%29)',
    );
  });

  it('shows no link whose words name another place', () => {
    const link = (url: string, words: string) => toMarkdown(paragraph({ type: 'link', url, children: [text(words)] }));

    expect(link('https://evil.example/', 'https://bank.example')).toBe(
      'https\\://bank.example (<https://evil.example/>)',
    );
    expect(link('https://gazette.example', 'https://gazette.example/')).toBe('<https://gazette.example/>');
    expect(link('javascript:alert(1)', 'click')).toBe('click');
  });

  it('has no link but those of the tree, whatever they are called', () => {
    const link = fc.record({ url: fc.webUrl({ withFragments: true, withQueryParameters: true }), words: hostile });
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, link), { minLength: 1, maxLength: 6 }), (parts) => {
        const nodes = parts.map(
          (part): PhrasingContent =>
            typeof part === 'string' ? text(part) : { type: 'link', url: part.url, children: [text(part.words)] },
        );
        const allowed = parts.flatMap((part) => (typeof part === 'string' ? [] : [safeUrl(part.url)]));
        const live = active(toMarkdown(paragraph(...nodes)));
        const targets = [...live.matchAll(/\]\(([^)]*)\)|<([^>]*)>/gu)].map((match) => match[1] ?? match[2]);
        for (const target of targets) expect(allowed).toContain(target);
      }),
      { numRuns: 1_000 },
    );
  });

  it('opens no mark it does not close, however marks are nested', () => {
    const leaf = hostile.map(text);
    const nested: fc.Arbitrary<PhrasingContent> = fc.letrec<{ node: PhrasingContent }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.record({
          type: fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const),
          children: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        }),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(nested, { minLength: 1, maxLength: 4 }), (nodes) => {
        const live = active(toMarkdown(paragraph(...nodes)));
        for (const mark of [/\*\*/gu, /~~/gu]) expect((live.match(mark) ?? []).length % 2).toBe(0);
        expect((live.replace(/\*\*/gu, '').match(/\*/gu) ?? []).length % 2).toBe(0);
        expect(live).not.toMatch(/[_|`<[\]]|@everyone|@here/iu);
      }),
      { numRuns: 1_000 },
    );
  });

  it('fits any room after escaping, and ends at a whole character', () => {
    const block = hostile.map((value): RootContent => ({ type: 'paragraph', children: [text(value.repeat(20))] }));
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2, max: 400 }),
        (children, max) => {
          const fitted = fitMarkdown({ type: 'root', children }, max);
          expect(fitted.text.length).toBeLessThanOrEqual(max);
          expect(fitted.text).not.toMatch(/(?<!\\)(?:\\\\)*\\$/u);
        },
      ),
    );
  });

  it('keeps code readable and closed', () => {
    const code = (value: string): Root => ({ type: 'root', children: [{ type: 'code', value }] });

    expect(toMarkdown(code('a *b*'))).toBe('```\na *b*\n```');
    expect(toMarkdown(code('```\n@everyone'))).toBe('\\`\\`\\`\n\\@everyone');
    expect(toMarkdown(paragraph({ type: 'inlineCode', value: 'a`b' }))).toBe('a\\`b');
  });
});

describe('single lines', () => {
  it('escape what they hold', () => {
    expect(escapeText('[x](https://e.example)')).toBe('\\[x\\](https\\://e.example)');
    expect(fitLine('Harbour *gates* closed at dawn', 20)).toBe('Harbour \\*gates\\*…');
  });
});
