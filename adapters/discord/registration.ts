import type { REST } from 'discord.js';
import type { Log } from '../../src/ports/log.ts';
import { commandTree } from './command-tree.ts';

/**
 * Registers the commands where they are not what Discord already has: writing them anew each start would cost the daily
 * allowance of 200 creations and make global commands flicker. In `guilds` when any are named, else globally.
 */
export async function registerCommands(
  rest: REST,
  application: string,
  guilds: readonly string[],
  log: Log,
): Promise<void> {
  const scopes = guilds.length === 0 ? [''] : guilds.map((guild) => `/guilds/${guild}`);
  for (const scope of scopes) {
    const path = `/applications/${application}${scope}/commands` as const;
    const wanted = commandTree();
    const query = new URLSearchParams({ with_localizations: 'true' });
    const there = await rest.get(path, { query });
    if (sameCommands(there, wanted)) continue;
    await rest.put(path, { body: wanted });
    log.info('commands registered', { scope: scope === '' ? 'everywhere' : scope, commands: wanted.length });
  }
}

/** True when Discord's list says the same as ours; what Discord adds by itself (ids, versions, defaults) does not count. */
export function sameCommands(there: unknown, wanted: readonly object[]): boolean {
  if (!Array.isArray(there)) return false;
  const byName = (list: readonly unknown[]) => list.map((item) => JSON.stringify(essence(item))).sort();
  return JSON.stringify(byName(there)) === JSON.stringify(byName(wanted));
}

const KEPT = [
  'name',
  'type',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'choices',
  'value',
  'min_value',
  'max_value',
  'default_member_permissions',
  'contexts',
  'options',
];

/** The part of a definition that we set, in one order, with empty and default values left out. */
function essence(value: unknown, keys: readonly string[] | undefined = KEPT): unknown {
  if (Array.isArray(value)) return value.map((item) => essence(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, part]) => (keys === undefined || keys.includes(key)) && !isDefault(part))
    .map(([key, part]) => [key, essence(part, key === 'description_localizations' ? undefined : KEPT)] as const)
    .sort(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(entries);
}

function isDefault(part: unknown): boolean {
  if (part === undefined || part === null || part === false || part === '') return true;
  return typeof part === 'object' && Object.keys(part).length === 0;
}
