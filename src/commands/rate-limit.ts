import { type Allowance, mayAt, type Pace, spend } from '../core/pace.ts';
import { type Command, CommandError } from '../ports/commands.ts';

const PERSON: Allowance = { burst: 30, interval: 1_000 };
const CHANNEL: Allowance = { burst: 60, interval: 500 };
const MOST_KEPT = 10_000;

/** Keeps one person or one busy channel from taking all the time there is. Throws when it is too much. */
export type RateLimit = (command: Command, now: number) => void;

export function createRateLimit(): RateLimit {
  const paces = new Map<string, Pace>();

  function take(key: string, allowance: Allowance, now: number): void {
    const pace = paces.get(key);
    const at = mayAt(pace, allowance);
    if (at > now) {
      const seconds = Math.max(1, Math.ceil((at - now) / 1_000));
      throw new CommandError(`That was a lot of commands at once. Try again in ${seconds} s.`);
    }
    paces.delete(key);
    paces.set(key, spend(pace, allowance, now));
    for (const [oldest] of paces) {
      if (paces.size <= MOST_KEPT) break;
      paces.delete(oldest);
    }
  }

  return ({ person, channel }, now) => {
    take(person.id, PERSON, now);
    take(channel, CHANNEL, now);
  };
}
