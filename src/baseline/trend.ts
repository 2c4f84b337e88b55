import type { Digest, LayerIndex } from '../model/image.ts';
import type { Measurement } from '../model/measurement.ts';
import type { BaselineRecord, TrendPoint } from '../model/record.ts';

/** Points that a record carries, and so the records of a line that are worth keeping. */
const longestTrend = 200;

/** The record of a measurement whose line goes on from `previous`. */
export function makeRecord(
  measurement: Measurement,
  layers: ReadonlyMap<Digest, LayerIndex>,
  previous: BaselineRecord | null,
): BaselineRecord {
  return { version: 1, measurement, trend: line(previous).slice(-longestTrend), layers };
}

/** The commits whose records the line has outgrown with a record that goes on from `previous`. */
export function outgrown(previous: BaselineRecord | null): readonly string[] {
  return line(previous)
    .slice(0, -longestTrend)
    .map(({ commit }) => commit);
}

/** Oldest first, `previous` last; a commit that was measured again stands at its latest place. */
function line(previous: BaselineRecord | null): readonly TrendPoint[] {
  if (previous === null) return [];
  const { commit, created, diskBytes, downloadBytes } = previous.measurement;
  if (commit === null) return previous.trend;
  return [...previous.trend.filter((point) => point.commit !== commit), { commit, created, diskBytes, downloadBytes }];
}
