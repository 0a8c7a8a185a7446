import type { Document } from '../../../src/ports/source.ts';
import { type Change, withText } from './change.ts';
import { escapedJson, isObject, type Json, mapObjects, parsed } from './json-values.ts';
import { readingOf } from './readings.ts';

const answered = (write: (json: unknown, document: Document) => string | undefined) => (document: Document) => {
  const json = parsed(document.text);
  const text = json === undefined ? undefined : write(json, document);
  return text === undefined ? undefined : withText(document, text);
};
const objects = (change: (object: Json) => unknown) => answered((json) => JSON.stringify(mapObjects(json, change)));
const fields = (change: (key: string, value: unknown) => [string, unknown][]) =>
  objects((object) => Object.fromEntries(Object.entries(object).flatMap(([key, value]) => change(key, value))));
const kindIs = (document: Document, ...kinds: string[]) => {
  try {
    return kinds.includes(readingOf(document).kind);
  } catch {
    return false;
  }
};
const page = (script: string) =>
  `<!doctype html><html><head><title>Live</title></head><body><main><p>Loading</p></main>${script}</body></html>`;

/** How an answer of an interface is written. */
export const ANSWER_CHANGES: readonly Change[] = [
  { what: 'its answer indented', apply: answered((json) => JSON.stringify(json, null, 2)) },
  { what: 'its answer on one line', apply: answered((json) => JSON.stringify(json)) },
  { what: 'a mark of byte order and a line before it', apply: answered((json) => `\uFEFF\n${JSON.stringify(json)}\n`) },
  {
    what: 'letters of its answer escaped',
    apply: answered((json) => escapedJson(json)),
  },
  {
    what: 'its keys in another order',
    apply: objects((object) => Object.fromEntries(Object.entries(object).toReversed())),
  },
  {
    what: 'its keys by letter',
    apply: objects((object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))),
  },
  {
    what: 'keys nobody knows',
    apply: objects((object) => ({
      'x-trace': 'a1',
      ...object,
      _extras: { list: [1, { id: 'z' }], none: null, text: 'Nothing' },
    })),
  },
  { what: 'nothing said of what is null', apply: fields((key, value) => (value === null ? [] : [[key, value]])) },
  {
    what: 'null for empty lists',
    apply: fields((key, value) => (Array.isArray(value) && value.length === 0 ? [[key, null]] : [[key, value]])),
  },
  {
    what: 'nothing said of empty lists',
    apply: fields((key, value) => (Array.isArray(value) && value.length === 0 ? [] : [[key, value]])),
  },
  { what: 'nothing said of empty texts', apply: fields((key, value) => (value === '' ? [] : [[key, value]])) },
  { what: 'null for empty texts', apply: fields((key, value) => [[key, value === '' ? null : value]]) },
  {
    what: 'nothing said of what does not hold',
    apply: fields((key, value) => (value === false && !/live|status/iu.test(key) ? [] : [[key, value]])),
  },
  {
    what: 'numbers as texts',
    apply: fields((key, value) => [[key, typeof value === 'number' ? String(value) : value]]),
    costs: ['coverage'],
  },
  {
    what: 'ids as numbers',
    apply: fields((key, value) => [
      [key, key === 'id' && typeof value === 'string' && /^\d{1,15}$/u.test(value) ? Number(value) : value],
    ]),
  },
  { what: 'its type named', apply: (document) => ({ ...document, contentType: 'application/json' }) },
  { what: 'the type of a text', apply: (document) => ({ ...document, contentType: 'text/plain' }) },
  {
    what: 'its posts the other way round',
    apply: (document) =>
      kindIs(document, 'bbc', 'guardian')
        ? objects((object) =>
            Object.fromEntries(
              Object.entries(object).map(([key, value]) => [
                key,
                Array.isArray(value) &&
                ['results', 'body'].includes(key) &&
                value.every((each) => isObject(each) && ('id' in each || 'urn' in each))
                  ? value.toReversed()
                  : value,
              ]),
            ),
          )(document)
        : undefined,
  },
  {
    what: 'its first post listed twice',
    apply: (document) =>
      objects((object) =>
        Object.fromEntries(
          Object.entries(object).map(([key, value]) => [
            key,
            Array.isArray(value) &&
            value.length > 1 &&
            /^(?:results|blocks|_items)$/u.test(key) &&
            isObject(value[0]) &&
            ('id' in value[0] || 'urn' in value[0] || '_id' in value[0])
              ? [...value, value[0]]
              : value,
          ]),
        ),
      )(document),
  },
  {
    what: 'its data unwrapped',
    apply: (document) =>
      answered((json) =>
        isObject(json) && isObject(json.data) && Object.keys(json).length === 1 ? JSON.stringify(json.data) : undefined,
      )(document),
  },
  {
    what: 'its data wrapped',
    apply: (document) =>
      kindIs(document, 'bbc') ? answered((json) => JSON.stringify({ status: 200, data: json }))(document) : undefined,
  },
  {
    what: 'its data in a page, as a text',
    apply: (document) =>
      document.text.includes('liveTextStream')
        ? answered((json) =>
            page(
              `<script nonce="">window.__INITIAL_DATA__=${JSON.stringify(JSON.stringify(json)).replaceAll('</', '<\\/')};</script>`,
            ),
          )(document)
        : undefined,
    costs: ['title'],
  },
  {
    what: 'its data in a page, for Next.js',
    apply: (document) =>
      document.text.includes('liveTextStream')
        ? answered((json) =>
            page(
              `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { pageData: json } } }).replaceAll('</', '<\\/')}</script>`,
            ),
          )(document)
        : undefined,
    costs: ['title'],
  },
  {
    what: 'its data in a page, single quotes and spaces',
    apply: (document) =>
      document.text.includes('liveTextStream')
        ? answered((json) =>
            page(
              `<script type='application/json' id='state'> ${JSON.stringify({ cache: { a: { data: json } } }, null, 1).replaceAll('</', '<\\/')} </script>`,
            ),
          )(document)
        : undefined,
    costs: ['title'],
  },
];
