import { IANAZone } from 'luxon';
import { currentSettings } from '../core/route.ts';
import { CommandError } from '../ports/commands.ts';
import type { Request } from './subcommand.ts';

const NAMED = /[\s,]+\(?([a-z]+(?:_[a-z]+)*(?:\/[a-z][a-z_+\-\d]*)+|utc)\)?$/iu;

/** Parts a time zone from the words before it: `8:00 Europe/London`, `23-7 (Europe/London)`. */
export function splitZone(said: string): { readonly rest: string; readonly zone: string | undefined } {
  const named = NAMED.exec(said);
  return named === null ? { rest: said, zone: undefined } : { rest: said.slice(0, named.index), zone: named[1] };
}

/** The zone as it is written; throws for one that does not exist, with a line that would work. */
export function checkedZone(zone: string, example: string): string {
  if (!IANAZone.isValidZone(zone))
    throw new CommandError(`There is no time zone “${zone}”. Write it like Europe/London.`, [example]);
  if (/^utc$/iu.test(zone)) return 'UTC';
  return /[A-Z]/u.test(zone) ? zone : zone.replace(/(?<![a-z])[a-z]/gu, (letter) => letter.toUpperCase());
}

/**
 * The zone whose clock a channel goes by: that of its quiet hours, else that of the person who asks, else that of a blog it
 * follows, else the bot's own.
 */
export function channelZone({ desk, command }: Request): string {
  const { routes } = desk.newsroom.following(command.channel);
  const quiet = routes.flatMap((route) => currentSettings(route).quiet?.timezone ?? []);
  const followed = new Set(routes.map((route) => route.blog));
  const blogs = desk.newsroom.blogs().filter((blog) => followed.has(blog.name));
  const known = [...quiet, command.person.timezone, ...blogs.map((blog) => blog.timezone), desk.house.timezone];
  return known.find((zone) => zone !== undefined && IANAZone.isValidZone(zone)) ?? 'UTC';
}
