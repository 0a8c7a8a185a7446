import type { Config } from './config.ts';
import { Secret } from './secret.ts';

/** Every secret value of the configuration, for the log to look out for. */
export function secretsOf(config: Config): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (value instanceof Secret) found.push(value.reveal());
    else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) visit(item);
  };
  visit(config);
  return found.filter((secret) => secret !== '');
}
