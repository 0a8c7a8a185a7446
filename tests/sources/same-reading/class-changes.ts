import { hash } from '../../../src/core/hash.ts';
import { type Change, rewritten } from './change.ts';
import { without } from './page-writing.ts';

/** Classes of networks whose posts are embedded, which no publisher can rename; and of the writer's own kind. */
const FOREIGN =
  /^(?:twitter-|instagram-|fb-|tiktok-|bluesky-|telegram|reddit-|youtube|wp-block-embed|h-entry$|e-content$|p-|dt-|u-)/u;
const hashed = (names: string) =>
  names
    .split(/\s+/u)
    .filter((name) => name !== '')
    .map((name) => (FOREIGN.test(name) ? name : `css-${hash(name).slice(0, 7)}`))
    .join(' ');

const renamed = rewritten({
  attributes: (attributes) => attributes.map(([name, value]) => [name, name === 'class' ? hashed(value) : value]),
});
const nameless = rewritten({ attributes: without((name) => name === 'class') });

const except = {
  'a page of the plugin for WordPress': 'who wrote an entry stands in a box that only its name tells',
  'a page that the plugin for WordPress drew on the server': 'its reader knows the text by what it is called',
  'an older page of the BBC': 'its reader knows posts by what they are called',
  'a page of Sourcefabric': 'its reader knows posts by what they are called',
  'pages/express-2024-07-18-harry-meghan-live.html': 'who made a picture stands in a box that only its name tells',
};

/** Classes are renamed with every build: on pages that have other facts they tell nothing that is needed. */
export const CLASS_CHANGES: readonly Change[] = [
  { what: 'classes under other names', apply: renamed, except },
  { what: 'no classes', apply: nameless, except },
];

/** What is told by classes alone on pages that write it in nothing else: who, what marks, where the text begins. */
const TOLD = [
  'id',
  'title',
  'text',
  'authors',
  'updated',
  'url',
  'flags',
  'media',
  'aside',
  'keyPoints',
  'live',
] as const;

/** Where a page tells its entries by classes alone, their number and times remain. */
export const LOST_CLASSES: readonly Change[] = [
  {
    what: 'its entries counted and dated under other names',
    apply: renamed,
    costs: TOLD,
    named: true,
    except: {
      'a page of Sourcefabric': except['a page of Sourcefabric'],
      'an older page of the BBC': except['an older page of the BBC'],
    },
  },
];
