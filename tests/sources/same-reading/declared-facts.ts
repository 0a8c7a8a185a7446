import type { Change } from './change.ts';
import { blog, declared, updates } from './declarations.ts';
import { compact, isObject, mapObjects } from './json-values.ts';

const mapStrings = (json: unknown, change: (text: string, key: string) => string): unknown =>
  mapObjects(json, (object) =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [key, typeof value === 'string' ? change(value, key) : value]),
    ),
  );

const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(\.\d+)?(Z|[+-]\d\d:?\d\d)$/u;
const dates = (write: (at: Date, text: string) => string) =>
  declared((json) =>
    compact(
      mapStrings(json, (text, key) =>
        /^(?:date|coverage)/u.test(key) && ISO.test(text) ? write(new Date(text), text) : text,
      ),
    ),
  );
const inZone =
  (minutes: number, colon = ':') =>
  (at: Date) => {
    const sign = minutes < 0 ? '-' : '+';
    const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
      String(part).padStart(2, '0'),
    );
    return `${new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, at.getMilliseconds() === 0 ? 19 : 23)}${sign}${hour}${colon}${minute}`;
  };

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const named = (author: unknown) => (isObject(author) ? author.name : author);

/** How the facts of an update are declared. */
export const DECLARED_FACTS: readonly Change[] = [
  { what: 'dates in universal time', apply: dates((at) => at.toISOString().replace('.000Z', 'Z')) },
  { what: 'dates with milliseconds', apply: dates((at) => at.toISOString()) },
  { what: 'dates in the zone of India', apply: dates(inZone(330)) },
  { what: 'dates in the zone of New York, without a colon', apply: dates(inZone(-300, '')) },
  { what: 'dates with a space', apply: dates((at) => inZone(60)(at).replace('T', ' ')) },
  {
    what: 'dates in objects',
    apply: declared((json) =>
      compact(
        mapObjects(json, (object) =>
          Object.fromEntries(
            Object.entries(object).map(([key, value]) => [
              key,
              /^date/u.test(key) && typeof value === 'string' ? { '@type': 'DateTime', '@value': value } : value,
            ]),
          ),
        ),
      ),
    ),
  },
  {
    what: 'authors in lists',
    apply: updates((update) =>
      update.author === undefined
        ? update
        : { ...update, author: [update.author].flat().map((each) => ({ '@type': 'Person', name: named(each) })) },
    ),
  },
  {
    what: 'authors as names',
    apply: updates((update) =>
      update.author === undefined ? update : { ...update, author: [update.author].flat().map(named) },
    ),
  },
  {
    what: 'pictures as objects',
    apply: updates((update) =>
      typeof update.image === 'string' ? { ...update, image: { '@type': 'ImageObject', url: update.image } } : update,
    ),
  },
  {
    what: 'pictures in lists',
    apply: updates((update) => (update.image === undefined ? update : { ...update, image: [update.image].flat() })),
  },
  {
    what: 'addresses as ids',
    apply: updates(({ url, ...update }) =>
      typeof url === 'string' && update['@id'] === undefined
        ? { ...update, '@id': url }
        : { ...update, ...(url === undefined ? {} : { url }) },
    ),
  },
  {
    what: 'addresses as main entities',
    apply: updates((update) =>
      typeof update.url === 'string'
        ? { ...update, mainEntityOfPage: { '@type': 'WebPage', '@id': update.url } }
        : update,
    ),
  },
  {
    what: 'its texts escaped',
    apply: updates((update) =>
      typeof update.articleBody === 'string' ? { ...update, articleBody: escapeHtml(update.articleBody) } : update,
    ),
  },
  {
    what: 'its texts as HTML',
    apply: updates((update) =>
      typeof update.articleBody === 'string' && update.articleBody !== '' && !/<[a-z]/iu.test(update.articleBody)
        ? {
            ...update,
            articleBody: update.articleBody
              .split(/\n{2,}/u)
              .map((text) => `<p>${text.replace(/&(?![#\w]+;)/gu, '&amp;').replaceAll('\n', '<br>')}</p>`)
              .join(''),
          }
        : update,
    ),
  },
  {
    what: 'its texts under another name',
    apply: updates(({ articleBody, ...update }) =>
      articleBody === undefined ? update : { ...update, text: articleBody },
    ),
  },
  { what: 'its publisher unnamed', apply: blog(({ publisher: _, ...rest }) => rest) },
  {
    what: 'a publisher to each update',
    apply: updates((update) => ({
      ...update,
      publisher: {
        '@type': 'Organization',
        name: 'Saltmere Post',
        logo: { '@type': 'ImageObject', url: 'https://saltmere.example/logo.png' },
      },
    })),
  },
];
