import { type Change, rewritten, withText } from './change.ts';
import { blocksOf, blog, codeOf, declared, listOf, mapBlog, script, updates } from './declarations.ts';
import { compact, mapObjects } from './json-values.ts';

const graph = (json: unknown, ...others: unknown[]) => ({
  '@context': 'https://schema.org',
  '@graph': [...others, ...[json].flat()],
});

const ARTICLE = {
  '@type': 'NewsArticle',
  headline: 'The live page',
  datePublished: '2020-01-01T00:00:00Z',
  author: { '@type': 'Person', name: 'Some Body' },
};
const CRUMBS = {
  '@type': 'BreadcrumbList',
  itemListElement: [{ '@type': 'ListItem', position: 1, item: { '@id': 'https://saltmere.example/', name: 'News' } }],
};

/** Where in the JSON-LD of a page its live blog stands, and in which shape. */
export const DECLARED_SHAPES: readonly Change[] = [
  {
    what: 'its JSON-LD at the end',
    apply: (document) => {
      const found = blocksOf(document);
      if (found.length === 0) return undefined;
      const blocks = new Set(found);
      const { text } = rewritten({
        element: (written, element) =>
          blocks.has(element)
            ? ''
            : element.name === 'body'
              ? written.replace(/<\/body>$/iu, `${found.map((each) => script(codeOf(each))).join('')}</body>`)
              : written,
      })(document);
      return /<\/body>/iu.test(text) ? withText(document, text) : undefined;
    },
  },
  { what: 'its JSON-LD in an array', apply: declared((json) => compact([CRUMBS, ...[json].flat()])) },
  {
    what: 'its JSON-LD in a graph',
    apply: declared((json) =>
      compact(graph(json, { '@type': 'WebPage', '@id': 'https://saltmere.example/#page' }, CRUMBS)),
    ),
  },
  {
    what: 'its blog as the main entity of an article',
    apply: declared((json) => compact({ '@context': 'https://schema.org', ...ARTICLE, mainEntity: json })),
  },
  {
    what: 'its blog as the main entity of a page',
    apply: declared((json) =>
      compact({ '@context': 'https://schema.org', '@type': 'WebPage', breadcrumb: CRUMBS, mainEntity: [json].flat() }),
    ),
  },
  {
    what: 'an article and crumbs beside its blog',
    apply: declared((json) => `${script(compact(ARTICLE))}${script(compact(json))}${script(compact(CRUMBS))}`),
  },
  {
    what: 'the other protocol for its names',
    apply: declared((json) =>
      compact(
        mapObjects(json, (object) =>
          typeof object['@context'] === 'string'
            ? {
                ...object,
                '@context': object['@context'].startsWith('https')
                  ? object['@context'].replace('https', 'http')
                  : object['@context'].replace('http:', 'https:'),
              }
            : object,
        ),
      ),
    ),
  },
  {
    what: 'its context as an object',
    apply: blog((object) => ({ ...object, '@context': { '@vocab': 'https://schema.org/' } })),
  },
  { what: 'its type in a list', apply: blog((object) => ({ ...object, '@type': ['NewsArticle', 'LiveBlogPosting'] })) },
  {
    what: 'its type as an address',
    apply: blog((object) => ({ ...object, '@type': 'https://schema.org/LiveBlogPosting' })),
  },
  {
    what: 'its keys in another order',
    apply: declared((json) =>
      compact(mapObjects(json, (object) => Object.fromEntries(Object.entries(object).toReversed()))),
    ),
  },
  {
    what: 'its keys by letter',
    apply: declared((json) =>
      compact(
        mapObjects(json, (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))),
      ),
    ),
  },
  {
    what: 'keys nobody knows',
    apply: declared((json) =>
      compact(
        mapObjects(json, (object) => ({
          'x-build': 7,
          ...object,
          isAccessibleForFree: 'True',
          extras: { list: [1, 2], none: null },
        })),
      ),
    ),
  },
  {
    what: 'empty fields',
    apply: updates((update) => ({
      image: null,
      video: [],
      keywords: '',
      mainEntity: null,
      sharedContent: null,
      ...update,
    })),
  },
  { what: 'updates of another type', apply: updates((update) => ({ ...update, '@type': 'NewsArticle' })) },
  { what: 'updates of no type', apply: updates(({ '@type': _, ...update }) => update) },
  { what: 'updates of two types', apply: updates((update) => ({ ...update, '@type': ['BlogPosting', 'Article'] })) },
  {
    what: 'its updates the other way round',
    apply: updates((_update, place, all) => (place === 0 ? all.toReversed() : [])),
  },
  {
    what: 'its first update listed twice',
    apply: updates((update, place, all) => (place === all.length - 1 ? [update, all[0]] : update)),
  },
  {
    what: 'an advert among its updates',
    apply: updates((update, place) =>
      place === 1 ? [{ '@type': 'WPAdBlock', name: 'Advertisement' }, update] : update,
    ),
  },
  { what: 'its declaration twice', apply: declared((json) => `${script(compact(json))}${script(compact(json))}`) },
  {
    what: 'a declaration without updates before it',
    apply: declared(
      (json) => `${script(compact(mapBlog(json, ({ liveBlogUpdate: _, ...rest }) => rest)))}${script(compact(json))}`,
    ),
  },
  {
    what: 'its updates under another name',
    apply: blog(({ liveBlogUpdate, ...rest }) => ({ ...rest, blogPost: liveBlogUpdate })),
  },
  {
    what: 'its updates in a list of items',
    apply: blog(({ liveBlogUpdate, ...rest }) => ({
      ...rest,
      liveBlogUpdate: {
        '@type': 'ItemList',
        itemListElement: listOf(liveBlogUpdate).map((item, place) => ({
          '@type': 'ListItem',
          position: place + 1,
          item,
        })),
      },
    })),
  },
];
