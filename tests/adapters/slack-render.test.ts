import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { ADAPTER_LIMITS } from '../../adapters/slack/limits.ts';
import { renderPost } from '../../adapters/slack/render.ts';
import { renderReply } from '../../adapters/slack/render-reply.ts';
import type { Post } from '../../src/core/post.ts';
import { plainText } from '../../src/core/text/body-text.ts';
import { EVERY_KIND, entryPost, foldPost, HARBOUR, sampleView } from '../contracts/sample-posts.ts';
import { blockProblems } from '../support/fake-slack/block-limits.ts';
import { readMessage } from '../support/fake-slack/reader.ts';

/** Text as it comes from the worst of pages: mentions, markup, halves of characters, every script. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 4_000 }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '@here',
    '```',
    '*b* _i_ ~s~',
    '<https://evil.example|bank>',
    '\ud83d',
    '\u0000',
    '',
  ),
  fc.constant('word '.repeat(4_000)),
);

const { tree: body } = fc.letrec<{ tree: RootContent; flow: RootContent; inline: RootContent }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    nasty.map((value): RootContent => ({ type: 'text', value })),
    nasty.map((value): RootContent => ({ type: 'inlineCode', value })),
    fc.constant<RootContent>({ type: 'break' }),
    fc
      .tuple(
        fc.array(tie('inline'), { maxLength: 3 }),
        fc.oneof(fc.webUrl(), nasty, fc.constant(`https://a.example/${'x'.repeat(1_900)}`)),
      )
      .map(([children, url]) => ({ type: 'link', url, children }) as RootContent),
    fc.array(tie('inline'), { maxLength: 3 }).map((children) => ({ type: 'strong', children }) as RootContent),
  ),
  flow: fc.oneof(
    { maxDepth: 4 },
    fc.array(tie('inline'), { maxLength: 4 }).map((children) => ({ type: 'paragraph', children }) as RootContent),
    fc.array(tie('flow'), { maxLength: 3 }).map((children) => ({ type: 'blockquote', children }) as RootContent),
    fc.array(fc.array(tie('flow'), { maxLength: 2 }), { maxLength: 4 }).map(
      (items) =>
        ({
          type: 'list',
          ordered: false,
          children: items.map((children) => ({ type: 'listItem', children })),
        }) as RootContent,
    ),
    nasty.map((value): RootContent => ({ type: 'code', value })),
    nasty.map((value): RootContent => ({ type: 'html', value })),
  ),
  tree: fc
    .array(tie('flow'), { maxLength: 6 })
    .map((children) => ({ type: 'root', children }) as unknown as RootContent),
}));

const view = fc
  .record({
    body,
    title: nasty,
    author: nasty,
    url: fc.oneof(fc.webUrl(), nasty),
    alt: nasty,
    caption: nasty,
    corrected: fc.boolean(),
    withdrawn: fc.boolean(),
    repost: fc.boolean(),
  })
  .map(({ body, title, author, url, alt, caption, corrected, withdrawn, repost }) => {
    const tree = body as unknown as Root;
    const media = Array.from({ length: 30 }, (_, n) => ({
      type: 'image' as const,
      url: `https://gazette.example/${n}.jpg`,
      alt,
      caption,
    }));
    return sampleView(
      { tree, text: plainText(tree), title, authors: [author, author], url, media, flags: ['breaking', 'key'] },
      { maxText: 20_000, repost, ...(corrected ? { correctedAt: 1 } : {}), ...(withdrawn ? { withdrawnAt: 1 } : {}) },
    );
  });

describe('a post in Slack', () => {
  it('whatever its entry holds is within every limit and pings nobody', () => {
    fc.assert(
      fc.property(view, (shown) => {
        const post: Post = { kind: 'entry', blog: HARBOUR, view: shown, key: 'k', revision: 'r' };

        for (const detail of ['full', 'plain', 'short'] as const) {
          const { text, blocks } = renderPost(post, detail);
          expect(blockProblems(blocks)).toEqual([]);
          expect(readMessage(text, blocks).pinged).toEqual([]);
          expect(text).not.toBe('');
          expect(text.length).toBeLessThan(4_000);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of many such entries is within every limit too', () => {
    fc.assert(
      fc.property(fc.array(view, { minLength: 1, maxLength: 12 }), (views) => {
        const digest: Post = { kind: 'digest', blog: HARBOUR, views, more: 2, from: 0, to: 1, key: 'k', revision: 'r' };
        const hits = views.map((one) => ({
          view: one,
          context: plainText(one.entry.body.tree),
          messageUrl: 'https://chat.example/1',
        }));
        const alert: Post = {
          kind: 'alert',
          blog: HARBOUR,
          query: plainText(hits[0]?.view.entry.body.tree ?? { type: 'root', children: [] }),
          hits,
          key: 'k',
          revision: 'r',
        };

        for (const post of [foldPost(views), digest, alert]) {
          const { text, blocks } = renderPost(post);
          expect(blockProblems(blocks)).toEqual([]);
          expect(readMessage(text, blocks).pinged).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(EVERY_KIND.map((post) => [post.kind, post] as const))('of kind %s is within every limit', (_kind, post) => {
    expect(blockProblems(renderPost(post).blocks)).toEqual([]);
  });

  it('of the largest kinds is within every limit', () => {
    const long = 'The harbour wall held through the night. '.repeat(100);
    const url = `https://gazette.example/${'path/'.repeat(300)}`;
    const views = Array.from({ length: 40 }, (_, n) =>
      sampleView({ id: `e${n}`, title: `${n} ${long}`, text: long, url, authors: [long] }, { maxText: 9_999 }),
    );
    const changes = Array.from({ length: 50 }, () => ({ before: long, after: long }));
    const events = Array.from({ length: 50 }, () => ({ title: long, url, at: 1 }));
    const blog = { ...HARBOUR, title: long, publisher: long };
    const base = { key: 'k', revision: 'r', blog };

    const posts: Post[] = [
      { ...base, kind: 'fold', views: views.slice(0, ADAPTER_LIMITS.foldSize) },
      { ...base, kind: 'digest', views, more: 9, from: 0, to: 1 },
      {
        ...base,
        kind: 'card',
        card: {
          status: 'live',
          updatedAt: 1,
          keyPoints: views.map(() => long),
          keyEvents: events,
          counts: { entries: 1, corrected: 1, withdrawn: 1 },
        },
      },
      { ...base, kind: 'correction', view: views[0] ?? sampleView(), changes },
      { ...base, kind: 'notice', text: long.repeat(10), level: 'error' },
      { ...base, kind: 'alert', query: long, hits: views.map((view) => ({ view, context: long })) },
    ];

    for (const post of posts) expect([post.kind, blockProblems(renderPost(post).blocks)]).toEqual([post.kind, []]);
  });

  it('shows the headline as a link, the text as it is structured, and author, time and source small', () => {
    const tree: Root = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: 'Gates ' },
            { type: 'strong', children: [{ type: 'text', value: 'closed' }] },
          ],
        },
        {
          type: 'list',
          ordered: true,
          children: [
            { type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'North' }] }] },
          ],
        },
        { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Stay away' }] }] },
      ],
    };
    const image = {
      type: 'image' as const,
      url: 'https://gazette.example/quay.jpg',
      alt: 'Waves over the quay',
      caption: 'Dawn',
      credit: 'T. Reed',
    };

    const { text, blocks } = renderPost(entryPost({ tree, text: 'Gates closed', flags: ['key'], media: [image] }));

    expect(blocks).toEqual([
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: '*Key event ·* *<https://gazette.example/live/harbour-storm#e1|Harbour gates closed>*',
          verbatim: true,
        },
        expand: true,
        accessory: {
          type: 'overflow',
          action_id: 'menu:0',
          options: [
            { text: { type: 'plain_text', text: 'History', emoji: false }, value: 'history' },
            { text: { type: 'plain_text', text: 'Why is this here?', emoji: false }, value: 'why' },
            { text: { type: 'plain_text', text: 'Mute similar …', emoji: false }, value: 'mute' },
            {
              text: { type: 'plain_text', text: 'Open at source', emoji: false },
              value: 'open',
              url: 'https://gazette.example/live/harbour-storm#e1',
            },
          ],
        },
      },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Gates ' },
              { type: 'text', text: 'closed', style: { bold: true } },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'ordered',
            indent: 0,
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'North' }] }],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Stay away' }] },
        ],
      },
      {
        type: 'image',
        image_url: 'https://gazette.example/quay.jpg',
        alt_text: 'Waves over the quay',
        title: { type: 'plain_text', text: 'Dawn · T. Reed', emoji: false },
      },
      {
        type: 'context',
        elements: [
          { type: 'plain_text', text: 'Ines Calder', emoji: false },
          { type: 'mrkdwn', text: '<!date^1773480360^{date_short_pretty} at {time}|14 Mar 2026, 09:26 UTC>' },
          { type: 'plain_text', text: 'Saltmere Gazette', emoji: false },
        ],
      },
    ]);
    expect(text).toBe('Key event: Harbour gates closed – Gates closed (Saltmere Gazette)');
  });

  it('of a withdrawn entry is struck through and says when', () => {
    const { text, blocks } = renderPost(entryPost({}, { withdrawnAt: Date.UTC(2026, 2, 14, 10) }));

    expect(JSON.stringify(blocks)).toContain('"strike":true');
    expect(readMessage(text, blocks).text).toContain('Withdrawn at the source 14 Mar 2026, 10:00 UTC');
    expect(text).toMatch(/^Withdrawn: /u);
  });

  it('shows pictures in a small fold and links to them in a large one, and none of what was withdrawn', () => {
    const media = [{ type: 'image' as const, url: 'https://gazette.example/quay.jpg', alt: 'Waves' }];
    const pictured = (id: string) => sampleView({ id, media });
    const images = (post: Post) => renderPost(post).blocks.filter(({ type }) => type === 'image').length;

    expect(images(foldPost([pictured('a'), pictured('b')]))).toBe(2);
    const large = foldPost(['a', 'b', 'c', 'd'].map(pictured));
    expect(images(large)).toBe(0);
    expect(JSON.stringify(renderPost(large).blocks)).toContain('<https://gazette.example/quay.jpg|Picture>');
    expect(images(entryPost({ media }, { withdrawnAt: 1 }))).toBe(0);
  });

  it('keeps the headline’s link when other addresses are too many', () => {
    const media = Array.from({ length: 9 }, (_, n) => ({
      type: 'video' as const,
      url: `https://v.example/${n}${'x'.repeat(1_900)}`,
    }));

    expect(JSON.stringify(renderPost(entryPost({ media })).blocks[0])).toContain('<https://gazette.example/live/');
  });

  it('of an entry without a title links its time instead', () => {
    const { title: _, ...untitled } = sampleView();
    const { blocks } = renderPost({ kind: 'entry', blog: HARBOUR, view: untitled, key: 'k', revision: 'r' });

    expect(JSON.stringify(blocks)).toContain('{time}^https://gazette.example/live/harbour-storm#e1|');
  });

  it('without a title has its menu beside the first paragraph, styled as it was', () => {
    const tree: Root = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'strong', children: [{ type: 'text', value: 'Ines Calder' }] },
            { type: 'text', value: ' says the quay <!channel> is ' },
            { type: 'link', url: 'https://gazette.example/map', children: [{ type: 'text', value: 'closed' }] },
            { type: 'text', value: ' & dark.' },
          ],
        },
        { type: 'paragraph', children: [{ type: 'text', value: 'More at noon.' }] },
      ],
    };
    const { title: _, ...untitled } = sampleView({ tree });

    const [lead, rest] = renderPost({ kind: 'entry', blog: HARBOUR, view: untitled, key: 'k', revision: 'r' }).blocks;

    expect(lead).toMatchObject({
      type: 'section',
      text: {
        text: '*Ines Calder* says the quay &lt;!channel&gt; is <https://gazette.example/map|closed> &amp; dark.',
        verbatim: true,
      },
      accessory: { type: 'overflow' },
    });
    expect(readMessage('', rest === undefined ? [] : [rest]).text).toBe('More at noon.');
  });

  it.each(['Sinner* wins', 'set `x`', 'a | b', '_so_ it goes', ':fire: at the quay', '~ten~ boats'])(
    'whose headline %s could be read as markup shows it as it was written, and has no menu',
    (title) => {
      const [lead] = renderPost(entryPost({ title })).blocks;

      expect(lead?.type).toBe('rich_text');
      expect(readMessage('', [lead]).text).toBe(title);
    },
  );

  it('of several has a menu for each, which says which one is meant', () => {
    const views = Array.from({ length: 10 }, (_, n) => sampleView({ id: `e${n}` }, { seq: 40 + n }));
    const menus = renderPost(foldPost(views)).blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'overflow' ? [block.accessory.options[1]?.value] : [],
    );

    expect(menus).toEqual(views.map(({ seq }) => `why #${seq}`));
  });

  it('shown in an answer has no menu, which would act on the answer', () => {
    const { blocks } = renderReply({ blocks: [{ kind: 'post', post: entryPost() }] });

    expect(readMessage('', blocks).text).toContain('Harbour gates closed');
    expect(JSON.stringify(blocks)).not.toContain('overflow');
  });
});

describe('a notice in Slack', () => {
  it('names channels as Slack does, and carries what one tap can do about it', () => {
    const text = 'Nothing can be posted to slack:T1/C0123 since 09:12: Slack channel C0123: is_archived.';
    const actions = [{ label: 'Resume', run: 'retry slack:T1/C0123' }];

    const message = renderPost({ kind: 'notice', text, level: 'warning', actions, key: 'k', revision: 'r' });

    expect(message.text).toBe('Warning: Nothing can be posted to <#C0123> since 09:12: <#C0123>: is_archived.');
    expect(JSON.stringify(message.blocks)).toContain('{"type":"channel","channel_id":"C0123"}');
    expect(readMessage(message.text, message.blocks)).toEqual({
      text: 'Warning: Nothing can be posted to #C0123 since 09:12: #C0123: is_archived.\n[Resume]',
      pinged: [],
    });
    expect(blockProblems(message.blocks)).toEqual([]);
  });
});
