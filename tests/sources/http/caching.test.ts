import { describe, expect, it } from 'vitest';
import { maxAge, retryAfter } from '../../../src/sources/http/caching.ts';

const now = Date.parse('2026-03-01T20:00:00Z');
const hour = 3_600_000;

describe('how long an answer may live', () => {
  it.each([
    [{ 'cache-control': 'public, max-age=60' }, 60_000],
    [{ 'cache-control': 'max-age=60', age: '20' }, 40_000],
    [{ 'cache-control': 'max-age=60', age: '90' }, undefined],
    [{ 'cache-control': 's-maxage=60' }, undefined],
    [{ 'cache-control': 'no-cache, max-age=60' }, undefined],
    [{ 'cache-control': 'max-age=60', expires: 'Sun, 01 Mar 2026 21:00:00 GMT' }, 60_000],
    [{ expires: 'Sun, 01 Mar 2026 21:00:00 GMT' }, hour],
    [{ expires: 'Sun, 01 Mar 2026 21:00:00 GMT', date: 'Sun, 01 Mar 2026 20:30:00 GMT' }, hour / 2],
    [{ expires: '0' }, undefined],
    [{ expires: '-1' }, undefined],
    [{ expires: 'soon' }, undefined],
    [{ 'cache-control': 'max-age=99999999' }, 24 * hour],
    [{}, undefined],
  ])('%j', (headers, expected) => {
    expect(maxAge(headers, now)).toBe(expected);
  });
});

describe('how long a server wants to be left alone', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sun, 01 Mar 2026 20:05:00 GMT', 300_000],
    ['Sun, 01 Mar 2026 19:05:00 GMT', 0],
    ['in a while', undefined],
    ['99999999', 24 * hour],
  ])('%s', (value, expected) => {
    expect(retryAfter({ 'retry-after': value }, now)).toBe(expected);
  });
});
