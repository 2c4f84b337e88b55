import { UserError } from "../errors.js";
import { explainKnown } from "./failure.js";
import { OLDEST_BUILDX, OLDEST_ENGINE, requireVersion } from "./versions.js";
function field(inspected, name) {
    return new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(inspected)?.[1]?.trim() ?? null;
}
/** Runs docker for an answer; whatever keeps it from giving one becomes a sentence with the remedy. */
async function ask(exec, args, context) {
    const result = await exec('docker', args).catch((cause) => {
        throw new UserError('Docker is not installed, or not on the PATH.', {
            hint: 'Install the Docker CLI with its buildx plugin: https://docs.docker.com/engine/install/',
            cause,
        });
    });
    const known = explainKnown(`${result.stderr}\n${result.stdout}\n`, context);
    if (known !== null)
        throw new UserError(known.message, { hint: known.hint });
    if (result.exitCode !== 0) {
        throw new UserError(`"docker ${args.join(' ')}" failed: ${result.stderr.trim() || `exit code ${result.exitCode}`}`, {
            hint: 'Try the same command on a terminal of this machine.',
        });
    }
    return result.stdout.trim();
}
/**
 * Looks at what is there before anything is built.
 *
 * @throws UserError where docker, buildx, the builder or the engine are missing, unreachable or too old
 */
export async function inspectBuilder(exec, context) {
    const asked = {
        buildx: ask(exec, ['buildx', 'version'], context),
        builder: ask(exec, ['buildx', 'inspect', ...(context.builder === null ? [] : [context.builder])], context),
        engine: ask(exec, ['version', '--format', '{{.Server.Version}}'], context),
    };
    // Asked at once, answered in this order: the first that fails says what is wrong. The engine need not be there.
    await Promise.allSettled(Object.values(asked));
    const buildx = await asked.buildx;
    requireVersion('Docker buildx', buildx, OLDEST_BUILDX, 'Update the buildx plugin, or use docker/setup-buildx-action.');
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
