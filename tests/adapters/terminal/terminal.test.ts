import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTerminalAdapter, type TerminalOptions, wantsColor } from '../../../adapters/terminal/index.ts';
import { textWidth } from '../../../adapters/terminal/width.ts';
import type { Post } from '../../../src/core/post.ts';
import type { Intent, Target } from '../../../src/ports/adapter.ts';
import { EVERY_KIND, entryPost, foldPost, HARBOUR, sampleView } from '../../contracts/sample-posts.ts';

const TARGET: Target = { channel: 'terminal:' };
const NOON = Date.UTC(2026, 2, 14, 12, 0);
const signal = new AbortController().signal;
let tokens = 0;

function terminal(options: Partial<TerminalOptions> = {}) {
  const written: string[] = [];
  const out = { write: (text: string) => written.push(text) };
  const clock = { now: () => NOON, sleep: async () => {} };
  const adapter = createTerminalAdapter({ out, color: false, width: 80, timezone: 'Europe/London', clock, ...options });
  const intent = (): Intent => {
    tokens += 1;
    return { token: `t${tokens}`, key: 'k', since: NOON };
  };
  return {
    adapter,
    text: () => written.join(''),
    /** Everything since the last call. */
    fresh: () => written.splice(0).join(''),
    post: (post: Post) => adapter.outbound.post(TARGET, post, intent(), signal),
    edit: (message: { id: string }, post: Post) => adapter.outbound.edit(TARGET, message, post, signal),
    remove: (message: { id: string }) => adapter.outbound.remove(TARGET, message, signal),
    titles: () => adapter.shown('terminal:').map(({ post }) => (post.kind === 'entry' ? post.view.title : post.kind)),
  };
}

describe('a card in the terminal', () => {
  it('carries time, marks, headline, text, picture, author and address', async () => {
    const screen = terminal();

    await screen.post(
      entryPost({
        flags: ['breaking', 'key'],
        media: [
          { type: 'image', url: 'https://gazette.example/q.png', alt: 'Waves over the quay', credit: 'I. Brandt' },
        ],
      }),
    );

    expect(screen.text()).toBe(
      [
        '── Storm over Saltmere harbour – Saltmere Gazette ──',
        '',
        ' 09:26 ┃ BREAKING · KEY  Harbour gates closed',
        '       ┃ The gates at the north quay were closed at dawn.',
        '       ┃',
        '       ┃ ▣ picture: Waves over the quay (I. Brandt)',
        '       ┃ — Ines Calder · https://gazette.example/live/harbour-storm#e1',
        '',
        '',
      ].join('\n'),
    );
  });

  it('names the day above entries of another day', async () => {
    const screen = terminal({ clock: { now: () => NOON + 86_400_000, sleep: async () => {} } });

    await screen.post(entryPost());

    expect(screen.text()).toContain('── Storm over Saltmere harbour – Saltmere Gazette · Saturday 14 March ──');
  });

  it('names the blog again only when another one spoke in between', async () => {
    const screen = terminal();
    const other = { ...entryPost({ id: 'o' }), blog: { ...HARBOUR, title: 'Regatta' } } as Post;

    for (const post of [entryPost(), entryPost({ id: 'e2' }), other, entryPost({ id: 'e3' })]) await screen.post(post);

    expect(screen.text().match(/^── .*──$/gmu)).toEqual([
      '── Storm over Saltmere harbour – Saltmere Gazette ──',
      '── Regatta – Saltmere Gazette ──',
      '── Storm over Saltmere harbour – Saltmere Gazette ──',
    ]);
  });

  it('marks an entry without a time with when it was first seen', async () => {
    const screen = terminal();
    const view = sampleView({}, { firstSeenAt: Date.UTC(2026, 2, 14, 10, 5) });
    const { publishedAt: _, ...entry } = view.entry;

    await screen.post({ kind: 'entry', key: 'k', revision: 'r', blog: HARBOUR, view: { ...view, entry } });

    expect(screen.text()).toContain(' 10:05 ┃');
    expect(screen.text()).toContain('first seen 10:05');
  });

  it('puts link addresses under the text and aligns the columns of a table', async () => {
    const screen = terminal();
    const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] });
    const row = (...values: string[]) => ({ type: 'tableRow' as const, children: values.map(cell) });
    await screen.post(
      entryPost({
        tree: {
          type: 'root',
          children: [
            {
              type: 'paragraph',
              children: [
                { type: 'link', url: 'https://tide.example/', children: [{ type: 'text', value: 'the gauge' }] },
              ],
            },
            { type: 'table', children: [row('Gauge', '18:00'), row('岸壁', '4.1 m'), row('Basin', '3.9 m')] },
          ],
        },
      }),
    );

    expect(screen.text()).toContain('┃ the gauge\u00a0[1]\n');
    expect(screen.text()).toContain('┃ [1] https://tide.example/\n');
    expect(screen.text()).toContain('┃ 岸壁    4.1 m\n       ┃ Basin   3.9 m\n');
  });

  it('lists the entries of a fold in one card', async () => {
    const screen = terminal();

    await screen.post(foldPost([sampleView(), sampleView({ id: 'e2', title: 'Ferry cancelled' })]));

    expect(screen.text()).toContain('2 UPDATES  09:26–09:26');
    expect(screen.text().match(/09:26 {2}(Harbour gates closed|Ferry cancelled)/gu)).toHaveLength(2);
  });

  it('does not say a mark twice', async () => {
    const screen = terminal();

    await screen.post(entryPost({ title: 'Breaking: Harbour gates closed', flags: ['breaking'] }));
    await screen.post(entryPost({ id: 'e2', title: 'Summary: the day', flags: ['breaking'] }));

    expect(screen.text()).toContain('BREAKING  Harbour gates closed');
    expect(screen.text()).toContain('BREAKING  Summary: the day');
  });

  it('is coloured where colour is wanted, and carries the same words', async () => {
    const [plain, color] = [terminal(), terminal({ color: true })];

    for (const screen of [plain, color]) await screen.post(entryPost({ flags: ['breaking'] }));

    const shown = color.text();
    expect(shown).toContain('\u001b[1m\u001b[31mBREAKING');
    expect(shown.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(plain.text());
  });
});

