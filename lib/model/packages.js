import * as z from 'zod';
const bytes = z.int().nonnegative();
const weight = {
    diskBytes: bytes,
    files: z.int().nonnegative(),
    layers: z
        .array(z.object({ layer: z.int().nonnegative().describe('Position in `layers`'), diskBytes: bytes }))
        .describe('The layers that hold the files'),
};
export const packageManager = z.enum(['dpkg', 'apk', 'rpm', 'python', 'node', 'gem', 'go', 'rust']);
/** What a package's files in the final file system weigh; each file belongs to one package at most. */
export const packageWeight = z.object({
    manager: packageManager,
    name: z.string(),
    version: z.string().nullable(),
    architecture: z.string().nullable(),
    ...weight,
});
/** What no package owns. */
export const unownedWeight = z.object({
    directory: z.string().describe('Its files and those below it, less what other rows hold'),
    ...weight,
});
