import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryRecord } from '../../src/core/seen-set.ts';
import { paragraphs } from '../../src/core/text/body-text.ts';
import { createRecords } from '../../src/relay/records.ts';
import { openStore } from '../../src/store/open-store.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'liveblog-export-'));
const environment = { LIVEBLOG_STATE: `sqlite:${join(folder, 'state.db')}` };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const T = Date.UTC(2026, 0, 1, 18, 0);
const body = (text: string) => ({ tree: paragraphs(text), text, media: [], links: [] });

function record(seq: number, text: string, more: Partial<EntryRecord> = {}): EntryRecord {
  return {
    entry: { id: `e${seq}`, body: body(text), authors: ['Ines Pell'], publishedAt: T + seq * 60_000, flags: [] },
    seq,
    order: T + seq * 60_000,
    firstSeenAt: T + seq * 60_000 + 5000,
    baseline: false,
    revision: `r${seq}`,
    past: [],
    edits: 0,
    changedAt: T + seq * 60_000 + 5000,
    ...more,
  };
}

beforeAll(async () => {
  const store = await openStore(environment.LIVEBLOG_STATE);
  const records = createRecords(store);
  await records.saveEntries('storm', [
    record(0, '=HYPERLINK("https://bad.example")'),
    record(1, 'The <b>gate</b> is shut, "for now".\n\n# Not a heading', {
      past: [{ at: T + 65_000, revision: 'x', text: 'The gate is open.', authors: ['Jory Carne'], flags: ['key'] }],
      changedAt: T + 120_000,
      edits: 1,
    }),
    record(2, 'Withdrawn words.', { removedAt: T + 300_000 }),
  ]);
  await records.saveBlog({
    name: 'storm',
    version: 1,
    facts: {
      url: 'https://saltmere.example/live',
      followedAt: T,
      count: 3,
      window: [0, 1, 2],
      aliases: {},
      missing: {},
    },
    face: { title: 'Storm at *Saltmere*', live: true, keyPoints: [] },
    validators: {},
    polledAt: T,
    savedAt: T,
    changedAt: T,
    warnings: [],
  });
  await records.saveSettings({
    name: 'storm',
    url: 'https://saltmere.example/live',
    origin: 'config',
    every: 20_000,
    max: 600_000,
  });
  await store.close();
});

describe('export', () => {
  it('as JSON has every entry with who, when and all revisions, oldest first', async () => {
    const { code, out } = await runCli(['export', 'storm', '--format', 'json'], { environment });

    const timeline = JSON.parse(out);
    expect(code).toBe(0);
    expect(timeline).toMatchObject({
      blog: 'storm',
      title: 'Storm at *Saltmere*',
      followedAt: '2026-01-01T18:00:00.000Z',
    });
    expect(timeline.entries.map((entry: { id: string }) => entry.id)).toEqual(['e0', 'e1', 'e2']);
    expect(timeline.entries[1]).toMatchObject({
      publishedAt: '2026-01-01T18:01:00.000Z',
      firstSeenAt: '2026-01-01T18:01:05.000Z',
      revisions: [
        { seenAt: '2026-01-01T18:01:05.000Z', text: 'The gate is open.', authors: ['Jory Carne'], flags: ['key'] },
        { seenAt: '2026-01-01T18:02:00.000Z', authors: ['Ines Pell'] },
      ],
    });
    expect(timeline.entries[2].withdrawnAt).toBe('2026-01-01T18:05:00.000Z');
  });

  it('as CSV has a line per revision, quoted, and no cell a spreadsheet would run', async () => {
    const { out } = await runCli(['export', 'storm', '--format', 'csv'], { environment });

    expect(out.split('\r\n')[0]).toBe(
      'id,published,first seen,revision,seen,withdrawn,authors,flags,title,text,url,repost of',
    );
    expect(out).toContain(`"'=HYPERLINK(""https://bad.example"")"`);
    expect(out).toContain('"The <b>gate</b> is shut, ""for now"".\n\n# Not a heading"');
    expect(out.match(/\r\n/g)).toHaveLength(5);
  });

  it('as Markdown lets no entry be more than text', async () => {
    const { out } = await runCli(['export', 'storm'], { environment });

    expect(out).toContain('# Storm at \\*Saltmere\\*');
    expect(out).toContain('> The \\<b\\>gate\\</b\\> is shut');
    expect(out).toContain('> \\# Not a heading');
    expect(out).toContain('As seen 2026-01-01T18:01:05.000Z:');
    expect(out).toContain('withdrawn 2026-01-01T18:05:00.000Z');
  });

  it('of an unknown blog names the nearest known one and ends with 1', async () => {
    expect(await runCli(['export', 'strom'], { environment })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Did you mean "storm"?'),
    });
  });

  it('without any state ends with 1 and makes none', async () => {
    const { code, err } = await runCli(['export', 'storm'], {
      environment: { LIVEBLOG_STATE: `sqlite:${folder}/none.db` },
    });

    expect(code).toBe(1);
    expect(err).toContain('There is no state file');
  });

  it('works while the bot holds the state', async () => {
    const store = await openStore(environment.LIVEBLOG_STATE);

    const { code } = await runCli(['export', 'storm'], { environment });

    await store.close();
    expect(code).toBe(0);
  });
});
