import { describe, expect, it } from 'vitest';
import { hash } from '../../src/core/hash.ts';
import type { Fetched, Fetcher } from '../../src/ports/fetcher.ts';
import { sourceReader } from '../../src/sources/reader.ts';
import { EVENING } from '../support/entries.ts';
import { createWorld } from '../support/world.ts';

/* JSON-LD that gives its updates no address: their ids are those of the page's elements, which may come later or fail. */

const C = 'slack:C1';
const URL = 'https://saltmere.example/storm';

type Update = {
  readonly n: number;
  readonly title: string;
  readonly text: string;
  readonly onPage?: boolean;
  readonly drawn?: string;
};

/** A page of less than this beside its JSON-LD is not asked for its elements. */
const REST = '<p>The Gazette has reported from the harbour of Saltmere for a hundred years.</p>'.repeat(20);

const iso = (n: number): string => new Date(EVENING + n * 60_000).toISOString();

function pageOf(updates: readonly Update[]): string {
  const newestFirst = updates.toReversed();
  const json = {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: 'Storm night in Saltmere',
    url: URL,
    coverageStartTime: iso(0),
    liveBlogUpdate: newestFirst.map(({ n, title, text }) => ({
      '@type': 'BlogPosting',
      headline: title,
      datePublished: iso(n),
      articleBody: `<p>${text}</p>`,
    })),
  };
  const drawn = newestFirst.filter(({ onPage }) => onPage !== false);
  const articles = drawn.map(
    ({ n, title, text, drawn = title }) =>
      `<article class="post" id="post-${n}"><h2>${drawn}</h2><time datetime="${iso(n)}"></time><p>${text}</p></article>`,
  );
  return `<!doctype html><html lang="en"><head><script type="application/ld+json">${JSON.stringify(json)}</script></head><body><main>${articles.join('')}</main>${REST}</body></html>`;
}

/** Followed since before its first update: what stands there at first sight is not posted. */
async function followed(...updates: readonly Update[]) {
  const page: { updates: readonly Update[] } = { updates: [calm] };
  const clock: { now: () => number } = { now: () => EVENING };
  const fetcher: Fetcher = {
    async fetch({ url, validators }): Promise<Fetched> {
      const text = pageOf(page.updates);
      const bodyHash = hash(text);
      if (validators.bodyHash === bodyHash) return { status: 'same', validators };
      const document = { url, text, contentType: '', fetchedAt: clock.now() };
      return { status: 'changed', document, validators: { bodyHash } };
    },
    close: async () => undefined,
  };
  const world = createWorld({ fetcher, reader: sourceReader });
  clock.now = () => world.clock.now();
  await world.follow(C, { burst: 'off' }, 'storm', { url: URL, every: 20_000 });
  await world.start();
  await world.pass(5);
  const says = async (...said: readonly Update[]): Promise<void> => {
    page.updates = [calm, ...said];
    await world.pass(90);
  };
  await says(...updates);
  expect(world.texts(C)).toHaveLength(updates.length);
  return { world, says };
}

const calm: Update = { n: 0, title: 'All calm in the harbour', text: 'All is calm in the harbour yet.' };
const tide: Update = { n: 1, title: 'Tide over the quay wall', text: 'The tide is over the quay wall.' };
const ferry: Update = { n: 2, title: 'Evening ferry turns back', text: 'The evening ferry has turned back.' };
const lamp: Update = { n: 3, title: 'Harbour lamp is out', text: 'The harbour lamp is out, and boats wait outside.' };
const pier: Update = { n: 4, title: 'Pier closed to everybody', text: 'The pier is closed to everybody.' };

describe('a blog whose JSON-LD gives its updates no address', () => {
  it('shows each update once, though its element comes to the page later', async () => {
    const { world, says } = await followed(tide, ferry);
    await says(tide, ferry, { ...lamp, onPage: false });
    const shown = world.texts(C);

    await says(tide, ferry, lamp);

    expect(shown.at(-1)).toContain('The harbour lamp is out');
    expect(world.texts(C)).toEqual(shown);
    expect(world.chat.effects).toMatchObject({ removals: 0 });
  });

  it('shows each update once, though an element goes while another update is corrected', async () => {
    const { world, says } = await followed(tide, ferry, lamp);
    const before = world.texts(C).length;

    await says(
      tide,
      { ...ferry, text: 'The evening ferry has turned back once more.' },
      { ...lamp, onPage: false },
      pier,
    );

    const texts = world.texts(C);
    expect(texts).toHaveLength(before + 1);
    expect(texts.filter((text) => text.includes('once more'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('harbour lamp'))).toHaveLength(1);
    expect(world.chat.effects).toMatchObject({ removals: 0 });
  });

  it('shows a corrected headline in its place, though the page is corrected later', async () => {
    const { world, says } = await followed(tide, ferry, lamp);
    const before = world.texts(C).length;

    const corrected = { ...lamp, title: 'Harbour lamp is out, boats wait' };
    await says(tide, ferry, { ...corrected, drawn: lamp.title });
    await says(tide, ferry, corrected, pier);

    expect(world.texts(C)).toHaveLength(before + 1);
    expect(world.chat.effects).toMatchObject({ removals: 0 });
  });
});
