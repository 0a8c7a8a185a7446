import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/entry.ts';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { recogniseDocument } from '../../../src/sources/read.ts';
import { processorTime } from '../../support/processor-time.ts';
import { blog, NOON, read, script, URL, update } from './storm-page.ts';

const titles = (snapshot: Snapshot) => snapshot.entries.map((entry) => entry.title);

describe('a declared live blog', () => {
  it('is read oldest first, with id, time, author, text and permalink', () => {
    const { entries, title } = read(script(JSON.stringify(blog([update(2), update(1)]))));

    expect(title).toBe('Storm over Saltmere');
    expect(entries[0]).toMatchObject({
      sourceId: `${URL}#post-1`,
      title: 'Entry 1',
      authors: ['Ana Voss'],
      publishedAt: Date.parse('2031-03-03T10:00:00Z'),
      url: `${URL}#post-1`,
    });
    expect(entries.map((entry) => entry.body.text)).toEqual(['The tide is 1 feet high.', 'The tide is 2 feet high.']);
  });

  const two = [update(2), update(1)];
  it.each([
    ['bare JSON', JSON.stringify(blog(two))],
    ['a list', script(JSON.stringify([{ '@type': 'Organization' }, blog(two)]))],
    ['a graph', script(JSON.stringify({ '@graph': [{ '@type': 'WebPage' }, blog(two)] }))],
    ['inside another type', script(JSON.stringify({ '@type': 'WebPage', mainEntity: blog(two) }))],
    ['several types', script(JSON.stringify({ ...blog(two), '@type': ['NewsArticle', 'LiveBlogPosting'] }))],
    [
      'a type written as an address',
      script(JSON.stringify({ ...blog(two), '@type': 'http://schema.org/LiveBlogPosting' })),
    ],
    ['another context', script(JSON.stringify({ ...blog(two), '@context': 'http://example.org' }))],
    ['blogPost', script(JSON.stringify({ ...blog(undefined), blogPost: two }))],
    ['blogPosts', script(JSON.stringify({ ...blog(undefined), blogPosts: two }))],
    [
      'an item list',
      script(
        JSON.stringify(
          blog({ '@type': 'ItemList', itemListElement: two.map((item) => ({ '@type': 'ListItem', item })) }),
        ),
      ),
    ],
    ['indented text', script(JSON.stringify(blog(two), null, 2))],
    ['trailing commas', script(JSON.stringify(blog(two)).replace(/\}\]/u, '},]'))],
    ['comments around it', script(`<!-- ${JSON.stringify(blog(two))} -->`)],
    ['CDATA around it', script(`//<![CDATA[\n${JSON.stringify(blog(two))}\n//]]>`)],
    ['raw line breaks in strings', script(JSON.stringify(blog(two)).replace('Entry 1', 'Entry 1\n'))],
    ['escaped quotes', script(JSON.stringify(blog(two)).replaceAll('"', '&quot;'))],
    [
      'a broken block beside it',
      `<script type="application/ld+json">{oops</script>${script(JSON.stringify(blog(two)))}`,
    ],
    [
      'an emptied copy before it',
      `<script type="application/ld+json">${JSON.stringify(blog([]))}</script>${script(JSON.stringify(blog(two)))}`,
    ],
    [
      'updates that hold updates',
      script(JSON.stringify(blog([update(2, { isPartOf: { '@type': 'BlogPosting', name: 'x' } }), update(1)]))),
    ],
  ])('is found as %s', (_name, text) => {
    expect(titles(read(text))).toEqual(['Entry 1', 'Entry 2']);
  });

  it('with one update as an object has one entry, without updates none', () => {
    expect(titles(read(script(JSON.stringify(blog(update(1))))))).toEqual(['Entry 1']);
    expect(read(script(JSON.stringify(blog(undefined)))).entries).toEqual([]);
  });

  it.each([
    ['a name', 'Ana Voss', ['Ana Voss']],
    ['a list of objects', [{ name: 'Ana Voss' }, { name: 'Ben Okoro' }], ['Ana Voss', 'Ben Okoro']],
    ['names in one object', { name: ['Ana Voss', 'Ben Okoro'] }, ['Ana Voss', 'Ben Okoro']],
    ['a reference', { '@id': '#ana' }, []],
    ['an address', 'https://saltmere.example/ana', []],
    ['entities', { name: 'Ana O&#39;Voss' }, ["Ana O'Voss"]],
    ['nothing', null, []],
  ])('gives authors written as %s', (_name, author, expected) => {
    expect(read(script(JSON.stringify(blog([update(1, { author })])))).entries[0]?.authors).toEqual(expected);
  });

  it.each([
    ['escaped HTML', '&lt;p&gt;Wind &amp;amp; rain&lt;/p&gt;', 'Wind & rain'],
    ['plain text', 'Wind.\n\nRain.', 'Wind.\n\nRain.'],
    ['nothing', undefined, ''],
  ])('has bodies written as %s', (_name, articleBody, expected) => {
    expect(read(script(JSON.stringify(blog([update(1, { articleBody })])))).entries[0]?.body.text).toBe(expected);
  });

  it('does not give its own headline and picture to the updates', () => {
    const image = 'https://saltmere.example/storm.jpg';
    const updates = [
      update(1, { headline: 'Storm over Saltmere', image }),
      update(2, { image: { url: 'https://saltmere.example/own.jpg' } }),
    ];
    const { entries } = read(script(JSON.stringify(blog(updates, { image }))));

    expect(titles({ entries } as Snapshot)).toEqual([undefined, 'Entry 2']);
    expect(entries.map((entry) => entry.body.media.map((media) => media.url))).toEqual([
      [],
      ['https://saltmere.example/own.jpg'],
    ]);
  });

  it('an update that is broken costs only itself', () => {
    const { entries, warnings } = read(
      script(JSON.stringify(blog([null, 7, { '@type': 'BlogPosting' }, update(1, { datePublished: 'soon' })]))),
    );

    expect(entries.map((entry) => [entry.title, entry.publishedAt])).toEqual([['Entry 1', undefined]]);
    expect(warnings[0]).toContain('3 of the declared updates');
  });
});

