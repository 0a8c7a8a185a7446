import type { AdapterLimits } from '../../src/ports/adapter.ts';

/**
 * A terminal refuses nothing; these numbers keep its cards readable: an entry fits on one screen, a burst on two.
 * It has no threads: what scrolled by cannot be filed under something else.
 */
export const limits: AdapterLimits = {
  titleLength: 200,
  textLength: 2400,
  foldSize: 10,
  foldTextLength: 400,
  digestSize: 20,
  pace: { burst: 100, interval: 10 },
  oldEdits: undefined,
  threads: false,
  broadcasts: false,
};

/** Columns of a card: wider lines are hard to read, narrower ones leave no room beside the gutter. */
export const columns = { fallback: 80, least: 40, most: 100 } as const;

/** Messages whose content is kept, to tell what an edit changed. */
export const remembered = 5_000;
