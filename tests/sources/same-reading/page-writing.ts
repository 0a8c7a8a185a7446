import { type DomElement, type DomNode, isElement } from '../../../src/sources/body/dom.ts';
import { type Change, rewritten, withText } from './change.ts';

const BLOCK = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li link main meta nav ol p section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
const isKept = (node: DomNode): boolean => {
  for (let up = node.parent as DomNode | null; up !== null; up = up.parent as DomNode | null)
    if (isElement(up) && /^(?:pre|textarea|script|style|title)$/u.test(up.name)) return true;
  return false;
};
const isBlock = (node: DomNode | null) => node !== null && isElement(node) && BLOCK.has(node.name);
/** White space that no browser shows: at the edges of blocks. */
const isIdle = (node: DomNode) => {
  const { prev, next, parent } = node as { prev: DomNode | null; next: DomNode | null; parent: DomNode | null };
  return (isBlock(prev) || (prev === null && isBlock(parent))) && (isBlock(next) || (next === null && isBlock(parent)));
};

const shuffled = (attributes: [string, string][]) => attributes.toReversed();

export const without =
  (test: (name: string, element: DomElement) => boolean) => (attributes: [string, string][], element: DomElement) =>
    attributes.filter(([name]) => !test(name, element));

/** How a page is written, which says nothing. */
export const PAGE_WRITING: readonly Change[] = [
  { what: 'every tag written anew', apply: rewritten({}) },
  { what: 'single quotes', apply: rewritten({ quote: "'" }) },
  { what: 'attributes without quotes', apply: rewritten({ quote: '' }) },
  { what: 'tags and attributes in capitals', apply: rewritten({ upperCase: true }) },
  { what: 'attributes in another order', apply: rewritten({ attributes: shuffled }) },
  {
    what: 'spaces around the equals signs',
    apply: (document) =>
      withText(
        rewritten({})(document),
        rewritten({})(document).text.replace(/<[a-z][^<>]*>/giu, (tag) =>
          /<script/iu.test(tag) ? tag : tag.replace(/(\s[\w-]+)=(?=")/gu, '$1 = '),
        ),
      ),
  },
  {
    what: 'attributes on lines of their own',
    apply: rewritten({
      element: (written, { name, attribs }) =>
        Object.keys(attribs).length === 0
          ? written
          : written.replace(new RegExp(`^<${name}[^>]*>`, 'u'), (tag) =>
              tag.replace(/\s([\w:@-]+)=(?=")/gu, '\n    $1='),
            ),
    }),
  },
  {
    what: 'no white space between blocks',
    apply: rewritten({
      text: (text, node) =>
        isKept(node) ? text : text.trim() === '' && isIdle(node) ? '' : text.replace(/[ \t\r\n]+/gu, ' '),
    }),
  },
  {
    what: 'blocks on lines of their own',
    apply: rewritten({
      element: (written, element) =>
        isBlock(element) && !isKept(element) && element.name !== 'html'
          ? `\n      ${written.replace(/^(<[^>]*>)/u, element.name === 'title' ? '$1' : '$1')}\n    `
          : written,
    }),
  },
  {
    what: 'words over several lines',
    apply: rewritten({ text: (text, node) => (isKept(node) ? text : text.replace(/ /gu, '\n          ')) }),
  },
  {
    what: 'line ends of another system',
    apply: (document) => withText(document, document.text.replace(/\r?\n/gu, '\r\n')),
  },
  {
    what: 'comments between elements',
    apply: rewritten({
      element: (written, element) =>
        isBlock(element) && !isKept(element) ? `<!-- ${element.name} -->${written}<!-- /${element.name} -->` : written,
    }),
  },
  {
    what: "a framework's comments in its words",
    apply: rewritten({ text: (text, node) => (isKept(node) || text.trim() === '' ? text : `<!-- -->${text}<!-- -->`) }),
  },
  {
    what: 'characters as numbers',
    apply: rewritten({
      text: (text, node) =>
        isKept(node) ? text : text.replace(/[^\x20-\x7e\s&;]/gu, (char) => `&#${char.codePointAt(0)};`),
    }),
  },
  {
    what: 'attributes of a framework',
    apply: rewritten({
      attributes: (attributes, element) =>
        element.name === 'html'
          ? attributes
          : [['data-v-7ba5bd90', ''], ...attributes, ['data-reactid', `r${Object.keys(element.attribs).length}`]],
    }),
  },
  {
    what: 'inline styles and scripts for tools',
    apply: rewritten({
      attributes: (attributes, { name }) =>
        /^(?:div|p|article|li|section|h\d|span|time)$/u.test(name) && !attributes.some(([key]) => key === 'style')
          ? [['style', 'color:#121212;margin:0 0 12px'], ...attributes]
          : attributes,
    }),
  },
  { what: 'no doctype', apply: (document) => withText(document, document.text.replace(/^\s*<!doctype[^>]*>/iu, '')) },
  { what: 'a mark of byte order', apply: (document) => ({ ...document, text: `\uFEFF${document.text}` }) },
  {
    what: 'lines above the doctype',
    apply: (document) => ({ ...document, text: `\n\n<!-- served by web-07 -->\n${document.text}` }),
  },
  {
    what: 'a declaration of XML',
    apply: (document) => ({ ...document, text: `<?xml version="1.0" encoding="utf-8"?>\n${document.text}` }),
  },
  { what: 'its media type named', apply: (document) => ({ ...document, contentType: 'text/html' }) },
  { what: 'the type of XHTML', apply: (document) => ({ ...document, contentType: 'application/xhtml+xml' }) },
  {
    what: 'another charset declared',
    apply: (document) =>
      withText(
        document,
        document.text.replace(
          /<meta[^>]{0,60}charset[^>]*>/iu,
          '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
        ),
      ),
  },
  {
    what: 'ids of its elements lost',
    apply: rewritten({ attributes: without((name) => name === 'id') }),
    costs: ['id', 'url'],
    except: {
      'a state that the server draws a part of': 'ids tell that what is drawn and what is held are one list',
      'publisher pinnedBox': 'the box of the pinned entry is known by its id',
      'pages/corkbeo-2020-10-05-level3-live.html': 'what the page says of an entry is found by its id',
      'pages/express-2024-07-18-harry-meghan-live.html': 'what the page says of an entry is found by its id',
      'a page of the Guardian': 'its reader knows blocks by their ids',
      'pages/guardian-app-2014-02-24-guide-daily-live.html': 'its reader knows blocks by their ids',
      'guardian/capi-clockwatch-2023-12-16.fields-body.html': 'its reader knows blocks by their ids',
      'a page of the BBC without its data': 'its reader knows posts by their ids',
      'an older page of the BBC': 'its reader knows posts by their ids',
      'a page of the plugin for WordPress': 'its reader knows entries by their ids',
      'a page that the plugin for WordPress drew on the server': 'its reader knows entries by their ids',
    },
  },
];
