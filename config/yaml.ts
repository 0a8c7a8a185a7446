import { readFileSync, statSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { ConfigError } from './config-error.ts';

export type YamlFile = {
  readonly data: unknown;
  /** Where a setting stands in the file, or else the nearest setting around it. */
  readonly locate: (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number } | undefined;
};

/** Far more than any sensible configuration; a dump or a log given by mistake is refused before it is parsed. */
const MAX_BYTES = 1024 * 1024;
const MAX_PROBLEMS = 20;

/** Reads a YAML file. Throws a `ConfigError` with the line and column of what cannot be read. */
export function readYaml(path: string): YamlFile {
  const text = readText(path);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, intAsBigInt: true, prettyErrors: false, merge: true });
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, MAX_PROBLEMS).map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { path: '', message: error.message, line, column: col };
    });
    throw new ConfigError(path, problems);
  }
  return { data: toData(document, path), locate: (at) => locate(document, lines, at) };
}

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      throw new ConfigError(path, [{ path: '', message: `too large: ${size} bytes, ${MAX_BYTES} at most` }]);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const message = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
    throw new ConfigError(path, [{ path: '', message }]);
  }
}

function toData(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ConfigError(path, [{ path: '', message }]);
  }
}

function locate(document: Document, lines: LineCounter, path: readonly PropertyKey[]) {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return undefined;
}
