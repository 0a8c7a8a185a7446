import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/core/identity.ts';
import { SourceError } from '../../../src/ports/source.ts';
import { processorTime } from '../../support/processor-time.ts';
import { atom, FEED_URL, read, rss } from './reading.ts';

const failure = (text: string, url = FEED_URL) => {
  try {
    read(text, url);
  } catch (error) {
    if (error instanceof SourceError) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return 'read';
};

describe('failure 4: an entry without any date', () => {
  it('is read, in the place the feed gives it', () => {
    const { entries } = read(rss('<item><title>new</title></item><item><title>old</title></item>'));

    expect(entries.map(({ title, publishedAt }) => [title, publishedAt])).toEqual([
      ['old', undefined],
      ['new', undefined],
    ]);
  });

  it('or id or link is kept and told apart by its text', () => {
    const { entries, url } = read(rss('<item><title>Pier shut</title></item><item><title>Pier open</title></item>'));

    expect(new Set(identify(entries, url).entries.map(({ id }) => id)).size).toBe(2);
  });
});

describe('failure 5: a feed that is not sorted', () => {
  const item = (hour: number) =>
    `<item><title>${hour}</title><pubDate>Mon, 05 Jun 2023 0${hour}:00:00 GMT</pubDate></item>`;
  const titles = (text: string) => read(text).entries.map(({ title }) => title);

  it.each([[[3, 1, 2]], [[1, 2, 3]], [[3, 2, 1]], [[2, 3, 1]]])('in the order %j comes out oldest first', (hours) => {
    expect(titles(rss(hours.map(item).join('')))).toEqual(['1', '2', '3']);
  });

  it('in which some dates are missing keeps the order of the feed', () => {
    expect(titles(rss(`${item(3)}<item><title>?</title></item>${item(1)}`))).toEqual(['1', '?', '3']);
    expect(titles(rss(`${item(1)}<item><title>?</title></item>${item(3)}`))).toEqual(['1', '?', '3']);
  });

  it('with one date for all is turned round, newest first as feeds are', () => {
    const same = (title: string) =>
      `<item><title>${title}</title><pubDate>Mon, 05 Jun 2023 07:00:00 GMT</pubDate></item>`;

    expect(titles(rss(same('second') + same('first')))).toEqual(['first', 'second']);
  });
});

describe('failure 6: an empty feed', () => {
  it.each([
    ...[
      rss(''),
      atom(''),
      '<rss><channel/></rss>',
      '<rss version="2.0"><channel></channel></rss>',
      '<rss/>',
      '<feed/>',
    ],
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>',
  ])('%s has no entries and is no error', (text) => {
    expect(read(text).entries).toEqual([]);
  });
});

describe('failure 26: a large feed', () => {
  it('of 5,000 items is read whole', () => {
    const items = Array.from(
      { length: 5000 },
      (_, index) => `<item><guid>g${index}</guid><title>Wave ${index}</title></item>`,
    );

    expect(read(rss(items.join(''))).entries).toHaveLength(5000);
  });
});

describe('a document that is no feed', () => {
  it.each([
    ['', 'it has no elements'],
    ['<!doctype html><html><body>Saltmere</body></html>', 'it has no <rss>'],
    [
      '<rss version="2.0"><channel>\n<title>a</title>\n<item><title>b</item></channel>',
      'unexpected close tag in line 3',
    ],
    ['<rss version="2.0"><channel>\n<item><title>b</title>', 'unclosed root tag in line 2'],
  ])('%j is malformed, with the reason and the place', (text, reason) => {
    expect(failure(text)).toMatch(
      /^malformed: The feed at https:\/\/feeds\.saltmere\.example\/live\.xml cannot be read: /,
    );
    expect(failure(text)).toContain(reason);
  });

  it('is spoken of without the secrets in its address', () => {
    expect(failure('', 'https://ada:hunter2@saltmere.example/live?token=abc')).not.toMatch(/hunter2|abc/);
  });
});

describe('a hostile feed', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(50)}">${['b', 'c', 'd', 'e', 'f'].map((name, index) => `<!ENTITY ${name} "${`&${'abcde'.charAt(index)};`.repeat(10)}">`).join('')}]>`;

  it('whose entities multiply is refused', () => {
    expect(failure(`${bomb}<rss><channel><title>&f;</title></channel></rss>`)).toContain('expand to far more text');
  });

  it('whose entities refer to each other is refused', () => {
    expect(
      failure('<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]><rss><channel><title>&a;</title></channel></rss>'),
    ).toContain('without end');
  });

  it('that names files of ours gets none of them', () => {
    const text =
      '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>';

    expect(read(text).title).toBe('&a;');
  });

  it.each([
    [
      'unclosed tags in text',
      `<rss version="2.0"><channel><item><title>${'&lt;p '.repeat(20_000)}</title><description>${'&lt;p'.repeat(20_000)}</description></item></channel></rss>`,
    ],
    [
      'markup nested 5,000 deep',
      `<rss><channel><item><description>${'<a>'.repeat(5000)}x${'</a>'.repeat(5000)}</description></item></channel></rss>`,
    ],
    [
      'sources nested 5,000 deep',
      `<rss xml:base="/"><channel><item>${'<source>'.repeat(5000)}x${'</source>'.repeat(5000)}</item></channel></rss>`,
    ],
    [
      'names that objects have',
      '<rss><channel><item><__proto__>x</__proto__><constructor>y</constructor><title>a</title></item></channel></rss>',
    ],
  ])('with %s is over within a second', (_, text) => {
    const spent = processorTime();

    expect(failure(text)).toMatch(/^(?:read$|malformed: )/);
    expect(spent()).toBeLessThan(1000);
  });

  it('with entities of its own that are harmless has them put in', () => {
    const text =
      '<!DOCTYPE rss [\n<!ENTITY port "Saltmere \\1 harbour">\n]><rss><channel><title>&port;</title></channel></rss>';

    expect(read(text).title).toBe('Saltmere \\1 harbour');
  });
});
