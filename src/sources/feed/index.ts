import type { Source } from '../../ports/source.ts';
import { readFeed } from './read-feed.ts';
import { recogniseRoot } from './recognise.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1';

/** RSS in all its versions: 0.90 to 0.94, 1.0 (RDF) and 2.0; and CDF, from which it took its channels and items. */
export const rssSource: Source = {
  kind: 'rss',
  recognise: (document) => recogniseRoot(document, 'rss'),
  request: ({ url }) => ({ url, accept: ACCEPT }),
  read: readFeed,
};

/** Atom 1.0 (RFC 4287) and 0.3. */
export const atomSource: Source = {
  kind: 'atom',
  recognise: (document) => recogniseRoot(document, 'atom'),
  request: ({ url }) => ({ url, accept: ACCEPT }),
  read: readFeed,
};
