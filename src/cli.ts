import { errorText, UserError } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import type { Log } from './seams.ts';
import { type Command, parseArguments } from './settings/arguments.ts';
import { readConfigFile } from './settings/config-file.ts';
import { terminalLog } from './terminal-log.ts';
import { version } from './version.ts';

/** The program on a terminal: results on standard output, all else on standard error. */
export async function terminal(): Promise<void> {
  process.stdout.on('error', letReaderGo);
  process.exitCode = await exitCodeOf(process.argv.slice(2));
}

/** A reader that has seen enough (`| head`) closes the pipe; what we found, and so the exit code, stays the same. */
function letReaderGo(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function exitCodeOf(argv: readonly string[]): Promise<number> {
  const log = terminalLog(process.stderr);
  try {
    return await answer(parseArguments(argv, { currentDirectory: process.cwd(), readFile: readConfigFile }), log);
  } catch (error) {
    log.error(errorText(error));
    if (error instanceof UserError) {
      if (error.hint !== null) process.stderr.write(`${error.hint}\n`);
    } else if (error instanceof Error && process.env.DEBUG) process.stderr.write(`${error.stack}\n`);
    return exitCodes.trouble;
  }
}

async function answer(command: Command, log: Log): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(command.text);
      return exitCodes.pass;
    case 'version':
      process.stdout.write(`${version}\n`);
      return exitCodes.pass;
    default: {
      // Wrong usage is told before all the rest is loaded.
      const { execute } = await import('./commands.ts');
      return await execute(command, log);
    }
  }
}
