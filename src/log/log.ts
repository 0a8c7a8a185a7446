import { pino } from 'pino';
import type { Facts, Log } from '../ports/log.ts';
import { Repeats } from './repeats.ts';
import { createScrubber } from './scrub.ts';

export type LogOptions = {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Values that must not appear, whatever their shape: all secrets of the configuration. */
  readonly secrets: readonly string[];
  readonly now: () => number;
  /** Takes one line with its line end; standard error by default. */
  readonly write?: (line: string) => void;
};

const REPEAT_INTERVAL = 5 * 60_000;

/**
 * The program's log: JSON lines on standard error. Every line is scrubbed as a whole, so that no field, cause or stack
 * can carry a secret; the same warning or error again comes once, then with a count.
 */
export function createLog(options: LogOptions): Log {
  const scrub = createScrubber(options.secrets);
  const write = options.write ?? ((line) => void process.stderr.write(line));
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: () => `,"time":"${new Date(options.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(scrub(line)) },
  );
  const repeats = new Repeats(REPEAT_INTERVAL);
  const troubled = (level: 'warn' | 'error') => (message: string, facts?: Facts) => {
    const verdict = repeats.hear(keyOf(level, message, facts), options.now());
    if (!verdict.say) return;
    logger[level](verdict.repeats === 0 ? plain(facts) : { ...plain(facts), repeats: verdict.repeats }, message);
  };
  return {
    debug: (message, facts) => logger.debug(plain(facts), message),
    info: (message, facts) => logger.info(plain(facts), message),
    warn: troubled('warn'),
    error: troubled('error'),
  };
}

/** The fields that make two lines the same trouble; numbers like attempts and waiting times do not. */
function keyOf(level: string, message: string, facts: Facts = {}): string {
  const same = Object.entries(facts)
    .filter(([, value]) => typeof value === 'string' || value instanceof Error)
    .map(([name, value]) => [name, value instanceof Error ? [value.name, value.message] : value]);
  return JSON.stringify([level, message, same]);
}

/** Errors as name, kind, message, stack and causes: as they are, JSON shows nothing of them. */
function plain(facts: Facts = {}): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, readable(value, 0)]));
}

const DEEPEST_CAUSE = 4;

function readable(value: unknown, depth: number): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  const kind = 'kind' in value ? { kind: value.kind } : {};
  const code = 'code' in value ? { code: value.code } : {};
  const deeper = cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: readable(cause, depth + 1) };
  return { name, ...kind, ...code, message, ...(depth === 0 ? { stack } : {}), ...deeper };
}
