export type Case = { readonly name: string; readonly run: () => Promise<unknown> | unknown };

/** Milliseconds of each case: the median of `rounds` interleaved runs, after a warm-up, so that drift hits all alike. */
export async function medians(cases: readonly Case[], rounds: number): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
  for (let round = -5; round < rounds; round++) {
    for (const { name, run } of cases) {
      const started = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push(performance.now() - started);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One figure with the bound it is held to. */
export type Figure = { readonly name: string; readonly value: string; readonly bound: string; readonly holds: boolean };

export function ratio(name: string, value: number, most: number): Figure {
  return { name, value: `${value.toFixed(3)}×`, bound: `≤ ${most}×`, holds: value <= most };
}
