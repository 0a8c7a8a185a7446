import { type ChannelId, platformId } from '../core/channel.ts';
import { type Command, CommandError } from '../ports/commands.ts';
import type { House } from './subcommand.ts';

/** Throws when the workspace is not served. */
export function checkWorkspace({ workspace }: Command, house: House): void {
  if (house.workspaces.length === 0 || workspace === undefined || house.workspaces.includes(workspace)) return;
  throw new CommandError(
    'This bot does not serve this workspace. Whoever runs it can add the workspace to access.workspaces.',
  );
}

/** True when the person may change what a channel shows. Everybody may in their own direct messages. */
export function mayManage({ channel, person }: Command, { manage }: House): boolean {
  if (manage === 'everyone' || isDirect(channel)) return true;
  if (manage === 'admins') return person.admin;
  const own = [person.id, person.id.replace(/^.*[:/]/u, ''), ...person.roles];
  return manage.some((id) => own.includes(id));
}

/** Throws, saying who may, when the person may not change what the channel shows. */
export function checkManager(command: Command, house: House): void {
  if (mayManage(command, house)) return;
  const who =
    house.manage === 'admins'
      ? 'Only people who manage this channel or workspace may change what it follows. Ask one of them'
      : 'Only the people and roles that access.manage names may change what this channel follows. Ask one of them';
  throw new CommandError(
    `${who}; reading commands such as latest, summary and search are open to you, and alerts are your own.`,
    ['latest', 'summary', 'alert list'],
  );
}

/** True for a person's direct messages. */
export function isDirect(channel: ChannelId): boolean {
  return /^(?:[^/]+\/)?[@D][A-Z0-9]+$|^@\d+$/u.test(platformId(channel));
}
