import { describe, expect, it } from 'vitest';
import { ADDRESSES } from './constructs/addresses.ts';
import { DATES } from './constructs/dates.ts';
import { DOCUMENTS } from './constructs/documents.ts';
import { ESCAPES } from './constructs/escapes.ts';
import { HOSTILE } from './constructs/hostile.ts';
import { PEOPLE } from './constructs/people.ts';
import { documentOf, type Library, type Row, type Seen, said } from './constructs/row.ts';
import { TEXTS } from './constructs/texts.ts';
import { TIMES } from './constructs/times.ts';
import { TITLES } from './constructs/titles.ts';
import { seenIn } from './inspected.ts';

const LIBRARIES: readonly Library[] = ['gofeed', 'feedparser'];
const ROWS: readonly (readonly [string, readonly Row[]])[] = [
  ['titles', TITLES],
  ['addresses', ADDRESSES],
  ['times', TIMES],
  ['people', PEOPLE],
  ['texts', TEXTS],
  ['hostile texts', HOSTILE],
  ['dates', DATES],
  ['escapes', ESCAPES],
];

type Case = {
  readonly name: string;
  readonly document: string;
  readonly says: (library: Library) => Seen;
  readonly ours: Seen;
};
const wholes: readonly Case[] = DOCUMENTS.map(({ construct, document, seen, only }) => ({
  name: construct,
  document,
  ours: seen,
  says: (library) => (only === undefined || only === library ? seen : {}),
}));
const casesOf = (rows: readonly Row[]): Case[] =>
  rows.flatMap((row) =>
    row.formats.map((format) => ({
      name: `${row.construct} in ${format}`,
      document: documentOf(row, format),
      ours: { ...row.seen, ...row.ours },
      says: (library) => said(row, library),
    })),
  );
const cases = [...ROWS.map(([about, rows]) => [about, casesOf(rows)] as const), ['whole documents', wholes] as const];

describe.each(cases)('the constructs of feeds: %s', (_, rows) => {
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_name, { document, ours }) => {
    expect(seenIn(document)).toMatchObject(ours);
  });
});

describe('what other readers document', () => {
  const seenOrNothing = (document: string): Partial<Required<Seen>> => {
    try {
      return seenIn(document);
    } catch {
      return {};
    }
  };
  const all = cases.flatMap(([, rows]) => rows).map((row) => ({ row, seen: seenOrNothing(row.document) }));

  it.each(LIBRARIES)('of %s is what we read, in 95 of 100 cells', (library) => {
    const cells = all.flatMap(({ row, seen }) =>
      Object.entries(row.says(library)).map(([field, value]) => {
        const found = seen[field as keyof Seen];
        return { where: `${row.name}: ${field}`, same: JSON.stringify(found) === JSON.stringify(value) };
      }),
    );
    const other = cells.filter(({ same }) => !same).map(({ where }) => where);
    const share = 1 - other.length / cells.length;
    process.stdout.write(
      `  ${library}: ${cells.length - other.length} of ${cells.length} cells (${(share * 100).toFixed(1)} %)\n`,
    );

    expect(share, other.join('\n')).toBeGreaterThan(0.95);
  });
});
