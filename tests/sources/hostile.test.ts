import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/ports/source.ts';
import { bbc } from '../../src/sources/bbc/index.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { guardian } from '../../src/sources/guardian/index.ts';
import { sourcefabric } from '../../src/sources/sourcefabric/index.ts';
import { wordpress } from '../../src/sources/wordpress/index.ts';
import { processorTime } from '../support/processor-time.ts';
import { documentOf } from './reading.ts';

const SIZE = 300_000;
const many = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));

describe('a page written to keep a reader busy', () => {
  it.each([
    ['addresses without end', `${many('/')}client_blogs`],
    ['frames without end', `api_host ${many('<iframe ')}/embed/0123456789abcdef01234567`],
    ['settings without end', many('liveblog_settings = {')],
    ['settings, and links without end', `var liveblog_settings = {"post_id":"1"};https://api.w.org/${many('<link ')}`],
    ['themes without end', `api_host: 'https://a.example/' ${many('blog:{')}`],
    ['blocks in blocks', `guardian.com${many('<article id="block-0123456789abcdef01234567" class="block">')}`],
    ['scripts without end', `"liveTextStream": "urn":"asset:${many('<script ')}`],
    ['data in data', many('{"liveTextStream":')],
    ['broken blocks without end', `{"mostRecentBlockId":"block-1","blocks":[${many('{},')}{}]}`],
    ['broken entries without end', `{"refresh_interval":1,"entries":[${many('{"id":1},')}{}]}`],
    ['lists without end', `{"blockCreatedOn":1,"blocks":[],"standfirst":"${many('<li>')}"}`],
  ])('with %s is done with quickly', (_what, text) => {
    const document = documentOf(text);
    const spent = processorTime();

    for (const source of [guardian, bbc, wordpress, sourcefabric]) {
      if (source.recognise(document) === 'no') continue;
      try {
        source.read(document, { body: createBodyMemo() });
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError);
      }
    }

    expect(spent()).toBeLessThan(3_000);
  });

  it('that lists more posts than any blog has is refused as too large', () => {
    const blocks = Array.from({ length: 20_001 }, (_, index) => ({ id: `b${index}`, blockCreatedOn: 1, elements: [] }));

    expect(() => guardian.read(documentOf({ blocks }), { body: createBodyMemo() })).toThrow(
      expect.objectContaining({ kind: 'too-large' }),
    );
  });
});
