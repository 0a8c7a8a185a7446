type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly halfUnsaid?: true;
  readonly date?: object;
};

const HALF = 720;
/** Minutes: entries saved late stand a little out of order. */
const LATE = 30;
/** Minutes: a longer silence may as well be a night, and then nobody knows. */
const NO_NIGHT = 180;

/**
 * The hours of clock times, the oldest first, with the half of the day that none of them says ("11:25, 12:40, 1:15"): a
 * blog that goes on from noon to one o'clock was not silent until the next night. undefined where any of them is sure, or
 * no step tells.
 */
export function hoursInHalves(list: readonly Clock[]): readonly number[] | undefined {
  if (!list.every(({ halfUnsaid, date }) => halfUnsaid === true && date === undefined)) return undefined;
  let half = 0;
  let before: number | undefined;
  const halves: number[] = [];
  for (const time of list) {
    const place = (time.hour % 12) * 60 + time.minute;
    // The first of them at twelve is after a morning that nobody told of.
    if (before === undefined && time.hour === 12) half = 1;
    const isTurned = before !== undefined && place < before - LATE;
    if (before !== undefined && isTurned) {
      if (place + HALF - before > NO_NIGHT) return undefined;
      half += 1;
    }
    halves.push(half);
    before = before === undefined || isTurned ? place : Math.max(place, before);
  }
  if (half === 0) return undefined;
  return list.map(({ hour }, index) => (hour % 12) + ((halves[index] ?? 0) % 2) * 12);
}
