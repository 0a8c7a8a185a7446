import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Complain, Complaints } from './complaints.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { createLookup, type Lookup, readVariables, type Variables } from './environment.ts';
import { given } from './given.ts';
import { interpolate } from './interpolate.ts';
import { complainOf, wordIssue } from './problems.ts';
import { Settings } from './schema.ts';
import { checkNames, checkTogether, discordConfig, notesOn, slackConfig } from './sections.ts';
import { readYaml, type YamlFile } from './yaml.ts';

export type LoadOptions = {
  /** What `--config` names; it must exist. Absent: the default file if it is there, else the environment alone. */
  readonly file?: string;
  readonly environment: Variables;
  /** Where `.env` and the default file are looked for. */
  readonly folder: string;
};

export const DEFAULT_FILE = 'config/liveblog.yaml';

type SettingPath = readonly [top: string] | readonly [top: string, key: string];

/** Settings that the environment gives where the file does not, so that no file is needed at all. */
const FROM_ENVIRONMENT: readonly (readonly [variable: string, ...path: SettingPath])[] = [
  ['LIVEBLOG_STATE', 'state'],
  ['LIVEBLOG_HTTP_HOST', 'http', 'host'],
  ['LIVEBLOG_HTTP_PORT', 'http', 'port'],
  ['SLACK_BOT_TOKEN', 'slack', 'botToken'],
  ['SLACK_APP_TOKEN', 'slack', 'appToken'],
  ['SLACK_SIGNING_SECRET', 'slack', 'signingSecret'],
  ['SLACK_API_URL', 'slack', 'apiUrl'],
  ['SLACK_CLIENT_ID', 'slack', 'clientId'],
  ['SLACK_CLIENT_SECRET', 'slack', 'clientSecret'],
  ['SLACK_AUTHORIZE_URL', 'slack', 'authorizeUrl'],
  ['SLACK_ENCRYPTION_KEY', 'slack', 'encryptionKey'],
  ['DISCORD_TOKEN', 'discord', 'token'],
  ['DISCORD_API_URL', 'discord', 'apiUrl'],
];

/** Reads the configuration. Throws one `ConfigError` with every problem there is. */
export function loadConfig(options: LoadOptions): Config {
  const file = fileToRead(options);
  const source = file ?? 'The environment';
  const yaml: YamlFile = file === undefined ? { data: {}, locate: () => undefined } : readYaml(file);
  const lookup = createLookup(readVariables(options.environment, options.folder));
  const complaints = new Complaints();
  const { complain } = complaints;
  const { data, unset } = interpolate(yaml.data, lookup, complain);
  checkNames(data, complain);
  const parsed = Settings.safeParse(fillFromEnvironment(data, lookup, complain), { error: wordIssue });
  if (!parsed.success) complainOf(parsed.error.issues, complain);
  const config = parsed.success ? resolveSettings(parsed.data, file, complain) : undefined;
  complaints.throwIfAny(source, yaml);
  if (config === undefined) throw new ConfigError(source, [{ path: '', message: 'cannot be used' }]);
  return { ...config, notes: notesOn(config, unset) };
}

function fileToRead({ file, folder }: LoadOptions): string | undefined {
  if (file !== undefined) return resolve(folder, file);
  const standard = resolve(folder, DEFAULT_FILE);
  return existsSync(standard) ? standard : undefined;
}

function fillFromEnvironment(data: unknown, lookup: Lookup, complain: Complain): unknown {
  if (typeof (data ?? {}) !== 'object' || Array.isArray(data)) return data;
  const filled: Record<string, unknown> = { ...(data as object | null) };
  for (const [variable, ...path] of FROM_ENVIRONMENT) {
    if (!isOpen(filled, path)) continue;
    const found = lookup(variable);
    if ('problem' in found) complain(path, found.problem);
    else if (found.value !== undefined) put(filled, path, found.value);
  }
  return filled;
}

/** True where the file says nothing; a section that is `off` stays off. */
function isOpen(settings: Readonly<Record<string, unknown>>, [top, key]: SettingPath): boolean {
  const section = settings[top] ?? undefined;
  if (key === undefined || section === undefined) return section === undefined;
  return typeof section === 'object' && ((section as Record<string, unknown>)[key] ?? undefined) === undefined;
}

function put(settings: Record<string, unknown>, [top, key]: SettingPath, value: string): void {
  settings[top] = key === undefined ? value : { ...(settings[top] as object | undefined), [key]: value };
}

function resolveSettings(settings: Settings, file: string | undefined, complain: Complain): Omit<Config, 'notes'> {
  const { state, http, language, poll, notices, access, network } = settings;
  checkTogether(settings, complain);
  const blogs = Object.entries(settings.blogs).map(([name, { url, as, poll, timezone, to }]) => ({
    ...given({ as, poll, timezone }),
    name,
    url,
    routes: to.map(({ channel, ...presentation }) => ({ channel, settings: given(presentation) })),
  }));
  return {
    file,
    state,
    http: http ?? undefined,
    language,
    poll,
    slack: slackConfig(settings.slack, http, complain),
    discord: discordConfig(settings.discord),
    blogs,
    notices: { to: notices.to },
    access,
    network,
  };
}
