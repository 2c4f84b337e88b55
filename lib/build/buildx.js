import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorText, UserError } from "../errors.js";
import { buildCommand, secretFlags, shownCommand } from "./argv.js";
import { inspectBuilder } from "./builder.js";
import { explainFailure, failureContext } from "./failure.js";
import { ownTagFor, planOutput } from "./output.js";
import { buildCounter, isHarmless, lineReader, logLine } from "./progress.js";
import { parseProvenance } from "./provenance.js";
import { redactor } from "./redact.js";
import { buildArgValues, secretValues, writeSecrets } from "./secrets.js";
/** What keeps values out of what a build of these settings prints. */
export async function buildRedactor(settings, { environment, workingDirectory, log }) {
    const secrets = await secretValues(settings, environment, workingDirectory);
    for (const value of secrets)
        log.secret(value);
    return redactor([...secrets, ...buildArgValues(settings, environment)]);
}
async function runBuild(command, redact, settings, options) {
    const { exec, log } = options;
    const counter = buildCounter();
    const lines = lineReader((line) => {
        if (!isHarmless(line))
            log.info(logLine(redact(line)));
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
    if (result.exitCode === 0)
        return counter.count();
    const failure = explainFailure(redact(result.stderr), failureContext(settings, options.dockerfile));
    if (failure.file !== null && failure.line !== null) {
        log.error(failure.message, { title: 'The image does not build', file: failure.file, startLine: failure.line });
    }
    throw new UserError(failure.message, { hint: failure.hint });
}
/** Null where buildx wrote none: an image can be weighed without. */
async function readProvenance(metadataFile, log) {
    try {
        const provenance = parseProvenance(JSON.parse(await readFile(metadataFile, 'utf8')), null);
        if (provenance === null)
            log.debug('The build metadata holds no provenance that covers all layers.');
        return provenance;
    }
    catch (cause) {
        log.debug(`The build metadata cannot be read: ${errorText(cause)}`);
        return null;
    }
}
/**
 * Builds the image and leaves it where it can be measured.
 *
 * @throws UserError where it does not build; the line is annotated then, if BuildKit names one
 */
export async function buildImage(settings, options) {
    const redact = await buildRedactor(settings, options);
    const builder = await inspectBuilder(options.exec, failureContext(settings, options.dockerfile));
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
    }
    finally {
        await rm(folder, { recursive: true, force: true });
    }
}
/** Removes a tag of ours, and with it the image if it has no other; the build cache stays. Never rejects. */
export async function removeTag(tag, docker, log) {
    const removed = docker.getImage(tag).remove();
    await removed.catch((error) => log.debug(`The tag ${tag} was not removed: ${errorText(error)}`));
}
