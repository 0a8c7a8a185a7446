import type { Document } from '../../../src/ports/source.ts';
import type { DomElement } from '../../../src/sources/body/dom.ts';
import { type Change, rewritten, withText } from './change.ts';
import { codeOf } from './declarations.ts';
import { compact, parsed } from './json-values.ts';

/** The state in a script that is plain JSON or an assignment of it; undefined for other scripts. */
function stateIn(element: DomElement): unknown {
  if (element.name !== 'script' || /ld\+json/u.test(element.attribs.type ?? '')) return undefined;
  const code = codeOf(element).trim();
  const written = /^(?:window|self)[.[][\w"'\].]+\s*=\s*(\{[\s\S]*\})\s*;?$/u.exec(code)?.[1] ?? code;
  if (written.length < 300 || !written.startsWith('{')) return undefined;
  return parsed(written);
}

const restated =
  (write: (json: unknown) => string) =>
  (document: Document): Document | undefined => {
    let found = 0;
    const { text } = rewritten({
      element: (written, element) => {
        const state = stateIn(element);
        if (state === undefined) return written;
        found += 1;
        return write(state);
      },
    })(document);
    return found === 1 ? withText(document, text) : undefined;
  };

const script = (text: string) => `<script>${text}</script>`;
const inSingle = (text: string) => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
const inAttribute = (json: unknown) =>
  JSON.stringify(json).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function pushed(json: unknown): string {
  const rows = `0:["$","main",null,{}]\n1a:["$","$L7",null,${JSON.stringify({ data: json })}]\n`;
  const cut = Math.floor(rows.length / 3);
  return [rows.slice(0, cut), rows.slice(cut, cut * 2), rows.slice(cut * 2)]
    .map((piece) => script(`self.__next_f.push([1,${JSON.stringify(piece).replaceAll('<', '\\u003c')}])`))
    .join('');
}

/** Every value by its place in one list. */
function flat(json: unknown): unknown[] {
  const list: unknown[] = [];
  const add = (value: unknown): number => {
    const place = list.push(null) - 1;
    if (Array.isArray(value)) list[place] = value.map(add);
    else if (typeof value === 'object' && value !== null)
      list[place] = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, add(inner)]));
    else list[place] = value;
    return place;
  };
  add({ data: json });
  return list;
}

/** How a framework leaves the state of a page for its scripts. */
export const STATE_CHANGES: readonly Change[] = [
  {
    what: 'its state as __NEXT_DATA__',
    apply: restated(
      (json) =>
        `<script id="__NEXT_DATA__" type="application/json">${compact({ props: { pageProps: json }, page: '/live' })}</script>`,
    ),
  },
  {
    what: 'its state as nameless JSON',
    apply: restated((json) => `<script type="application/json">${compact(json)}</script>`),
  },
  {
    what: 'its state as __INITIAL_STATE__',
    apply: restated((json) => script(`window.__INITIAL_STATE__ = ${compact(json)};`)),
  },
  { what: 'its state as an index', apply: restated((json) => script(`window["__APP_STATE__"]=${compact(json)}`)) },
  {
    what: 'its state between other code',
    apply: restated((json) =>
      script(
        `(function(){var a="{";window.dataLayer=window.dataLayer||[];})();window.__PRELOADED_STATE__=${compact(json)};window.__done=1;`,
      ),
    ),
  },
  { what: 'its state as a variable', apply: restated((json) => script(`const pageData = ${compact(json)};`)) },
  {
    what: 'its state with letters escaped',
    apply: restated((json) =>
      script(
        `window.__STATE__=${JSON.stringify(json).replace(/[<>/&]/gu, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)};`,
      ),
    ),
  },
  {
    what: 'its state as a text that is parsed',
    apply: restated((json) => script(`window.__INITIAL_STATE__ = JSON.parse(${compact(JSON.stringify(json))});`)),
  },
  {
    what: 'its state as a text in single quotes',
    apply: restated((json) =>
      script(`window.__INITIAL_STATE__ = JSON.parse('${inSingle(JSON.stringify(json)).replaceAll('</', '<\\/')}');`),
    ),
  },
  {
    what: 'its state as a text',
    apply: restated((json) => script(`window.__INITIAL_DATA__=${compact(JSON.stringify(json))};`)),
  },
  {
    what: 'its state as an encoded text',
    apply: restated((json) =>
      script(
        `window.__INITIAL_STATE__ = JSON.parse(decodeURIComponent("${encodeURIComponent(JSON.stringify(json))}"));`,
      ),
    ),
  },
  {
    what: 'its state in an attribute',
    apply: restated((json) => `<div id="app" data-page="${inAttribute({ component: 'Live', props: json })}"></div>`),
  },
  { what: 'its state in pushed pieces', apply: restated(pushed) },
  {
    what: 'its state flat',
    apply: restated(
      (json) =>
        `<script type="application/json" data-nuxt-data="nuxt-app" data-ssr="true" id="__NUXT_DATA__">${compact(flat(json))}</script>`,
    ),
  },
  {
    what: 'its state at the top',
    apply: (document) => {
      let state = '';
      const rest = restated((json) => {
        state = script(`window.__INITIAL_STATE__ = ${compact(json)};`);
        return '';
      })(document);
      return rest === undefined
        ? undefined
        : withText(
            document,
            rest.text.replace(/<head\b[^>]*>/iu, (head) => head + state),
          );
    },
  },
];
