import { UserError } from '../errors.ts';
import type { Exec } from '../seams.ts';
import { explainKnown, type FailureContext } from './failure.ts';
import type { Program } from './program.ts';
import { OLDEST_BUILDX, OLDEST_ENGINE, requireVersion } from './versions.ts';

/** What is going to build. */
export interface Builder {
  /** As `docker buildx version` prints it. */
  readonly buildx: string;
  /** `docker`: within the engine, where the image then is; others hold it in a cache of their own. */
  readonly driver: string;
  /** BuildKit's version as the builder tells it; null where it does not. */
  readonly buildkit: string | null;
}

function field(inspected: string, name: string): string | null {
  return new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(inspected)?.[1]?.trim() ?? null;
}

/** Runs a program for an answer; whatever keeps it from giving one becomes a sentence with the remedy. */
async function ask(
  exec: Exec,
  [program, ...first]: Program,
  args: readonly string[],
  context: FailureContext,
): Promise<string> {
  const result = await exec(program, [...first, ...args]).catch((cause: unknown) => {
    throw new UserError('Docker is not installed, or not on the PATH.', {
      hint: 'Install the Docker CLI with its buildx plugin: https://docs.docker.com/engine/install/',
      cause,
    });
  });
  const known = explainKnown(`${result.stderr}\n${result.stdout}\n`, context);
  if (known !== null) throw new UserError(known.message, { hint: known.hint });
  if (result.exitCode !== 0) {
    throw new UserError(
      `"${[program, ...first, ...args].join(' ')}" failed: ${result.stderr.trim() || `exit code ${result.exitCode}`}`,
      {
        hint: 'Try the same command on a terminal of this machine.',
      },
    );
  }
  return result.stdout.trim();
}

/**
 * Looks at what is there before anything is built.
 *
 * @throws UserError where docker, buildx, the builder or the engine are missing, unreachable or too old
 */
export async function inspectBuilder(exec: Exec, program: Program, context: FailureContext): Promise<Builder> {
  const asked = {
    buildx: ask(exec, program, ['version'], context),
    builder: ask(exec, program, ['inspect', ...(context.builder === null ? [] : [context.builder])], context),
    engine: ask(exec, ['docker'], ['version', '--format', '{{.Server.Version}}'], context),
  };
  // Asked at once, answered in this order: the first that fails says what is wrong. The engine need not be there.
  await Promise.allSettled(Object.values(asked));
  const buildx = await asked.buildx;
  requireVersion(
    'Docker buildx',
    buildx,
    OLDEST_BUILDX,
    'Update the buildx plugin, or use docker/setup-buildx-action.',
  );
  const inspected = await asked.builder;
  // `inspect` succeeds where the builder does not answer; then it has an `Error:` and no driver.
  const driver = field(inspected, 'Driver');
  if (driver === null) {
    throw new UserError(`The builder cannot be used: ${field(inspected, 'Error') ?? 'buildx names no driver'}`, {
      hint: '"docker buildx ls" shows the builders and their state.',
    });
  }
  if (driver === 'docker') {
    requireVersion('The Docker engine', await asked.engine, OLDEST_ENGINE, 'Update the engine.');
  }
  return { buildx, driver, buildkit: field(inspected, 'BuildKit version') };
}
