import { Command } from 'commander';
import { programVersion } from '../version.ts';
import { addCheck } from './check.ts';
import { addDemo } from './demo.ts';
import { addExport } from './export.ts';
import { describeFailure, exitCodeOf } from './failure.ts';
import { addInspect } from './inspect.ts';
import type { Io } from './io.ts';
import { addReplay } from './replay.ts';
import { addStart } from './start.ts';
import { addSummary } from './summary.ts';

/** Runs one command line and gives its exit code. Never throws: what went wrong is said on `io.err`. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  const program = createProgram(io);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    const words = describeFailure(error);
    if (words !== undefined) io.err(`${words}\n`);
    return exitCodeOf(error);
  }
}

function createProgram(io: Io): Command {
  const version = programVersion();
  const program = new Command('liveblog')
    .description('Follows live blogs and keeps Slack and Discord channels true to them.')
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError('(liveblog --help lists the commands)')
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .exitOverride();
  addInspect(program, io);
  addSummary(program, io);
  addStart(program, io);
  addCheck(program, io);
  addDemo(program, io);
  addReplay(program, io);
  addExport(program, io);
  for (const command of program.commands) {
    command
      .version(version)
      .showHelpAfterError(`(liveblog ${command.name()} --help says more)`)
      .configureOutput({ writeOut: io.out, writeErr: io.err })
      .exitOverride();
  }
  return program;
}
