import type { Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ports/log.ts';

/** Tokens, tickets of socket addresses, answer addresses, codes: whatever the SDK might put into a sentence. */
const SECRET =
  /xox[a-z]+-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+|([?&](?:ticket|code|state|token)=)[^&\s"']+|https?:\/\/hooks\.slack\.com\/\S+/giu;

export function withoutSecrets(text: string): string {
  return text.replace(SECRET, (_all, name: string | undefined) => `${name ?? ''}[secret]`);
}

/**
 * The SDK's log through ours, warnings and errors only, as warnings: what matters reaches us as an error of a call or
 * as a lost connection, and is logged there.
 */
export function sdkLog(log: Log, level: LogLevel): Logger {
  const say = (...parts: unknown[]) => {
    const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
    log.warn('slack sdk', { sdk: withoutSecrets(text).slice(0, 500) });
  };
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: say,
    error: say,
    setLevel: nothing,
    getLevel: () => level,
    setName: nothing,
  };
}
