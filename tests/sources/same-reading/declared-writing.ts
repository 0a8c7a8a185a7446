import type { Change } from './change.ts';
import { declared } from './declarations.ts';
import { compact, escapedJson } from './json-values.ts';

/** How the JSON-LD of a page is written. */
export const DECLARED_WRITING: readonly Change[] = [
  { what: 'its JSON-LD on one line', apply: declared(compact) },
  { what: 'its JSON-LD indented', apply: declared((json) => JSON.stringify(json, null, 4).replaceAll('</', '<\\/')) },
  { what: 'its JSON-LD on lines of its own', apply: declared((json) => `\n      ${compact(json)}\n    `) },
  { what: 'slashes escaped', apply: declared((json) => JSON.stringify(json).replaceAll('/', '\\/')) },
  {
    what: 'letters escaped',
    apply: declared(escapedJson),
  },
  {
    what: 'its script named in other ways',
    apply: declared(
      (json) =>
        `<script class="yoast" data-rh=true id='ld' type='application/ld+json; charset=utf-8' nonce="x1">${compact(json)}</script>`,
    ),
  },
  {
    what: 'its script in capitals',
    apply: declared((json) => `<SCRIPT TYPE="APPLICATION/LD+JSON">${compact(json)}</SCRIPT>`),
  },
  { what: 'its JSON-LD in CDATA', apply: declared((json) => `\n//<![CDATA[\n${compact(json)}\n//]]>\n`) },
  {
    what: 'its JSON-LD in a comment',
    apply: declared((json) => `<!--\n${compact(json).replaceAll('--', '-\\u002d')}\n-->`),
  },
  { what: 'a semicolon after its JSON-LD', apply: declared((json) => `${compact(json)};`) },
  {
    what: 'commas after the last',
    apply: declared((json) =>
      JSON.stringify(json, null, 1)
        .replaceAll('</', '<\\/')
        .replace(/([^[{,\s])\n(\s*[\]}])/gu, '$1,\n$2'),
    ),
  },
  {
    what: 'control characters in its texts',
    apply: declared((json) =>
      compact(json)
        .replace(/(?<!\\)((?:\\\\)*)\\n/gu, '$1\n')
        .replace(/(?<!\\)((?:\\\\)*)\\t/gu, '$1\t'),
    ),
  },
];
