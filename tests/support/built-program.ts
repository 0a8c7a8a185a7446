import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** npm runs tests and bench there; the bench is built into a folder of its own. */
const ROOT = process.cwd();

/** Compiles the program as it stands and gives the path of its main file, so that processes start fast and are current. */
export function builtProgram(): string {
  const out = join(ROOT, 'dist-test');
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', out], { cwd: ROOT, stdio: 'pipe' });
  const main = join(out, 'src', 'main.js');
  if (!existsSync(main)) throw new Error(`the build made no ${main}`);
  return main;
}
