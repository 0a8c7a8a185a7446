import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** file → imports that the linter must refuse there. One biome run over a copy holds them all. */
const FORBIDDEN: readonly (readonly [file: string, specifier: string])[] = [
  ['src/core/entry.ts', 'node:fs'],
  ['src/core/entry.ts', 'zod'],
  ['src/core/entry.ts', '../ports/store.ts'],
  ['src/core/detect/detect.ts', '../../ports/store.ts'],
  ['src/core/detect/detect.ts', '../../relay/poll.ts'],
  ['src/core/entry.ts', '../../config/load.ts'],
  ['src/ports/store.ts', 'keyv'],
  ['src/ports/store.ts', '../relay/poll.ts'],
  ['src/ports/store.ts', 'node:path'],
  ['src/relay/poll.ts', '../store/open-store.ts'],
  ['src/relay/poll.ts', '../sources/http/fetcher.ts'],
  ['src/relay/poll.ts', '../../adapters/slack/index.ts'],
  ['src/relay/poll.ts', '@slack/bolt'],
  ['src/relay/poll.ts', 'undici'],
  ['src/relay/poll.ts', 'node:fs/promises'],
  ['src/commands/help.ts', 'discord.js'],
  ['src/commands/help.ts', '../relay/poll.ts'],
  ['src/commands/help.ts', '../app.ts'],
  ['src/store/sqlite.ts', '../relay/poll.ts'],
  ['src/store/sqlite.ts', '../sources/http/fetcher.ts'],
  ['src/sources/http/fetcher.ts', 'keyv'],
  ['src/sources/http/fetcher.ts', '../../store/open-store.ts'],
  ['src/sources/http/fetcher.ts', '../../commands/help.ts'],
  ['src/web/web.ts', '../relay/poll.ts'],
  ['src/log/log.ts', '../store/open-store.ts'],
  ['adapters/slack/index.ts', '../discord/index.ts'],
  ['adapters/slack/index.ts', 'discord.js'],
  ['adapters/slack/index.ts', '../../src/store/open-store.ts'],
  ['adapters/slack/index.ts', '../../src/relay/poll.ts'],
  ['adapters/discord/index.ts', '../slack/index.ts'],
  ['adapters/discord/index.ts', '../../src/commands/help.ts'],
  ['adapters/terminal/index.ts', '../slack/index.ts'],
  ['adapters/terminal/index.ts', 'keyv'],
  ['src/app.ts', 'keyv'],
  ['src/cli/check.ts', '@slack/bolt'],
  ['config/load.ts', 'libsql'],
];

/** Imports that must stay allowed: a rule that refuses everything proves nothing. */
const ALLOWED: readonly (readonly [file: string, specifier: string])[] = [
  ['src/core/detect/detect.ts', '../entry.ts'],
  ['src/core/entry.ts', 'mdast'],
  ['src/ports/store.ts', '../core/entry.ts'],
  ['src/relay/poll.ts', '../ports/store.ts'],
  ['src/commands/help.ts', '../ports/store.ts'],
  ['src/store/sqlite.ts', 'keyv'],
  ['src/sources/http/fetcher.ts', 'undici'],
  ['adapters/slack/index.ts', '@slack/bolt'],
  ['adapters/slack/index.ts', './commands.ts'],
  ['adapters/discord/index.ts', '../../src/ports/store.ts'],
  ['src/app.ts', './store/open-store.ts'],
];

type Diagnostic = { readonly category?: string; readonly location?: { readonly path?: unknown } };