describe('the same blog read again', () => {
  const text = (updates: unknown[]): string => script(JSON.stringify(blog(updates)));

  it('gives the very same entries where nothing changed', () => {
    const memo = createBodyMemo();
    const before = read(text([update(3), update(2), update(1)]), memo).entries;
    const after = read(text([update(4), update(3), update(2, { articleBody: 'Higher.' }), update(1)]), memo).entries;

    expect(after.map((entry) => before.includes(entry))).toEqual([true, false, true, false]);
    expect(after[1]?.body.text).toBe('Higher.');
  });

  it('notices an edit in every place', () => {
    const updates = Array.from({ length: 6 }, (_, n) => update(n));
    for (let place = 0; place < 6; place += 1) {
      const memo = createBodyMemo();
      read(text(updates), memo);
      const edited = updates.with(place, update(place, { articleBody: 'Corrected.' }));

      expect(read(text(edited), memo).entries.filter((entry) => entry.body.text === 'Corrected.')).toHaveLength(1);
      expect(read(text(updates), memo).entries.map((entry) => entry.body.text)).not.toContain('Corrected.');
    }
  });

  it('reads an update anew when the page says more of it', () => {
    const memo = createBodyMemo();
    const json = JSON.stringify(blog([update(1, { articleBody: '' })]));
    const element = `<div id="post-1"><h3>Entry 1</h3><p>Now with words.</p></div>${' '.repeat(600)}`;

    expect(read(script(json), memo).entries[0]?.body.text).toBe('');
    expect(read(script(json, element), memo).entries[0]?.body.text).toBe('Now with words.');
  });
});

