import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceError } from '../../src/ports/source.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';

const GUIDE = resolve(import.meta.dirname, '../../docs/adding-a-source.md');
const SOURCES = resolve(import.meta.dirname, '../../src/sources');
const ZOD = fileURLToPath(import.meta.resolve('zod'));

describe('the worked example of docs/adding-a-source.md', () => {
  const [json = '', wire = '', index = ''] = [
    ...readFileSync(GUIDE, 'utf8').matchAll(/^```(?:json|ts)\n(.*?)^```$/gmsu),
  ].map(([, code]) => code);
  let room: string;
  // Outside the tree that other tests read; what the example imports is looked for where its room would stand.
  beforeAll(() => {
    room = mkdtempSync(join(tmpdir(), 'worked-example-'));
    const placed = (code: string) =>
      code
        .replace(/from '(\.\.\/[^']+)'/gu, (_, path) => `from '${resolve(SOURCES, 'harbour-log', path)}'`)
        .replace("'zod'", `'${ZOD}'`);
    writeFileSync(join(room, 'wire.ts'), placed(wire));
    writeFileSync(join(room, 'index.ts'), placed(index));
  });
  afterAll(() => rmSync(room, { recursive: true }));

  const source = async () => (await import(join(room, 'index.ts'))).harbourLog;
  const document = (text: string) => ({ url: 'https://saltmere.example/log', text, contentType: '', fetchedAt: 0 });

  it('reads the log it shows', async () => {
    const harbourLog = await source();

    expect(harbourLog.recognise(document(json))).toBe('sure');
    expect(harbourLog.read(document(json), { body: createBodyMemo() })).toMatchObject({
      title: 'Storm night',
      live: true,
      entries: [{ sourceId: '7', body: { text: 'Pier shut.' }, authors: ['Ana Voss'], flags: ['breaking'] }],
    });
  });

  it('refuses what is no log', async () => {
    const harbourLog = await source();

    for (const text of ['{"log": 1, "notes"', '{"log": "Storm", "notes": 7}'])
      expect(() => harbourLog.read(document(text), { body: createBodyMemo() })).toThrow(SourceError);
  });
});
