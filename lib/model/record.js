import * as z from 'zod';
import { commitId, measurement } from "./measurement.js";
/** One earlier measurement of the same line of commits. */
export const trendPoint = z.object({
    commit: commitId,
    created: z.iso.datetime(),
    diskBytes: z.int().nonnegative(),
    downloadBytes: z.int().nonnegative().nullable(),
    store: measurement.shape.store.default(null),
});
/** What a store keeps beside the layer indexes. */
export const recordDocument = z.object({
    version: z.literal(1),
    measurement,
    trend: z.array(trendPoint).max(200).describe('Oldest first; this measurement is not among them'),
});