describe('a change of what scrolled by', () => {
  it('says in words what a correction changed', async () => {
    const screen = terminal();
    const message = await screen.post(entryPost({ text: 'The gauge at the inner basin read 4.1 metres at six.' }));
    screen.fresh();

    await screen.edit(
      message,
      entryPost({ text: 'The gauge at the inner basin read 4.3 metres at six.' }, { correctedAt: NOON }),
    );

    expect(screen.fresh()).toBe(
      [
        '     ✎ ┃ CORRECTED 09:26 · Harbour gates closed',
        '       ┃ was: “inner basin read 4.1 metres at six.”',
        '       ┃ now: “inner basin read 4.3 metres at six.”',
        '',
        '',
      ].join('\n'),
    );
  });

  it('strikes the old and colours the new where there is colour', async () => {
    const screen = terminal({ color: true });
    const message = await screen.post(entryPost({ text: 'Three boats adrift.' }));
    screen.fresh();

    await screen.edit(message, entryPost({ text: 'Four boats adrift.' }, { correctedAt: NOON }));

    expect(screen.fresh()).toContain(
      '\u001b[31m\u001b[9mThree\u001b[29m\u001b[39m \u001b[32mFour\u001b[39m boats adrift.',
    );
  });

  it('tells a changed headline, author, picture and mark', async () => {
    const screen = terminal();
    const message = await screen.post(entryPost());
    screen.fresh();

    await screen.edit(
      message,
      entryPost({
        title: 'Harbour gates open',
        authors: ['Ivo Brandt'],
        flags: ['key'],
        media: [{ type: 'image', url: 'https://gazette.example/g.png', alt: 'The gates' }],
      }),
    );

    const text = screen.fresh();
    for (const part of ['UPDATED', '“Harbour gates closed”', '“Harbour gates open”', 'was Ines Calder, now Ivo Brandt'])
      expect(text).toContain(part);
    expect(text).toContain('added: “▣ picture: The gates”');
    expect(text).toContain('now marked key');
  });

  it('prints nothing when a reader would see no difference', async () => {
    const screen = terminal();
    const message = await screen.post(entryPost());
    screen.fresh();

    await screen.edit(message, { ...entryPost(), revision: 'r2' });

    expect(screen.fresh()).toBe('');
  });

  it('prints only what changed of a fold, and entries that joined it', async () => {
    const screen = terminal();
    const message = await screen.post(foldPost([sampleView(), sampleView({ id: 'e2', title: 'Ferry cancelled' })]));
    screen.fresh();

    await screen.edit(
      message,
      foldPost([
        sampleView(),
        sampleView({ id: 'e2', title: 'Ferry cancelled', text: 'Two ferries wait.' }),
        sampleView({ id: 'e3', title: 'Lights out' }),
      ]),
    );

    const text = screen.fresh();
    expect(text).toContain('UPDATED 09:26 · Ferry cancelled');
    expect(text).toContain('09:26 ┃ Lights out');
    expect(text).not.toContain('Harbour gates closed');
  });

  it('shows a withdrawal and a removal as a struck line and takes the removed one off the channel', async () => {
    const screen = terminal();
    const kept = await screen.post(entryPost());
    const gone = await screen.post(entryPost({ id: 'e2', title: 'Ferry adrift' }));
    screen.fresh();

    await screen.edit(kept, entryPost({}, { withdrawnAt: NOON }));
    await screen.remove(gone);

    expect(screen.fresh()).toBe(
      '     ✗ ┃ WITHDRAWN 09:26 · Harbour gates closed\n\n     ✗ ┃ WITHDRAWN 09:26 · Ferry adrift\n\n',
    );
    expect(screen.titles()).toEqual(['Harbour gates closed']);
  });

  it('shows an edit of a message from before a restart as the card it is now', async () => {
    const screen = terminal();

    await screen.edit({ id: 'terminal:earlier' }, entryPost({}, { correctedAt: NOON }));

    expect(screen.text()).toContain('CORRECTED  Harbour gates closed');
  });

  it('shows a state card again only when more than its counts changed', async () => {
    const screen = terminal();
    const card = EVERY_KIND.find((post) => post.kind === 'card') as Post & { kind: 'card' };
    const message = await screen.post(card);
    screen.fresh();

    await screen.edit(message, {
      ...card,
      card: { ...card.card, counts: { entries: 13, corrected: 2, withdrawn: 1 } },
    });
    expect(screen.fresh()).toBe('');

    await screen.edit(message, { ...card, card: { ...card.card, status: 'ended' } });
    expect(screen.fresh()).toContain('ENDED');
  });

  it('prints an intent once however often it is posted', async () => {
    const screen = terminal();
    const intent = { token: 'same', key: 'k', since: NOON };

    for (const _ of [1, 2]) await screen.adapter.outbound.post(TARGET, entryPost(), intent, signal);

    expect(screen.titles()).toEqual(['Harbour gates closed']);
    expect(screen.text().match(/Harbour gates closed/gu)).toHaveLength(1);
  });
});

