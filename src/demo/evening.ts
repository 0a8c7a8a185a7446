import { DateTime } from 'luxon';

/**
 * The last evening that is over at `now`, in `zone`: gives the moment of a clock time in it (`HH:MM`, hours from 24 on are
 * after midnight). The sample blog plays then, so that its times read like an evening at any time of day and none of
 * them lies in the future.
 */
export function lastEvening(now: number, zone: string): (time: string) => number {
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const over = today.plus({ hours: 1 }).toMillis() <= now;
  const day = over ? today.minus({ days: 1 }) : today.minus({ days: 2 });
  return (time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const at = day.plus({ days: Math.floor(hours / 24) });
    return at.set({ hour: hours % 24, minute: minutes }).toMillis();
  };
}
