import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { attribute, platformArgs } from "./analysis/attribution.js";
import { overlay } from "./analysis/filesystem.js";
import { measure } from "./analysis/measure.js";
import { findUpstream, sumBuildArgs } from "./analysis/upstream.js";
import { buildImage, buildRedactor, removeTag } from "./build/buildx.js";
import { contextSums } from "./build/context-sums.js";
import { readBuildFiles } from "./build/files.js";
import { givenBuildArgs } from "./build/secrets.js";
import { parseDockerfile } from "./dockerfile/parse.js";
import { listPlatforms, readFirst } from "./image/read.js";
import { isPath, parseSource, sniffPath } from "./image/source.js";
import { findMaking } from "./making.js";
import { platformOf } from "./settings/resolve.js";
/** Builds or finds an image, reads what is not known of it, and weighs it. Cleans up behind itself. */
export async function weigh(weighable, seams) {
    const obtained = await obtain(weighable, seams);
    try {
        const [image, making] = await Promise.all([read(obtained.sources, weighable, seams), obtained.making]);
        const dockerfile = dockerfileOf(making);
        const attributions = attributionsOf(image, dockerfile, making);
        const fileSystem = overlay(image.layers.map(({ index }) => index));
        const { name, commit } = weighable;
        const { build } = obtained;
        const { definition, files, provenance } = making;
        const measurement = measure({
            ...{ image, attributions, fileSystem, name, commit, created: seams.clock(), build },
            upstream: await upstreamOf(image, dockerfile, attributions, making),
            bases: provenance && [...provenance.bases],
            buildArgs: sumBuildArgs(definition.buildArgs),
        });
        return { measurement, image, attributions, fileSystem, dockerfile, definition, context: files.context };
    }
    finally {
        await obtained.release();
    }
}
async function obtain({ subject, name, workingDirectory, root }, seams) {
    if (subject.kind === 'image') {
        const sources = await candidatesOf(subject.reference, workingDirectory);
        const making = findMaking(sources, { subject, workingDirectory, root }, seams);
        return { sources, making, build: null, release: async () => { } };
    }
    const { context, file } = subject.build;
    const files = await readBuildFiles({ context, file, workingDirectory, root });
    const options = { ...seams, name, workingDirectory, dockerfile: files.dockerfilePath };
    const redact = await buildRedactor(subject.build, options);
    const { image, ownTag, provenance, figures } = await buildImage(subject.build, options);
    const source = image.kind === 'engine'
        ? { kind: 'docker', reference: image.reference }
        : { kind: 'oci-dir', reference: image.path };
    const release = async () => {
        if (ownTag !== null)
            await removeTag(ownTag, seams.docker(), seams.log);
        if (image.kind === 'oci-dir')
            await rm(image.path, { recursive: true, force: true });
    };
    const definition = { target: subject.build.target, buildArgs: givenBuildArgs(subject.build, seams.environment) };
    const making = Promise.resolve({ files, provenance, definition, redact });
    return { sources: [source], making, build: figures, release };
}
/** BuildKit's own copy is what was built; the file's path is what the user knows. */
function dockerfileOf({ files: { dockerfilePath, dockerfileText }, provenance }) {
    const text = provenance?.dockerfile?.text ?? dockerfileText;
    return text === null ? null : parseDockerfile(dockerfilePath, text);
}
async function read(sources, weighable, seams) {
    const { subject, known, workingDirectory, maxUnpacked } = weighable;
    const [{ reference }] = sources;
    const platform = platformOf(subject);
    const { image, layersRead } = await readFirst(locate(sources, workingDirectory), {
        ...seams,
        known,
        platform,
        maxUnpacked,
    });
    seams.log.info(`Read ${layersRead} of ${image.layers.length} layers of ${reference}`);
    // Where the file lies on this machine is nobody's business.
    return { ...image, source: { ...image.source, reference } };
}
function locate([first, ...others], workingDirectory) {
    const absolute = (source) => isPath(source.kind) ? { ...source, reference: resolve(workingDirectory, source.reference) } : source;
    return [absolute(first), ...others.map(absolute)];
}
/** The platforms that an image is there for; null is the one of an image that has no choice. */
export async function platformsOf(reference, workingDirectory, seams) {
    const sources = await candidatesOf(reference, workingDirectory);
    return await listPlatforms(locate(sources, workingDirectory), {
        ...seams,
        known: async () => new Map(),
        platform: null,
        maxUnpacked: null,
    });
}
const candidatesOf = (reference, workingDirectory) => parseSource(reference, { sniff: (path) => sniffPath(resolve(workingDirectory, path)) });
function attributionsOf({ config, layers }, dockerfile, { provenance, definition, redact }) {
    const { target, buildArgs } = definition;
    const found = attribute({ config, provenance, dockerfile, target, layerCount: layers.length, buildArgs });
    // What stands in the Dockerfile is no secret; what the history says of it holds the values that went in.
    return found.map((of) => of.location === null && of.instruction !== null ? { ...of, instruction: redact(of.instruction) } : of);
}
function upstreamOf({ config }, dockerfile, attributions, { definition: { buildArgs }, provenance, files: { places } }) {
    return findUpstream({
        ...{ dockerfile, attributions },
        buildArgs: buildArgs && [...platformArgs(config), ...buildArgs],
        bases: provenance?.bases ?? null,
        sumFiles: places === null ? async () => null : contextSums(places),
    });
}
