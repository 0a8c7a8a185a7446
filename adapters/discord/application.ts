import { loginFailed } from './connection.ts';
import type { DiscordOptions } from './options.ts';
import { inviteUrl } from './permissions.ts';
import { loadSdk } from './sdk.ts';

export type DiscordApplication = { readonly id: string; readonly name: string; readonly inviteUrl: string };

/** Who the token belongs to, and the address that adds the bot to a server. Throws `DeliveryError` for a refused token. */
export async function discordApplication(
  options: Pick<DiscordOptions, 'token' | 'apiUrl'>,
  signal: AbortSignal,
): Promise<DiscordApplication> {
  const { REST } = await loadSdk();
  const api = options.apiUrl === undefined ? {} : { api: options.apiUrl.replace(/\/+$/u, '') };
  const rest = new REST({ retries: 0, ...api }).setToken(options.token);
  try {
    const { id, name } = (await rest.get('/applications/@me', { signal })) as { id: string; name: string };
    return { id, name, inviteUrl: inviteUrl(id) };
  } catch (error) {
    throw loginFailed(error);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
