import { describe, expect, it } from 'vitest';
import { guardian } from '../../../src/sources/guardian/index.ts';
import { documentOf, iso, snapshotOf } from '../reading.ts';

const BLOG = 'https://www.theguardian.com/uk-news/live/2016/mar/01/saltmere-storm-live';
const id = (digit: number): string => String(digit).repeat(24);
const read = (content: unknown, url = BLOG) => snapshotOf(guardian, documentOf(content, url));

/** A block as the site wrote it from 2013 to 2021. */
const block = (digit: number, head = ''): string =>
  `<div id="block-${id(digit)}" class="block" itemprop="liveBlogUpdate" itemscope><p class="block-time published-time"><time datetime="2016-03-01T1${digit}:00:00.000Z">1${digit}.00</time></p>${head}<div class="block-elements" itemprop="articleBody"><p>Text ${digit}</p></div></div>`;
const page = (names: string, inner = block(2) + block(1)): string =>
  `<html><head><link rel="canonical" href="${BLOG}"></head><body><article class="fc-card">More</article><article class="${names}"><h1>Storm</h1>${inner}</article></body></html>`;

describe('a page of 2013 to 2021', () => {
  it.each([
    ['content content--liveblog blog is-live section-uk', true],
    ['content content--liveblog blog section-uk', false],
    ['article is-live', true],
    ['article section-uk', null],
  ])('whose article is called "%s" says whether it runs', (names, live) => {
    expect(read(page(names)).live).toBe(live);
  });

  it('names a contributor in an element inside the byline, too', () => {
    const byline =
      '<div><a rel="author" itemprop="author" href="https://www.theguardian.com/profile/ana"><span itemprop="name">Ana Voss</span></a></div>';
    const publisher =
      '<span itemprop="author" itemscope><meta itemprop="name" content="https://www.theguardian.com#publisher"></span>';

    const { entries } = read(page('blog', block(2, publisher) + block(1, byline)));

    expect(entries).toMatchObject([{ authors: ['Ana Voss'], body: { text: 'Text 1' } }, { authors: [] }]);
  });
});

describe('blocks numbered in comments', () => {
  it.each([
    ['an empty anchor before the time', '<a name="block-1"></a><strong>9.05am:</strong> '],
    ['a link around the time', '<a href="#block-1"><strong>9.05am</strong></a>: '],
  ])('have their time with %s', (_what, time) => {
    const html = `<html><head><link rel="canonical" href="${BLOG}"></head><body><h1>Storm</h1><div><!-- Block 1 --><p>${time}The pier is shut.</p></div></body></html>`;

    const [entry] = read(html).entries;

    expect([entry?.body.text, iso(entry?.publishedAt)]).toEqual(['The pier is shut.', '2016-03-01T09:05:00.000Z']);
  });
});

describe('answers to the page itself', () => {
  it('a poll that found nothing new is known for what it is', () => {
    const answer = { timeline: '', numNewBlocks: 0, refreshStatus: true };

    expect(guardian.recognise(documentOf(answer))).toBe('sure');
    expect(read(answer)).toMatchObject({ coverage: 'increment', entries: [] });
  });

  it('blocks for the front page have their text as one piece, and ISO times', () => {
    const front = {
      blocks: [
        {
          id: id(1),
          title: 'Pier shut',
          publishedDateTime: '2016-03-01T11:20:00.000Z',
          lastUpdatedDateTime: '2016-03-01T11:35:00.000Z',
          body: '<p>The pier is shut.</p>',
        },
      ],
    };

    expect(guardian.recognise(documentOf(front))).toBe('sure');
    expect(read(front, `${BLOG}.json?rendered=false`).entries).toMatchObject([
      {
        sourceId: id(1),
        title: 'Pier shut',
        body: { text: 'The pier is shut.' },
        publishedAt: Date.parse('2016-03-01T11:20:00Z'),
        updatedAt: Date.parse('2016-03-01T11:35:00Z'),
      },
    ]);
  });
});
