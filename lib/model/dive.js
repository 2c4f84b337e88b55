import * as z from 'zod';
import { location } from "./measurement.js";
const bytes = z.int().nonnegative();
const text = z.string();
/** A layer that brought content, or hid it. */
export const wastePlace = z.object({
    layer: z.int().nonnegative().describe('Index of the layer, base first'),
    origin: z.enum(['base', 'own']).nullable(),
    instruction: text.nullable(),
    location: location.nullable(),
});
export const wasteRow = z.object({
    how: z
        .enum(['deleted', 'modified', 'metadata'])
        .describe('By what stands at the path after the hiding layer: nothing, other content, the same content'),
    diskBytes: bytes,
    files: z.int().positive(),
    broughtBy: wastePlace,
    hiddenBy: wastePlace,
    largest: z.array(z.object({ path: text, diskBytes: bytes })).describe('The largest of its files'),
});
/** What is in the layers and in no container: exact, each byte in one row. */
export const waste = z.object({
    liveBytes: bytes.describe('Bytes of the files of the final file system'),
    deadBytes: bytes.describe('Bytes that a later layer hides; live and dead are the disk size'),
    efficiency: z.number().describe('Live bytes by the disk size; 1 where there are none'),
    how: z.object({ deleted: bytes, modified: bytes, metadata: bytes }).describe('The dead bytes, split'),
    hiddenBy: z
        .object({ base: bytes, own: bytes, unknown: bytes })
        .describe('The dead bytes, by whose layer hid them: what the base image hid, no line of yours can save'),
    rows: z.array(wasteRow).describe('The dead bytes by the layers that brought and hid them; the largest first'),
});
export const diveRuleNames = ['highestUserWastedPercent', 'highestWastedBytes', 'lowestEfficiency'];
export const diveResult = z.object({
    rule: z.enum(diveRuleNames),
    threshold: z.number().nullable().describe('Null: the rule is disabled'),
    status: z.enum(['pass', 'fail', 'skip']),
});
/** The figures of wagoodman/dive 0.13, computed as it computes them. */
export const diveFigures = z.object({
    efficiency: z.number(),
    wastedBytes: bytes,
    userWastedPercent: z
        .number()
        .nullable()
        .describe('A ratio, not a percentage; null where no layer follows the first, or none has a byte'),
    sizeBytes: bytes,
    userSizeBytes: bytes.describe('Of all layers but the first'),
    inefficientFiles: z
        .array(z.object({ count: z.int().positive(), sizeBytes: bytes, file: text }))
        .describe('Paths that occur twice or more, the largest first'),
});
/** What `dive --json` prints. Published as schema/dive-v1.json. */
export const diveReport = z.object({
    version: z.literal(1),
    image: text.describe('The source, as it was named'),
    platform: text.describe('os/architecture[/variant]'),
    ...diveFigures.shape,
    pass: z.boolean(),
    results: z.array(diveResult).describe('One for each rule'),
    waste: waste.describe('Our own figures, exact'),
});
