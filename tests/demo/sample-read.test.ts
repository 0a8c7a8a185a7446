import { describe, expect, it } from 'vitest';
import { detect } from '../../src/core/detect/detect.ts';
import { type SeenSet, unseen } from '../../src/core/seen-set.ts';
import { lastEvening } from '../../src/demo/evening.ts';
import { pageAt, playLength } from '../../src/demo/sample-state.ts';
import { story } from '../../src/demo/story/story.ts';
import { liveHtml } from '../../src/replay/live-html.ts';
import { htmlBody } from '../../src/sources/body/html-body.ts';
import { readDocument } from '../../src/sources/read.ts';

const URL_ = 'http://127.0.0.1:4040/';
const NOON = Date.UTC(2026, 10, 22, 12);
const epoch = lastEvening(NOON, 'Europe/London');

function look(second: number) {
  const text = liveHtml(pageAt(story, second, epoch), URL_);
  const document = { url: URL_, text, contentType: 'text/html', fetchedAt: NOON };
  const { source, result } = readDocument(document, { body: htmlBody });
  if ('elsewhere' in result) throw new Error(result.why);
  return { kind: source.kind, snapshot: result };
}

/** What is known after following the whole evening with one look every `every` seconds. */
function follow(every: number): SeenSet {
  let seen = unseen(URL_, NOON);
  for (let second = 0; second <= playLength(story.steps) + 2 * every; second += every) {
    const found = detect(seen, look(second).snapshot, NOON + second * 1000, { firstSight: second === 0 });
    const records = [...seen.records];
    for (const record of found.records) records[record.seq] = record;
    seen = { facts: found.facts, records };
  }
  return seen;
}

const fragment = (id: string) => id.replace(URL_, '').replace('#', '');

describe('the sample as the program reads it', () => {
  it('is a schema.org live blog with marks, pictures and an end', () => {
    const { kind, snapshot } = look(60);
    const wall = snapshot.entries.find((entry) => entry.sourceId?.endsWith('#over-the-wall'));

    expect(kind).toBe('schema.org');
    expect(snapshot.publisher).toBe('Saltmere Gazette');
    expect(wall?.flags).toEqual(['breaking', 'key']);
    expect(wall?.body.media[0]).toMatchObject({ alt: 'A wave breaks over the quay wall beside the ice house' });
    expect(wall?.body.text).not.toContain('updated');
    expect(look(92).snapshot.live).toBe(false);
  });

  it.each([1, 5])(
    'with a look every %i s is seen whole: corrected, one withdrawn, nothing lost to the window',
    (every) => {
      const { records } = follow(every);

      const told = story.steps.filter((step) => step.do === 'publish').length;
      expect(records).toHaveLength(told);
      expect(records.filter((record) => record.removedAt !== undefined).map(({ entry }) => fragment(entry.id))).toEqual(
        ['boat-adrift'],
      );
      expect(
        records.filter((record) => record.correctedAt !== undefined).map(({ entry }) => fragment(entry.id)),
      ).toEqual(['need-to-know', 'coxswain', 'over-the-wall', 'households', 'wind']);
    },
  );
});
