import * as z from 'zod';
import type { DownloadMarks } from './download-marks.ts';
import type { Digest, LayerIndex } from './image.ts';
import { commitId, measurement } from './measurement.ts';

/** One earlier measurement of the same line of commits. */
export const trendPoint = z.object({
  commit: commitId,
  created: z.iso.datetime(),
  diskBytes: z.int().nonnegative(),
  downloadBytes: z.int().nonnegative().nullable(),
  store: measurement.shape.store.default(null),
});
export type TrendPoint = z.infer<typeof trendPoint>;

/** What a store keeps beside the layer indexes. */
export const recordDocument = z.object({
  version: z.literal(1),
  measurement,
  trend: z.array(trendPoint).max(200).describe('Oldest first; this measurement is not among them'),
});
export type RecordDocument = z.infer<typeof recordDocument>;

/** A baseline as a store keeps it: the measurement at one commit, its layers' indexes and marks, the line that led to it. */
export interface BaselineRecord extends RecordDocument {
  /** By diffID. */
  readonly layers: ReadonlyMap<Digest, LayerIndex>;
  /** By blob digest; of those that were read, or were known to an earlier record that had them. */
  readonly marks: ReadonlyMap<Digest, DownloadMarks>;
}

/** What a record is kept under, beside its commit. */
export interface RecordKey {
  readonly image: string;
  readonly platform: string;
}