describe('what the page knows beside its JSON-LD', () => {
  const PAGE_DATE = '2031-03-03T08:00:00Z';
  const block = (n: number, inner: string, attributes = '') =>
    `<div class="entry" id="post-${n}" ${attributes}>${inner}</div>`;
  const filler = `<p>${'x'.repeat(600)}</p>`;

  it('the own time of an entry wins over a page date that every update carries, and a warning says so', () => {
    const updates = [1, 2].map((n) => update(n, { datePublished: PAGE_DATE }));
    const rest = `${filler}${block(1, '<time datetime="2031-03-03T09:15:00Z">1h</time><p>The tide is 1 feet high.</p>')}${block(2, '<time datetime="2031-03-03T10:30:00Z">5m</time><p>The tide is 2 feet high.</p>')}`;
    const { entries, warnings } = read(script(JSON.stringify(blog(updates)), rest));

    expect(entries.map((entry) => new Date(entry.publishedAt ?? 0).toISOString().slice(11, 16))).toEqual([
      '09:15',
      '10:30',
    ]);
    expect(warnings).toEqual([expect.stringContaining('time of 2 entries')]);
  });

  it('times that agree to the minute keep the seconds of JSON-LD, without a warning', () => {
    const rest = `${filler}${block(1, '<time datetime="2031-03-03T10:00:30Z">x</time>')}`;
    const { entries, warnings } = read(script(JSON.stringify(blog([update(1)])), rest));

    expect(entries[0]?.publishedAt).toBe(Date.parse('2031-03-03T10:00:00Z'));
    expect(warnings).toEqual([]);
  });

  it('key events listed on the page are key, and paragraphs that JSON-LD lost come back', () => {
    const updates = [update(1, { articleBody: 'The quay is shut. The pier is open.' })];
    const rest = `${filler}<div class="key-events"><ul><li><a data-id="post-1">Quay</a></li></ul></div>${block(1, '<h3>Entry 1</h3><p>The quay is shut.</p><p>The pier is open.</p>')}`;
    const [entry] = read(script(JSON.stringify(blog(updates)), rest)).entries;

    expect(entry?.flags).toEqual(['key']);
    expect(entry?.body.text).toBe('The quay is shut.\n\nThe pier is open.');
  });
});

describe('microdata', () => {
  it('is read like JSON-LD', () => {
    const items = [2, 1].map(
      (n) => `<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting" id="p${n}">
        <meta itemprop="datePublished" content="2031-03-03T1${n}:00:00+01:00"><meta itemprop="url" content="${URL}#p${n}">
        <h2 itemprop="headline">Entry ${n}</h2><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ana Voss</b></span>
        <div itemprop="articleBody"><p>The tide is <b>${n}</b> feet high.</p></div></div>`,
    );
    const { entries, title } = read(
      `<html><body><div itemscope itemtype="https://schema.org/LiveBlogPosting"><h1 itemprop="headline">Storm</h1>${items.join('')}</div></body></html>`,
    );

    expect(title).toBe('Storm');
    expect(entries.map((entry) => [entry.title, entry.body.text, entry.authors, entry.url])).toEqual([
      ['Entry 1', 'The tide is 1 feet high.', ['Ana Voss'], `${URL}#p1`],
      ['Entry 2', 'The tide is 2 feet high.', ['Ana Voss'], `${URL}#p2`],
    ]);
  });
});

describe('whether it is live', () => {
  const live = (more: object, published = '2031-03-03T11:50:00Z', articleBody = 'Wind.') =>
    read(script(JSON.stringify(blog([update(1, { datePublished: published, articleBody })], more)))).live;

  it.each([
    ['new entries', {}, '2031-03-03T11:50:00Z', true],
    ['silence alone', {}, '2031-03-01T11:50:00Z', null],
    ['an end that passed, and silence', { coverageEndTime: '2031-03-02T00:00:00Z' }, '2031-03-01T11:50:00Z', false],
    [
      'an end that passed, and new entries all the same',
      { coverageEndTime: '2031-03-02T00:00:00Z' },
      '2031-03-03T11:50:00Z',
      true,
    ],
    ['an end ahead', { coverageEndTime: '2031-03-04T00:00:00Z' }, '2031-03-01T11:50:00Z', true],
    [
      'a start ahead',
      { coverageStartTime: '2031-03-03T20:00:00Z', coverageEndTime: '2031-03-04T00:00:00Z' },
      '2031-03-01T11:50:00Z',
      null,
    ],
  ])('%s', (_name, more, published, expected) => {
    expect(live(more, published)).toBe(expected);
  });

  it('an entry that closes the blog ends it', () => {
    expect(live({}, undefined, 'This live blog is now closed. Good night.')).toBe(false);
  });
});

