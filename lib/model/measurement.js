import * as z from 'zod';
import { packageWeight, unownedWeight } from "./packages.js";
const bytes = z.int().nonnegative();
const text = z.string();
export const digest = z.templateLiteral(['sha256:', z.string().regex(/^[0-9a-f]{64}$/)]);
export const commitId = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
/** Lines of a Dockerfile: 1-based, both ends included. */
export const location = z.object({
    file: text,
    firstLine: z.int().positive(),
    lastLine: z.int().positive(),
    stage: text.nullable().describe('Name of the stage, or its index where it has none'),
});
/** An image that a build took, with its digest then. */
export const baseImage = z.object({
    reference: text.describe('As a FROM names it: `name:tag`, `name:tag@digest`'),
    digest,
});
/** A line that decides what a layer holds, though the layer's own text and the layers below do not show it. */
export const upstreamLine = z.object({
    location,
    instruction: text,
    content: text
        .nullable()
        .describe('What the line took from outside the Dockerfile: digests of images, `files:` and a short sum; empty: nothing; null: not known'),
});
export const measuredLayer = z.object({
    diffId: digest,
    digest: digest.nullable().describe('Of the compressed blob'),
    diskBytes: bytes.describe("Bytes of the regular files in the layer's tar"),
    downloadBytes: bytes.nullable().describe('Bytes of the compressed blob'),
    files: z.int().nonnegative().describe('Regular files in the tar'),
    origin: z.enum(['base', 'own']).nullable(),
    instruction: text.nullable().describe('The instruction as the Dockerfile has it, on one line'),
    location: location.nullable(),
    attribution: z.enum(['provenance', 'history', 'none']).describe('How the instruction was found'),
    upstream: z
        .array(upstreamLine)
        .nullable()
        .default(null)
        .describe('Lines that decide what it holds: ARG, ENV and the like in its scope, all of a stage that it was copied or mounted from, its own where that took something; null: not known'),
});
/** One image at one commit, weighed. Published as schema/measurement-v1.json. */
export const measurement = z.object({
    version: z.literal(1),
    name: text,
    platform: text.describe('os/architecture[/variant]'),
    source: z.object({
        kind: z.enum(['docker', 'podman', 'registry', 'docker-archive', 'oci-archive', 'oci-dir']),
        reference: text,
    }),
    store: z
        .enum(['classic', 'containerd', 'podman'])
        .nullable()
        .describe("The engine's image store; null for other sources"),
    commit: commitId.nullable(),
    created: z.iso.datetime().describe('When it was measured'),
    diskBytes: bytes,
    downloadBytes: bytes.nullable(),
    deadBytes: bytes.describe('Bytes that a later layer hides'),
    files: z.int().nonnegative(),
    layers: z.array(measuredLayer).describe('Base first'),
    bases: z
        .array(baseImage)
        .nullable()
        .default(null)
        .describe('Images that the build took from elsewhere; null: not known'),
    buildArgs: z
        .record(text, text)
        .nullable()
        .default(null)
        .describe('Build arguments, each value as a sum too short to be found out from; null: not known'),
    build: z
        .object({
        seconds: z.number().nonnegative(),
        steps: z.int().nonnegative(),
        cachedSteps: z.int().nonnegative(),
        contextBytes: bytes
            .nullable()
            .default(null)
            .describe('Of the build contexts, sent to the builder, which keeps what it was sent before; as BuildKit prints it: exact below 1 kB, else to two decimals of its unit; null: not known'),
    })
        .nullable()
        .default(null)
        .describe('Null: measured without a build'),
    packages: z
        .array(packageWeight)
        .optional()
        .describe('With `measure --packages` only: who owns the final file system, largest first'),
    unowned: z.array(unownedWeight).optional().describe('With `packages`: the rest; together they are the live bytes'),
});
