import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Config } from '../../config/config.ts';
import { ConfigError } from '../../config/config-error.ts';
import { loadConfig } from '../../config/load.ts';

const folder = mkdtempSync(join(tmpdir(), 'liveblog-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** Loads `text` as a configuration file. */
export function load(text: string, environment: Record<string, string> = {}): Config {
  return loadConfig({ file: write(text), environment, folder });
}

/** The problems of `text`, each as `path: message`. */
export function problems(text: string, environment: Record<string, string> = {}): string[] {
  return refusal(text, environment).problems.map(({ path, message }) => `${path}: ${message}`);
}

export function refusal(text: string, environment: Record<string, string> = {}): ConfigError {
  try {
    load(text, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

export function write(text: string | Uint8Array, name = `${count++}.yaml`): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A file with one blog, and `route` as its only route. */
export function withRoute(route: string): string {
  return `blogs: { storm: { url: "https://saltmere.example/live", to: [${route}] } }`;
}
