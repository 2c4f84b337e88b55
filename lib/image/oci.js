import * as z from 'zod';
import { errorText, UserError } from "../errors.js";
import { digest as digestSchema } from "../model/measurement.js";
/** The registry API asks for manifests of at least 4 MiB to be taken (distribution-spec, "Pushing Manifests"). */
export const maxManifestBytes = 4 * 1024 * 1024;
/** A config holds labels and history: some kilobytes. */
export const maxConfigBytes = 16 * 1024 * 1024;
/** Absent and null are the same to Go's encoder. */
const optional = (schema) => schema.nullish().transform((value) => value ?? null);
export const platformSchema = z.object({ os: z.string(), architecture: z.string(), variant: optional(z.string()) });
const descriptor = z.object({
    mediaType: optional(z.string()),
    digest: digestSchema,
    size: z.int().nonnegative(),
    platform: optional(platformSchema),
    annotations: optional(z.record(z.string(), z.string())),
});
/** OCI image index, or Docker manifest list. */
const index = z.object({ manifests: z.array(descriptor) });
/** OCI image manifest, or Docker image manifest V2.2. */
const manifest = z.object({ config: descriptor, layers: z.array(descriptor) });
const config = z.object({
    os: z.string(),
    architecture: z.string(),
    variant: optional(z.string()),
    created: optional(z.string()),
    config: optional(z.object({ User: optional(z.string()) })),
    history: optional(z.array(z.object({ created_by: optional(z.string()), empty_layer: optional(z.boolean()) }))),
    rootfs: z.object({ diff_ids: z.array(digestSchema) }),
});
/** `manifest.json` of `docker save` (moby image/tarexport; Docker Image Specification v1.2). */
const archiveManifest = z.array(z.object({ Config: z.string(), RepoTags: optional(z.array(z.string())), Layers: optional(z.array(z.string())) }));
export function parseManifest(bytes, name) {
    const document = parseJson(bytes, name);
    const asIndex = index.safeParse(document);
    if (asIndex.success)
        return { kind: 'index', manifests: asIndex.data.manifests };
    return { kind: 'image', ...check(manifest, document, name) };
}
export function parseConfig(bytes, name) {
    const { history, rootfs, config: run, ...rest } = check(config, parseJson(bytes, name), name);
    return {
        ...rest,
        history: (history ?? []).map((entry) => ({
            createdBy: entry.created_by ?? '',
            emptyLayer: entry.empty_layer ?? false,
        })),
        user: run?.User ?? '',
        diffIds: rootfs.diff_ids,
    };
}
export function parseArchiveManifest(bytes, name) {
    return check(archiveManifest, parseJson(bytes, name), name);
}
function parseJson(bytes, name) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch (error) {
        throw new UserError(`${name} is not JSON: ${errorText(error)}`, { cause: error });
    }
}
function check(schema, document, name) {
    const result = schema.safeParse(document);
    if (result.success)
        return result.data;
    const issue = result.error.issues[0];
    throw new UserError(`${name} is not valid: ${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'unknown'}`, {
        hint: 'Only images are measured: OCI images and Docker images of schema 2.',
        cause: result.error,
    });
}
/** The digest, if the text is one: `sha256:` and 64 hexadecimal digits, so that it can be made a path. */
export function asDigest(text) {
    const result = digestSchema.safeParse(text);
    return result.success ? result.data : null;
}
/** `os/architecture[/variant]`. */
export function platformText(platform) {
    const { os, architecture, variant } = platform;
    return variant === null || variant === '' ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
/** `linux/arm64` and `linux/arm64/v8` are the same; so are `linux/arm` and `linux/arm/v7` (containerd, platforms). */
export function samePlatform(one, other) {
    const normalise = (platform) => platform.replace(/^linux\/arm64$/, '$&/v8').replace(/^linux\/arm$/, '$&/v7');
    return normalise(one) === normalise(other);
}
/** The platform of this machine's images, for an index with several of which none was asked for. */
export function ownPlatform() {
    const architectures = { x64: 'amd64', ia32: '386' };
    return `linux/${architectures[process.arch] ?? process.arch}`;
}
/** Provenance and SBOM stand beside the images in an index (BuildKit, docs/attestations/attestation-storage.md). */
function isAttestation(entry) {
    return (entry.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
        (entry.platform !== null && platformText(entry.platform) === 'unknown/unknown'));
}
/**
 * The manifest of an index to go on with: the one of the wanted platform; without a wish the only one there is, else
 * this machine's. An entry without a platform (the outer index of a layout) stands for any.
 *
 * `present` tells which manifests the source holds: an index lists platforms that were never pulled.
 */
export function chooseManifest(manifests, wanted, present, name) {
    const images = imageEntries(manifests);
    const held = images.filter((entry) => present(entry.digest));
    const matches = (platform) => held.filter((entry) => entry.platform === null || samePlatform(platformText(entry.platform), platform));
    const choices = wanted === null ? (held.length === 1 ? held : matches(ownPlatform())) : matches(wanted);
    const [choice, second] = choices;
    const listed = images.map((entry) => (entry.platform === null ? entry.digest : platformText(entry.platform)));
    if (choice === undefined) {
        const lacks = wanted === null ? 'no image to measure' : `no image for ${wanted}`;
        throw new UserError(`${name} holds ${lacks}; it lists: ${listed.join(', ') || 'nothing'}`, {
            hint: 'Name one of the platforms, and see that it was pulled or built.',
        });
    }
    if (second !== undefined) {
        throw new UserError(`${name} holds ${choices.length} images: ${choices.map((entry) => entry.digest).join(', ')}`, {
            hint: 'Save one image alone.',
        });
    }
    return choice;
}
/** The entries of an index that are images, each once. */
export function imageEntries(manifests) {
    const images = manifests.filter((entry) => !isAttestation(entry));
    return [...new Map(images.map((entry) => [entry.digest, entry])).values()];
}
