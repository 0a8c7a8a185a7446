import type { ChannelId } from '../core/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Outlook } from '../ports/newsroom.ts';

/** Whether a person may read a channel; undefined = nobody can say. */
export type Sight = (person: ChannelId, channel: ChannelId, workspace?: string) => Promise<boolean | undefined>;

/** Who leaves a channel may be told of what it follows for so long (ms). */
const KEPT = 60_000;
const PATIENCE = 10_000;
const MOST = 5_000;

/** Asks the platform, and remembers its word for a minute; while it cannot be asked, its last word counts. */
export function sightOf(outlook: Outlook, clock: Clock): Sight {
  const known = new Map<string, { readonly sees: boolean | undefined; readonly until: number }>();
  return async (person, channel, workspace) => {
    const name = `${person} ${channel} ${workspace ?? ''}`;
    const last = known.get(name);
    if (last !== undefined && last.until > clock.now()) return last.sees;
    if (known.size > MOST) known.clear();
    const sees = await outlook.sees(person, channel, workspace, AbortSignal.timeout(PATIENCE)).catch(() => last?.sees); // It could not be asked just now.
    known.set(name, { sees, until: clock.now() + KEPT });
    return sees;
  };
}
