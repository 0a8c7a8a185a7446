import { describe, expect, it } from 'vitest';
import { parseLenientJson } from '../../src/sources/wire/lenient-json.ts';

describe('JSON as pages write it', () => {
  const tide = { tide: 'high', at: [1, 2] };

  it.each([
    ['with a comment before a key', '{ // the harbour\n "tide": "high", "at": [1, 2]}'],
    ['with a comment in a list', '{"tide": "high", "at": [1, /* noon */ 2]}'],
    ['with a comma too many at the end', '{"tide": "high", "at": [1, 2,],}'],
    ['with two commas', '{"tide": "high",, "at": [1, 2]}'],
    ['with a bracket too many', '{"tide": "high", "at": [1, 2]}}'],
    ['with a semicolon', '{"tide": "high", "at": [1, 2]};'],
  ])('%s is read', (_, text) => {
    expect(parseLenientJson(text)).toEqual(tide);
  });

  it.each([
    ['a forgotten comma between objects', '[{"a": 1}\n{"b": 2}]', [{ a: 1 }, { b: 2 }]],
    ['several values one after another', '{"a": 1}\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['a value that was never filled in', '{"a": , "b": }', { a: null, b: null }],
    ['values of other languages', '{"a": NaN, "b": undefined, "c": -Infinity}', { a: null, b: null, c: null }],
    ['an apostrophe that is escaped', String.raw`{"a": "the pier\'s end"}`, { a: "the pier's end" }],
    [
      'what looks like all that inside a string',
      '{"a": "// http://x,, /* NaN */ }{", }',
      { a: '// http://x,, /* NaN */ }{' },
    ],
    ['raw line breaks in a string', '{"a": "one\ntwo"}', { a: 'one\ntwo' }],
  ])('%s is read', (_, text, expected) => {
    expect(parseLenientJson(text)).toEqual(expected);
  });

  it.each(['', 'not JSON', '{"a": "he said "no" to it"}', '{"a": 1'])('%j is not', (text) => {
    expect(parseLenientJson(text)).toBeUndefined();
  });
});
