import * as z from 'zod';
import { digest } from "../model/measurement.js";
/**
 * BuildKit's max provenance, by shape: SLSA v0.2 (`metadata["https://mobyproject.org/buildkit@v1#metadata"]`) and v1
 * (`runDetails.metadata.buildkit_metadata`); docs.docker.com/build/metadata/attestations/slsa-definitions.
 */
const descriptor = z.object({ digest: z.string() });
const range = z.object({ start: z.object({ line: z.int() }), end: z.object({ line: z.int() }) });
const place = z.object({ sourceIndex: z.int().optional(), ranges: z.array(range).default([]) });
const buildkitMetadata = z.object({
    source: z.object({
        locations: z.record(z.string(), z.object({ locations: z.array(place).optional() })),
        infos: z.array(z.object({ filename: z.string(), data: z.string() })).optional(),
    }),
    layers: z.record(z.string(), z.array(z.array(descriptor))),
});
const buildConfig = z.object({
    llbDefinition: z.array(z.object({
        id: z.string(),
        op: z.object({ Op: z.object({ source: z.object({ identifier: z.string() }).optional() }).optional() }).optional(),
        inputs: z.array(z.string()).optional(),
    })),
});
const material = z.object({ uri: z.string(), digest: z.record(z.string(), z.string()).nullish() });
const materials = z
    .array(material)
    .nullish()
    .transform((all) => all ?? []);
const slsa02 = z.object({
    buildConfig,
    materials,
    metadata: z.object({ 'https://mobyproject.org/buildkit@v1#metadata': buildkitMetadata }),
});
const slsa1 = z.object({
    buildDefinition: z.object({ internalParameters: z.object({ buildConfig }), resolvedDependencies: materials }),
    runDetails: z.object({ metadata: z.object({ buildkit_metadata: buildkitMetadata }) }),
});
function predicateOf(document) {
    const v02 = slsa02.safeParse(document);
    if (v02.success) {
        const metadata = v02.data.metadata['https://mobyproject.org/buildkit@v1#metadata'];
        return { steps: v02.data.buildConfig.llbDefinition, metadata, materials: v02.data.materials };
    }
    const v1 = slsa1.safeParse(document);
    if (!v1.success)
        return null;
    return {
        steps: v1.data.buildDefinition.internalParameters.buildConfig.llbDefinition,
        metadata: v1.data.runDetails.metadata.buildkit_metadata,
        materials: v1.data.buildDefinition.resolvedDependencies,
    };
}
/** The predicate within buildx's metadata file, an in-toto statement, or itself. */
function findPredicate(document) {
    const wrapped = z.record(z.string(), z.unknown()).safeParse(document);
    if (!wrapped.success)
        return null;
    const key = 'buildx.build.provenance';
    // With several platforms there is one key for each: which one is meant cannot be told here.
    const perPlatform = Object.keys(wrapped.data).filter((name) => name.startsWith(`${key}/`));
    const inner = wrapped.data[key] ?? (perPlatform.length === 1 ? wrapped.data[perPlatform[0]] : undefined);
    return predicateOf(inner ?? wrapped.data.predicate ?? document);
}
function chains(predicate, output) {
    const all = Object.hasOwn(predicate.metadata.layers, output) ? predicate.metadata.layers[output] : undefined;
    return (all ?? []).map((chain) => chain.map(({ digest }) => digest)).filter(({ length }) => length > 0);
}
/** The image's own chain: that of the last step's input. */
function finalChain(predicate, layerCount) {
    const result = predicate.steps.at(-1)?.inputs?.[0];
    const candidates = result === undefined ? [] : chains(predicate, result);
    if (layerCount !== null)
        return candidates.find(({ length }) => length === layerCount) ?? null;
    const lengths = new Set(candidates.map(({ length }) => length));
    return lengths.size === 1 ? (candidates[0] ?? null) : null;
}
const isPrefix = (chain, whole) => chain.length <= whole.length && chain.every((digest, index) => digest === whole[index]);
function placesOf(predicate, step) {
    const { locations } = predicate.metadata.source;
    const found = Object.hasOwn(locations, step.id) ? (locations[step.id]?.locations ?? []) : [];
    return found
        .filter(({ sourceIndex = 0, ranges }) => sourceIndex === 0 && ranges.length > 0)
        .map(({ ranges }) => ({
        firstLine: ranges.reduce((first, { start }) => Math.min(first, start.line), Number.POSITIVE_INFINITY),
        lastLine: ranges.reduce((last, { start, end }) => Math.max(last, start.line, end.line), 0),
    }))
        .filter(({ firstLine }) => firstLine > 0)
        .toSorted((a, b) => a.firstLine - b.firstLine);
}
/** FROM: BuildKit's source operations that bring a whole image. */
const isImageSource = (step) => /^(?:docker-image|oci-layout):\/\//.test(step.op?.Op?.source?.identifier ?? '');
/** The steps on the way to the image, each with the number of layers that the image has after it. */
function stepsByHeight(predicate, whole) {
    return predicate.steps
        .flatMap((step) => {
        const own = chains(predicate, `${step.id}:0`).filter((chain) => isPrefix(chain, whole));
        return own.length === 0 ? [] : [{ step, height: Math.max(...own.map(({ length }) => length)) }];
    })
        .toSorted((a, b) => a.height - b.height);
}
/**
 * The step that made the layer at `height` below `step`, by the graph: BuildKit may take a step's result from the cache of
 * another build, whose lower layers are then not those that the steps below have in this one. Their number still is.
 * Null where the graph leaves a choice.
 */
