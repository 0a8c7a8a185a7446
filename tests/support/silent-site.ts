import { hash } from '../../src/core/hash.ts';
import type { Fetched, Fetcher } from '../../src/ports/fetcher.ts';
import { SourceError } from '../../src/ports/source.ts';
import { EVENING } from './entries.ts';

/** A post of the newsroom; `minute` is minutes after 18:00 on the evening of the tests. */
export type Told = { readonly n: number; readonly minute: number; readonly text: string; readonly changed?: number };

/** How one platform writes its page and answers for its entries. `gone` are those that were deleted. */
export type Platform = {
  readonly page: string;
  pageOf(posts: readonly Told[], entriesAt: string): string;
  answer(url: string, posts: readonly Told[], gone: readonly Told[]): unknown;
};

export const at = (minute: number): number => EVENING + minute * 60_000;
const iso = (minute: number): string => new Date(at(minute)).toISOString();

export const wordpress: Platform = {
  page: 'https://saltmere.example/storm/',
  pageOf: (posts, entriesAt) =>
    `<!doctype html><html><head><title>Storm</title></head><body><script>var liveblog_settings = ${JSON.stringify({ post_id: '42', state: 'enable', endpoint_url: `https://saltmere.example/${entriesAt}/liveblog/v1/42/` })};</script><div id="liveblog-entries">${posts
      .toReversed()
      .map(
        ({ n, minute, text }) =>
          `<div id="liveblog-entry-${n}" class="liveblog" data-timestamp="${at(minute) / 1000}"><header class="liveblog-meta"><span class="liveblog-author-name">Ann Lowe</span></header><div class="liveblog-entry-text"><p>${text}</p></div></div>`,
      )
      .join('')}</div></body></html>`,
  answer(url, posts, gone) {
    const since = Number(/\/entries\/(\d+)\//u.exec(url)?.[1] ?? 0) * 1000;
    const record = (post: Told, type: string) => ({
      id: post.n,
      type,
      render: `<p>${post.text}</p>`,
      css_classes: 'liveblog',
      timestamp: at(post.changed ?? post.minute) / 1000,
      entry_time: at(post.minute) / 1000,
      authors: [{ name: 'Ann Lowe' }],
    });
    const log = [
      ...posts.map((post) => record(post, post.changed === undefined ? 'new' : 'update')),
      ...gone.map((post) => ({ ...record(post, 'delete'), render: '' })),
    ];
    if (!url.includes('/entries/'))
      return { entries: log.filter(({ type }) => type !== 'delete').toReversed(), page: 1, pages: 2 };
    return { entries: log.filter(({ timestamp }) => timestamp * 1000 >= since), latest_timestamp: null };
  },
};

const BLOG = '0123456789abcdef01234567';

export const sourcefabric: Platform = {
  page: 'https://saltmere.example/storm/',
  pageOf: (posts, entriesAt) =>
    `<!doctype html><html><head><title>Storm</title></head><body><script>window.LB = ${JSON.stringify({ api_host: `https://saltmere.example/${entriesAt}/`, blog: { _id: BLOG } })};</script>${posts
      .toReversed()
      .map(
        ({ n, minute, text }) =>
          `<article class="lb-post" data-post-id="urn:${n}" data-post-sticky="False"><div class="lb-post-date" data-js-timestamp="${iso(minute)}">now</div><div class="lb-author__name">Ann Lowe</div><div class="items-container"><div class="lb-item text"><p>${text}</p></div></div></article>`,
      )
      .join('')}</body></html>`,
  answer(url, posts, gone) {
    const since = /"gte":"([^"]+)"/u.exec(decodeURIComponent(url))?.[1] ?? '';
    const post = ({ n, minute, text, changed }: Told, deleted: boolean) => ({
      _id: `urn:${n}`,
      _updated: iso(changed ?? minute),
      published_date: iso(minute),
      ...(changed === undefined ? {} : { content_updated_date: iso(changed) }),
      order: n,
      post_status: 'open',
      deleted,
      publisher: { display_name: 'Ann Lowe' },
      groups: [{ id: 'main', refs: [{ item: { item_type: 'text', text: `<p>${text}</p>` } }] }],
    });
    const all = [
      ...posts.map((each) => post(each, false)),
      ...(since === '' ? [] : gone.map((each) => post(each, true))),
    ];
    const items = all.filter(({ _updated }) => _updated >= since);
    return { _items: items, _meta: { page: 1, max_results: 100, total: items.length + 20 } };
  },
};

/** What the address of the entries does; the page always answers. */
export type Mood =
  | 'answers'
  | 'is not there'
  | 'refuses'
  | 'is broken'
  | 'does not answer in time'
  | 'answers with a page'
  | 'answers with nothing'
  | 'answers with half of it'
  | 'answers with an empty list';

export const SILENCES: readonly Mood[] = [
  'is not there',
  'refuses',
  'is broken',
  'does not answer in time',
  'answers with a page',
  'answers with nothing',
  'answers with half of it',
  'answers with an empty list',
];

const REFUSALS: Partial<Record<Mood, () => SourceError>> = {
  'is not there': () => new SourceError('gone', 'The address does not exist (404).'),
  refuses: () => new SourceError('refused', 'The address refuses the request (403).'),
  'is broken': () => new SourceError('unreachable', 'The address has a fault of its own (500).'),
  'does not answer in time': () => new SourceError('unreachable', 'The address did not answer within 15 s.'),
};

/** A newsroom whose page and whose API say what they are told to, each for itself. */
export function createSilentSite(platform: Platform, now: () => number) {
  const site = {
    mood: 'answers' as Mood,
    /** What the page shows, and what the API has. */
    shown: [] as readonly Told[],
    told: [] as readonly Told[],
    gone: [] as readonly Told[],
    /** The folder that the page says its API is in, and the one it is in. */
    named: 'wp-json',
    stands: 'wp-json',
    asked: [] as { readonly what: 'page' | 'entries'; readonly at: number }[],
    say(...posts: readonly Told[]): void {
      site.told = [...site.told, ...posts];
      site.shown = [...site.shown, ...posts];
    },
    pace: (what: 'page' | 'entries') => site.asked.filter((each) => each.what === what).map((each) => each.at),
  };

  function textOf(url: string): string {
    if (url === platform.page) return platform.pageOf(site.shown, site.named);
    const error = REFUSALS[site.mood]?.();
    if (error !== undefined) throw error;
    if (!url.includes(`/${site.stands}/`)) throw new SourceError('gone', 'The address does not exist (404).');
    const answer = JSON.stringify(platform.answer(url, site.told, site.gone));
    if (site.mood === 'answers with a page') return platform.pageOf(site.shown, site.named);
    if (site.mood === 'answers with nothing') return '';
    if (site.mood === 'answers with half of it') return answer.slice(0, answer.length / 2);
    return site.mood === 'answers with an empty list' ? JSON.stringify(platform.answer(url, [], [])) : answer;
  }

  const fetcher: Fetcher = {
    async fetch({ url, validators }): Promise<Fetched> {
      site.asked.push({ what: url === platform.page ? 'page' : 'entries', at: now() });
      const text = textOf(url);
      const bodyHash = hash(text);
      if (validators.bodyHash === bodyHash) return { status: 'same', validators };
      return {
        status: 'changed',
        document: { url, text, contentType: '', fetchedAt: now() },
        validators: { bodyHash },
      };
    },
    close: async () => undefined,
  };
  return { site, fetcher };
}
