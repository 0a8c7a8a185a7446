import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapterLimits } from '../../adapters/discord/limits.ts';
import { allowedBy } from '../../adapters/discord/mentions.ts';
import { render } from '../../adapters/discord/render.ts';
import { renderReply } from '../../adapters/discord/render-reply.ts';
import type { EntryView, Post } from '../../src/core/post.ts';
import { paragraphs } from '../../src/core/text/body-text.ts';
import type { Block } from '../../src/ports/commands.ts';
import { EVERY_KIND, entryPost, foldPost, HARBOUR, sampleView } from '../contracts/sample-posts.ts';
import { problemsOf } from '../support/fake-discord/validate.ts';
import { wordsOf } from '../support/fake-discord/world.ts';

const words = (post: Post) => {
  const { content, embeds } = render(post, 'abcdefgh');
  return wordsOf({ content, embeds: embeds as Record<string, unknown>[] });
};

describe('an entry on Discord', () => {
  it('is a card with linked headline, text, author, time in the reader’s zone and source', () => {
    const { content, embeds, allowed_mentions } = render(entryPost(), 'abcdefgh');

    expect(content).toBe('Harbour gates closed');
    expect(embeds).toEqual([
      {
        title: 'Harbour gates closed',
        url: 'https://gazette.example/live/harbour-storm#e1',
        description:
          'The gates at the north quay were closed at dawn.\n\n' +
          'Ines Calder · <t:1773480360:f> · [Saltmere Gazette](https://gazette.example/live/harbour-storm#e1)',
        color: expect.any(Number),
        author: { name: 'Storm over Saltmere harbour', url: 'https://gazette.example/live/harbour-storm' },
        footer: { text: 'ref abcdefgh' },
      },
    ]);
    expect(allowed_mentions).toEqual({ parse: [] });
  });

  it('says in words what it is', () => {
    const at = Date.UTC(2026, 2, 14, 10);
    const post = entryPost({ flags: ['key', 'breaking'] }, { correctedAt: at });

    expect(words(post)).toContain('**Breaking** · **Key event** · **Corrected** <t:1773482400:t>');
    expect(render(post).content).toBe('Breaking · Key event · Corrected · Harbour gates closed');
  });

  it('that was withdrawn is struck through and has lost its picture', () => {
    const media = [{ type: 'image' as const, url: 'https://gazette.example/1.jpg' }];
    const { embeds, content } = render(entryPost({ media }, { withdrawnAt: Date.now() }));

    expect(embeds[0]?.title).toBe('~~Harbour gates closed~~');
    expect(embeds[0]?.description).toContain('~~The gates at the north quay were closed at dawn.~~');
    expect(embeds[0]?.image).toBeUndefined();
    expect(content).toBe('Withdrawn · ~~Harbour gates closed~~');
  });

  it('describes its picture in words', () => {
    const media = [
      { type: 'image' as const, url: 'https://gazette.example/1.jpg', alt: 'Waves over the quay', credit: 'I. Calder' },
    ];
    const { embeds } = render(entryPost({ media }));

    expect(embeds[0]?.image).toEqual({ url: 'https://gazette.example/1.jpg', description: 'Waves over the quay' });
    expect(embeds[0]?.description).toContain('Image: Waves over the quay · I. Calder');
  });

  it('says when its time is ours', () => {
    const { publishedAt: _, ...entry } = sampleView().entry;

    expect(words({ ...entryPost(), view: { ...sampleView(), entry } } as Post)).toContain('first seen <t:');
  });

  it('withdrawn by a note of its own says so, not that it was corrected', () => {
    const correction = EVERY_KIND.find(({ kind }) => kind === 'correction') as Extract<Post, { kind: 'correction' }>;
    const note = { ...correction, view: sampleView({}, { correctedAt: 1, withdrawnAt: 2 }), changes: [] };

    expect(render(correction).content).toBe('Corrected · Harbour gates closed');
    expect(render(note).content).toBe('Withdrawn · Harbour gates closed');
    expect(words(note)).not.toContain('Corrected');
  });

  it('an alert tells in its notification what was found', () => {
    const alert = EVERY_KIND.find(({ kind }) => kind === 'alert') as Post;

    expect(render(alert).content).toBe('Alert for “ferry” · Harbour gates closed · and 1 more');
    expect(render(alert).embeds[0]?.author?.name).toBe('Storm over Saltmere harbour');
  });

  it('as a spoiler shows nothing of what happened until asked', () => {
    const media = [{ type: 'image' as const, url: 'https://gazette.example/1.jpg', alt: 'The winner' }];
    const post: Post = { ...entryPost({ title: 'Saltmere win 3–2', text: 'Late goal.', media }), spoiler: true };
    const { content, embeds } = render(post);
    const open = (embeds[0]?.description ?? '').replace(/\|\|[\s\S]*?\|\|/gu, '');

    expect(content).toBe('Update · Storm over Saltmere harbour');
    expect(embeds[0]?.title).toBeUndefined();
    expect(embeds[0]?.image).toBeUndefined();
    expect(open).not.toMatch(/win|goal|winner/iu);
    expect(embeds[0]?.description).toContain('Late goal.');
  });

  it('its blog’s card hides key points and key events', () => {
    const card = EVERY_KIND.find(({ kind }) => kind === 'card') as Post;
    const open = words({ ...card, spoiler: true }).replace(/\|\|[\s\S]*?\|\|/gu, '');

    expect(open).not.toMatch(/gates|cancelled/iu);
    expect(open).toContain('12 updates');
  });

  it('has the blog’s colour, and another blog another', () => {
    const [a, b] = [210, 30].map(
      (hue) => render({ ...entryPost(), blog: { ...HARBOUR, hue } } as Post).embeds[0]?.color,
    );

    expect(a).not.toBe(b);
    expect(a).toBeLessThanOrEqual(0xffffff);
  });
});

