import { describe, expect, it } from 'vitest';
import type { SourceEntry } from '../../../src/core/entry.ts';
import { blog, read, script, URL, update } from './storm-page.ts';

const entryOf = (more: object): SourceEntry | undefined =>
  read(script(JSON.stringify(blog([update(1, more)])))).entries[0];
const entriesOf = (...updates: object[]) => read(script(JSON.stringify(blog(updates)))).entries;
const PICTURE = 'https://i.saltmere.example/pier.jpg';

describe('who wrote an update', () => {
  it.each<[string, object, string[]]>([
    ['of which the name has a "by" in front', { author: { name: 'By Ana Voss' } }, ['Ana Voss']],
    ['whose name is in two parts', { author: { givenName: 'Ana', familyName: 'Voss' } }, ['Ana Voss']],
    ['of whom nobody is named but the creator', { author: [], creator: { name: 'Ana Voss' } }, ['Ana Voss']],
  ])('%s', (_, more, expected) => {
    expect(entryOf(more)?.authors).toEqual(expected);
  });

  it('is found in the graph where the update only names it', () => {
    const graph = { '@graph': [blog([update(1, { author: { '@id': '#ana' } })]), { '@id': '#ana', name: 'Ana Voss' }] };

    expect(read(script(JSON.stringify(graph))).entries[0]?.authors).toEqual(['Ana Voss']);
  });
});

describe('what an update says', () => {
  it.each<[string, object, string]>([
    [
      'in parts',
      { articleBody: ['<p>The pier is shut.</p>', '<p>Ferries wait.</p>'] },
      'The pier is shut.\n\nFerries wait.',
    ],
    ['as its abstract', { articleBody: undefined, abstract: 'The pier is shut.' }, 'The pier is shut.'],
    [
      'in the words of a post it shares',
      {
        articleBody: '',
        sharedContent: { '@type': 'SocialMediaPosting', text: 'Wet!', url: 'https://x.com/tom/status/1' },
      },
      'Wet!',
    ],
  ])('%s is its text', (_, more, text) => {
    expect(entryOf(more)?.body.text).toBe(text);
  });

  it('has the other headline for its title where there is no first', () => {
    expect(entryOf({ headline: '', alternativeHeadline: 'The pier is shut' })?.title).toBe('The pier is shut');
  });

  it('has no title where all updates carry the same one, for that is the page’s', () => {
    const shared = { headline: 'Storm over Saltmere – live updates' };

    expect(entriesOf(update(3, shared), update(2, shared), update(1, shared)).map(({ title }) => title)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(entriesOf(update(3, shared), update(2), update(1, shared))[0]?.title).toBe(shared.headline);
  });
});

describe('what an update shows', () => {
  const media = (more: object) => entryOf(more)?.body.media;

  it.each<[string, object]>([
    ['a list of its crops', { image: [PICTURE.replace('.jpg', '-16x9.jpg'), PICTURE.replace('.jpg', '-1x1.jpg')] }],
    [
      'several sizes',
      { image: [`https://i.saltmere.example/1200x630/pier.jpg`, `https://i.saltmere.example/640x640/pier.jpg`] },
    ],
    ['its text and its property alike', { articleBody: `<img src="${PICTURE}?w=300">`, image: `${PICTURE}?w=1200` }],
    ['attached', { associatedMedia: { '@type': 'ImageObject', contentUrl: PICTURE } }],
    ['a JSON-LD list', { image: { '@list': [PICTURE] } }],
  ])('one picture in %s is one picture', (_, more) => {
    expect(media(more)).toHaveLength(1);
  });

  it('two pictures are two', () => {
    expect(media({ image: [PICTURE, PICTURE.replace('pier', 'quay')] })).toHaveLength(2);
    expect(
      media({ image: ['https://i.saltmere.example/show?id=1', 'https://i.saltmere.example/show?id=2'] }),
    ).toHaveLength(2);
  });

  it('a picture has its caption and credit as plain text', () => {
    const image = { url: PICTURE, caption: '<p>Waves &amp; <b>rain</b></p>', copyrightHolder: { name: 'Tom Hale' } };

    expect(media({ image })).toEqual([{ type: 'image', url: PICTURE, caption: 'Waves & rain', credit: 'Tom Hale' }]);
  });

  it('a picture that is only named is the one that the graph describes, and none where it describes none', () => {
    const image = { '@id': `${URL}#primary` };
    const graph = (...nodes: object[]) =>
      script(JSON.stringify({ '@graph': [blog([update(1, { image })]), ...nodes] }));

    expect(read(graph({ ...image, url: PICTURE })).entries[0]?.body.media).toEqual([{ type: 'image', url: PICTURE }]);
    expect(read(graph()).entries[0]?.body.media).toEqual([]);
  });

  it('a video whose address is the page is known by its player', () => {
    const video = { '@type': 'VideoObject', url: `${URL}#clip`, embedUrl: 'https://www.youtube.com/embed/abcdefghijk' };

    expect(media({ video })).toEqual([{ type: 'video', url: 'https://www.youtube.com/watch?v=abcdefghijk' }]);
  });

  it('a page that it shares is there with its name', () => {
    const sharedContent = { '@type': 'WebPage', headline: 'Tide tables', url: 'https://tides.example/today' };

    expect(media({ sharedContent })).toEqual([
      { type: 'embed', url: 'https://tides.example/today', caption: 'Tide tables' },
    ]);
  });
});

describe('when an update came', () => {
  it('is when it was changed, where nothing else is known', () => {
    const entry = entryOf({ datePublished: undefined, dateModified: '2031-03-03T10:00:00Z' });

    expect([entry?.publishedAt, entry?.updatedAt]).toEqual([Date.parse('2031-03-03T10:00:00Z'), undefined]);
  });
});

describe('an update that is listed again', () => {
  const changed = (minute: number) => ({
    articleBody: `As of ${minute}.`,
    dateModified: `2031-03-03T10:${minute}:00Z`,
  });

  it.each([
    [10, 20],
    [20, 10],
  ])('is one, as it was changed last (%i and %i past)', (first, second) => {
    const { entries, warnings } = read(
      script(JSON.stringify(blog([update(1, changed(first)), update(1, changed(second))]))),
    );

    expect(entries.map(({ body }) => body.text)).toEqual(['As of 20.']);
    expect(warnings).toEqual([]);
  });

  it('is told from another that only has the page for its name', () => {
    const here = (text: string) => ({ url: URL, '@id': URL, headline: 'Storm', articleBody: text });

    expect(entriesOf(update(1, here('One.')), update(1, here('Two.')), update(1, here('Two.')))).toHaveLength(2);
  });
});
