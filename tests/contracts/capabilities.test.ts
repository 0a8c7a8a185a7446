import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capabilityMatrix, promises, SKIPS } from './capabilities.ts';

const PAGE = new URL('../../docs/capabilities.md', import.meta.url);

describe('the capability matrix', () => {
  it('in the documents is what the code says', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, capabilityMatrix());

    expect(
      squeezed(readFileSync(PAGE, 'utf8')),
      'write it anew: UPDATE_DOCS=1 npx vitest run tests/contracts/capabilities.test.ts, then biome check --write docs',
    ).toBe(squeezed(capabilityMatrix()));
  });

  it('names no exception for a promise that is not there', () => {
    const names = promises();

    expect(names.length).toBeGreaterThan(20);
    for (const skips of Object.values(SKIPS)) for (const title of Object.keys(skips)) expect(names).toContain(title);
  });
});

/** Without the padding by which the formatter lines up tables. */
function squeezed(page: string): string {
  return page.replace(/ *\| */gu, '|').replace(/-{3,}/gu, '---');
}
