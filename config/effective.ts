import { stringify } from 'yaml';
import { describeStateLocation } from '../src/core/state-location.ts';
import type { Config } from './config.ts';

/** The configuration in force as YAML, for people to read: secrets as dots, passwords in addresses hidden. */
export function describeConfig(config: Config): string {
  const { file: _file, notes: _notes, blogs, http, slack, discord, ...rest } = config;
  const readable = {
    ...rest,
    state: describeStateLocation(config.state),
    http: http ?? 'off',
    poll: mapValues(rest.poll, duration),
    network: { ...rest.network, timeout: duration(rest.network.timeout) },
    slack: slack ?? 'off',
    discord: discord ?? 'off',
    blogs: Object.fromEntries(
      blogs.map(({ name, url, poll, routes, ...blog }) => [
        name,
        {
          url: withoutPassword(url),
          ...blog,
          ...(poll === undefined ? {} : { poll: duration(poll) }),
          to: routes.map(({ channel, settings }) => ({
            channel,
            ...settings,
            settle: duration(settings.settle),
            editGap: duration(settings.editGap),
          })),
        },
      ]),
    ),
  };
  return stringify(JSON.parse(JSON.stringify(readable)), { lineWidth: 0 });
}

function mapValues<T extends object, R>(object: T, map: (value: T[keyof T]) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

function withoutPassword(url: string): string {
  return url.replace(/^(https?:\/\/)[^/@?#]*@/i, '$1***@');
}

function duration(ms: number): string {
  if (ms > 0 && ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  return ms > 0 && ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1000}s`;
}
