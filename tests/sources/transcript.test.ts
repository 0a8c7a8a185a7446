import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/entry.ts';
import { identify } from '../../src/core/identity.ts';
import type { ReadContext } from '../../src/ports/source.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { recogniseDocument } from '../../src/sources/read.ts';

function read(text: string, context: Partial<ReadContext> = {}): Snapshot {
  const document = { url: 'copy.txt', text, contentType: '', fetchedAt: Date.parse('2026-07-01T12:00:00Z') };
  const result = recogniseDocument(document).read(document, { body: createBodyMemo(), ...context });
  if ('elsewhere' in result) throw new Error('a copy is read where it is');
  return result;
}

const TOP = `banner

Mar 09, 2031

A storm of the century closes in on Saltmere, the harbour office said today.

Outer basin closed until further notice

Ferry to the island cancelled for the night
`;

const today = (dates: string): string => `${TOP}
${dates}03:10 , Ana Voss

The harbour office has closed the outer basin, it said.

${dates}08:15 , Ben Okoro

Waves broke over the pier.

Carla Dunn reports:

What the tide of 1953 did to Saltmere and its harbour

${dates}01:05 , Ana Voss

- Ferry cancelled

- Trains run

Sunday 2 March 2031 22:18 , Ben Okoro

Sunday 2 March 2031 21:00 , Ben Okoro

The lifeboat is out.

Read the full story:

Volunteers wait for the storm of the century

Read the full story: Ana Voss reports: Ben Okoro reports: Read the full story:
SHARE`;

const london = { timezone: 'Europe/London' };
const ids = (snapshot: Snapshot): string[] => identify(snapshot.entries, snapshot.url).entries.map(({ id }) => id);

describe('a copied page', () => {
  it('gives clock times the day after the dated entries, whatever the date on top', () => {
    expect(read(today(''), london).entries.map((entry) => new Date(entry.publishedAt ?? 0).toISOString())).toEqual([
      '2031-03-02T21:00:00.000Z',
      '2031-03-02T22:18:00.000Z',
      '2031-03-03T01:05:00.000Z',
      '2031-03-03T03:10:00.000Z',
      '2031-03-03T08:15:00.000Z',
    ]);
  });

  it('has the same ids tomorrow, when the page writes the day beside the times', () => {
    expect(ids(read(today('Monday 3 March 2031 '), london))).toEqual(ids(read(today(''), london)));
  });

  it('knows the pinned entry by its place', () => {
    const pinned = read(today(''), london).entries.filter((entry) => entry.flags.includes('pinned'));

    expect(pinned.map((entry) => entry.body.text)).toEqual(['The harbour office has closed the outer basin, it said.']);
  });

  it('keeps entries that had only a picture', () => {
    expect(read(today(''), london).entries[1]?.body.text).toBe('');
  });

  it('makes the headline of a linked story a link and drops the lines that lead to it', () => {
    const [first] = read(today(''), london).entries;

    expect(first?.body.text).toBe('The lifeboat is out.\n\nVolunteers wait for the storm of the century');
    expect(first?.body.links.map((link) => link.text)).toEqual(['Volunteers wait for the storm of the century']);
  });

  it('reads the key points above the first entry', () => {
    expect(read(today('')).keyPoints).toEqual([
      'Outer basin closed until further notice',
      'Ferry to the island cancelled for the night',
    ]);
  });

  it('says so when no zone is known', () => {
    expect(read(today('')).warnings[0]).toContain('UTC');
    expect(read(today(''), london).warnings).toEqual([]);
  });

  it('is told from prose that mentions a time', () => {
    const document = {
      url: 'x.txt',
      text: '10:30 a train left.\n\nThen 11:30 came.\n\n12:30 was quiet.',
      contentType: '',
      fetchedAt: 0,
    };

    expect(() => recogniseDocument(document)).toThrow(/no live blog/u);
  });
});

const SHARED = resolve(import.meta.dirname, '../../../shared/fixtures');
const CAPTURE = resolve(SHARED, 'transcript/independent-2023-06-05-ukraine.txt');
const absent = !existsSync(CAPTURE);
if (absent) process.stderr.write(`skipped: ${CAPTURE} is not here\n`);

describe.skipIf(absent)('the captured transcript', () => {
  const reading = (): readonly { time: string; date: string | null; author: string; chars: number; start: string }[] =>
    JSON.parse(readFileSync(resolve(SHARED, 'summaries/seed-independent.expected.json'), 'utf8')).updates;

  it('has every entry at its London time, with author and text', () => {
    const { entries } = read(readFileSync(CAPTURE, 'utf8'));
    const inLondon = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const line = (at: string, author: string, start: string) => `${at} ${author} ${start.slice(0, 60).trim()}`;
    const expected = reading().map(({ time, date, author, start }) =>
      line(`${date === null ? '2023-06-05' : '2023-06-04'} ${time}`, author, start),
    );

    expect(entries.map((e) => line(inLondon.format(e.publishedAt), e.authors.join(), e.body.text)).sort()).toEqual(
      expected.sort(),
    );
    expect(entries).toHaveLength(48);
    expect(entries.filter((entry) => entry.body.text === '')).toHaveLength(6);
  });

  it('has six key points, one pinned entry and no furniture', () => {
    const { entries, keyPoints } = read(readFileSync(CAPTURE, 'utf8'));

    expect(keyPoints).toHaveLength(6);
    expect(entries.filter((entry) => entry.flags.includes('pinned'))).toHaveLength(1);
    for (const entry of entries) expect(entry.body.text).not.toMatch(/full story:|reports:|\bSHARE\b/u);
  });
});