describe("the linter's import rules", () => {
  const folder = mkdtempSync(join(tmpdir(), 'liveblog-architecture-'));
  const plantedFiles = new Map<string, string>();
  let refused: Map<string, string[]>;

  const plant = (file: string, text: string) => {
    const planted = file.replace(/([^/]+)\.ts$/, `planted-${plantedFiles.size}-$1.ts`);
    mkdirSync(dirname(join(folder, planted)), { recursive: true });
    writeFileSync(join(folder, planted), text);
    plantedFiles.set(text + file, planted);
    return planted;
  };
  const importing = (specifier: string) => `import * as it from '${specifier}';\n\nexport const used = it;\n`;

  beforeAll(() => {
    for (const [file, specifier] of [...FORBIDDEN, ...ALLOWED]) plant(file, importing(specifier));
    writeFileSync(
      join(folder, 'src/core/ring-a.ts'),
      "import { b } from './ring-b.ts';\n\nexport const a = () => b;\n",
    );
    writeFileSync(
      join(folder, 'src/core/ring-b.ts'),
      "import { a } from './ring-a.ts';\n\nexport const b = () => a;\n",
    );
    plant('src/relay/talk.ts', "console.log('x');\n");
    const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
    refused = lint(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FORBIDDEN)('refuse in %s: %s', (file, specifier) => {
    const planted = plantedFiles.get(importing(specifier) + file) ?? '';

    expect(refused.get(planted)).toContain('lint/style/noRestrictedImports');
  });

  it.each(ALLOWED)('allow in %s: %s', (file, specifier) => {
    const planted = plantedFiles.get(importing(specifier) + file) ?? '';

    expect(refused.get(planted) ?? []).not.toContain('lint/style/noRestrictedImports');
  });

  it('refuse a ring of imports', () => {
    expect(refused.get('src/core/ring-a.ts')).toContain('lint/suspicious/noImportCycles');
  });

  it('refuse console output', () => {
    expect([...refused.values()].flat()).toContain('lint/suspicious/noConsole');
  });
});

/** Runs the linter and gives, by file, the rules it was refused by. */
function lint(folder: string): Map<string, string[]> {
  const biome = resolve(ROOT, 'node_modules/.bin/biome');
  const run = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: readonly Diagnostic[] };
  const refused = new Map<string, string[]>();
  for (const { category, location } of diagnostics) {
    const path =
      typeof location?.path === 'string' ? location.path : String((location?.path as { file?: string })?.file);
    const file = relative(folder, resolve(folder, path));
    refused.set(file, [...(refused.get(file) ?? []), category ?? '']);
  }
  return refused;
}

type Sin = { readonly name: string; readonly pattern: RegExp; readonly within: RegExp; readonly except?: RegExp };

/** What no import rule sees. `within` and `except` are matched against the path. */
const SINS: readonly Sin[] = [
  {
    name: 'the clock',
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/,
    within: /^src\/(?:core|relay|commands)\//,
  },
  { name: 'chance', pattern: /\bMath\.random\(|\brandomUUID\(/, within: /^src\/(?:core|relay|commands)\// },
  { name: 'the process', pattern: /\bprocess\./, within: /^src\/(?:core|ports|relay|commands)\// },
  { name: 'the network', pattern: /(?<![.\w])fetch\(/, within: /^src\/(?:core|relay|commands)\// },
  {
    name: 'a timer',
    pattern: /\bset(?:Timeout|Interval)\(/,
    within: /^src\/(?:core|ports|relay|commands)\//,
    except: /^src\/relay\/(?:[\w-]*workqueue|[\w-]*clock)\.ts$/,
  },
  {
    name: 'process.exit',
    pattern: /\bprocess\.exit\(/,
    within: /^(?:src|adapters|config)\//,
    except: /^src\/main\.ts$/,
  },
];

/** Rooms that all sources share; every other folder in `src/sources` is one kind's own. */
const SHARED_ROOMS = ['body', 'http', 'wire'];

function sinsIn(file: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  return SINS.filter(
    ({ pattern, within, except }) => within.test(file) && !except?.test(file) && pattern.test(code),
  ).map(({ name }) => name);
}

/** The other kinds' rooms that a source's file reaches into. */
function foreignRooms(file: string, text: string): string[] {
  const room = /^src\/sources\/([\w-]+)\//.exec(file)?.[1];
  if (room === undefined) return [];
  const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map((match) => join(dirname(file), match[1] ?? ''));
  const rooms = imports.map((path) => /^src\/sources\/([\w-]+)\//.exec(path)?.[1]);
  return rooms.filter((other) => other !== undefined && other !== room && !SHARED_ROOMS.includes(other)) as string[];
}

const FILES = ['src', 'adapters', 'config'].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(top, name)),
);

describe('what the linter does not see', () => {
  it('is nowhere in the sources', () => {
    const found = FILES.flatMap((file) =>
      sinsIn(file, readFileSync(join(ROOT, file), 'utf8')).map((sin) => `${file}: ${sin}`),
    );

    expect(FILES.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  it('no source reaches into the room of another kind', () => {
    const found = FILES.flatMap((file) =>
      foreignRooms(file, readFileSync(join(ROOT, file), 'utf8')).map((room) => `${file}: ${room}`),
    );

    expect(found).toEqual([]);
  });

  it.each([
    ['src/core/a.ts', 'const now = Date.now();', 'the clock'],
    ['src/relay/a.ts', 'const at = new Date();', 'the clock'],
    ['src/core/a/b.ts', 'Math.random()', 'chance'],
    ['src/commands/a.ts', 'process.env.TOKEN', 'the process'],
    ['src/relay/a.ts', 'await fetch(url)', 'the network'],
    ['src/relay/poll.ts', 'setTimeout(go, 5)', 'a timer'],
    ['adapters/slack/a.ts', 'process.exit(1)', 'process.exit'],
  ])('is found when planted: %s %s', (file, code, sin) => {
    expect(sinsIn(file, code)).toContain(sin);
  });

  it('is not found in comments, in other words, or where it belongs', () => {
    expect(sinsIn('src/core/a.ts', '// never Date.now()\nnew Date(at); source.fetch(x); /* Math.random() */')).toEqual(
      [],
    );
    expect(sinsIn('src/main.ts', 'process.exit(0); Date.now()')).toEqual([]);
  });

  it("a planted import of another kind's room is found", () => {
    expect(foreignRooms('src/sources/rss/read.ts', "import { x } from '../guardian/blocks.ts';")).toEqual(['guardian']);
    expect(foreignRooms('src/sources/rss/read.ts', "import { x } from '../body/html-body.ts';")).toEqual([]);
  });
});
