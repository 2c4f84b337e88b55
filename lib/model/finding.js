import * as z from 'zod';
export const severity = z.enum(['error', 'warning', 'info']);
/** What a finding costs. Each byte of an image is priced in one finding only. */
export const price = z.object({
    diskBytes: z.int().nonnegative(),
    downloadBytes: z.int().nonnegative().nullable().describe("Estimated from the layer's own compression ratio"),
    measured: z.boolean().describe('Disk bytes were added up from the layers, not estimated'),
});
/** Columns are 1-based; `lastColumn` is the one behind the last character. */
export const findingLocation = z.object({
    file: z.string(),
    firstLine: z.int().positive(),
    lastLine: z.int().positive(),
    firstColumn: z.int().positive().nullable(),
    lastColumn: z.int().positive().nullable(),
});
export const fixEdit = findingLocation.extend({ text: z.string().describe('What stands there instead') });
/** Edits that belong together: all of them are made, or none. */
export const fix = z.object({ safe: z.boolean(), edits: z.array(fixEdit) });
/** What edits change, by whole lines and without line ends. */
export const changedLines = z.object({
    file: z.string(),
    firstLine: z.int().positive().describe('In the file as it is; where nothing goes, what comes stands before it'),
    before: z.array(z.string()),
    after: z.array(z.string()),
});
export const finding = z.object({
    rule: z.string(),
    aliases: z.array(z.string()).describe("Other linters' codes for the same"),
    severity,
    message: z.string(),
    location: findingLocation.nullable(),
    price: price.nullable().describe('Null: not about size, or not known'),
    evidence: z.array(z.string()).describe('What the price was made of, or why there is none'),
    fix: fix
        .extend({ lines: z.array(changedLines).nullable().describe('The same by whole lines; null: too much to show') })
        .nullable(),
});
