import type { Route } from './answer.ts';
import { NO_CONTENT, ok, refuse } from './answer.ts';
import type { Gateway } from './gateway.ts';
import { visible } from './routes-messages.ts';
import type { World } from './world.ts';
import { ANA, APPLICATION, BOT, wireChannel, wireGuild } from './world.ts';

type CommandWire = Record<string, unknown> & { name: string; type?: number };

/** The registered commands: globally under '', else by guild; and how often they were written. */
export class CommandBook {
  readonly lists = new Map<string, CommandWire[]>();
  writes = 0;

  of(scope: string): CommandWire[] {
    return this.lists.get(scope) ?? [];
  }
}

/** Users, guilds, channels, the application and its commands. */
export function applicationRoutes(
  world: World,
  gateway: Gateway,
  book: CommandBook,
): readonly (readonly [string, RegExp, Route])[] {
  const limits = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
  const readCommands: Route = (_call, [, guild = '']) => ok(book.of(guild));
  const putCommands: Route = (call, [, guild = '']) => {
    book.writes += 1;
    const given = call.body as unknown as CommandWire[];
    const kept = given.map((command) => ({
      ...command,
      id: world.id(),
      application_id: APPLICATION,
      version: world.id(),
      type: command.type ?? 1,
      ...(guild === '' ? {} : { guild_id: guild }),
    }));
    book.lists.set(guild, kept);
    return ok(kept);
  };
  const inGuild = (route: Route): Route => {
    return (call, ids) => (world.guilds.has(ids[1] ?? '') ? route(call, ids) : refuse(403, 50_001, 'Missing Access'));
  };
  const removeCommand: Route = (_call, [, guild = '', id = '']) => {
    book.lists.set(
      guild,
      book.of(guild).filter((command) => command.id !== id),
    );
    return NO_CONTENT;
  };
  const me: Route = () => ok({ id: APPLICATION, name: 'Liveblog', description: '', flags: 0, bot_public: true });
  const guild: Route = (_call, [id = '']) =>
    world.guilds.has(id) ? ok(wireGuild(world, id)) : refuse(404, 10_004, 'Unknown Guild');
  const member: Route = (_call, [id = '', user = '']) =>
    world.guilds.has(id) && (user === BOT.id || world.people.has(user))
      ? ok({ user: user === BOT.id ? BOT : { ...ANA, id: user }, roles: [], joined_at: new Date().toISOString() })
      : refuse(404, 10_007, 'Unknown Member');
  const channel: Route = (_call, [id = '']) => {
    const found = visible(world, id);
    return 'messages' in found ? ok(wireChannel(found)) : found;
  };
  const direct: Route = ({ body }) => ok(wireChannel(world.directWith(String(body.recipient_id))));

  return [
    ['GET', /^\/gateway\/bot$/u, () => ok({ url: gateway.url, shards: 1, session_start_limit: limits })],
    ['GET', /^\/users\/@me$/u, () => ok({ ...BOT, discriminator: '0000', avatar: null })],
    ['GET', /^\/users\/(\d+)$/u, (_call, [id]) => (id === ANA.id ? ok(ANA) : refuse(404, 10_013, 'Unknown User'))],
    ['POST', /^\/users\/@me\/channels$/u, direct],
    ['GET', /^\/(?:oauth2\/)?applications\/@me$/u, me],
    ['GET', /^\/applications\/(\d+)\/commands$/u, readCommands],
    ['PUT', /^\/applications\/(\d+)\/commands$/u, putCommands],
    ['GET', /^\/applications\/(\d+)\/guilds\/(\d+)\/commands$/u, inGuild(readCommands)],
    ['PUT', /^\/applications\/(\d+)\/guilds\/(\d+)\/commands$/u, inGuild(putCommands)],
    ['DELETE', /^\/applications\/(\d+)\/guilds\/(\d+)\/commands\/(\d+)$/u, inGuild(removeCommand)],
    ['GET', /^\/guilds\/(\d+)$/u, guild],
    ['GET', /^\/guilds\/(\d+)\/members\/(\d+)$/u, member],
    ['GET', /^\/channels\/(\d+)$/u, channel],
    [
      'DELETE',
      /^\/channels\/(\d+)$/u,
      (_call, [id = '']) => (world.channels.delete(id) ? NO_CONTENT : refuse(404, 10_003, 'Unknown Channel')),
    ],
  ];
}
