import * as z from 'zod';
import { errorText } from "../errors.js";
import { checkCommand } from "./argv.js";
import { explainFailure, failureContext } from "./failure.js";
import { redactor } from "./redact.js";
import { buildArgValues } from "./secrets.js";
import { isAtLeast, OLDEST_BUILDX_FOR_CHECK } from "./versions.js";
/** The JSON of `--call=check,format=json` (moby/buildkit, frontend/subrequests/lint); an empty list is null there. */
const location = z.object({
    ranges: z.array(z.object({ start: z.object({ line: z.int() }), end: z.object({ line: z.int() }) })).optional(),
});
const checkResult = z.object({
    warnings: z
        .array(z.object({
        ruleName: z.string(),
        description: z.string().default(''),
        detail: z.string().default(''),
        location: location.optional(),
    }))
        .nullish(),
    buildError: z.object({ message: z.string() }).optional(),
});
function locationOf(warning, file) {
    const lines = (warning.location?.ranges ?? []).flatMap(({ start, end }) => [start.line, end.line]);
    const firstLine = lines.reduce((first, line) => Math.min(first, line), Number.POSITIVE_INFINITY);
    const lastLine = lines.reduce((last, line) => Math.max(last, line), 0);
    if (firstLine < 1 || lastLine < 1)
        return null;
    return { file, firstLine, lastLine, firstColumn: null, lastColumn: null };
}
function findingOf(warning, file) {
    return {
        rule: warning.ruleName,
        aliases: [],
        severity: 'warning',
        message: warning.detail || warning.description || warning.ruleName,
        location: locationOf(warning, file),
        price: null,
        evidence: [],
        fix: null,
    };
}
function parseResult(stdout) {
    try {
        return checkResult.safeParse(JSON.parse(stdout)).data ?? null;
    }
    catch {
        return null;
    }
}
/** Runs BuildKit's own checks of the Dockerfile. Needs no build; never rejects. */
export async function checkDockerfile(settings, options) {
    const { exec, environment, dockerfile } = options;
    const redact = redactor(buildArgValues(settings, environment));
    const skipped = (reason) => ({
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
            if (isTooOld)
                return skipped(`they need buildx ${OLDEST_BUILDX_FOR_CHECK}.`);
            return skipped(explainFailure(stderr, failureContext(settings, dockerfile)).message);
        }
        if (result.buildError !== undefined)
            return skipped(result.buildError.message);
        const findings = (result.warnings ?? []).map((warning) => findingOf(warning, dockerfile));
        return { findings: findings.map((finding) => ({ ...finding, message: redact(finding.message) })), notice: null };
    }
    catch (thrown) {
        return skipped(errorText(thrown));
    }
}
