import * as z from 'zod';
import { errorText } from '../errors.ts';
import type { Finding } from '../model/finding.ts';
import type { BuildSettings } from '../model/settings.ts';
import type { Environment, Exec } from '../seams.ts';
import { checkCommand } from './argv.ts';
import { explainFailure, failureContext } from './failure.ts';
import { redactor } from './redact.ts';
import { buildArgValues } from './secrets.ts';
import { isAtLeast, OLDEST_BUILDX_FOR_CHECK } from './versions.ts';

/** The JSON of `--call=check,format=json` (moby/buildkit, frontend/subrequests/lint); an empty list is null there. */
const location = z.object({
  ranges: z.array(z.object({ start: z.object({ line: z.int() }), end: z.object({ line: z.int() }) })).optional(),
});
const checkResult = z.object({
  warnings: z
    .array(
      z.object({
        ruleName: z.string(),
        description: z.string().default(''),
        detail: z.string().default(''),
        location: location.optional(),
      }),
    )
    .nullish(),
  buildError: z.object({ message: z.string() }).optional(),
});
type Warning = NonNullable<z.infer<typeof checkResult>['warnings']>[number];

export interface CheckOptions {
  readonly exec: Exec;
  readonly environment: Environment;
  readonly workingDirectory: string;
  /** The Dockerfile as it is shown to the user. */
  readonly dockerfile: string;
}

function locationOf(warning: Warning, file: string): Finding['location'] {
  const lines = (warning.location?.ranges ?? []).flatMap(({ start, end }) => [start.line, end.line]);
  const firstLine = lines.reduce((first, line) => Math.min(first, line), Number.POSITIVE_INFINITY);
  const lastLine = lines.reduce((last, line) => Math.max(last, line), 0);
  if (firstLine < 1 || lastLine < 1) return null;
  return { file, firstLine, lastLine, firstColumn: null, lastColumn: null };
}

function findingOf(warning: Warning, file: string): Finding {
  return {
    rule: warning.ruleName,
    aliases: [],
    severity: 'warning',
    message: warning.detail || warning.description || warning.ruleName,
    location: locationOf(warning, file),
    price: null,
    baseSaving: null,
    evidence: [],
    fix: null,
  };
}

function parseResult(stdout: string): z.infer<typeof checkResult> | null {
  try {
    return checkResult.safeParse(JSON.parse(stdout)).data ?? null;
  } catch {
    return null;
  }
}

/** What BuildKit's own checks found; `notice` says why they could not be had. */
export interface CheckOutcome {
  readonly findings: readonly Finding[];
  readonly notice: string | null;
}

/** Runs BuildKit's own checks of the Dockerfile. Needs no build; never rejects. */
export async function checkDockerfile(settings: BuildSettings, options: CheckOptions): Promise<CheckOutcome> {
  const { exec, environment, dockerfile } = options;
  const redact = redactor(buildArgValues(settings, environment));
  const skipped = (reason: string) => ({
    findings: [],
    notice: redact(`BuildKit's checks were left out: ${reason}`),
  });
  try {
    const { args, env } = checkCommand(settings, environment);
    // Warnings make the exit code 1: what was printed decides.
    const { stdout, stderr } = await exec('docker', args, { cwd: options.workingDirectory, env });
    const result = parseResult(stdout);
    if (result === null) {
      const isTooOld = !isAtLeast((await exec('docker', ['buildx', 'version'])).stdout, OLDEST_BUILDX_FOR_CHECK);
      if (isTooOld) return skipped(`they need buildx ${OLDEST_BUILDX_FOR_CHECK}.`);
      return skipped(explainFailure(stderr, failureContext(settings, dockerfile)).message);
    }
    if (result.buildError !== undefined) return skipped(result.buildError.message);
    const findings = (result.warnings ?? []).map((warning) => findingOf(warning, dockerfile));
    return { findings: findings.map((finding) => ({ ...finding, message: redact(finding.message) })), notice: null };
  } catch (thrown) {
    return skipped(errorText(thrown));
  }
}