it('a blog that closes names the one that continues it', () => {
  const articleBody = '<p>This live blog has now closed. Follow <a href="/live/storm-2">our new live blog</a>.</p>';

  expect(read(script(JSON.stringify(blog([update(1, { articleBody })])))).successor).toEqual({
    url: 'https://news.saltmere.example/live/storm-2',
    title: 'our new live blog',
  });
});

describe('JSON-LD that is broken, on a page that shows nothing else', () => {
  const whole = JSON.stringify(blog([update(4), update(3), update(2), update(1)]));
  const secondBroken = whole.replace('The tide is 3', 'The "tide" is 3');

  it.each([
    ['cut off in an update', whole.slice(0, whole.indexOf('Entry 1') + 10), ['Entry 2', 'Entry 3', 'Entry 4']],
    [
      'cut off after an update',
      whole.slice(0, whole.lastIndexOf('}]') + 1),
      ['Entry 1', 'Entry 2', 'Entry 3', 'Entry 4'],
    ],
    ['quotes in the text of an update', secondBroken, ['Entry 1', 'Entry 2', 'Entry 4']],
    ['both', secondBroken.slice(0, secondBroken.indexOf('Entry 1')), ['Entry 2', 'Entry 4']],
  ])('%s: the updates that are whole are read, and a person is told', (_, json, expected) => {
    const snapshot = read(script(json));

    expect(titles(snapshot)).toEqual(expected);
    expect(snapshot).toMatchObject({ title: 'Storm over Saltmere', url: URL });
    expect(snapshot.warnings[0]).toContain('broken or cut off');
  });

  it('an update that cannot be read is not thereby withdrawn', () => {
    expect(read(script(secondBroken)).coverage).toBe('increment');
  });

  it('many broken updates end soon', () => {
    const spent = processorTime();
    const json = `{"@type":"LiveBlogPosting","liveBlogUpdate":[${'{"@type":"BlogPosting","headline":"'.repeat(60_000)}`;
    const document = { url: URL, text: script(json), contentType: '', fetchedAt: NOON };

    expect(() => recogniseDocument(document, 'schema.org').read(document, { body: createBodyMemo() })).toThrow(
      /broken/u,
    );
    expect(spent()).toBeLessThan(2000);
  });
});

it('JSON-LD that is broken beyond repair is told from a page without any', () => {
  const document = {
    url: URL,
    text: script('{"@type":"LiveBlogPosting", "liveBlogUpdate": [{'),
    contentType: '',
    fetchedAt: NOON,
  };

  expect(() => recogniseDocument(document, 'schema.org').read(document, { body: createBodyMemo() })).toThrow(
    /broken beyond repair/u,
  );
});

describe('a page that declares more than one thing', () => {
  const scripts = (...blogs: readonly object[]) =>
    `<html><body>${blogs.map((each) => `<script type="application/ld+json">${JSON.stringify(each)}</script>`).join('')}</body></html>`;

  it('is one blog when its parts have one address', () => {
    const snapshot = read(scripts(blog([update(4), update(3)]), blog([update(3), update(2), update(1)])));

    expect(titles(snapshot)).toEqual(['Entry 1', 'Entry 2', 'Entry 3', 'Entry 4']);
  });

  it('is the blog at its own address, though another has more updates', () => {
    const elsewhere = { url: 'https://news.saltmere.example/live/regatta', headline: 'Regatta' };
    const snapshot = read(scripts(blog([update(4), update(3), update(2)], elsewhere), blog([update(1)])));

    expect([snapshot.title, ...titles(snapshot)]).toEqual(['Storm over Saltmere', 'Entry 1']);
  });

  it('describes updates elsewhere in its graph', () => {
    const nodes = [update(2), update(1)].map((each, index) => ({ ...each, '@id': `#node-${index}` }));
    const named = nodes.map((node) => ({ '@id': node['@id'] }));

    expect(titles(read(scripts({ '@graph': [blog(named), ...nodes] })))).toEqual(['Entry 1', 'Entry 2']);
  });
});
