import { CommanderError } from 'commander';
import { ConfigError } from '../../config/config-error.ts';
import { createScrubber } from '../log/scrub.ts';
import { UsageError } from './usage-error.ts';

/** 0 done (help and version too), 1 it ran and failed, 2 wrong usage or configuration. */
export function exitCodeOf(error: unknown): 0 | 1 | 2 {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof ConfigError || error instanceof UsageError ? 2 : 1;
}

/** What to tell a person; undefined where the words were said already. Never a secret, and no stack. */
export function describeFailure(error: unknown): string | undefined {
  if (error instanceof CommanderError) return undefined;
  const message = error instanceof Error && error.message !== '' ? error.message : String(error);
  return createScrubber([])(`liveblog: ${message}`);
}
