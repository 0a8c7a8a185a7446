import type { REST } from 'discord.js';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { commandTree } from './command-tree.ts';
import { codeOf } from './errors.ts';
import { registerCommands } from './registration.ts';

export type RegisterParts = {
  readonly rest: REST;
  readonly application: string;
  /** Guilds to register in; none = everywhere. */
  readonly wanted: readonly string[];
  /** Guilds the bot is in. */
  readonly present: readonly string[];
  readonly store: Store | undefined;
  readonly log: Log;
};

/** Guilds in which commands of ours may stand; no record = nobody kept it: it may be any. */
type Registered = { readonly guilds: readonly string[] };
const KEY = 'discord-commands';

/**
 * Registers the commands, and takes them from guilds that had their own and are named no more: there people would see every
 * command twice. Which these are is remembered, so that guilds are looked at once and not at every start. Resolves when the
 * commands are registered; the others go meanwhile.
 */
export async function registerHere(parts: RegisterParts): Promise<void> {
  const { store, wanted, log } = parts;
  const known = await store?.get<Registered>(KEY);
  // Before they stand there: a kill in between must not leave commands nobody knows of.
  if (known !== undefined) await store?.set(KEY, { guilds: [...new Set([...known.guilds, ...wanted])] });
  await registerCommands(parts.rest, parts.application, wanted, log);
  if (store === undefined) return;
  const stale = (known?.guilds ?? parts.present).filter((guild) => !wanted.includes(guild));
  void clear(parts, stale)
    .then(() => store.set(KEY, { guilds: wanted }))
    .catch((error: unknown) => {
      const facts = { reason: String(error) };
      log.warn('commands of single servers could not be removed; tried again at the next start', facts);
    });
}

async function clear({ rest, application, log }: RegisterParts, guilds: readonly string[]): Promise<void> {
  const ours = new Set(commandTree().map(({ name }) => name));
  for (const guild of guilds) {
    const path = `/applications/${application}/guilds/${guild}/commands` as const;
    const stale = (await listed(rest, path)).filter(({ name }) => ours.has(name));
    for (const { id } of stale) await rest.delete(`${path}/${id}`);
    if (stale.length > 0) log.info('commands removed', { scope: guild, commands: stale.length });
  }
}

type Listed = { readonly id: string; readonly name: string };

/** What is registered in a guild; nothing where the bot has no access: it left, and its commands went with it. */
async function listed(rest: REST, path: `/${string}`): Promise<readonly Listed[]> {
  try {
    return (await rest.get(path)) as readonly Listed[];
  } catch (error) {
    const code = codeOf(error);
    if (code === MISSING_ACCESS || code === UNKNOWN_GUILD) return [];
    throw error;
  }
}

const MISSING_ACCESS = 50_001;
const UNKNOWN_GUILD = 10_004;
