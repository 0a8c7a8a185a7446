import { type Change, rewritten } from './change.ts';

/** What a page says of itself in its head and in attributes, where other facts remain. */
export const HEAD_CHANGES: readonly Change[] = [
  {
    what: 'no microdata',
    except: { 'declared in microdata': 'it shows no times, and declares them in microdata alone' },
    apply: rewritten({
      attributes: (attributes) => attributes.filter(([name]) => !/^item(?:prop|scope|type|id|ref)$/u.test(name)),
    }),
  },
  {
    what: 'no canonical address',
    apply: rewritten({
      element: (written, { name, attribs }) =>
        (name === 'link' && attribs.rel === 'canonical') || (name === 'meta' && attribs.property === 'og:url')
          ? ''
          : written,
    }),
    costs: ['url'],
  },
  {
    what: 'no language named',
    apply: rewritten({
      attributes: (attributes, { name }) =>
        name === 'html' ? attributes.filter(([key]) => !/lang/u.test(key)) : attributes,
      element: (written, { name, attribs }) => (name === 'meta' && attribs.property === 'og:locale' ? '' : written),
    }),
  },
  {
    what: 'no Open Graph',
    apply: rewritten({
      element: (written, { name, attribs }) => (name === 'meta' && attribs.property !== undefined ? '' : written),
    }),
    costs: ['title', 'url'],
  },
  {
    what: 'no scripts but data',
    apply: rewritten({
      element: (written, { name, attribs }) =>
        name === 'script' && attribs.type === undefined && attribs.src !== undefined ? '' : written,
    }),
  },
];
