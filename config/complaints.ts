import { ConfigError, type Problem, pathText } from './config-error.ts';
import type { YamlFile } from './yaml.ts';

export type Path = readonly PropertyKey[];
export type Complain = (path: Path, message: string) => void;

/** Gathers what is wrong, from every step of reading a configuration, until all of it can be said at once. */
export class Complaints {
  readonly #found: { readonly path: Path; readonly message: string }[] = [];

  readonly complain: Complain = (path, message) => {
    this.#found.push({ path, message });
  };

  /** Throws all of them in the file's order; of several at one path only the first, which the others follow from. */
  throwIfAny(source: string, yaml: YamlFile): void {
    if (this.#found.length === 0) return;
    const problems = new Map<string, Problem>();
    for (const { path, message } of this.#found) {
      const text = pathText(path);
      if (!problems.has(text)) problems.set(text, { path: text, message, ...yaml.locate(path) });
    }
    throw new ConfigError(
      source,
      [...problems.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    );
  }
}
