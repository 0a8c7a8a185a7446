import { describe, expect, it } from 'vitest';
import { renderPost } from '../../adapters/slack/render.ts';
import { EVERY_KIND } from '../contracts/sample-posts.ts';
import { blockProblems } from '../support/fake-slack/block-limits.ts';
import { readMessage } from '../support/fake-slack/reader.ts';

const COVERED = EVERY_KIND.filter(({ kind }) => kind !== 'notice' && kind !== 'alert');
/** What the samples say, in headlines, texts, key points, changes, addresses and the blog's title. */
const RESULT = /gates|ferr(?:y|ies)|dawn|quay|three|four|late|#e\d|Storm over/iu;

describe('a post of a spoiler route in Slack', () => {
  it.each(COVERED.map((post) => [post.kind, post] as const))(
    'of kind %s tells nothing of what happened',
    (_kind, post) => {
      const open = renderPost(post);
      const { text, blocks } = renderPost({ ...post, spoiler: true });
      const shown = readMessage(text, blocks).text;

      expect(`${open.text} ${readMessage('', open.blocks).text}`).toMatch(RESULT);
      expect(text).not.toMatch(RESULT);
      expect(shown).not.toMatch(RESULT);
      expect(JSON.stringify(blocks).replaceAll('https://gazette.example/live/harbour-storm"', '')).not.toMatch(RESULT);
      expect(shown).toMatch(/^Spoiler · .+ \[Show\]/u);
      expect(text).toMatch(/^Spoiler · .+ \(Saltmere Gazette\)$/u);
      expect(blockProblems(blocks)).toEqual([]);
    },
  );

  it.each([
    ['key', 'Key event'],
    ['breaking', 'Breaking'],
  ] as const)('says in words that it is %s', (flag, words) => {
    const post = EVERY_KIND.find(({ kind }) => kind === 'entry');
    if (post?.kind !== 'entry') throw new Error('no sample entry');
    const view = { ...post.view, entry: { ...post.view.entry, flags: [flag] } };

    expect(renderPost({ ...post, view, spoiler: true }).text).toBe(`Spoiler · ${words} (Saltmere Gazette)`);
  });
});