describe('what an entry cannot do to a terminal', () => {
  it.each([
    ['clear the screen', 'a\u001b[2Jb', 'ab'],
    ['set the window title', 'a\u001b]0;owned\u0007b', 'ab'],
    ['hide a link', 'a\u001b]8;;https://evil.example\u001b\\b', 'ab'],
    ['use the one-character CSI', 'a\u009b31mb', 'ab'],
    ['ring, return or go back', 'a\u0007\rb\u0008', 'a b'],
    ['turn the line round', 'a\u202eb', 'ab'],
  ])('%s', async (_, hostile, harmless) => {
    const screen = terminal();

    await screen.post(entryPost({ title: hostile, text: 'x', authors: [], url: '' }));

    expect(screen.text()).toContain(`┃ ${harmless}\n`);
  });

  it('nothing in any field moves the cursor or leaves the width of the screen', async () => {
    const hostile = fc
      .string({ unit: 'binary', maxLength: 60 })
      .chain((text) =>
        fc.constantFrom(text, `\u001b[${text}`, `\u001b]${text}\u0007`, `${text}\r\n${text}`, '岸'.repeat(90) + text),
      );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, fc.integer({ min: 40, max: 100 }), async (one, two, width) => {
        const screen = terminal({ width });
        const media = [{ type: 'image' as const, url: two, alt: one, caption: two, credit: one }];
        const post = entryPost({ title: one, text: two, authors: [one, two], url: two, media });

        const message = await screen.post(post);
        await screen.edit(message, entryPost({ title: two, text: one, authors: [two], url: one }));

        expect(screen.text()).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        for (const line of screen.text().split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 80 },
    );
  });
});

describe('colour', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j on a terminal (%s) is %s', (env, isTerminal, wanted) => {
    expect(wantsColor(env, isTerminal)).toBe(wanted);
  });
});
