import type { Document } from '../../../src/ports/source.ts';
import { childrenOf, type DomElement, isElement, textOf } from '../../../src/sources/body/dom.ts';
import { oneLine } from '../../../src/sources/body/whitespace.ts';
import { onlyDay } from '../../../src/sources/html/said-days.ts';
import { type Change, nodesOf } from './change.ts';
import { entryElements } from './entry-elements.ts';
import { type ReadEntry, readingOf } from './readings.ts';
import { writeHtml } from './write-html.ts';

/** Writes the list of a page anew, from its entries as they are written. */
const relisted =
  (write: (entries: readonly string[], elements: readonly DomElement[]) => readonly string[] | undefined) =>
  (document: Document): Document | undefined => {
    const found = entryElements(document);
    // An entry held aside stands in a box that says so: it is none of the list.
    if (found === undefined || found.entries.some(({ aside }) => aside)) return undefined;
    const all = new Set(found.elements);
    const list = write(
      found.elements.map((element) => writeHtml([element])),
      found.elements,
    );
    if (list === undefined) return undefined;
    let place = 0;
    const text = writeHtml(nodesOf(document), {
      element: (written, element) => (all.has(element) ? (list[place++] ?? '') : written),
    });
    return { ...document, text };
  };

const between = (html: string) =>
  relisted((entries, [first]) =>
    isRow(first) ? undefined : entries.map((entry, place) => (place === 2 ? `${html}${entry}` : entry)),
  );

const ADVERT =
  '<div class="ad-slot" id="ad-mid-2" data-ad-unit="mid"><span>Advertisement</span><a href="https://ads.example/c?1"><img src="https://ads.example/rope.png" alt="Rope" width="300" height="250"></a></div>';
const POLL =
  '<div class="poll"><h4>Will the wall hold?</h4><form><label><input type="radio" name="p">Yes</label><label><input type="radio" name="p">No</label><button>Vote</button></form></div>';
const TEASER =
  '<aside class="teaser"><a href="/2031/03/01/tides.html"><h4>How tides work</h4><p>Sun, moon and the shape of the bay.</p></a></aside>';
const SIGN_UP =
  '<div class="newsletter"><p>Our letter: every morning at 06:30.</p><form><input type="email"><button>Sign up</button></form></div>';

/** The newest of the entries, at least three; undefined where nothing is left to cut. */
const newest = (entries: readonly ReadEntry[]) => {
  const keep = Math.ceil(entries.length / 2);
  return keep < 3 || entries.some(({ aside, flags }) => aside || flags.length > 0) ? undefined : entries.slice(-keep);
};

function cut(document: Document): Document | undefined {
  const found = entryElements(document);
  const reading = readingOf(document);
  const keep = reading.kind === 'html' ? newest(reading.entries) : undefined;
  if (found === undefined || keep === undefined) return undefined;
  const ids = new Set(keep.map(({ id }) => id));
  return relisted((entries, [first]) =>
    isTerm(first) ? undefined : entries.map((entry, place) => (ids.has(found.entries[place]?.id ?? '') ? entry : '')),
  )(document);
}

/** An element that is a part of an entry only. */
const isTerm = (element: DomElement | undefined) => /^(?:dt|dd|h\d|p|time)$/u.test(element?.name ?? '');
const isRow = (element: DomElement | undefined) =>
  element === undefined || /^(?:li|tr|dt|dd|h\d|p|time)$/u.test(element.name);
const boxed = (open: string, close: string) =>
  relisted((entries, [first]) => (isRow(first) ? undefined : entries.map((entry) => `${open}${entry}${close}`)));

/** Lines between entries that say the day of those below: they hold in one order only. */
function hasDayLines(document: Document): boolean {
  const found = entryElements(document);
  if (found === undefined) return false;
  const own = new Set(found.elements);
  const lines = childrenOf(found.box).filter((node): node is DomElement => isElement(node) && !own.has(node));
  return lines.some(
    (line) =>
      onlyDay(oneLine(textOf([line])), {
        timezone: 'UTC',
        fetchedAt: document.fetchedAt,
        until: document.fetchedAt,
      }) !== undefined,
  );
}

/** Where and in which company the entries of a page stand. */
export const LIST_CHANGES: readonly Change[] = [
  {
    what: 'its entries the other way round',
    except: {
      'an older page of the BBC': 'these pages list the newest first, and show clock times only',
      'a page of Sourcefabric': 'the order of the page is the order of the desk',
    },
    apply: (document) =>
      hasDayLines(document)
        ? undefined
        : relisted((entries, [first]) => (isTerm(first) ? undefined : entries.toReversed()))(document),
  },
  { what: 'an advert between its entries', apply: between(ADVERT) },
  { what: 'a poll between its entries', apply: between(POLL) },
  { what: 'a teaser between its entries', apply: between(TEASER) },
  { what: 'a box to sign up between its entries', apply: between(SIGN_UP) },
  {
    what: 'a rule between its entries',
    apply: relisted((entries, [first]) =>
      isRow(first) ? undefined : [entries.join('<hr>'), ...entries.slice(1).map(() => '')],
    ),
  },
  { what: 'each entry in a box', apply: boxed('<div class="lb-row">', '</div>') },
  { what: 'each entry in a nameless box', apply: boxed('<div>', '</div>') },
  {
    what: 'each entry in a box with a dot beside it',
    apply: boxed('<div class="lb-row"><span class="lb-dot"></span>', '</div>'),
  },
  {
    what: 'a box around every two entries',
    except: { 'cards of key moments that look like the entries': 'the cards are written like boxes of entries' },
    apply: relisted((entries, [first]) =>
      isRow(first) || entries.length < 6
        ? undefined
        : entries.map(
            (entry, place) =>
              `${place % 2 === 0 ? '<div class="chunk">' : ''}${entry}${place % 2 === 1 || place === entries.length - 1 ? '</div>' : ''}`,
          ),
    ),
  },
  {
    what: 'its oldest half cut',
    apply: cut,
    expected: (reading) => ({ ...reading, entries: newest(reading.entries) ?? [] }),
    except: { 'cards of key moments that look like the entries': 'the cards go on telling of what was cut' },
  },
];
