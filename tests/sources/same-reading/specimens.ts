import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Document } from '../../../src/ports/source.ts';
import { SOURCE_SAMPLES } from '../../contracts/source-samples.ts';
import { ASIA_PACIFIC } from '../html/pages/asia-pacific.ts';
import { BRITISH_AMERICAN } from '../html/pages/british-american.ts';
import { GERMAN } from '../html/pages/german.ts';
import { NORTHERN } from '../html/pages/northern.ts';
import { PLAIN } from '../html/pages/plain.ts';
import { ROMANCE } from '../html/pages/romance.ts';
import { STATES } from '../html/pages/states.ts';
import { SYSTEMS } from '../html/pages/systems.ts';
import * as publisherPages from '../html/publisher-pages.ts';
import { OWN_PAGES } from './own-pages.ts';

export type Specimen = { readonly name: string; readonly document: Document; readonly captured: boolean };

const CAPTURES = resolve(import.meta.dirname, '../../../../shared/fixtures');
/** Without them, what is tried is tried on our own documents. */
export const haveCaptures = existsSync(CAPTURES);
if (!haveCaptures) process.stderr.write(`skipped: the captures of ${CAPTURES} are not here; our own pages are read\n`);

const NOON = Date.parse('2031-03-03T12:00:00Z');
const own = (name: string, url: string, text: string): Specimen => ({
  name,
  captured: false,
  document: { url, text, contentType: '', fetchedAt: NOON },
});

const samples = [
  ...ASIA_PACIFIC,
  ...BRITISH_AMERICAN,
  ...GERMAN,
  ...NORTHERN,
  ...PLAIN,
  ...ROMANCE,
  ...STATES,
  ...SYSTEMS,
].map(({ manner, url, html }) => own(manner, url, html));

const publishers = Object.entries(publisherPages)
  .filter((page): page is [string, string] => typeof page[1] === 'string')
  .map(([name, html]) => own(`publisher ${name}`, 'https://news.example.de/live', html));

const kinds = Object.entries(SOURCE_SAMPLES)
  .filter(([kind]) => !['rss', 'atom', 'json-feed'].includes(kind))
  .map(([kind, document]): Specimen => ({ name: `${kind} sample`, captured: false, document }));

function captured(folder: string): Specimen[] {
  if (!haveCaptures) return [];
  return readdirSync(resolve(CAPTURES, folder))
    .filter((file) => /\.(?:html|json|txt)$/u.test(file) && !/expected|\.blocks\.|apply-updates/u.test(file))
    .map((file) => ({
      name: `${folder}/${file}`,
      captured: true,
      document: {
        url: `/tmp/${file}`,
        text: readFileSync(resolve(CAPTURES, folder, file), 'utf8'),
        contentType: '',
        fetchedAt: Date.parse('2026-07-01T12:00:00Z'),
      },
    }));
}

const all: readonly Specimen[] = [
  ...kinds,
  ...OWN_PAGES.map(({ name, url, html }) => own(name, url, html)),
  ...samples,
  ...publishers,
  ...['pages', 'pages/edge', 'guardian', 'bbc', 'wordpress', 'sourcefabric', 'transcript'].flatMap(captured),
];

const isPage = ({ document }: Specimen) => /^\s*</u.test(document.text);
const isJson = ({ document }: Specimen) => /^\s*[[{]/u.test(document.text);

export const PAGES: readonly Specimen[] = all.filter(isPage);
export const ANSWERS: readonly Specimen[] = all.filter(isJson);
export const TRANSCRIPTS: readonly Specimen[] = all.filter((each) => !isPage(each) && !isJson(each));

const toldOtherwise = new Set([...PLAIN.map(({ manner }) => manner), ...OWN_PAGES.map(({ name }) => name)]);
/** Pages that tell by elements, ids and data what others tell by the names of classes. */
export const NAMED_OTHERWISE: readonly Specimen[] = PAGES.filter(
  ({ name, captured }) => captured || toldOtherwise.has(name),
);
