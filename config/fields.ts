import { Cron } from 'croner';
import { z } from 'zod';
import { type ChannelId, parseChannel } from '../src/core/channel.ts';
import { digestParts } from '../src/core/digest-clock.ts';
import { parseQuery } from '../src/core/query/query.ts';
import { describeStateLocation, parseStateLocation, STATE_LOCATIONS } from '../src/core/state-location.ts';
import { nearest } from '../src/core/text/nearest.ts';
import { parseDuration } from '../src/core/time/durations.ts';
import { Secret } from './secret.ts';

/** A field read by a function of ours that gives the value, or says what is wrong with it. */
function field<T>(expected: string, read: (text: string) => T | Wrong) {
  return z
    .union([z.string(), z.number()], {
      error: (issue) => (issue.input === undefined ? 'is missing' : `must be ${expected}`),
    })
    .transform((input, context): T => {
      const result = read(String(input).trim());
      if (!(result instanceof Wrong)) return result;
      context.issues.push({ code: 'custom', message: result.message, input });
      return z.NEVER;
    });
}

/** What a reader gives instead of a value. */
class Wrong {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

function wrong(message: string): Wrong {
  return new Wrong(message);
}

/** Milliseconds, from "20s", "10m", "1h30m"; "0" is none. */
export const Duration = (limits: { readonly min?: number; readonly max?: number } = {}) =>
  field('a span of time like 20s or 10m', (text) => {
    const ms = /^0+\s*[a-z]*$/i.test(text) ? 0 : parseDuration(text);
    if (ms === undefined) return wrong(`"${clip(text)}" is no span of time: write 20s, 10m or 2h`);
    if (ms < (limits.min ?? 0)) return wrong(`must be at least ${seconds(limits.min ?? 0)}`);
    if (ms > (limits.max ?? Number.POSITIVE_INFINITY)) return wrong(`must be at most ${seconds(limits.max ?? 0)}`);
    return ms;
  });

const BYTES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 1024,
  mi: 1024 ** 2,
  gi: 1024 ** 3,
};

/** Bytes, from "10MB", "512 KiB" or a plain number. */
export const ByteSize = field('a size like 10MB', (text) => {
  const parts = /^(\d{1,12}(?:\.\d{1,3})?)\s*(?:([kmg]i?)?b?)$/i.exec(text);
  const unit = BYTES[(parts?.[2] ?? '').toLowerCase()];
  if (parts === null || unit === undefined) return wrong(`"${clip(text)}" is no size: write 10MB or 512KB`);
  const bytes = Math.round(Number(parts[1]) * unit);
  return bytes >= 1024 && bytes <= 1e9 ? bytes : wrong('must be between 1KiB and 1GB');
});

/** An IANA time zone. */
export const Zone = field('a time zone like Europe/London', (text) =>
  /^[A-Za-z]+(?:[/_+-]\w+)*$/.test(text) && isIanaZone(text) ? text : unknownZone(text),
);

function unknownZone(text: string): Wrong {
  const near = nearest(text, Intl.supportedValuesOf('timeZone'));
  return wrong(
    `"${clip(text)}" is no time zone${near === undefined ? '; write one like Europe/London' : `; did you mean ${near}?`}`,
  );
}

function isIanaZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A clock time `HH:MM`. */
export const ClockTime = field('a clock time like "23:00"', (text) =>
  /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text)
    ? text.padStart(5, '0')
    : wrong(`"${clip(text)}" is no clock time: write "23:00"`),
);

/** Five cron fields: minute, hour, day, month, weekday; at most once a minute. The time zone may stand behind them. */
export const CronExpression = field('a cron expression like "*/30 * * * *"', (text) => {
  const { cron, timezone } = digestParts(text);
  try {
    if (new Cron(cron, { mode: '5-part', paused: true }).nextRun() === null)
      return wrong(`"${clip(text)}" never comes`);
  } catch {
    return wrong(`"${clip(text)}" is no cron expression: write five fields, like "*/30 * * * *"`);
  }
  return timezone === undefined || isIanaZone(timezone) ? text : unknownZone(timezone);
});

/** A BCP 47 language tag. */
export const Language = field('a language like en-GB', (text) => {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? wrong('must be a language like en-GB');
  } catch {
    return wrong(`"${clip(text)}" is no language: write en-GB or de`);
  }
});

/** A channel as `platform:id`. */
export const Channel = field<ChannelId>('a channel like slack:C0123456789', (text) => {
  const channel = parseChannel(text);
  if (channel !== undefined) return channel;
  if (/^(?:slack:)?#/.test(text))
    return wrong(`"${clip(text)}" is a name; Slack needs the channel's id (channel details, at the bottom): slack:C…`);
  return wrong(`"${clip(text)}" is no channel: write slack:C…, slack:T…/C…, discord:<id> or terminal:`);
});

/** An http(s) address. */
export const HttpUrl = field('an address that begins with https://', (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return text;
  return wrong('must be an address that begins with http:// or https://');
});

/** A filter in the query language of commands and alerts. */
export const QueryText = field('words to look for', (text) => {
  try {
    parseQuery(text);
    return text;
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
});

/** Where the state is kept. */
export const State = field('sqlite:FILE, redis://… or postgres://…', (text) => {
  if (parseStateLocation(text) !== undefined) return text;
  return wrong(`"${clip(describeStateLocation(text))}" is no place for state: write ${STATE_LOCATIONS}`);
});

/** Text with something in it. */
export const Text = field('text', (text) => (text === '' ? wrong('must not be empty') : text));

/** A token or password. What was given is never repeated in a message. */
export const SecretText = field('a secret', (text) =>
  text === '' || /\s/.test(text) ? wrong('must be a token, without spaces') : new Secret(text),
);

function seconds(ms: number): string {
  return ms % 60_000 === 0 && ms > 0 ? `${ms / 60_000}m` : `${ms / 1000}s`;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
