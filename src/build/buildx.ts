import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { errorText, UserError } from '../errors.ts';
import type { Provenance } from '../model/attribution.ts';
import type { Measurement } from '../model/measurement.ts';
import type { BuildSettings } from '../model/settings.ts';
import type { Clock, Environment, Exec, Log } from '../seams.ts';
import { buildCommand, type CommandLine, secretFlags, shownCommand } from './argv.ts';
import { inspectBuilder } from './builder.ts';
import { explainFailure, failureContext } from './failure.ts';
import { type BuiltImage, ownTagFor, planOutput } from './output.ts';
import type { Program } from './program.ts';
import { type BuildCount, buildCounter, isHarmless, lineReader, logLine } from './progress.ts';
import { parseProvenance } from './provenance.ts';
import { type Redact, redactor } from './redact.ts';
import { buildArgValues, secretValues, writeSecrets } from './secrets.ts';

export interface BuildOptions {
  readonly exec: Exec;
  /** Answers questions; what builds is `docker buildx build`, as users know it. */
  readonly buildx: Program;
  readonly log: Log;
  readonly clock: Clock;
  readonly environment: Environment;
  /** Names the image where the user gives no tag. */
  readonly name: string;
  /** The Dockerfile as it is shown to the user. */
  readonly dockerfile: string;
  readonly workingDirectory: string;
  /** Holds the OCI layout after the build; the caller removes it. */
  readonly tempDir: string;
  /** Makes tags of ours unique; lower-case letters and digits. */
  readonly random: () => string;
}

export interface BuildResult {
  readonly image: BuiltImage;
  /** To be removed by `removeTag` when all is done. */
  readonly ownTag: string | null;
  readonly provenance: Provenance | null;
  /** What it took, from buildx's start to its end. */
  readonly figures: NonNullable<Measurement['build']>;
}

/** What keeps values out of what a build of these settings prints. */
export async function buildRedactor(
  settings: BuildSettings,
  { environment, workingDirectory, log }: Pick<BuildOptions, 'environment' | 'workingDirectory' | 'log'>,
): Promise<Redact> {
  const secrets = await secretValues(settings, environment, workingDirectory);
  for (const value of secrets) log.secret(value);
  return redactor([...secrets, ...buildArgValues(settings, environment)]);
}

async function runBuild(
  command: CommandLine,
  redact: Redact,
  settings: BuildSettings,
  options: BuildOptions,
): Promise<BuildCount> {
  const { exec, log } = options;
  const counter = buildCounter();
  const lines = lineReader((line) => {
    if (!isHarmless(line)) log.info(logLine(redact(line)));
  });
  const result = await log.group(`Build ${options.name}`, async () => {
    log.info(redact(shownCommand(command)));
    const ran = await exec('docker', command.args, {
      cwd: options.workingDirectory,
      env: command.env,
      onStderr(chunk) {
        lines.write(chunk);
        counter.write(chunk);
      },
    });
    lines.end();
    return ran;
  });
  if (result.exitCode === 0) return counter.count();
  const failure = explainFailure(redact(result.stderr), failureContext(settings, options.dockerfile));
  if (failure.file !== null && failure.line !== null) {
    log.error(failure.message, { title: 'The image does not build', file: failure.file, startLine: failure.line });
  }
  throw new UserError(failure.message, { hint: failure.hint });
}

/** Null where buildx wrote none: an image can be weighed without. */
async function readProvenance(metadataFile: string, log: Log): Promise<Provenance | null> {
  try {
    const provenance = parseProvenance(JSON.parse(await readFile(metadataFile, 'utf8')), null);
    if (provenance === null) log.debug('The build metadata holds no provenance that covers all layers.');
    return provenance;
  } catch (cause) {
    log.debug(`The build metadata cannot be read: ${errorText(cause)}`);
    return null;
  }
}

/**
 * Builds the image and leaves it where it can be measured.
 *
 * @throws UserError where it does not build; the line is annotated then, if BuildKit names one
 */
export async function buildImage(settings: BuildSettings, options: BuildOptions): Promise<BuildResult> {
  const redact = await buildRedactor(settings, options);
  const builder = await inspectBuilder(options.exec, options.buildx, failureContext(settings, options.dockerfile));
  await mkdir(options.tempDir, { recursive: true });
  const ownTag = ownTagFor(options.name, options.random());
  const plan = planOutput(settings, builder, ownTag, join(options.tempDir, `layout-${options.random()}`));
  // The metadata hold the values of build arguments, too: they go together with the secrets.
  const folder = await mkdtemp(join(options.tempDir, 'build-'));
  try {
    const metadataFile = join(folder, 'metadata.json');
    const secrets = secretFlags(settings, await writeSecrets(settings, join(folder, 'secrets')));
    const target = { tags: plan.tags, secrets, output: plan.flags, metadataFile };
    const command = buildCommand(settings, target, options.environment);
    const started = options.clock().getTime();
    const count = await runBuild(command, redact, settings, options);
    const seconds = (options.clock().getTime() - started) / 1000;
    return {
      image: plan.image,
      ownTag: plan.ownTag,
      provenance: await readProvenance(metadataFile, options.log),
      figures: { seconds, ...count },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes a tag of ours, and with it the image if it has no other; the build cache stays. Never rejects. */
export async function removeTag(tag: string, docker: Docker, log: Log): Promise<void> {
  const removed = docker.getImage(tag).remove();
  await removed.catch((error: unknown) => log.debug(`The tag ${tag} was not removed: ${errorText(error)}`));
}
