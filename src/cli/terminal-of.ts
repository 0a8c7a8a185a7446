import type { Output } from '../../adapters/terminal/index.ts';
import type { Io } from './io.ts';

/** The command's standard output as the terminal adapter writes to it; its width follows the window. */
export function terminalOf(io: Io): Output {
  return {
    write: io.out,
    get columns() {
      return io.columns?.();
    },
  };
}
