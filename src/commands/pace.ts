import { currentSettings, type Route, type RouteSettings } from '../core/route.ts';
import { CommandError } from '../ports/commands.ts';
import { withSettings } from './route-words.ts';
import { bold, line, type Words } from './say.ts';
import type { Request } from './subcommand.ts';
import { changeFollowing } from './undo.ts';

/** Changes the pace of all blogs that this channel follows from chat; those of the configuration file keep theirs. */
export async function changePace(request: Request, change: (settings: RouteSettings) => RouteSettings, what: string) {
  const { command, desk, sizes } = request;
  const following = desk.newsroom.following(command.channel);
  const own = following.routes.filter((route) => route.origin === 'chat');
  const fixed = following.routes.filter((route) => route.origin === 'config');
  if (own.length === 0)
    throw new CommandError(
      fixed.length === 0 ? NOTHING : FIXED,
      fixed.length === 0 ? ['follow https://example.org/live/storm'] : ['pause 2h'],
    );
  const renewed = (route: Route, from: number) =>
    route.origin === 'chat' ? withSettings(route, change(currentSettings(route)), from, sizes.foldSize) : route;
  const undo = await changeFollowing(
    request,
    (known, from) => ({ ...known, routes: known.routes.map((route) => renewed(route, from)) }),
    what,
  );
  const kept =
    fixed.length === 0 ? '' : ` ${fixed.map((route) => route.blog).join(', ')} keeps what the configuration file says.`;
  return { undo, kept, announce: announced(request, what) };
}

export function announced({ command }: Request, what: string, ...rest: readonly Words[]) {
  return line(bold(command.person.name ?? 'Somebody'), ` ${what}`, ...rest, '.');
}

const NOTHING = 'This channel follows no live blog yet.';
const FIXED =
  'What this channel follows is set in the configuration file and cannot be changed from chat; pausing works.';
