/** One thing wrong with the configuration. */
export type Problem = {
  /** `blogs.storm.to[0].quiet.from`; '' = the file as a whole. */
  readonly path: string;
  /** What is wrong and what would do; never a secret. */
  readonly message: string;
  /** Where in the file, from 1. */
  readonly line?: number;
  readonly column?: number;
};

/** The configuration cannot be used; holds every problem, so that one run is enough to mend them all. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly Problem[];

  constructor(source: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super(`${source}: ${count}\n${problems.map((problem) => `  ${describeProblem(problem)}`).join('\n')}`);
    this.problems = problems;
  }
}

function describeProblem({ path, message, line, column }: Problem): string {
  const place = line === undefined ? '' : `line ${line}${column === undefined ? '' : `:${column}`}: `;
  return path === '' ? `${place}${message}` : `${place}${path}: ${message}`;
}

/** `['blogs', 'storm', 'to', 0]` as people write it: `blogs.storm.to[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
