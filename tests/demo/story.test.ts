import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastEvening } from '../../src/demo/evening.ts';
import { pictureSvg } from '../../src/demo/pictures.ts';
import { pageAt, playLength, WINDOW } from '../../src/demo/sample-state.ts';
import { story } from '../../src/demo/story/story.ts';
import type { Step } from '../../src/demo/story-step.ts';

const epoch = (time: string) =>
  Date.UTC(2026, 10, 21) + Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3)) * 60_000;
const steps: readonly Step[] = story.steps;
const published = steps.flatMap((step) => (step.do === 'publish' ? [step.entry] : []));
const at = (second: number) => pageAt(story, second, epoch);
const shown = (second: number) => at(second).entries.map((entry) => entry.id);

describe('the evening in Saltmere', () => {
  it('has some 40 entries with ids of their own, told in order, in about 90 seconds', () => {
    expect(published.length).toBeGreaterThanOrEqual(40);
    expect(new Set(published.map((entry) => entry.id)).size).toBe(published.length);
    expect(playLength(steps)).toBeLessThanOrEqual(95);
    for (const key of ['at', 'time'] as const) {
      const order = steps.map((step) => step[key]);
      expect(order).toEqual(order.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }
  });

  it('begins with something to show', () => {
    expect(shown(0)).toEqual(['ferry', 'storm-warning']);
  });

  it('corrects and withdraws only what is on the page', () => {
    for (const step of steps) {
      if (step.do === 'correct' || step.do === 'withdraw') expect(shown(step.at - 1)).toContain(step.id);
    }
    expect(steps.filter((step) => step.do === 'correct').length).toBeGreaterThanOrEqual(5);
  });

  it('leaves an entry long enough on the page to be seen before it is corrected or withdrawn', () => {
    const publishedAt = (id: string) => steps.find((step) => step.do === 'publish' && step.entry.id === id)?.at ?? 0;
    for (const step of steps) {
      if (step.do === 'correct' || step.do === 'withdraw') expect(step.at - publishedAt(step.id)).toBeGreaterThan(5);
    }
  });

  it('withdraws an entry between two that stay, so that its absence is proof', () => {
    const step = steps.find((candidate) => candidate.do === 'withdraw');
    const [before, after] = [shown((step?.at ?? 0) - 1), shown((step?.at ?? 0) + 2)];
    const place = before.indexOf('boat-adrift');

    expect(after).not.toContain('boat-adrift');
    expect(after).toContain(before[place - 1]);
    expect(after).toContain(before[place + 1]);
  });

  it('lets old entries slide out late in the evening, the pinned one stays on top', () => {
    expect(shown(90)).toHaveLength(WINDOW);
    expect(shown(90)).not.toContain('storm-warning');
    expect(at(90).pinned?.id).toBe('need-to-know');
  });

  it('closes at the end and says so', () => {
    expect(at(88).live).toBe(true);
    expect(at(90)).toMatchObject({ live: false, endedAt: epoch('24:22') });
    expect(at(90).entries[0]?.html).toContain('This live blog has now closed');
  });

  it('draws every picture it mentions', () => {
    const names = published.flatMap((entry) =>
      [...entry.html.matchAll(/\/pictures\/([a-z]+)\.svg/gu)].map((match) => match[1]),
    );

    expect(names.length).toBeGreaterThan(4);
    for (const name of names) expect(pictureSvg(name ?? '')).toContain('<svg');
    expect(pictureSvg('constructor')).toBeUndefined();
  });
});

describe('the last evening', () => {
  it('is over, less than two days ago, and has the clock times of its zone', () => {
    const zones = fc.constantFrom('Europe/London', 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC');
    const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(moment, zones, (now, timeZone) => {
        const time = lastEvening(now, timeZone);
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

        expect(time('24:22')).toBeLessThanOrEqual(now);
        expect(time('17:20')).toBeGreaterThan(now - 2 * 86_400_000);
        expect(clock.format(time('17:20'))).toBe('17:20');
        expect(clock.format(time('24:08'))).toBe('00:08');
      }),
    );
  });
});
