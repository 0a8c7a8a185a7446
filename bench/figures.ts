import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { alertsBench } from './alerts.ts';
import type { Figure } from './measure.ts';
import { searchBench } from './search.ts';
import { summaryBench } from './summary.ts';

/** What commands cost, and how good a summary is. */
export function alertFigures(): Figure[] {
  const { alerts, medianMs } = alertsBench();
  return [below(`${alerts} alerts against one new entry`, medianMs, 5)];
}

export function searchFigures(): Figure[] {
  const { slowestMs } = searchBench(50, 1_000);
  return [below('the slowest of seven queries over 50 blogs of 1,000 entries', slowestMs, 100)];
}

/** ROUGE recall on captured live blogs, against the best published figures; nothing where the captures are absent. */
export function summaryFigures(): Figure[] {
  const folder = resolve('..', 'shared/fixtures/summaries');
  if (!existsSync(folder)) return [];
  return ['bbc-sample15.jsonl', 'guardian-sample15.jsonl'].flatMap((file) =>
    summaryBench(file).map(({ system, rouge1, rouge2 }) => {
      // The published figures are for the BBC half alone.
      const held = system === 'ours' && file.startsWith('bbc');
      return {
        name: `${file}: ${system}`,
        value: `${rouge1.toFixed(3)} / ${rouge2.toFixed(3)}`,
        bound: held ? '≥ 0.222 / 0.055' : '',
        holds: !held || (rouge1 >= 0.222 && rouge2 >= 0.055),
      };
    }),
  );
}

function below(name: string, ms: number, most: number): Figure {
  return { name, value: `${ms.toFixed(2)} ms`, bound: `< ${most} ms`, holds: ms < most };
}
