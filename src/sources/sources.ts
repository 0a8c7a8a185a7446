import type { SourceKind } from '../core/entry.ts';
import type { Source } from '../ports/source.ts';
import { bbc } from './bbc/index.ts';
import { atomSource, rssSource } from './feed/index.ts';
import { guardian } from './guardian/index.ts';
import { html } from './html/html.ts';
import { jsonFeedSource } from './json-feed/index.ts';
import { schemaOrg } from './schema-org/schema-org.ts';
import { sourcefabric } from './sourcefabric/index.ts';
import { transcript } from './transcript/transcript.ts';
import { wordpress } from './wordpress/index.ts';

/**
 * Every kind of live blog we read, one line each. Where two are equally sure of a document the first wins: publishers'
 * own formats know more than what their pages declare, and what pages declare more than how they look. Feeds come before
 * all: their root element or version tells at once, whatever the pages are that they quote. Then those whose marks stand
 * near the beginning; each search to the end of a document costs a part of what parsing it does.
 */
export const SOURCES: readonly Source[] = [
  rssSource,
  atomSource,
  jsonFeedSource,
  bbc,
  guardian,
  wordpress,
  sourcefabric,
  schemaOrg,
  html,
  transcript,
];

/** What may be asked for by name. */
export const SOURCE_KINDS: readonly SourceKind[] = SOURCES.map(({ kind }) => kind);