describe('every message', () => {
  it.each(EVERY_KIND.map((post) => [post.kind, post] as const))(
    'of kind %s is within Discord’s limits',
    (_kind, post) => {
      expect(problemsOf(render(post, 'abcdefgh'))).toEqual([]);
      expect(problemsOf(render({ ...post, spoiler: true }, 'abcdefgh'))).toEqual([]);
      expect(words(post)).not.toMatch(/undefined|\[object|NaN/u);
    },
  );

  it('stays within the limits whatever an entry holds', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('*_~|`<[]\\'.repeat(900), '👩‍👩‍👧‍👦'.repeat(900), `${'a'.repeat(9_000)}`, '\n\n'.repeat(400), ''),
    );
    const media = fc.record({
      type: fc.constantFrom('image' as const, 'video' as const),
      url: fc.oneof(fc.webUrl(), wild),
      alt: wild,
    });
    const view: fc.Arbitrary<EntryView> = fc
      .record({
        title: wild,
        text: wild,
        authors: fc.array(wild, { maxLength: 3 }),
        url: fc.oneof(fc.webUrl(), wild),
        media: fc.array(media, { maxLength: 3 }),
        withdrawn: fc.boolean(),
        max: fc.integer({ min: 1, max: 9_000 }),
      })
      .map(({ withdrawn, max, ...entry }) =>
        sampleView(
          { ...entry, flags: ['key', 'breaking', 'summary'] },
          { maxText: max, correctedAt: 1, ...(withdrawn ? { withdrawnAt: 2 } : {}) },
        ),
      );
    fc.assert(
      fc.property(fc.array(view, { minLength: 1, maxLength: 12 }), wild, fc.boolean(), (views, other, spoiler) => {
        const [first = sampleView()] = views;
        const base = { key: 'k', revision: 'r', spoiler };
        const blog = { ...HARBOUR, title: other, publisher: other, url: other };
        const event = { title: other, url: 'https://gazette.example/', at: 1 };
        const card = {
          status: 'live' as const,
          updatedAt: 1,
          keyPoints: Array(30).fill(other),
          keyEvents: Array(30).fill(event),
          counts: { entries: 1, corrected: 1, withdrawn: 1 },
        };
        const posts: Post[] = [
          { kind: 'entry', blog, view: first, ...base },
          { kind: 'fold', blog, views, ...base },
          { kind: 'digest', blog, views: [...views, ...views, ...views], more: 3, from: 1, to: 2, ...base },
          { kind: 'card', blog, card, ...base },
          { kind: 'correction', blog, view: first, changes: Array(30).fill({ before: other, after: other }), ...base },
          { kind: 'notice', text: other, level: 'error', ...base },
          {
            kind: 'alert',
            blog,
            query: other,
            hits: views.map((hit) => ({ view: hit, context: other, messageUrl: other })),
            ...base,
          },
        ];
        for (const post of posts) expect(problemsOf(render(post, 'abcdefgh'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of a burst shows ten entries, each with its headline and link', () => {
    const views = Array.from({ length: adapterLimits.foldSize }, (_, n) =>
      sampleView(
        { id: `e${n}`, title: `Wave ${n}`, text: 'surge '.repeat(300) },
        { maxText: adapterLimits.foldTextLength },
      ),
    );
    const { embeds, content } = render(foldPost(views));

    expect(content).toBe('10 updates · Storm over Saltmere harbour');
    expect(embeds.map(({ title, url }) => [title, url])).toEqual(views.map(({ title, entry }) => [title, entry.url]));
    for (const { description } of embeds) expect(description).toContain('surge');
  });
});

describe('answers to commands', () => {
  it('stay within the limits however long they are', () => {
    const tree = paragraphs('The *tide* turns @everyone. '.repeat(200));
    const blocks: Block[] = Array.from({ length: 30 }, (_, n) => [
      { kind: 'heading' as const, text: `Part ${n}` },
      { kind: 'text' as const, tree },
      { kind: 'small' as const, tree },
      { kind: 'fields' as const, fields: [{ name: 'checked', value: tree }] },
      { kind: 'post' as const, post: entryPost() },
      {
        kind: 'buttons' as const,
        buttons: Array.from({ length: 4 }, () => ({ label: 'More '.repeat(40), run: 'list 2' })),
      },
      { kind: 'divider' as const },
    ]).flat();

    expect(problemsOf(renderReply({ blocks }, true))).toEqual([]);
  });
});

describe('a configured mention', () => {
  it.each([
    ['<@&12345> look', { parse: [], roles: ['12345'] }],
    ['<@12345> <@!67890>', { parse: [], users: ['12345', '67890'] }],
    ['@everyone', { parse: ['everyone'] }],
    ['no one', { parse: [] }],
  ])('%j lets ping exactly those it names', (mention, allowed) => {
    expect(allowedBy(mention)).toEqual(allowed);
  });
});

describe('a notice', () => {
  it('carries what one tap can do about it', () => {
    const notice = EVERY_KIND.find(({ kind }) => kind === 'notice');
    if (notice === undefined) throw new Error('no sample notice');

    const message = render(notice);

    expect(message.components).toEqual([
      { type: 1, components: [{ type: 2, style: 2, label: 'Resume', custom_id: 'run:0:retry slack:C1' }] },
    ]);
    expect(problemsOf(message)).toEqual([]);
  });
});
