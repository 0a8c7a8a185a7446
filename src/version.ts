import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the package file, which stands above this file in the sources as well as in the build. */
export function programVersion(from: string = import.meta.dirname): string {
  const path = join(from, 'package.json');
  if (existsSync(path)) {
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version?: string };
    return version ?? '0.0.0';
  }
  return dirname(from) === from ? '0.0.0' : programVersion(dirname(from));
}
