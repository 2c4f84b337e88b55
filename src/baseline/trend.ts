import { marksByBlob } from '../model/download-marks.ts';
import type { ImageLayer } from '../model/image.ts';
import type { Measurement } from '../model/measurement.ts';
import type { BaselineRecord, TrendPoint } from '../model/record.ts';

/** Points that a record carries, and so the records of a line that are worth keeping. */
const longestTrend = 200;

/** The record of a measurement whose line goes on from `previous`. */
export function makeRecord(
  measurement: Measurement,
  image: readonly Pick<ImageLayer, 'diffId' | 'digest' | 'marks' | 'index'>[],
  previous: BaselineRecord | null,
): BaselineRecord {
  const layers = new Map(image.map(({ diffId, index }) => [diffId, index]));
  const trend = lineTo(previous).slice(-longestTrend);
  return { version: 1, measurement, trend, layers, marks: marksByBlob(image) };
}

/** The commits whose records the line has outgrown with a record that goes on from `previous`. */
export function outgrown(previous: BaselineRecord | null): readonly string[] {
  return lineTo(previous)
    .slice(0, -longestTrend)
    .map(({ commit }) => commit);
}

/** Oldest first, `previous` last; a commit that was measured again stands at its latest place. */
export function lineTo(previous: BaselineRecord | null): readonly TrendPoint[] {
  if (previous === null) return [];
  const { commit, created, diskBytes, downloadBytes, store } = previous.measurement;
  if (commit === null) return previous.trend;
  const point: TrendPoint = { commit, created, diskBytes, downloadBytes, store };
  return [...previous.trend.filter((earlier) => earlier.commit !== commit), point];
}
