import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { bytesHeldBy } from '../../support/collect-garbage.ts';
import { blog, read, script, URL, update } from './storm-page.ts';

describe('what only the page shows', () => {
  const more = '<p>The quay is being watched by three wardens tonight, and the lamps are lit.</p>'.repeat(8);
  const shown = (n: number, pinned = false) =>
    `<article id="${pinned ? 'top' : `post-${n}`}"${pinned ? ' class="pinned"' : ''}><header><time datetime="2031-03-03T1${n}:00:00+01:00">1${n}:00</time></header><h2><a href="${URL}#post-${n}">Entry ${n}</a></h2><div><p>The tide is ${n} feet high.</p></div><p class="author">Ana Voss</p></article>`;
  const page = (points: string, pinned: number, listed: readonly number[]) =>
    script(
      JSON.stringify(blog(listed.map((n) => update(n)))),
      `<header>${points}</header><section class="pinned-post">${shown(pinned, true)}</section>${more}<section>${listed.map((n) => shown(n)).join('')}</section>`,
    );
  const points = '<ul><li>The pier is shut</li><li>Ferries wait</li></ul>';

  it.each([
    ['Key points', `<section class="key-points">${points}</section>`],
    ['English', `<h2>What we know</h2>${points}`],
    ['German', `<p><strong>Das Wichtigste in Kürze</strong></p>${points}`],
    ['French', `<h3>L’essentiel</h3>${points}`],
    ['Spanish', `<h3>Las claves</h3>${points}`],
    ['Italian', `<h3>In breve</h3>${points}`],
    ['Polish', `<h3>Najważniejsze</h3>${points}`],
    ['Portuguese', `<h3>Em resumo</h3>${points}`],
    ['Dutch', `<h3>In het kort</h3>${points}`],
  ])('%s: key points are the publisher’s own', (_, html) => {
    expect(read(page(html, 1, [3, 2])).keyPoints).toEqual(['The pier is shut', 'Ferries wait']);
  });

  it.each([
    ['a list that nobody calls the points', points],
    ['a style sheet that names them', `<style>.key-points ul { margin: 0 }</style>${points}`],
    ['a sentence that mentions them', `<p>${'On. '.repeat(20)}In short, nothing.${'On. '.repeat(20)}</p>${points}`],
  ])('%s is no list of key points', (_, html) => {
    expect(read(page(html, 1, [3, 2])).keyPoints).toEqual([]);
  });

  it('is known afterwards without the page', async () => {
    const long = () => Buffer.from(`${page(points, 1, [3, 2])}${' '.repeat(4_000_000)}`).toString();
    read(long());

    const { bytes } = await bytesHeldBy(() => {
      const body = createBodyMemo();
      read(long(), body);
      return body;
    });

    expect(bytes).toBeLessThan(2_000_000);
  });

  it('an entry that the page pins is pinned in its place', () => {
    const { entries } = read(page('', 2, [3, 2, 1]));

    expect(entries.map(({ title, flags, aside }) => [title, flags, aside])).toEqual([
      ['Entry 1', [], undefined],
      ['Entry 2', ['pinned'], undefined],
      ['Entry 3', [], undefined],
    ]);
  });

  it.each([
    ['a bar that stays in sight', '<header class="is-pinned"><a href="#main">Top</a></header>', ''],
    ['a bar with a clock', '<div class="pinned-bar"><time>12:00</time></div>', ''],
    ['the list itself', '<section class="has-pinned">', '</section>'],
  ])('%s pins nothing', (_, before, after) => {
    const articles = [3, 2].map((n) => shown(n)).join('');
    const { entries } = read(
      script(JSON.stringify(blog([update(3), update(2)])), `${before}${more}${articles}${after}`),
    );

    expect(entries.map(({ title, flags }) => [title, flags])).toEqual([
      ['Entry 2', []],
      ['Entry 3', []],
    ]);
  });

  it('a pinned entry that slid out of the list is aside, and the same entry as before', () => {
    const body = createBodyMemo();
    const before = read(page('', 1, [2, 1]), body).entries.find(({ title }) => title === 'Entry 1');
    const after = read(page('', 1, [3, 2]), body).entries.find(({ title }) => title === 'Entry 1');
    const alone = read(page('', 1, [3, 2])).entries.find(({ title }) => title === 'Entry 1');

    expect(after).toEqual({ ...before, aside: true });
    expect(alone).toMatchObject({ sourceId: `${URL}#post-1`, authors: ['Ana Voss'], flags: ['pinned'], aside: true });
    expect(alone?.publishedAt).toBe(before?.publishedAt);
  });
});

describe('times that name no zone', () => {
  const zoneless = (more: object = {}) =>
    JSON.stringify(blog([update(2, { datePublished: '2031-03-03T12:00:00' }), update(1)], more));
  const at = (snapshot: Snapshot) => new Date(snapshot.entries.at(-1)?.publishedAt ?? 0).toISOString();

  it('are read in the zone of the blog’s own dates, with a warning', () => {
    const snapshot = read(script(zoneless({ coverageStartTime: '2031-03-03T08:00:00+02:00' })));

    expect(at(snapshot)).toBe('2031-03-03T10:00:00.000Z');
    expect(snapshot.warnings.join()).toMatch(/1 entries name no zone .* read as \+02:00/);
  });

  it('are read in the publisher’s zone where it is known', () => {
    const snapshot = read(script(zoneless({ url: 'https://www.rbb24.de/live/storm' })));

    expect(at(snapshot)).toBe('2031-03-03T11:00:00.000Z');
    expect(snapshot.warnings.join()).toMatch(/Europe\/Berlin/);
  });

  it.each(['3 March 2031, 12:00', '2031-03-03 12:00:00', '2031/03/03 12:00', 'Mar 3, 2031 12:00 PM'])(
    'are told however they are written (%s)',
    (datePublished) => {
      const snapshot = read(script(zoneless().replace('2031-03-03T12:00:00', datePublished)));

      expect(at(snapshot)).toBe('2031-03-03T12:00:00.000Z');
      expect(snapshot.warnings.join()).toMatch(/1 entries name no zone/);
    },
  );

  it.each(['3 March 2031, 17:30 (IST)', '2031-03-03T17:30:00+0530', '1930305600', 'Mar 3, 2031 12:00 PM GMT'])(
    'are not those that name one (%s)',
    (datePublished) => {
      const snapshot = read(script(zoneless().replace('2031-03-03T12:00:00', datePublished)));

      expect(at(snapshot)).toBe('2031-03-03T12:00:00.000Z');
      expect(snapshot.warnings).toEqual([]);
    },
  );

  it('are read as UTC where nothing tells, with a warning', () => {
    const snapshot = read(script(zoneless()));

    expect(at(snapshot)).toBe('2031-03-03T12:00:00.000Z');
    expect(snapshot.warnings.join()).toMatch(/read as UTC/);
  });
});
