import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../../src/sources/feed/discover.ts';
import { atomSource, rssSource } from '../../../src/sources/feed/index.ts';
import { processorTime } from '../../support/processor-time.ts';
import { atom, rss } from './reading.ts';

const recognised = (text: string) => {
  const document = { url: 'https://saltmere.example/x', text, contentType: '', fetchedAt: 0 };
  return [rssSource.recognise(document), atomSource.recognise(document)];
};

describe('a document', () => {
  it.each([
    [rss(''), ['sure', 'no']],
    [atom(''), ['no', 'sure']],
    ['\ufeff\n<!-- a --><rss>', ['sure', 'no']],
    ['<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel>', ['sure', 'no']],
    ['<rdf:RDF xmlns:foaf="http://xmlns.com/foaf/0.1/"><foaf:Person>', ['no', 'no']],
    ['<feed version="0.3" xmlns="http://purl.org/atom/ns#">', ['no', 'sure']],
    ['<a:feed xmlns:a="http://www.w3.org/2005/Atom">', ['no', 'sure']],
    ['<!DOCTYPE rss [<!ENTITY a "b">]><rss>', ['sure', 'no']],
    ['<feed><entry>', ['no', 'likely']],
    ['<CHANNEL HREF="https://saltmere.example/"><ITEM>', ['sure', 'no']],
    ['<channel><title>Saltmere</title></channel>', ['likely', 'no']],
    ['<channel><frequency>88.7</frequency></channel>', ['no', 'no']],
    ['<!doctype html><html><rss>', ['no', 'no']],
    ['{"version":"<rss>"}', ['no', 'no']],
    ['', ['no', 'no']],
  ])('%j is told apart by its root', (text, expected) => {
    expect(recognised(text)).toEqual(expected);
  });

  it.each(['<?', '<!--', '<!DOCTYPE [', '< ', '<?a?>', '<!-- a -->', '<!DOCTYPE a [a]>'])(
    'of nothing but %j is told apart at once',
    (part) => {
      const spent = processorTime();

      expect(recognised(part.repeat(100_000))).toEqual(['no', 'no']);
      expect(spent()).toBeLessThan(500);
    },
  );
});

describe('the feeds of a page', () => {
  const page = `<html><head><base href="https://saltmere.example/live/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
    <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" title=" Storm  " href="storm.atom">
    <link rel="alternate" type="application/feed+json" href="/storm.json"><link rel="alternate" type="text/html" href="/en">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><link rel="stylesheet" type="text/css" href="/a.css"></head></html>`;

  it('are found with absolute addresses, those of comments last', () => {
    expect(discoverFeeds(page, 'https://www.saltmere.example/x')).toEqual([
      { url: 'https://saltmere.example/live/storm.atom', title: 'Storm', kind: 'atom' },
      { url: 'https://saltmere.example/storm.json', kind: 'json-feed' },
      { url: 'https://saltmere.example/live/comments.xml', title: 'Comments', kind: 'rss' },
    ]);
  });

  it('are none where there are none', () => {
    expect(discoverFeeds('<p>Saltmere</p>', 'https://saltmere.example/')).toEqual([]);
  });
});
