import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/ports/source.ts';
import { bbc } from '../../src/sources/bbc/index.ts';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { guardian } from '../../src/sources/guardian/index.ts';
import { readDocument } from '../../src/sources/read.ts';
import { sourcefabric } from '../../src/sources/sourcefabric/index.ts';
import { wordpress } from '../../src/sources/wordpress/index.ts';
import { processorTime } from '../support/processor-time.ts';
import { documentOf } from './reading.ts';

const SIZE = 600_000;
const many = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));

/** What tells pages of the BBC of before 2014. */
const OLD_SITE = '<meta name="OriginalPublicationDate">';

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
    ['clocks without end', `${OLD_SITE}<div class="live-text">${many('<p><b>12:40</b> Rain.</p>')}</div>`],
    ['clocks in clocks', `${OLD_SITE}<b>12:40</b><b>12:40</b><div class="live-text">${many('<b>12:40')}`],
    ['commentaries in commentaries', `${OLD_SITE}<b>12:40</b><b>12:40</b>${many('<div class="live-text">')}`],
    [
      'entries in entries of WordPress',
      many('<div id="liveblog-entry-7" class="liveblog-entry liveblog-entry-text" data-timestamp="1">'),
    ],
    [
      'drawn entries in records',
      `{"entries":[{"id":1,"html":"${many('<p class=liveblog-entry-text>')}"}],"latest_timestamp":1}`,
    ],
    ['posts in posts of Live Blog 1', many('<li data-gimme-postid="7" class="post-content">')],
    ['posts in posts of Live Blog 3', many('<article class="lb-post" data-post-id="urn:7" data-js-timestamp="1">')],
    [
      'payloads without end',
      `lx-commentary-data "assetId":"0123456789abcdef01234567" ${many("setPayload('lx-commentary-data', {")}`,
    ],
    [
      'words in a post of the BBC',
      `<div class="lx-stream"><article class="lx-stream-post" id="post_0123456789abcdef01234567">${many('<b>x</b>')}`,
    ],
    [
      'words in a post of its later pages',
      `bbc.co <article id="asset:01234567-0123-0123-0123-0123456789ab">${many('<b>x</b>')}`,
    ],
    [
      'words in a block of the Guardian',
      `guardian.com<div class="block" id="block-0123456789abcdef01234567">${many('<b>x</b>')}`,
    ],
    [
      'words in an entry of WordPress',
      `<div class="liveblog-entry" id="liveblog-entry-7" data-timestamp="1"><p class="liveblog-entry-text">${many('<b>x</b>')}`,
    ],
    [
      'words in a post of Live Blog 3',
      `<article class="lb-post" data-post-id="urn:7" data-js-timestamp="1">${many('<b>x</b>')}`,
    ],
    ['results in results', `{"assetId":"0123456789abcdef01234567","lastUpdated":1,"results":${many('[{"results":')}`],
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

const feed = (channel: string) => `<?xml version="1.0"?><rss version="2.0"><channel>${channel}</channel></rss>`;
const opened = (name: string) => `${many(`<${name}>`)}${many(`</${name}>`)}`;

describe('a document that nobody knows how to read', () => {
  it.each([
    ['boxes in boxes', `<main>${many('<figure><figcaption>x')}`],
    ['tables in tables', `<main>${many('<table><tr><td>a</td><td>')}`],
    ['lists in lists', `<main>${many('<ul><li><time>10:00</time> Rain on the pier.')}`],
    ['paragraphs outermost', many('<p>12:40 Rain on the pier</p>')],
    ['scripts without end', `<main>${many('<script>')}`],
    ['elements in a feed', feed(many('<a>'))],
    ['elements of a prefix', `<r:rss xmlns:r="http://backend.userland.com/rss2"><r:channel>${many('<r:item>')}`],
    ['markup in a text', feed(`<item><description>${opened('b')}</description></item>`)],
    [
      'markup in an entry',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">${opened('div')}</content></entry></feed>`,
    ],
    ['sections without end', feed(many('<![CDATA['))],
  ])('is refused soon: %s', (_what, text) => {
    const spent = processorTime();

    expect(() => readDocument(documentOf(text), { body: createBodyMemo() })).toThrow(SourceError);

    expect(spent()).toBeLessThan(3_000);
  });
});