function stepBelow(predicate, step, from, height) {
    let at = step;
    for (let below = from - 1; below >= height; below--) {
        const outputs = new Set(at.inputs);
        const candidates = predicate.steps.filter(({ id }) => outputs.has(`${id}:0`) && chains(predicate, `${id}:0`).some(({ length }) => length === below));
        const [only, ...others] = candidates;
        if (only === undefined || others.length > 0)
            return null;
        at = only;
    }
    return at;
}
/** `pkg:docker/<name>@<tag>?digest=…&platform=…` (BuildKit, util/purl) as a FROM would name it; null for other packages. */
function imageOf(uri) {
    const [, name, version, query] = /^pkg:docker\/([^@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?$/.exec(uri) ?? [];
    if (name === undefined)
        return null;
    try {
        const pinned = new URLSearchParams(query).get('digest');
        const tag = version ? `:${decodeURIComponent(version)}` : '';
        return `${decodeURIComponent(name)}${tag}${pinned ? `@${pinned}` : ''}`;
    }
    catch {
        return null;
    }
}
/** Each image once, though the build may have asked for it under several platforms. */
function basesOf({ materials }) {
    const bases = new Map();
    for (const material of materials) {
        const reference = imageOf(material.uri);
        const parsed = digest.safeParse(`sha256:${material.digest?.sha256}`);
        if (reference === null || !parsed.success)
            continue;
        bases.set(`${reference} ${parsed.data}`, { reference, digest: parsed.data });
    }
    return [...bases.values()];
}
function dockerfileOf({ metadata }) {
    const info = metadata.source.infos?.[0];
    if (info === undefined)
        return null;
    return { filename: info.filename, text: Buffer.from(info.data, 'base64').toString('utf8') };
}
/**
 * Joins an image's layers with the Dockerfile lines that made them. Digests do not serve (BuildKit's are of another
 * kind than the image's), positions do: a step's `layers` are the whole chain up to and including its own, so the layer
 * at position i belongs to the first step whose chain is longer than i and a prefix of the image's. A gap between two
 * such steps is closed by the graph.
 *
 * @param document the `--metadata-file` of buildx, or an attestation, parsed
 * @param layerCount of the image; null where it is not known yet (then the document must leave no choice)
 * @returns null for any document that does not tell it all
 */
export function parseProvenance(document, layerCount) {
    const predicate = findPredicate(document);
    const whole = predicate === null ? null : finalChain(predicate, layerCount);
    if (predicate === null || whole === null)
        return null;
    const steps = stepsByHeight(predicate, whole);
    const layers = [];
    for (const index of whole.keys()) {
        const above = steps.find(({ height }) => height > index);
        if (above === undefined)
            return null;
        // Only a FROM brings several layers at once.
        const isExact = isImageSource(above.step) || above.height === index + 1;
        const owner = isExact ? above.step : stepBelow(predicate, above.step, above.height, index + 1);
        if (owner === null)
            return null;
        layers.push({ origin: isImageSource(owner) ? 'base' : 'own', places: placesOf(predicate, owner) });
    }
    return { dockerfile: dockerfileOf(predicate), layers, bases: basesOf(predicate) };
}
