import { describe, expect, it } from 'vitest';
import { renderForm } from '../../adapters/slack/render-form.ts';
import { renderHome } from '../../adapters/slack/render-home.ts';
import { renderReply } from '../../adapters/slack/render-reply.ts';
import type { Block } from '../../src/ports/commands.ts';
import { EVERY_KIND } from '../contracts/sample-posts.ts';
import { blockProblems } from '../support/fake-slack/block-limits.ts';

describe('an answer in Slack', () => {
  const texts = (count: number): Block[] =>
    Array.from({ length: count }, () => ({
      kind: 'text',
      tree: {
        type: 'root',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: 'surge '.repeat(80) }] }],
      },
    }));

  it.each([
    ['long', texts(200)],
    [
      'full of buttons',
      [
        {
          kind: 'buttons',
          buttons: Array.from({ length: 60 }, (_, n) => ({
            label: `Blog ${n} ${'x'.repeat(90)}`,
            run: `latest ${n}`,
            confirm: 'y'.repeat(400),
          })),
        },
      ] as Block[],
    ],
    ['made of posts', EVERY_KIND.map((post): Block => ({ kind: 'post', post }))],
    [
      'made of fields',
      [
        { kind: 'fields', fields: [{ name: 'Last checked', value: { type: 'root', children: [] } }] },
        { kind: 'small', tree: { type: 'root', children: [] } },
        { kind: 'heading', text: '' },
        { kind: 'divider' },
      ] as Block[],
    ],
    ['empty', []],
  ])('that is %s is within every limit', (_name, blocks) => {
    expect(blockProblems(renderReply({ blocks }).blocks)).toEqual([]);
    for (const page of [1, 2, 99])
      expect(blockProblems(renderHome(blocks, page).blocks, 100).filter((one) => !one.includes('13,200'))).toEqual([]);
  });

  it('says when it was cut', () => {
    expect(JSON.stringify(renderReply({ blocks: texts(200) }).blocks)).toContain('more than fits here');
  });

  it('a form with too much of everything is within every limit', () => {
    const choices = Array.from({ length: 150 }, (_, n) => ({ label: 'x'.repeat(100), value: String(n) }));
    const form = renderForm(
      {
        kind: 'form',
        title: 'Follow a live blog in this very channel',
        submit: 'follow',
        label: 'Follow it from now on, please',
        fields: [
          { name: 'blog', label: 'Blog', optional: false, input: 'select', choices },
          {
            name: 'only',
            label: '',
            hint: 'h'.repeat(3_000),
            optional: true,
            input: 'text',
            placeholder: 'p'.repeat(400),
            value: 'v'.repeat(9_000),
          },
        ],
      },
      { submit: 'follow' },
    );

    expect(blockProblems(form.blocks, 100)).toEqual([]);
    expect(form.title.text.length).toBeLessThanOrEqual(24);
    expect(form.submit?.text.length).toBeLessThanOrEqual(24);
  });
});
