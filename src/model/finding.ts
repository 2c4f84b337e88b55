import * as z from 'zod';

export const severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof severity>;

/** What a finding costs. Each byte of an image is priced in one finding only. */
export const price = z.object({
  diskBytes: z.int().nonnegative(),
  downloadBytes: z
    .int()
    .nonnegative()
    .nullable()
    .describe(
      "Estimated: what of the layers' blobs was read as these files; by the layer's compression ratio where it was read otherwise",
    ),
  measured: z.boolean().describe('Disk bytes were added up from the layers, not estimated'),
});
export type Price = z.infer<typeof price>;

/** What another base image takes less: the layers of a registry's image tell its download size, and none else. */
export const baseSaving = z.object({
  leastBytes: z.int().positive().describe('Of download, by the largest of the other images'),
  mostBytes: z.int().positive().describe('Of download, by the smallest'),
});
export type BaseSaving = z.infer<typeof baseSaving>;

/** Columns are 1-based; `lastColumn` is the one behind the last character. */
export const findingLocation = z.object({
  file: z.string(),
  firstLine: z.int().positive(),
  lastLine: z.int().positive(),
  firstColumn: z.int().positive().nullable(),
  lastColumn: z.int().positive().nullable(),
});
export type FindingLocation = z.infer<typeof findingLocation>;

export const fixEdit = findingLocation.extend({ text: z.string().describe('What stands there instead') });

/** Edits that belong together: all of them are made, or none. */
export const fix = z.object({ safe: z.boolean(), edits: z.array(fixEdit) });
export type Fix = z.infer<typeof fix>;

/** What edits change, by whole lines and without line ends. */
export const changedLines = z.object({
  file: z.string(),
  firstLine: z.int().positive().describe('In the file as it is; where nothing goes, what comes stands before it'),
  before: z.array(z.string()),
  after: z.array(z.string()),
});
export type ChangedLines = z.infer<typeof changedLines>;

export const finding = z.object({
  rule: z.string(),
  aliases: z.array(z.string()).describe("Other linters' codes for the same"),
  severity,
  message: z.string(),
  location: findingLocation.nullable(),
  price: price.nullable().describe('Null: not about size, or not known'),
  baseSaving: baseSaving
    .nullable()
    .default(null)
    .describe(
      "Exact, by the registry's manifests, and of download alone: no price has it. Null: not about the base image, or not known",
    ),
  evidence: z.array(z.string()).describe('What the price was made of, or why there is none'),
  fix: fix
    .extend({ lines: z.array(changedLines).nullable().describe('The same by whole lines; null: too much to show') })
    .nullable(),
});
export type Finding = z.infer<typeof finding>;
